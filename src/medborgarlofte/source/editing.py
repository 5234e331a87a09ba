"""Byte-preserving edits of YAML files."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from medborgarlofte.source.files import split_mark
from medborgarlofte.source.positions import Node, Route, Span, locate
from medborgarlofte.source.reader import Source
from medborgarlofte.source.writing import NULLS


class Edit(NamedTuple):
    """Replacement of a span of a file."""

    span: Span
    text: str


def lines_of(raw: str) -> list[str]:
    """Lines of a file, line ends included."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", raw)


def apply(lines: list[str], edits: Iterable[Edit]) -> None:
    """Apply edits from last to first, in place.

    Edits at one position keep their order.
    """
    newline = lines[0][len(lines[0].rstrip("\r\n")) :] if lines else ""
    ordered = sorted(edits, key=lambda edit: edit.span)
    for edit in ordered[::-1]:
        first, last = lines[edit.span.line - 1], lines[edit.span.end_line - 1]
        before = first[: raw_column(first, edit.span.column) - 1]
        after = last[raw_column(last, edit.span.end_column) - 1 :]
        lines[edit.span.line - 1 : edit.span.end_line] = [
            before + edit.text.replace("\n", newline or "\n") + after
        ]


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Content of a file after edits; byte order mark and line ends stay."""
    mark, rest = split_mark(data)
    lines = lines_of(rest.decode())
    apply(lines, edits)
    return mark + "".join(lines).encode()


def raw_column(line: str, column: int) -> int:
    """Column in the raw line for a composed column."""
    if unicodedata.is_normalized("NFC", line):
        return column
    for raw in range(len(line) + 1):
        combining = raw < len(line) and unicodedata.combining(line[raw])
        if not combining and len(unicodedata.normalize("NFC", line[:raw])) == column - 1:
            return raw + 1
    return len(line.rstrip("\r\n")) + 1


def end_of_line(source: Source, line: int) -> Span:
    """Where something is added to a line."""
    column = len(source.lines[line - 1]) + 1
    return Span(line, column, line, column)


def last_written(source: Source) -> int:
    """Last line with content."""
    return len(source.lines) - (1 if source.lines and not source.lines[-1] else 0)


def new_key(source: Source, route: Route, after: str, text: str) -> Edit | None:
    """Edit that inserts `key: value`, or None.

    None when the value of `after` spans several lines or the mapping is not found.
    """
    if source.root is None or not source.is_whole:
        return None
    location = locate(source.root, (*route, after))
    if (
        not location.complete
        or location.key is None
        or location.node.span.line != location.node.span.end_line
    ):
        return None
    if _is_empty(location.node):  # its place is that of the next thing
        return None
    span = location.node.span
    if _is_in(source, locate(source.root, route).node, "{"):
        return Edit(Span(span.line, span.end_column, span.line, span.end_column), f", {text}")
    end = len(source.lines[span.line - 1]) + 1
    return Edit(Span(span.line, end, span.line, end), f"\n{' ' * (location.key.column - 1)}{text}")


def at_end(source: Source, text: str) -> Edit:
    """Edit that adds lines after the last one with content."""
    return Edit(end_of_line(source, last_written(source)), f"\n{text}")


def new_item(source: Source, route: Route, *added: str) -> Edit | None:
    """Edit that appends items, or None.

    None without a list. A single item without a dash, or a key without a value, becomes a list in brackets.
    """
    location = locate(source.root, route) if source.root is not None and source.is_whole else None
    if location is None or not location.complete or location.node.is_mapping:
        return None
    items = location.node.items
    if not items:
        alone = "" if items is not None else _alone(source, location.node)
        return new_value(
            source, route[:-1], str(route[-1]), f"[{', '.join([*filter(None, [alone]), *added])}]"
        )
    last = items[len(items) - 1]
    if _is_in(source, location.node, "["):
        return Edit(Span(*last.span[2:], *last.span[2:]), "".join(f", {item}" for item in added))
    if _is_empty(last):
        return None
    indent = location.node.span.column - 1
    here = end_of_line(source, _last_line(source, last.span, indent))
    return Edit(here, "".join(f"\n{' ' * indent}- {item}" for item in added))


def _last_line(source: Source, span: Span, indent: int) -> int:
    """Last line of an item, with the comments that are indented below it."""
    line = min(span.end_line if span.end_column > 1 else span.end_line - 1, last_written(source))
    while line > span.line:
        written = source.lines[line - 1]
        own = len(written) - len(written.lstrip()) > indent
        if written.strip() and (own or not written.lstrip().startswith("#")):
            break
        line -= 1
    return line


def _alone(source: Source, node: Node) -> str:
    """Source text of a scalar; empty for null."""
    span = node.span
    written = source.lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return "" if _is_empty(node) or written in NULLS else written


def new_value(source: Source, route: Route, key: str, text: str) -> Edit | None:
    """Edit of a key's value, or None.

    `text` is YAML on one line.
    """
    location = locate(source.root, (*route, key)) if source.root is not None and source.is_whole else None
    if location is None or not location.complete or location.key is None:
        return None
    if location.node.span.end_line > len(source.lines):
        return None
    line = source.lines[location.key.end_line - 1]
    colon = line.find(":", location.key.end_column - 1) + 1
    if not colon:
        return None
    if _is_empty(location.node):
        return Edit(Span(location.key.end_line, colon + 1, location.key.end_line, colon + 1), f" {text}")
    return Edit(_without_blank_end(source, location.node.span), text)


def _is_empty(node: Node) -> bool:
    """True for null, positioned at the next token."""
    return node.span[:2] == node.span[2:]


def _without_blank_end(source: Source, span: Span) -> Span:
    """Span without the trailing empty lines of a block scalar."""
    line, column = span.end_line, span.end_column
    while line > span.line and not source.lines[line - 1][: column - 1].strip():
        line -= 1
        column = len(source.lines[line - 1]) + 1
    return Span(span.line, span.column, line, column)


def _is_in(source: Source, node: Node, bracket: str) -> bool:
    return source.lines[node.span.line - 1][node.span.column - 1 : node.span.column] == bracket
