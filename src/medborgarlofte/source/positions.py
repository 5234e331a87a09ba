"""Where each key and value of a YAML file stands."""

import marshal
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

Step = str | int
Route = tuple[Step, ...]
"""The keys and indexes that lead to a value: ("åtaganden", 0, "text")."""


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1 in characters, and the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Run(NamedTuple):
    """Visible characters of a value that stand side by side in the file, or one that is written as an escape."""

    before: int
    """How many visible characters of the value come before."""
    line: int
    column: int
    length: int
    """How many visible characters of the value it stands for."""
    width: int
    """How many characters of the file it takes."""


class Node:
    """One value of a file: its span, and the nodes below it."""

    __slots__ = ("items", "keys", "marred", "refused", "runs", "span", "style")

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
        self.runs: tuple[Run, ...] | None = None
        """Where the visible characters of a scalar stand, once somebody has asked."""


def pack(root: Node) -> bytes:
    """A node with everything below it, in a tenth of the room."""
    return marshal.dumps(_parts(root))


def _parts(node: Node) -> tuple[Any, ...]:
    items = None if node.items is None else [(step, _parts(below)) for step, below in node.items.items()]
    keys = None if node.keys is None else [(key, *span) for key, span in node.keys.items()]
    return (*node.span, node.style, node.refused, node.marred, items, keys)


@lru_cache(maxsize=4)
def unpack(packed: bytes) -> Node:
    """What was packed; the findings of one document are placed one after the other."""
    return _node(marshal.loads(packed))  # noqa: S302 - packed above


def _node(parts: tuple[Any, ...]) -> Node:
    line, column, end_line, end_column, style, refused, marred, items, keys = parts
    node = Node(Span(line, column, end_line, end_column), style)
    node.refused, node.marred = refused, marred
    if items is not None:
        node.items = {step: _node(below) for step, below in items}
    if keys is not None:
        node.keys = {key: Span(*span) for key, *span in keys}
    return node


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
    if node.runs is None:
        node.runs = tuple(_runs(lines, node))
    if not inside or not node.runs or before + inside > node.runs[-1].before + node.runs[-1].length:
        return node.span
    line, column, _ = _place(node.runs, before)
    end_line, end_column, width = _place(node.runs, before + inside - 1)
    return Span(line, column, end_line, end_column + width)


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _place(runs: Sequence[Run], number: int) -> tuple[int, int, int]:
    """Line, column and width in the file of a visible character, counted from 0."""
    run = runs[bisect_right(runs, number, key=attrgetter("before")) - 1]
    if run.length == run.width:
        return run.line, run.column + number - run.before, 1
    return run.line, run.column, run.width


def _runs(lines: Sequence[str], node: Node) -> Iterator[Run]:
    """The visible characters of a scalar, in order."""
    span, style = node.span, node.style
    is_block, is_quoted = style in ("|", ">"), style in ("'", '"')
    seen = _SEEN[style if is_quoted else None]
    before = 0
    for line in range(span.line + is_block, min(span.end_line, len(lines)) + 1):
        text = lines[line - 1]
        start = span.column - 1 + is_quoted if line == span.line else 0
        stop = span.end_column - 1 - is_quoted if line == span.end_line else len(text)
        for found in seen.finditer(text, start, stop):
            escape = found["escape"]
            if escape is None or not _is_white(escape):
                length = found.end() - found.start() if escape is None else 1
                yield Run(before, line, found.start() + 1, length, found.end() - found.start())
                before += length


_SEEN: Final = {
    None: re.compile(r"\S+|(?P<escape>(?!))"),
    "'": re.compile(r"(?P<escape>'')|[^\s']+|'"),
    '"': re.compile(r"(?P<escape>\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.?))|[^\s\\]+"),
}
"""What is seen of a text by how it is written: plain or in a block, where nothing is escaped, or in quotation marks."""

_WHITE_ESCAPES: Final = frozenset("nrtvf \t_NLP")


def _is_white(escape: str) -> bool:
    """Whether an escape stands for white space: a backslash with n, x20, u00a0, or nothing, at the end of a line."""
    code = escape[1:]
    return code == "" or code in _WHITE_ESCAPES or (len(code) > 1 and chr(int(code[1:], 16)).isspace())
