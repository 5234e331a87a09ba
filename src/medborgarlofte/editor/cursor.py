"""What is written or typed at a position."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.editor.buffers import Point
from medborgarlofte.source.positions import Node, Route, Span


class Place(NamedTuple):
    """Key or value of a document."""

    route: Route
    on_key: bool
    span: Span


def place_at(root: Node | None, point: Point) -> Place | None:
    """Key or scalar at a point; its end counts too."""
    if root is None:
        return None
    route: Route = ()
    node = root
    while node.items is not None:
        for step, below in node.items.items():
            if below.key and contains(below.key, point):
                return Place((*route, step), on_key=True, span=below.key)
        for step, below in node.items.items():
            if contains(below.span, point) and (below.items is None or point < below.span[2:]):
                route, node = (*route, step), below
                break
        else:
            return None
    return Place(route, on_key=False, span=node.span) if node.span[:2] != node.span[2:] else None


def contains(span: Span, point: Point) -> bool:
    """True within a span or at its end."""
    return span[:2] <= point <= span[2:]


def trimmed(span: Span, lines: Sequence[str]) -> Span:
    """Span without blank lines and comments at its end.

    A block ends where the next thing begins.
    """
    line, column = min(span.end_line, len(lines)), span.end_column
    if line < span.end_line:
        column = len(lines[line - 1]) + 1
    while line > span.line and lines[line - 1][: column - 1].lstrip()[:1] in ("", "#"):
        line -= 1
        column = len(lines[line - 1]) + 1
    return Span(span.line, span.column, line, column)


def entries(node: Node, lines: Sequence[str]) -> Iterator[tuple[str | int, Span, Span, Node]]:
    """Step, key or first span, whole span and node of each part of a collection."""
    for step, below in (node.items or {}).items():
        first = below.key or (below.items and next(iter(below.items.values())).key) or below.span
        end = trimmed(below.span, lines)[2:] if below.span[2:] > first[2:] else first[2:]
        yield step, first, Span(first.line, first.column, *max(end, first[2:])), below


class Context(NamedTuple):
    """Key or value that is being typed."""

    route: Route
    """The mapping whose key is typed, or the value; an item of a list is 0."""
    is_value: bool
    typed: str
    """What stands before the cursor, from the start of the word."""
    column: int
    """Column of the key that is typed; of `typed` for a value."""
    siblings: frozenset[str] = frozenset()
    """Keys that the mapping has already."""
    is_flow: bool = False
    """Within braces or brackets."""
    is_item: bool = False
    """A whole item of a list, which may be a record or a word."""


class _Entry(NamedTuple):
    """Dashes and key of a line, with columns from 0."""

    openings: Sequence[tuple[int, str | None]]
    """Columns of dashes (None) and of the key."""
    rest: str
    """What comes after the colon or the last dash."""
    rest_column: int


_LINE: Final = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)"
    r"(?:(?P<key>[^\s#:\-{}\[\],\"'&*!|>%@`][^:#{}\[\],]*?) *:(?=\s|$)[ \t]*)?(?P<rest>.*)"
)
_TYPED: Final = re.compile(r"[^\s,\[\]{}\"']*$")


def context_at(lines: Sequence[str], number: int, before: str) -> Context | None:
    """What is typed after the first part of a line; None within a text or a comment."""
    if re.search(r"(?:^|\s)#", before):
        return None
    flow = _flow_context(lines, number, before)
    if flow is not None:
        return flow
    entry = _entry(before)
    keys = [(column, name) for column, name in entry.openings if name is not None]
    if keys and entry.rest_column == len(before.rstrip()) and not before[-1:].isspace():
        return None  # right after the colon a space is missing
    start = keys[-1][0] if keys else entry.rest_column
    route = _route(lines, number, start)
    if route is None:
        return None
    if keys:
        return Context((*route, str(keys[-1][1])), True, entry.rest, entry.rest_column)
    siblings = frozenset(_siblings(lines, number, start))
    return Context(route, False, entry.rest, start, siblings)


def _entry(line: str) -> _Entry:
    found = _LINE.fullmatch(line)
    if found is None:
        return _Entry((), line.strip(), len(line) - len(line.lstrip()))
    shift = found.start("dashes")
    openings: list[tuple[int, str | None]] = [
        (shift + dash.start(), None) for dash in re.finditer("-", found["dashes"])
    ]
    if found["key"]:
        openings.append((found.start("key"), found["key"]))
    return _Entry(openings, found["rest"], found.start("rest"))


def _is_empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _route(lines: Sequence[str], number: int, column: int) -> Route | None:
    """Route of a mapping or item that starts at a column; None within a text."""
    route: list[str | int] = []
    limit, after_dash = column, False
    for here in range(number, -1, -1):
        if here != number and _is_empty(lines[here]):
            continue
        entry = _entry(lines[here])
        for start, name in reversed(entry.openings):
            if name is None and start < limit:
                route.append(0)
                limit, after_dash = start, True
            elif name is not None and (start < limit or (after_dash and start == limit and here != number)):
                if _BLOCK_TEXT.match(entry.rest) or (here != number and _is_text(entry.rest)):
                    return None
                route.append(name)
                limit, after_dash = start, False
        if limit == 0 and not after_dash:
            break
    return tuple(reversed(route))


_BLOCK_TEXT: Final = re.compile(r"[|>][+\-\d]*\s*(?:#.*)?$")


def _is_text(rest: str) -> bool:
    """True for a value that ends on the line of its key or is a text of several lines."""
    return bool(rest.strip()) and not rest.lstrip().startswith("#")


def _siblings(lines: Sequence[str], number: int, column: int) -> Iterator[str]:
    """Keys of the mapping that starts at a column, other than on the line itself."""
    own = [column_ for column_, name in _entry(lines[number]).openings if name is None]
    for step in (-1, 1):
        here = number
        if step < 0 and own and own[-1] < column:
            continue  # the line begins the item
        while 0 <= (here := here + step) < len(lines):
            if _is_empty(lines[here]):
                continue
            openings = _entry(lines[here]).openings
            indent = len(lines[here]) - len(lines[here].lstrip())
            begins = any(name is None and start < column for start, name in openings)
            if step > 0 and (indent < column):
                break
            yield from (name for start, name in openings if name is not None and start == column)
            if indent < column or begins:
                break


# ---------------------------------------------------------------- braces and brackets


class _Frame(NamedTuple):
    """An open brace or bracket."""

    mark: str
    keys: list[str]
    """Keys before the cursor; the last one's value may be under way."""
    in_value: bool


