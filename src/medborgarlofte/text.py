"""Sentences in two languages, and the notices they form."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol

Language = Literal["sv", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence as a person reads it, in Swedish and in English."""

    sv: str
    en: str

    def __getitem__(self, lang: Language) -> str:
        return self.sv if lang == "sv" else self.en

    def __reduce__(self) -> tuple[type["Text"], tuple[str, str]]:
        """Pickled in a third of the time that dataclasses take; many of these are remembered between runs."""
        return Text, (self.sv, self.en)

    def format(self, values: Mapping[str, object]) -> "Text":
        """Fill the {fields}; a value that is itself a Text goes in with its own language."""
        return Text(sv=_fill(self.sv, values, "sv"), en=_fill(self.en, values, "en"))


def _fill(pattern: str, values: Mapping[str, object], lang: Language) -> str:
    return pattern.format_map({k: v[lang] if isinstance(v, Text) else v for k, v in values.items()})


def visible(text: str, *, in_line: bool = False) -> str:
    """The text with control characters spelled out, so that nothing in a file or its name can command a terminal.

    Ends of lines are let through, unless it is to stand in a line.
    """
    return (_NOT_IN_LINE if in_line else _CONTROL).sub(lambda found: f"\\x{ord(found[0]):02x}", text)


_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_NOT_IN_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f]")


class Notice(Protocol):
    """What the tool knows to say about one kind of problem: what, why, and what to do now."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def message(self) -> Text: ...
    @property
    def why(self) -> Text: ...
    @property
    def help(self) -> Text: ...


@dataclass(frozen=True, slots=True)
class SchemaNotice:
    """A notice about the form of a file; `message`, `why` and `help` may hold {fields}."""

    code: str
    name: str
    message: Text
    why: Text
    help: Text


def without_fields(text: str) -> str:
    """A sentence with … where a finding says what it found."""
    return _FIELD.sub("…", text).replace("{{", "{").replace("}}", "}")


_FIELD: Final = re.compile(r"(?<!\{)\{\w+\}(?!\})")


class LofteError(Exception):
    """The tool cannot go on, through no fault in a document: no such folder, git missing, port taken."""

    def __init__(self, message: Text, help: Text | None = None) -> None:  # noqa: A002 - reads as in Notice
        super().__init__(message.en)
        self.message = message
        self.help = help


def nearest(word: str, candidates: Iterable[str], fold: "Fold", cutoff: float = 0.6) -> str | None:
    """The candidate a person most likely meant, or None when none is as near as `cutoff` (0–1).

    `fold` maps both sides to what is compared, so that å or a capital letter is no difference.
    """
    by_fold = {fold(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    found = difflib.get_close_matches(fold(word), list(by_fold), n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else None


class Fold(Protocol):
    def __call__(self, text: str, /) -> str: ...
