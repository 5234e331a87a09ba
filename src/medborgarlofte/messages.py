"""Texts of a diagnostic: what, why, remedy."""

import re
from dataclasses import dataclass
from typing import Final, Protocol

from medborgarlofte.i18n import Text


class Notice(Protocol):
    """Texts of one kind of problem."""

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
    """Notice about a file's form, with {fields}."""

    code: str
    name: str
    message: Text
    why: Text
    help: Text


def without_fields(text: str) -> str:
    """Sentence with … in place of {fields}."""
    return _FIELD.sub("…", text).replace("{{", "{").replace("}}", "}")


_FIELD: Final = re.compile(r"(?<!\{)\{\w+\}(?!\})")
