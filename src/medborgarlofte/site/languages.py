"""Languages of documents: their names, directions and pages."""

import unicodedata
from typing import Final, NamedTuple

from medborgarlofte.load import LoadedDocument, address_of
from medborgarlofte.model.fields import EASY_SWEDISH
from medborgarlofte.swedish import slug

_NAMES: Final = {
    EASY_SWEDISH: "Lättläst svenska", "sv": "Svenska", "en": "English", "ar": "العربية", "fa": "فارسی", "fi": "Suomi",
    "ku": "Kurdî", "pl": "Polski", "ru": "Русский", "se": "Davvisámegiella", "so": "Soomaali", "ti": "ትግርኛ",
    "tr": "Türkçe", "uk": "Українська", "de": "Deutsch", "es": "Español", "fr": "Français", "rom": "Romani",
    "yi": "ייִדיש", "no": "Norsk", "da": "Dansk", "fit": "Meänkieli", "zh": "中文", "bs": "Bosanski",
}  # fmt: skip


def language_name(tag: str) -> str:
    """What a language is called by those who speak it; the tag itself where that is not known."""
    return _NAMES.get(tag.lower(), _NAMES.get(tag.lower().partition("-")[0], tag))


class Alternate(NamedTuple):
    """A document in one language."""

    address: str
    """Without suffix."""
    name: str
    lang: str
    """Value of the attribute; easy Swedish is Swedish."""
    dir: str
    hreflang: str
    """Empty for easy Swedish, which has no tag of its own."""


def alternates_of(loaded: LoadedDocument) -> list[Alternate]:
    """A document and its summaries in other languages; empty without summaries."""
    rows = loaded.document.translations
    if not rows:
        return []
    own = address_of(loaded.id)
    return [
        Alternate(own, language_name("sv"), "sv", "ltr", "sv"),
        *(
            Alternate(
                f"{own}-{slug(row.language)}",
                language_name(row.language),
                "sv" if row.language == EASY_SWEDISH else row.language,
                direction(row.text),
                "" if row.language == EASY_SWEDISH else row.language,
            )
            for row in rows
        ),
    ]


def direction(text: str) -> str:
    """Direction of the first letter that has one: rtl for Arabic and Hebrew."""
    found = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return "ltr" if found == "L" else "rtl"
