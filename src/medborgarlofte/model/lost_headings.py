"""Items that stand in another list, since the line above them is gone."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from medborgarlofte.model.kinds import keys, record_below
from medborgarlofte.model.messages import LOST_HEADING, UNKNOWN_KEY
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route

_LEAST = 2
"""Keys of an item that only the other list has."""


def one_for_heading(found: Sequence[Finding], kind: type[BaseModel], value: Any) -> list[Finding]:
    """Findings, with one for all items from the first that belongs to a list of the document that is not there."""
    kept = list(found)
    unknown = [one.place[:2] for one in found if one.notice is UNKNOWN_KEY and len(one.place) == 3]
    for place in dict.fromkeys(unknown):
        real = _list_of(kind, value, place) if unknown.count(place) >= _LEAST else None
        if real is None or not any(one.place[:2] == place for one in kept):
            continue
        name, number = place
        kept = [one for one in kept if not (one.place[:1] == (name,) and _is_from(one.place, number))]
        kept.append(Finding(LOST_HEADING, place, {"real": real, "key": name}))
    return kept


def _is_from(place: Route, number: Any) -> bool:
    return len(place) > 1 and isinstance(place[1], int) and place[1] >= number


def _list_of(kind: type[BaseModel], value: Mapping[str, Any], place: Route) -> str | None:
    """The first list of a kind that is not written, and whose items have every key of an item."""
    name, number = place
    items = value.get(str(name))
    if not isinstance(items, list) or not isinstance(number, int) or not isinstance(items[number], dict):
        return None
    fits = [
        other
        for other in keys(kind)
        if other not in value and items[number].keys() <= keys(record_below(kind, other) or BaseModel).keys()
    ]
    return fits[0] if fits else None
