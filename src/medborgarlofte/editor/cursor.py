"""What a position in a parsed document is on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medborgarlofte.editor.positions import Point
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
        for name, key in (node.keys or {}).items():
            if contains(key, point):
                return Place((*route, name), on_key=True, span=key)
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
        key = node.keys.get(step) if node.keys is not None and isinstance(step, str) else None
        first = key or (next(iter(below.keys.values())) if below.keys else below.span)
        end = trimmed(below.span, lines)[2:] if below.span[2:] > first[2:] else first[2:]
        yield step, first, Span(first.line, first.column, *max(end, first[2:])), below
