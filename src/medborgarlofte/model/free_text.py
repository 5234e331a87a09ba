"""Free texts, and those that YAML cut short."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from medborgarlofte.model.kinds import keys
from medborgarlofte.model.value_messages import TABLE_IN_TEXT
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import TEXT_CUT, quoted
from medborgarlofte.source.positions import Node, Route
from medborgarlofte.swedish import parse_number


def cut_texts(
    value: Any, node: Node, lines: Sequence[str], record: type[BaseModel], route: Route = ()
) -> Iterator[tuple[Route, Finding]]:
    """Unquoted texts of a record that are cut by a #, and texts with tabs (a pasted table row)."""
    if not isinstance(value, dict) or node.items is None:
        return
    for key, part in value.items():
        field, below = keys(record).get(key), node.items.get(key)
        if field is None or below is None:
            continue
        inner = field.record
        indent = below.key.column if below.key else 0
        for item, at, here in _items(part, below, (*route, key)):
            if isinstance(item, dict) and inner:
                yield from cut_texts(item, at, lines, inner, here)
            elif (item is None or isinstance(item, str)) and field.is_free_text:
                yield from _text(item, at, lines, here, indent)


def _items(value: Any, node: Node, route: Route) -> Iterator[tuple[Any, Node, Route]]:
    """Items of a list with positions; a scalar counts as one."""
    if not isinstance(value, list):
        yield value, node, route
        return
    for index, item in enumerate(value):
        yield item, (node.items or {}).get(index, node), (*route, index)


def _text(
    text: str | None, node: Node, lines: Sequence[str], route: Route, indent: int
) -> Iterator[tuple[Route, Finding]]:
    if node.style is None and text is not None and "\t" in text:
        yield route, Finding(TABLE_IN_TEXT, route, severity="warning")
    comment = node.comment
    if comment is None or (text is not None and _is_number(text)):
        return
    if comment.line > node.span.end_line and comment.column <= indent:
        return  # a comment of its own, no deeper than the key
    rest = lines[comment.line - 1][comment.column - 1 :].rstrip()
    values = {"rest": rest, "quoted": quoted(f"{text or ''} {rest}".strip())}
    yield route, Finding(TEXT_CUT, comment, values)


def _is_number(text: str) -> bool:
    try:
        parse_number(text)
    except ValueError:
        return False
    return True
