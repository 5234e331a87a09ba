"""Positions of keys and items in TOML.

`tomllib` gives values without positions.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from medborgarlofte.source.positions import START, Route, Span


def span_of(text: str, route: Route) -> Span:
    """Span at a route, or the nearest above.

    `text` is valid TOML.
    """
    places, line_starts = _places(text)
    reached: Route = ()
    for step in route:
        if (*reached, step) in places:
            reached += (step,)
        elif step != 0:  # a list of one may be written as the thing itself
            break
    return _span(places[reached], line_starts) if reached else START


def _span(place: tuple[int, int], line_starts: list[int]) -> Span:
    (line, column), (end_line, end_column) = (
        (line := bisect_right(line_starts, offset), offset - line_starts[line - 1] + 1) for offset in place
    )
    return Span(line, column, end_line, end_column)


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[Mapping[Route, tuple[int, int]], list[int]]:
    """Offsets of keys and items by route, and of the starts of lines."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.places, [0, *(match.end() for match in re.finditer("\n", text))]


_SPACE: Final = re.compile(r"[ \t]*")
_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
"""White space, line ends and comments."""
_BARE: Final = re.compile(r"[^\s=.\[\]{},#\"']*")
_STRING: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR: Final = re.compile(r"[^,\]}#\n]*")


class _Scanner:
    """Single pass over a valid TOML text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Route, tuple[int, int]] = {}
        self.tables: dict[Route, int] = {}
        """How many tables of an array [[name]] there are so far."""

    def document(self) -> None:
        base: Route = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            before = self.at
            if self.text.startswith("[", self.at):
                base = self._header()
            else:
                self._pair(base)
            self._skip(_BLANK)
            if self.at == before:
                return  # no TOML

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match[0]

    def _take(self, mark: str) -> bool:
        taken = self.text.startswith(mark, self.at)
        self.at += len(mark) * taken
        return taken

    def _header(self) -> Route:
        """Route of a table header, [name] or [[name]]."""
        array = self._take("[[") or not self._take("[")
        names = self._key()
        self._take("]]" if array else "]")
        route: Route = ()
        for index, (name, place) in enumerate(names):
            route += (name,)
            self.places.setdefault(route, place)
            if array and index == len(names) - 1:
                self.tables[route] = self.tables.get(route, 0) + 1
            if route in self.tables:
                route += (self.tables[route] - 1,)
                self.places.setdefault(route, place)
        return route

    def _pair(self, base: Route) -> None:
        for name, place in self._key():
            base += (name,)
            self.places.setdefault(base, place)
        self._take("=")
        self._skip(_SPACE)
        self._value(base)

    def _key(self) -> list[tuple[str, tuple[int, int]]]:
        """Parts of a dotted key with their offsets, quotes excluded."""
        parts = []
        while True:
            self._skip(_SPACE)
            start = self.at
            if self.text.startswith(('"', "'"), start):
                written = self._skip(_STRING)
                name = str(tomllib.loads(f"x = {written}")["x"])
                parts.append((name, (start + 1, self.at - 1)))
            else:
                parts.append((self._skip(_BARE), (start, self.at)))
            self._skip(_SPACE)
            if not self._take("."):
                return parts

    def _value(self, route: Route) -> None:
        if self._take("["):
            for index, start in enumerate(self._each("]")):
                self._value((*route, index))
                self.places[(*route, index)] = (start, start + len(self.text[start : self.at].rstrip()))
        elif self._take("{"):
            for _ in self._each("}"):
                self._pair(route)
        elif self.text.startswith(('"', "'"), self.at):
            self._skip(_STRING)
        else:
            self._skip(_SCALAR)

    def _each(self, end: str) -> Iterator[int]:
        """Where each item starts, up to the bracket that ends them."""
        self._skip(_BLANK)
        while self.at < len(self.text) and not self._take(end):
            start = self.at
            yield start
            self._skip(_BLANK)
            if not self._take(",") and self.at == start:
                return  # no TOML
            self._skip(_BLANK)
