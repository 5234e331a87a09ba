"""Positions in an editor's units."""

import itertools
import re
import unicodedata
from bisect import bisect_right
from typing import Final, Literal, NamedTuple

from lsprotocol.types import Position, Range

from medborgarlofte.source.editing import raw_column
from medborgarlofte.source.positions import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END: Final = re.compile("\r\n|\r|\n")
"""What ends a line in the protocol; U+2028, U+0085 and form feed do not."""


class Point(NamedTuple):
    """Line and column from 1, in characters of the composed text."""

    line: int
    column: int


class RawText:
    """Text as an editor has it: any line ends, composed or not."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.text = text
        self.encoding = encoding
        self.lines = _LINE_END.split(text)
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._marks = len(text) - len(text.lstrip("\ufeff"))

    @property
    def line_end(self) -> str:
        """First line end of the text."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def range(self, span: Span) -> Range:
        """Range of a span of the composed text."""
        return Range(
            self.position(Point(span.line, span.column)), self.position(Point(span.end_line, span.end_column))
        )

    def position(self, point: Point) -> Position:
        """Position of a point; one after the end is the end."""
        if point.line > len(self.lines):
            return Position(len(self.lines) - 1, self.units(self.lines[-1]))
        line = self.lines[point.line - 1]
        skipped = self._marks if point.line == 1 else 0
        raw = skipped + raw_column(line[skipped:], point.column) - 1
        return Position(point.line - 1, self.units(line[:raw]))

    def point(self, position: Position) -> Point:
        """Point of a position; one after the end is the end."""
        line = min(position.line, len(self.lines) - 1)
        before = self.before(position)[1][self._marks if line == 0 else 0 :]
        return Point(line + 1, len(_composed(before)) + 1)

    def offset(self, position: Position) -> int:
        """Offset into the text of a position; one after the end is the end."""
        line = min(position.line, len(self.lines) - 1)
        return self._starts[line] + len(self.before(position)[1])

    def before(self, position: Position) -> tuple[int, str]:
        """Line from 0 of a position, and what comes before it there."""
        if position.line >= len(self.lines):
            return len(self.lines) - 1, self.lines[-1]
        line = self.lines[position.line]
        widths = itertools.accumulate(map(self._width, line))
        return position.line, line[: bisect_right(list(widths), position.character)]

    def units(self, text: str) -> int:
        """Length of a text in the units of the editor."""
        return len(text) if text.isascii() else sum(map(self._width, text))

    def _width(self, character: str) -> int:
        """Units of one character."""
        if self.encoding == "utf-16":
            return 1 + (character > "\uffff")
        return 1 if self.encoding == "utf-32" else len(character.encode("utf-8", "surrogatepass"))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
