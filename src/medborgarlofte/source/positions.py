"""Positions of keys and values in a YAML file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

Step = str | int
Route = tuple[Step, ...]
"""The keys and indexes that lead to a value: ("åtaganden", 0, "text")."""


class Span(NamedTuple):
    """Lines and columns from 1 in characters, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class TextRun(NamedTuple):
    """Contiguous visible characters of a value, or one escape."""

    before: int
    """How many visible characters of the value come before."""
    line: int
    column: int
    length: int
    """Number of visible characters of the value."""
    width: int
    """How many characters of the file it takes."""


class Node:
    """Value of a file: its span and child nodes."""

    __slots__ = ("comment", "has_invalid_child", "invalid", "items", "keys", "span", "style", "text_runs")

    def __init__(self, span: Span, style: str | None = None) -> None:
        self.span = span
        self.style = style
        """How a scalar is written: None (plain), ' " | or >."""
        self.items: dict[Step, Node] | None = None
        """The values below, by key or by index; None for a scalar."""
        self.keys: dict[str, Span] | None = None
        """Span of each key of a mapping; None for a list and a scalar."""
        self.invalid = False
        """True if the reader reported this value as invalid."""
        self.has_invalid_child = False
        """True if a descendant is invalid."""
        self.comment: Span | None = None
        """A comment that may be the rest of a plain scalar: on its line, or a hashtag on the next line."""
        self.text_runs: tuple[TextRun, ...] | None = None
        """Where the visible characters of a scalar stand, once somebody has asked."""


class Location(NamedTuple):
    """Nearest node of a route, with its key."""

    node: Node
    key: Span | None
    complete: bool
    """False when the route goes on where the file does not."""
    invalid: bool
    """True when the reader refused a value on the way."""


def locate(root: Node, route: Sequence[Step]) -> Location:
    """Resolve a route as far as the file goes.

    A list of one item may be written without its dash, so index 0 of a non-list is the value itself.
    """
    node, key, invalid = root, None, root.invalid
    for step in route:
        if node.items is not None and step in node.items:
            key = node.keys.get(step) if node.keys is not None and isinstance(step, str) else None
            node = node.items[step]
            invalid = invalid or node.invalid
        elif step == 0 and (node.items is None or node.keys is not None):
            continue
        else:
            return Location(node, key, complete=False, invalid=invalid)
    return Location(node, key, complete=True, invalid=invalid)


def invalid_routes(node: Node, route: Route = ()) -> Iterator[Route]:
    """Routes of values that the reader reported."""
    if node.invalid:
        yield route
    elif node.has_invalid_child and node.items is not None:
        for step, below in node.items.items():
            yield from invalid_routes(below, (*route, step))


def text_span(lines: Sequence[str], node: Node, start: int, end: int, value: str) -> Span:
    """Position of value[start:end] in the file.

    Works through folding, indentation, quotes and escapes: the n-th visible character of the value is the
    n-th visible character of the source. Leading and trailing white space of the value is ignored.
    """
    before = _visible(value[:start])
    inside = _visible(value[start:end])
    if node.text_runs is None:
        node.text_runs = tuple(_text_runs(lines, node))
    if (
        not inside
        or not node.text_runs
        or before + inside > node.text_runs[-1].before + node.text_runs[-1].length
    ):
        return node.span
    line, column, _ = _place(node.text_runs, before)
    end_line, end_column, width = _place(node.text_runs, before + inside - 1)
    return Span(line, column, end_line, end_column + width)


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _place(text_runs: Sequence[TextRun], number: int) -> tuple[int, int, int]:
    """Line, column and width of a visible character, from 0."""
    run = text_runs[bisect_right(text_runs, number, key=attrgetter("before")) - 1]
    if run.length == run.width:
        return run.line, run.column + number - run.before, 1
    return run.line, run.column, run.width


def _text_runs(lines: Sequence[str], node: Node) -> Iterator[TextRun]:
    """Visible characters of a scalar, in order."""
    span, style = node.span, node.style
    is_block, is_quoted = style in ("|", ">"), style in ("'", '"')
    seen = _SEEN[style if is_quoted else None]
    before = 0
    for line in range(span.line + is_block, min(span.end_line, len(lines)) + 1):
        text = lines[line - 1]
        start = span.column - 1 + is_quoted if line == span.line else 0
        stop = span.end_column - 1 - is_quoted if line == span.end_line else len(text)
        for match in seen.finditer(text, start, stop):
            escape = match["escape"]
            if escape is None or not _is_white(escape):
                length = match.end() - match.start() if escape is None else 1
                yield TextRun(before, line, match.start() + 1, length, match.end() - match.start())
                before += length


_SEEN: Final = {
    None: re.compile(r"\S+|(?P<escape>(?!))"),
    "'": re.compile(r"(?P<escape>'')|[^\s']+|'"),
    '"': re.compile(r"(?P<escape>\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.?))|[^\s\\]+"),
}
"""What is seen of a text by how it is written: plain or in a block, where nothing is escaped, or in quotation marks."""

_WHITE_ESCAPES: Final = frozenset("nrtvf \t_NLP")


def _is_white(escape: str) -> bool:
    """True for an escaped white space."""
    code = escape[1:]
    return code == "" or code in _WHITE_ESCAPES or (len(code) > 1 and chr(int(code[1:], 16)).isspace())
