"""Sets of municipalities that are shown together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.config import Region as ConfiguredRegion
from medborgarlofte.model.municipalities import by_code_or_name
from medborgarlofte.model.places import located, municipality_of, place_name
from medborgarlofte.stats import PromiseFigures
from medborgarlofte.swedish import fold, sort_key

AreaKind = Literal["own", "police-area", "county", "all"]

ALL_NAME: Final = Text("Alla kommuner", "All municipalities")


class Area(NamedTuple):
    """A set of at least two municipalities."""

    kind: AreaKind
    name: Text
    places: tuple[str, ...]
    """In Swedish alphabetical order."""


def areas(promises: Sequence[PromiseFigures], configured: Iterable[ConfiguredRegion] = ()) -> list[Area]:
    """Areas of a collection: configured ones, then police areas and counties, then the whole collection.

    Of two with the same municipalities the first is kept.
    """
    known = municipal_places(promises)
    found = [
        *(Area("own", Text(row.name, row.name), _ordered(_resolved(row, known))) for row in configured),
        *_grouped("police-area", ((area, one) for one in promises for area in _police_areas(one)), known),
        *_grouped("county", ((county, one) for one in promises for county in _counties(one)), known),
        Area("all", ALL_NAME, _ordered(known)),
    ]
    first: dict[tuple[str, ...], Area] = {}
    for area in found:
        if len(area.places) > 1:
            first.setdefault(area.places, area)
    return list(first.values())


def municipal_places(promises: Iterable[PromiseFigures]) -> frozenset[str]:
    """Places that are municipalities or districts of one."""
    return frozenset(place for one in promises for place in _municipal(one))


def _municipal(one: PromiseFigures) -> Iterator[str]:
    yield from (place_name(party) for party in located(one.promise) if party.kind in ("kommun", "stadsdel"))


def _grouped(
    kind: AreaKind, rows: Iterable[tuple[str, PromiseFigures]], known: frozenset[str]
) -> Iterator[Area]:
    groups: dict[str, set[str]] = {}
    for name, one in rows:
        groups.setdefault(name, set()).update(known.intersection(one.places))
    for name in sorted(groups, key=sort_key):
        yield Area(kind, Text(name, name), _ordered(groups[name]))


def _police_areas(one: PromiseFigures) -> Iterator[str]:
    """Police areas that are named as such; ”Polisen” alone is everywhere."""
    stated = {party.local_police_area for party in one.promise.parties}
    for area in one.police_areas:
        if area in stated or re.search(r"polisområde|^LPO\b", area, re.IGNORECASE):
            yield area


def _counties(one: PromiseFigures) -> Iterator[str]:
    for party in located(one.promise):
        if party.kind == "kommun" and (known := municipality_of(party)):
            yield known.county


def _resolved(region: ConfiguredRegion, known: frozenset[str]) -> Iterator[str]:
    """Places of a configured region; a name without a promise is kept."""
    folded = {fold(place): place for place in known}
    for written in region.municipalities:
        found = by_code_or_name(written)
        name = found.name if found else written
        bare = re.sub(r"\s+(kommun|stad)$", "", name)
        yield next(
            (place for key in (name, bare, f"{bare} kommun") if (place := folded.get(fold(key)))), bare
        )


def _ordered(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(places), key=sort_key))