def _flow_context(lines: Sequence[str], number: int, before: str) -> Context | None:
    """Context within braces or brackets that are open at the cursor."""
    for first in range(number, max(number - _REACH, -1), -1):
        entry = _entry(lines[first] if first < number else before)
        written = "\n".join(
            [entry.rest, *lines[first + 1 : number], before] if first < number else [entry.rest]
        )
        if not entry.rest.startswith(("{", "[")):
            if entry.openings and first < number:
                return None
            continue
        frames = _open_frames(written)
        if not frames:
            return None
        keys = [(column, name) for column, name in entry.openings if name is not None]
        route = _route(lines, first, keys[-1][0] if keys else entry.rest_column)
        if route is None:
            return None
        route = (*route, *(str(name) for _, name in keys[-1:]))
        after = "\n".join(lines[number : number + 1])[len(before) :]
        return _in_frames(route, frames, before, after)
    return None


_REACH: Final = 30
"""Lines upwards in which an open brace is looked for."""


def _open_frames(text: str) -> list[_Frame]:
    """Braces and brackets that are not closed at the end of a text."""
    frames: list[_Frame] = []
    for found in _FLOW.finditer(text):
        mark = found[0]
        if mark in ("{", "["):
            frames.append(_Frame(mark, [], in_value=False))
        elif mark in ("]", "}"):
            if not frames:
                return []
            frames.pop()
        elif mark == "," and frames:
            frames[-1] = frames[-1]._replace(in_value=False)
        elif found["key"] and frames:
            frames[-1] = _Frame(
                frames[-1].mark, [*frames[-1].keys, found["key"].strip("\"' ")], in_value=True
            )
        elif found["open"]:
            return []  # within quotation marks
    return frames


_FLOW: Final = re.compile(
    r"""(?<![^\s,\[{:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?!\s*:(?=\s|$))"""
    r"""|(?P<key>[^\s,\[\]{}:"'][^,\[\]{}:]*)\s*:(?=\s|$)"""
    r"""|(?<![^\s,\[{:])(?P<open>["'])[^"']*$"""
    r"""|[{}\[\],]"""
)


def _in_frames(route: Route, frames: Sequence[_Frame], before: str, after: str) -> Context:
    steps: list[str | int] = []
    for frame in frames[:-1]:
        steps += [0] if frame.mark == "[" else frame.keys[-1:]
    last = frames[-1]
    typed = _TYPED.search(before)
    word = typed[0] if typed else ""
    start = len(before) - len(word)
    if last.mark == "[":
        return Context((*route, *steps, 0), True, word, start, is_flow=True, is_item=True)
    if last.in_value:
        return Context((*route, *steps, last.keys[-1]), True, word, start, is_flow=True)
    later = re.findall(r"([^\s,\[\]{}:\"'][^,\[\]{}:]*)\s*:(?=\s)", re.split(r"[\]}]", after)[0])
    siblings = frozenset([*last.keys, *(key.strip() for key in later)])
    return Context((*route, *steps), False, word, start, siblings, is_flow=True)
