"""Positions of keys and values in a YAML file."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple, Protocol

Step = str | int
Route = tuple[Step, ...]
"""The keys and indexes that lead to a value: ("åtaganden", 0, "text")."""


def texts_of(value: Any, route: Route = ()) -> Iterator[tuple[str, Route]]:
    """Every text of a mapping or a list, with its route."""
    for step, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, (dict, list)):
            yield from texts_of(part, (*route, step))
        elif isinstance(part, str):
            yield part, (*route, step)


class Span(NamedTuple):
    """Lines and columns from 1 in characters, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START: Final = Span(1, 1, 1, 1)
"""Where a file starts."""


class TextLine(NamedTuple):
    """Part of a value on one line of the file."""

    before: int
    """How many visible characters of the value come before."""
    line: int
    text: str
    start: int
    stop: int
    """What belongs to the value: text[start:stop]."""


class Mark(Protocol):
    """Place in a file as libyaml gives it, from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def span_between(start: Mark, end: Mark) -> Span:
    """Span from one mark to another."""
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def span_of(event: Any, width: int | None = None) -> Span:
    """Span of an event, or of its first characters."""
    if width is None:
        return span_between(event.start_mark, event.end_mark)
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 1 + width)


class Node:
    """Value of a file: its span and child nodes."""

    items: "dict[Step, Node] | None" = None
    """The values below, by key or by index; None for a scalar."""
    is_mapping = False
    key_event: Any = None
    """Event of the key that it stands under; None for an item of a list and the document."""
    invalid = False
    """True if the reader reported this value as invalid."""
    has_invalid_child = False
    """True if a descendant is invalid."""
    comment: Span | None = None
    """A comment that may be the rest of a plain scalar: on its line, or a hashtag on the next line."""
    text_lines: tuple[TextLine, ...] | None = None
    """Where the visible characters of a scalar stand, once somebody has asked."""

    def __init__(self, start: Mark, end: Mark, style: str | None = None) -> None:
        self.start = start
        self.end = end
        self.style = style
        """How a scalar is written: None (plain), ' " | or >."""

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return span_between(self.start, self.end)

    @property
    def key(self) -> Span | None:
        """Where the key stands that it is the value of."""
        return span_of(self.key_event) if self.key_event is not None else None


class Location(NamedTuple):
    """Nearest node of a route, with its key."""

    node: Node
    complete: bool
    """False when the route goes on where the file does not."""
    invalid: bool
    """True when the reader refused a value on the way."""

    @property
    def key(self) -> Span | None:
        """Where the key of the node stands."""
        return self.node.key


def locate(root: Node, route: Sequence[Step]) -> Location:
    """Resolve a route as far as the file goes.

    A list of one item may be written without its dash, so index 0 of a non-list is the value itself.
    """
    node, invalid, complete = root, root.invalid, True
    for step in route:
        if node.items is not None and step in node.items:
            node = node.items[step]
            invalid = invalid or node.invalid
        elif step != 0 or (node.items is not None and not node.is_mapping):
            complete = False
            break
    return Location(node, complete, invalid)


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
    if node.text_lines is None:
        node.text_lines = tuple(_text_lines(lines, node))
    first = _place(node, before) if inside else None
    last = _place(node, before + inside - 1) if first else None
    if first is None or last is None:
        return node.span
    return Span(first.line, first.column, last.line, last.column + last.width)


def _visible(text: str) -> int:
    return len("".join(text.split()))


class _Character(NamedTuple):
    """Visible character of a value, with its width in the file."""

    line: int
    column: int
    width: int


def _place(node: Node, number: int) -> _Character | None:
    """Place of a visible character, counted from 0; None beyond the last one."""
    rows = node.text_lines or ()
    row = rows[bisect_right(rows, number, key=attrgetter("before")) - 1] if rows else None
    if row is None:
        return None
    left = number - row.before
    runs = _counted_runs(row, node.style)
    before, start, width, length = runs[bisect_right(runs, left, key=itemgetter(0)) - 1]
    if left - before >= length:
        return None
    at = start + left - before if width == length else start
    return _Character(row.line, at + 1, 1 if width == length else width)


@lru_cache(maxsize=16)
def _counted_runs(row: TextLine, style: str | None) -> Sequence[tuple[int, int, int, int]]:
    """Runs of a line, each with the number of visible characters before it; a long line is asked about often."""
    runs = list(_runs(row, style))
    counts = itertools.accumulate((length for _, _, length in runs), initial=0)
    return [(before, *run) for before, run in zip(counts, runs, strict=False)]


def _text_lines(lines: Sequence[str], node: Node) -> Iterator[TextLine]:
    """Lines of a scalar that hold visible characters, in order."""
    span, style = node.span, node.style
    is_block, is_quoted = style in ("|", ">"), style in ("'", '"')
    before = 0
    for line in range(span.line + is_block, min(span.end_line, len(lines)) + 1):
        text = lines[line - 1]
        start = span.column - 1 + is_quoted if line == span.line else 0
        stop = span.end_column - 1 - is_quoted if line == span.end_line else len(text)
        row = TextLine(before, line, text, start, stop)
        piece = text[start:stop]
        escaped = is_quoted and _ESCAPE[style or ""] in piece
        length = sum(run[2] for run in _runs(row, style)) if escaped else _visible(piece)
        if length:
            yield row
            before += length


def _runs(row: TextLine, style: str | None) -> Iterator[tuple[int, int, int]]:
    """Start, width in the file and number of visible characters of each run; an escape is a run of its own."""
    for match in _SEEN[style if style in ("'", '"') else None].finditer(row.text, row.start, row.stop):
        escape = match["escape"]
        width = match.end() - match.start()
        if escape is None or not _is_white(escape):
            yield match.start(), width, width if escape is None else 1


_SEEN: Final = {
    None: re.compile(r"\S+|(?P<escape>(?!))"),
    "'": re.compile(r"(?P<escape>'')|[^\s']+|'"),
    '"': re.compile(r"(?P<escape>\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.?))|[^\s\\]+"),
}
"""What is seen of a text by how it is written: plain or in a block, where nothing is escaped, or in quotation marks."""

_ESCAPE: Final = {"'": "''", '"': "\\"}
"""What is in every escape, by the quotation mark."""

_WHITE_ESCAPES: Final = frozenset("nrtvf \t_NLP")


def _is_white(escape: str) -> bool:
    """True for an escaped white space."""
    code = escape[1:]
    return code == "" or code in _WHITE_ESCAPES or (len(code) > 1 and chr(int(code[1:], 16)).isspace())
