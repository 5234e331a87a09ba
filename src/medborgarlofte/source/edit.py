"""Small edits in a user's file that leave comments, order and every other byte as they were."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from medborgarlofte.source.positions import Node, Route, Span, find
from medborgarlofte.source.reader import Source


class Edit(NamedTuple):
    """A stretch of a file, and what should stand there instead."""

    span: Span
    text: str


def lines_of(raw: str) -> list[str]:
    """The lines of a file with their ends as they are."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", raw)


def apply(lines: list[str], edits: Iterable[Edit]) -> None:
    """Make the edits from the end, so that the places before them hold."""
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        first, last = lines[edit.span.line - 1], lines[edit.span.end_line - 1]
        before = first[: _raw_column(first, edit.span.column) - 1]
        after = last[_raw_column(last, edit.span.end_column) - 1 :]
        lines[edit.span.line - 1 : edit.span.end_line] = [before + edit.text.replace("\n", newline) + after]


def _raw_column(line: str, column: int) -> int:
    """The column in a line whose letters may be decomposed, for a column counted in composed letters."""
    if unicodedata.is_normalized("NFC", line):
        return column
    for raw in range(len(line) + 1):
        combining = raw < len(line) and unicodedata.combining(line[raw])
        if not combining and len(unicodedata.normalize("NFC", line[:raw])) == column - 1:
            return raw + 1
    return len(line.rstrip("\r\n")) + 1


def new_key(source: Source, route: Route, after: str, text: str) -> Edit | None:
    """The edit that puts ”key: value” behind another key of a mapping, in the style the mapping is written in.

    None where that key has a value of several lines or the mapping cannot be found.
    """
    if source.root is None:
        return None
    found = find(source.root, (*route, after))
    if not found.complete or found.key is None or found.node.span.line != found.node.span.end_line:
        return None
    if _is_empty(found.node):  # its place is that of the next thing
        return None
    span = found.node.span
    if _is_flow(source, find(source.root, route).node):
        return Edit(Span(span.line, span.end_column, span.line, span.end_column), f", {text}")
    end = len(source.lines[span.line - 1]) + 1
    return Edit(Span(span.line, end, span.line, end), f"\n{' ' * (found.key.column - 1)}{text}")


def new_item(source: Source, route: Route, text: str) -> Edit | None:
    """The edit that adds items, ”a, b”, behind the last one of a list; None where there is no list."""
    if source.root is None or not find(source.root, route).complete:
        return None
    items = 0
    while find(source.root, (*route, items)).complete:
        items += 1
    if not items:
        return None
    last = find(source.root, (*route, items - 1)).node.span
    line = source.lines[last.line - 1]
    if line[: last.column - 1].strip() != "-":
        return Edit(Span(last.line, last.end_column, last.line, last.end_column), f", {text}")
    end = len(line) + 1
    dash = line[: last.column - 1]
    return Edit(Span(last.line, end, last.line, end), "".join(f"\n{dash}{item}" for item in text.split(", ")))


def new_value(source: Source, route: Route, key: str, text: str) -> Edit | None:
    """The edit that gives a key another value, ”text” as YAML on one line; None where the key does not stand."""
    found = find(source.root, (*route, key)) if source.root is not None else None
    if found is None or not found.complete or found.key is None:
        return None
    if found.node.span.end_line > len(source.lines):
        return None
    line = source.lines[found.key.end_line - 1]
    colon = line.find(":", found.key.end_column - 1) + 1
    if not colon:
        return None
    if _is_empty(found.node):
        return Edit(Span(found.key.end_line, colon + 1, found.key.end_line, colon + 1), f" {text}")
    return Edit(_without_blank_end(source, found.node.span), text)


def _is_empty(node: Node) -> bool:
    """Whether nothing stands there; the place of nothing is that of the next thing."""
    if node.items is not None or node.style is not None:
        return False
    return node.span[:2] == node.span[2:]


def _without_blank_end(source: Source, span: Span) -> Span:
    """The span without the empty lines that a text in a block carries behind it."""
    line, column = span.end_line, span.end_column
    while line > span.line and not source.lines[line - 1][: column - 1].strip():
        line -= 1
        column = len(source.lines[line - 1]) + 1
    return Span(span.line, span.column, line, column)


def _is_flow(source: Source, mapping: Node) -> bool:
    return source.lines[mapping.span.line - 1][mapping.span.column - 1 : mapping.span.column] == "{"
