"""References between documents, and what they lead to."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from medborgarlofte.diagnostic import value_at
from medborgarlofte.load.loader import LoadedFile
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.kinds import kind_named
from medborgarlofte.model.record import Document
from medborgarlofte.model.references import ACROSS, is_reference, references_inside, values_of
from medborgarlofte.source.positions import START, Route, Span, locate, text_span


class Target(NamedTuple):
    """A document, or an item of one of its lists."""

    document: str
    list: str | None = None
    item: str | None = None


class Reference(NamedTuple):
    """Where a document names a target."""

    file: LoadedFile
    route: Route
    target: Target
    start: int
    end: int
    """Characters of the value that name the target."""

    @property
    def span(self) -> Span | None:
        return value_span(self.file, self.route, self.start, self.end)


def references_in(file: LoadedFile) -> Iterator[Reference]:
    """Every reference of a document, also those that lead nowhere."""
    kind = kind_named(file.kind)
    if kind is None or not isinstance(file.value, dict):
        return
    for field, names in _fields_inside(kind):
        for route, written in values_of(file.value, field):
            yield _whole(file, route, written, Target(file.input.id, names, written.strip()))
    for route, written in values_of(file.value, ("undantag", "var")):
        if found := _WAIVED.match(written):
            yield Reference(file, route, Target(file.input.id, found[1], found[2]), *found.span(2))
    for rule in ACROSS.get(file.kind, ()):
        for route, written in values_of(file.value, rule.field):
            if rule.via:
                document = str(file.value.get(rule.via, "")).strip()
                yield _whole(file, route, written, Target(document, rule.item, written.strip()))
            elif not rule.or_words or is_reference(written):
                yield from _across(file, route, written, rule.item)


def _across(file: LoadedFile, route: Route, written: str, names: str | None) -> Iterator[Reference]:
    """References of a value that names a document, perhaps with an item of it."""
    document, mark, item = written.strip().partition("#")
    start = len(written) - len(written.lstrip())
    yield Reference(file, route, Target(document), start, start + len(document))
    if mark and names:
        start += len(document) + 1
        yield Reference(file, route, Target(document, names, item), start, start + len(item))


_WAIVED: Final = re.compile(r"\s*/?([^/]+)/([^/]*[^/\s])")
"""List and id of what a waiver is about."""


def _whole(file: LoadedFile, route: Route, written: str, target: Target) -> Reference:
    start = len(written) - len(written.lstrip())
    return Reference(file, route, target, start, start + len(written.strip()))


@cache
def _fields_inside(kind: type[Document]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Fields that name an item of the same document, and its list.

    Besides those that may hold nothing else, texts such as `leds_av`, which may be an id or a name.
    """
    ids = [(rule.field, rule.target) for rule in references_inside(kind)]
    texts = [
        ((field.alias, inner.alias), str(inner.options["names"]))
        for field in declared(kind).values()
        if field.record
        for inner in declared(field.record).values()
        if inner.value_type == "line" and "names" in inner.options
    ]
    return (*ids, *texts, *_NAMED_TOO)


_NAMED_TOO: Final = ((("publicerat", "utgivare"), "parter"),)


def definition_at(file: LoadedFile, route: Route) -> Target | None:
    """Target that a value defines: the id of an item, or the title or kind of a document."""
    if len(route) == 3 and route[2] == "id":
        written = value_at(file.value, route)
        return Target(file.input.id, str(route[0]), str(written).strip()) if written else None
    return Target(file.input.id) if route in (("titel",), ("dokument",)) else None


def reference_at(file: LoadedFile, route: Route, offset: int | None = None) -> Reference | None:
    """Reference of a value; the part at an offset where it names two things, else the last part."""
    found = [one for one in references_in(file) if one.route == route]
    at_offset = [one for one in found if offset is not None and one.start <= offset <= one.end]
    return (at_offset or found or [None])[-1]  # type: ignore[list-item]


def usages(files: Iterable[LoadedFile], target: Target) -> list[Reference]:
    """References to a target."""
    near = (file for file in files if _may_name(file, target.document))
    return [one for file in near for one in references_in(file) if one.target == target]


def _may_name(file: LoadedFile, document: str) -> bool:
    """False for a file that need not be parsed to know that it names no such document."""
    return file.input.id == document or any(found.document == document for found in file.facts.references)


def item_route(file: LoadedFile, target: Target) -> Route | None:
    """Route of the item that a target is, or None without such."""
    rows = file.value.get(target.list) if isinstance(file.value, dict) else None
    for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
        if isinstance(row, dict) and str(row.get("id", "")).strip() == target.item:
            return (str(target.list), index)
    return None


def definition_span(file: LoadedFile, target: Target) -> Span | None:
    """Where a target is defined: the id of an item, or the start of a document."""
    if target.item is None:
        return START
    route = item_route(file, target)
    return value_span(file, (*route, "id")) if route else None


def value_span(file: LoadedFile, route: Route, start: int = 0, end: int | None = None) -> Span | None:
    """Span of a text value, without its quotation marks, or of a part of it."""
    value: Any = value_at(file.value, route)
    root = file.source.root
    if root is None or not isinstance(value, str):
        return None
    location = locate(root, route)
    if not location.complete:
        return None
    text = value.strip()
    lead = len(value) - len(value.lstrip())
    stop = len(text) if end is None else max(end - lead, 0)
    return text_span(file.source.lines, location.node, max(start - lead, 0), stop, text)
