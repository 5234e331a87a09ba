"""Names of languages in the languages themselves."""

from typing import Final

from medborgarlofte.model.fields import EASY_SWEDISH

_NAMES: Final = {
    EASY_SWEDISH: "Lättläst svenska", "sv": "Svenska", "en": "English", "ar": "العربية", "fa": "فارسی", "fi": "Suomi",
    "ku": "Kurdî", "pl": "Polski", "ru": "Русский", "se": "Davvisámegiella", "so": "Soomaali", "ti": "ትግርኛ",
    "tr": "Türkçe", "uk": "Українська", "de": "Deutsch", "es": "Español", "fr": "Français", "rom": "Romani",
    "yi": "ייִדיש", "no": "Norsk", "da": "Dansk", "fit": "Meänkieli", "zh": "中文", "bs": "Bosanski",
}  # fmt: skip


def language_name(tag: str) -> str:
    """What a language is called by those who speak it; the tag itself where that is not known."""
    return _NAMES.get(tag.lower(), _NAMES.get(tag.lower().partition("-")[0], tag))
