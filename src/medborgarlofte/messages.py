"""Texts of a diagnostic: what, why, and what to do now."""

import re
from dataclasses import dataclass
from typing import Final, Protocol

from medborgarlofte.i18n import Text


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
