"""Lines of a YAML file: indentation, colons and spans."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from medborgarlofte.source.positions import Span


class Scene(NamedTuple):
    """Libyaml's problem with its context.

    Lines and columns count from 0.
    """

    problem: str
    line_no: int
    column: int
    since: tuple[int, int]
    lines: Sequence[str]
    keys: Collection[str]

    @property
    def line(self) -> str:
        return self.lines[self.line_no]

    @property
    def nearby(self) -> tuple[int, ...]:
        """Lines that most likely hold the mistake."""
        return tuple(dict.fromkeys((self.since[0], self.line_no, max(self.line_no - 1, 0))))

    @property
    def begun(self) -> str:
        """Line where the construct starts."""
        return self.lines[self.since[0]]

    @property
    def mark(self) -> str:
        """First character of the construct."""
        return self.begun[self.since[1] : self.since[1] + 1]


def joined_colon(line: str) -> int:
    """Column of a colon without space, or 0."""
    match = re.match(r"\s*(?:- )?[\w ]{2,40}(:)(?=[^\s:/])", line)
    return match.start(1) if match else 0


def key_before(line: str, colon: int) -> str:
    return line[:colon].strip().removeprefix("- ")


def indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def mark_span(line_no: int, column: int, width: int = 1) -> Span:
    """Span of a few characters, from 0."""
    return Span(line_no + 1, column + 1, line_no + 1, column + 1 + width)


def rest_span(line_no: int, column: int, line: str) -> Span:
    """Span from a column to the line's end."""
    return mark_span(line_no, column, max(len(line.rstrip()) - column, 1))


def is_inside_block_text(number: int, lines: Sequence[str]) -> bool:
    """True for a line of a block scalar (| or >)."""
    indent = len(indent_of(lines[number]))
    for line in reversed(lines[:number]):
        if line.strip() and len(indent_of(line)) < indent:
            return re.search(r"(?::|-)\s+[|>][+-]?\d?\s*$", line) is not None
    return False
