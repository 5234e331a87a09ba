"""Where each key and value of a YAML file stands."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Step = str | int
Route = tuple[Step, ...]
"""The keys and indexes that lead to a value: ("åtaganden", 0, "text")."""


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1 in characters, and the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Node:
    """One value of a file: its span, and the nodes below it."""

    __slots__ = ("items", "keys", "marred", "places", "refused", "span", "style")

    def __init__(self, span: Span, style: str | None = None) -> None:
        self.span = span
        self.style = style
        """How a scalar is written: None (plain), ' " | or >."""
        self.items: dict[Step, Node] | None = None
        """The values below, by key or by index; None for a scalar."""
        self.keys: dict[str, Span] | None = None
        """Where each key of a mapping stands; None for a list and a scalar."""
        self.refused = False
        """Whether the reader already said that this value cannot be read."""
        self.marred = False
        """Whether it said so of something inside this value."""
        self.places: tuple[tuple[int, int, int], ...] | None = None
        """Where each visible character of a scalar stands, once somebody has asked."""


class Found(NamedTuple):
    """What a route leads to: the nearest node there is, and the key above it if it has one."""

    node: Node
    key: Span | None
    complete: bool
    """False when the route goes on where the file does not."""
    refused: bool
    """True when the reader refused a value on the way."""


def find(root: Node, route: Sequence[Step]) -> Found:
    """Follow a route as far as the file goes.

    A list of one may be written without its dash, so index 0 of something that is no list is the thing itself.
    """
    node, key, refused = root, None, root.refused
    for step in route:
        if node.items is not None and step in node.items:
            key = node.keys.get(step) if node.keys is not None and isinstance(step, str) else None
            node = node.items[step]
            refused = refused or node.refused
        elif step == 0 and (node.items is None or node.keys is not None):
            continue
        else:
            return Found(node, key, complete=False, refused=refused)
    return Found(node, key, complete=True, refused=refused)


def text_span(lines: Sequence[str], node: Node, start: int, end: int, value: str) -> Span:
    """The place in the file of value[start:end], where value is the text that the node was read as.

    Works through folding, indentation, quotes and escapes: the n-th visible character of the value is the
    n-th visible character of the source. Trailing and leading white space of the value is not looked at.
    """
    before = _visible(value[:start])
    inside = _visible(value[start:end])
    if node.places is None:
        node.places = tuple(_visible_places(lines, node))
    if not inside or before + inside > len(node.places):
        return node.span
    first, last = node.places[before], node.places[before + inside - 1]
    return Span(first[0], first[1], last[0], last[1] + last[2])


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _visible_places(lines: Sequence[str], node: Node) -> Iterator[tuple[int, int, int]]:
    """Line, column and width in the source of each visible character of a scalar, in order."""
    span, style = node.span, node.style
    first = span.line + 1 if style in ("|", ">") else span.line
    for line in range(first, span.end_line + 1):
        if line > len(lines):
            return
        text = lines[line - 1]
        start = span.column - 1 if line == first and style not in ("|", ">") else 0
        stop = span.end_column - 1 if line == span.end_line else len(text)
        if style in ("'", '"'):
            start += line == span.line
            stop -= line == span.end_line
        if style not in ("'", '"'):  # nothing is escaped
            yield from ((line, found.start() + 1, 1) for found in _SEEN.finditer(text, start, stop))
            continue
        column = start
        while column < stop:
            width = _escape_width(text, column, style)
            if width and style == '"' and _is_white_escape(text[column + 1 : column + width]):
                column += width
                continue
            if width or not text[column].isspace():
                yield line, column + 1, width or 1
            column += width or 1


_SEEN = re.compile(r"\S")
_INVISIBLE_ESCAPES = frozenset(["n", "r", "t", "v", "f", " ", "\t", "_", "N", "L", "P", ""])


def _is_white_escape(code: str) -> bool:
    """Whether what follows the backslash stands for white space: n, x20, u00a0."""
    if code[:1] in _HEX_ESCAPES:
        return chr(int(code[1:], 16)).isspace()
    return code in _INVISIBLE_ESCAPES


_HEX_ESCAPES = {"x": 4, "u": 6, "U": 10}


def _escape_width(text: str, column: int, style: str | None) -> int:
    """How many characters an escape sequence takes; 0 when there is none."""
    if style == "'" and text.startswith("''", column):
        return 2
    if style == '"' and text[column] == "\\":
        return _HEX_ESCAPES.get(text[column + 1 : column + 2], 2)
    return 0
