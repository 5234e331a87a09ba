"""Bilingual texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["sv", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """Sentence in Swedish and English."""

    sv: str
    en: str

    def __getitem__(self, lang: Language) -> str:
        return self.sv if lang == "sv" else self.en

    def format(self, values: Mapping[str, object]) -> "Text":
        """Fill {fields}; nested Texts keep their language."""
        return Text(sv=self.filled(values, "sv"), en=self.filled(values, "en"))

    def filled(self, values: Mapping[str, object], lang: Language) -> str:
        """One language with its {fields} filled."""
        pattern = self[lang]
        return _fill(pattern, values, lang) if "{" in pattern or "}" in pattern else pattern


def _fill(pattern: str, values: Mapping[str, object], lang: Language) -> str:
    return pattern.format_map({k: v[lang] if isinstance(v, Text) else v for k, v in values.items()})


def sentences(*parts: Text | None) -> Text:
    """Sentences joined by spaces; None is skipped."""
    kept = [part for part in parts if part is not None]
    return Text(sv=" ".join(part.sv for part in kept), en=" ".join(part.en for part in kept))


def escape_controls(text: str, *, in_line: bool = False) -> str:
    """Text with control characters spelled out.

    Keeps file content and names from controlling a terminal. Line ends are kept unless `in_line`.
    """
    if text.isprintable():
        return text
    return (_NOT_IN_LINE if in_line else _CONTROL).sub(lambda found: f"\\x{ord(found[0]):02x}", text)


_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_NOT_IN_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids."""
