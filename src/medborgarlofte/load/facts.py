"""What checks of references need of a document."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.model.kinds import kind_named
from medborgarlofte.model.references import (
    ACROSS,
    Across,
    Inside,
    ids_of,
    is_reference,
    references_inside,
    values_of,
)
from medborgarlofte.source.positions import Route

_LISTS: Final = frozenset(rule.item for rules in ACROSS.values() for rule in rules if rule.item)
"""Lists whose items other documents name."""


class Inner(NamedTuple):
    """Reference within the document."""

    rule: Inside
    route: Route
    written: str


class Outer(NamedTuple):
    """Reference to another document, or to an item of it."""

    rule: Across
    route: Route
    written: str
    document: str
    item: str
    source: str
    """Id of the item that it stands in; empty outside items."""


class Facts(NamedTuple):
    """Kind, ids and references of a document."""

    kind: str
    is_mapping: bool = False
    start: str = ""
    """First day, as written."""
    ids: Mapping[str, tuple[str, ...]] = {}
    """Ids of the items of each list that another document may name."""
    unknown: tuple[tuple[Inner, tuple[str, ...]], ...] = ()
    """References within the document that lead nowhere, with the ids there are."""
    references: tuple[Outer, ...] = ()


def facts_of(value: Any) -> Facts:
    """Facts of a document's plain values."""
    if not isinstance(value, dict):
        return Facts("")
    kind = str(value.get("dokument", ""))
    period = value.get("period")
    start = period.get("från") if isinstance(period, dict) else value.get("datum")
    return Facts(
        kind,
        is_mapping=True,
        start=str(start or ""),
        ids={name: tuple(ids) for name in _LISTS if name in value and (ids := ids_of(value, name))},
        unknown=_unknown(value, kind),
        references=tuple(_outer(value, kind)),
    )


def _unknown(value: dict[str, Any], kind: str) -> tuple[tuple[Inner, tuple[str, ...]], ...]:
    known, found = kind_named(kind), []
    for rule in references_inside(known) if known else ():
        named = values_of(value, rule.field)
        ids = ids_of(value, rule.target) if named else []
        for route, written in named:
            if written.strip() not in ids and written not in rule.words:
                found.append((Inner(rule, route, written), tuple(ids)))
    return tuple(found)


def _outer(value: dict[str, Any], kind: str) -> list[Outer]:
    found = []
    for rule in ACROSS.get(kind, ()):
        for route, written in values_of(value, rule.field):
            if rule.or_words and not is_reference(written):
                continue
            name, _, item = written.strip().partition("#")
            if rule.via:
                name, item = str(value.get(rule.via, "")).strip(), written.strip()
            source = _item(value, route) if rule.item else ""
            found.append(Outer(rule, route, written, name, item, source))
    return found


def _item(value: Any, route: Route) -> str:
    """Id of the list item that a route leads into."""
    item = value[route[0]]
    if isinstance(item, list) and isinstance(route[1], int):
        item = item[route[1]]
    return str(item.get("id", "")).strip() if isinstance(item, dict) else ""
