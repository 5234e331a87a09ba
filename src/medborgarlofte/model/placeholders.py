"""Placeholders for unreadable values."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from medborgarlofte.diagnostic import value_at
from medborgarlofte.model.declaration import Declared
from medborgarlofte.model.kinds import field_at, keys, record_at
from medborgarlofte.model.promise import Target
from medborgarlofte.model.record import Period
from medborgarlofte.model.repair import put
from medborgarlofte.source.positions import Route
from medborgarlofte.suggestions import closest_match

_CANDIDATES: Final = (
    "–", "x1", "1", "2000-01-01", "nej", "https://www.exempel.se/", "9999", ["1", "2"], ["–"], ["x1"]
)  # fmt: skip
"""Tried in turn until the field accepts one."""
_RECORDS: Final[Mapping[type[BaseModel], dict[str, Any]]] = {Target: {"minst": "1"}, Period: {}}
"""Records that must say something although no key of theirs is required."""


def substitute(value: dict[str, Any], kind: type[BaseModel], route: Route, error: str) -> Route:
    """Replace an invalid value; returns the unreliable route."""
    route = as_written(value, route)
    if error == "extra_forbidden":
        above = value_at(value, route[:-1])
        if isinstance(above, dict):
            above.pop(str(route[-1]), None)
        return route
    if not route:
        return route
    record = record_at(kind, route[:-1]) if isinstance(route[-1], str) else record_at(kind, route)
    if isinstance(route[-1], int):
        put(value, route, _item(kind, route, len(value_at(value, route[:-1]))))
    elif record is not None:
        above = value_at(value, route[:-1])
        if not isinstance(above, (dict, list)):  # the short form of a record: ”utfall: -1”
            return substitute(value, kind, route[:-1], error)
        if isinstance(above, dict) and route[-1] in keys(record):
            above[route[-1]] = _stand_in(record, route[-1], above.get(route[-1]))
    return route


def as_written(value: Any, route: Route) -> Route:
    """Route without indexes of non-lists and missing items."""
    made: list[str | int] = []
    for step in route:
        if isinstance(step, int) and not (isinstance(value, list) and step < len(value)):
            continue
        value = value_at(value, (step,))
        made.append(step)
    return tuple(made)


def _item(kind: type[BaseModel], route: Route, count: int) -> Any:
    """Placeholder for one of `count` list items."""
    below = record_at(kind, route)
    if below is not None:
        return _whole(below)
    field = field_at(kind, route)
    return next((made for made in _CANDIDATES if field and _accepts(field, [made] * count)), "x1")


def _stand_in(record: type[BaseModel], key: str, written: Any) -> Any:
    field = keys(record)[key]
    options = field.choices
    if options:
        meant = closest_match(written, options) if isinstance(written, str) else None
        return meant or (options[-1] if field.info.is_required() else None)
    if field.record is not None:
        made = _whole(field.record)
        return [made] if field.is_list else made
    return next((made for made in _CANDIDATES if _accepts(field, made)), None)


def _whole(record: type[BaseModel]) -> dict[str, Any]:
    """Record with its required fields only."""
    if record in _RECORDS:
        return dict(_RECORDS[record])
    required = {
        key: _stand_in(record, key, None) for key, field in keys(record).items() if field.info.is_required()
    }
    return required or next(
        ({key: made} for key in keys(record) if (made := _stand_in(record, key, None)) is not None), {}
    )


def _accepts(field: Declared, value: Any) -> bool:
    try:
        field.validator.validate_python(value)
    except ValidationError:
        return False
    return True
