"""Word lists and thresholds of the rules (word_lists.toml)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Any


class WordList:
    """Any of the entries as whole words, whether in capitals or not; asked as a pattern is.

    Most texts hold none of them. That is found out on the text in small letters, four times as fast as without regard to
    capitals.
    """

    def __init__(self, entries: Iterable[str], *, grouped: bool = False) -> None:
        self._entries = [_spaced(entry) for entry in entries]
        self._grouped = grouped
        """Whether each entry is a group, so that `lastindex` tells which it was."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of any entry."""
        return self._exact.search(text) if self._is_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of any entry."""
        return self._exact.finditer(text) if self._is_in(text) else iter(())

    def _is_in(self, text: str) -> bool:
        return self._small.search(text.lower()) is not None

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        entries = "|".join(f"({entry})" if self._grouped else entry for entry in self._entries)
        return re.compile(rf"(?<![\w-])(?:{entries})(?![\w-])", re.IGNORECASE)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        entries = "|".join(self._entries)
        small = re.sub(
            r"\\.|[^\\]+", lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), entries
        )
        return re.compile(rf"(?<![\w-])(?:{small})(?![\w-])")


@cache
def table() -> dict[str, Any]:
    """word_lists.toml as plain values; an entry is a stem or a small pattern."""
    return tomllib.loads((files("medborgarlofte.language") / "word_lists.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str) -> WordList:
    """Pattern of a list; spaces match white space."""
    return WordList(table()[name]["words"])


@cache
def replacements(name: str) -> tuple[WordList, tuple[str, ...]]:
    """Words to replace, with their replacements."""
    entries, instead = zip(*table()[name]["replacements"], strict=True)
    return WordList(entries, grouped=True), instead


def threshold(name: str) -> float:
    """A number from the table of thresholds."""
    value: float = table()["thresholds"][name]
    return value


def _spaced(entry: str) -> str:
    """Entry with flexible white space; ” ?” is optional."""
    return entry.replace(" ?", r"\s*").replace(" ", r"\s+")
