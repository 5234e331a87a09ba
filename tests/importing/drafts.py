"""Drafts of the documents in this folder, as values."""

import functools
from pathlib import Path
from typing import Any

from corpus import plain
from medborgarlofte.importing.pipeline import Imported, import_bytes
from medborgarlofte.swedish import PartialDate

HERE = Path(__file__).parent
FILES = HERE / "files"
DOCUMENTS = HERE / "documents"
TODAY = PartialDate(2024, 6, 1)


@functools.cache
def imported(path: Path) -> list[Imported]:
    """The drafts of a file, made once for all tests."""
    return import_bytes(path.name, path.read_bytes(), lang="sv", today=TODAY)[1]


def imported_text(text: str, name: str = "a.txt") -> list[Imported]:
    """The drafts of a text."""
    return import_bytes(name, text.encode(), lang="sv", today=TODAY)[1]


def read(draft: Imported) -> dict[str, Any]:
    """A draft as read, every value as text."""
    value: dict[str, Any] = plain(draft.text)
    return value


def draft_of(path: Path) -> dict[str, Any]:
    """The first draft of a file, as read."""
    return read(imported(path)[0])
