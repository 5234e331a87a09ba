"""Items that stand in another list, since the line above them is gone."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from medborgarlofte.model.kinds import keys, record_below
from medborgarlofte.model.messages import LOST_HEADING
from medborgarlofte.source.finding import Finding

_LEAST: Final = 2
"""Keys of the first item that only the other list has."""


def without_lost(value: Mapping[str, Any], kind: type[BaseModel]) -> tuple[dict[str, Any], list[Finding]]:
    """Values without the items at the end of a list that belong to one that is not written, and a finding for each."""
    kept, findings = dict(value), []
    for name, items in value.items():
        own = record_below(kind, name)
        if own is None or not isinstance(items, list):
            continue
        number = next((n for n, item in enumerate(items) if len(_unknown(item, own)) >= _LEAST), None)
        real = _list_of(kind, value, items[number:]) if number else None
        if number and real:
            kept[name] = items[:number]
            findings.append(Finding(LOST_HEADING, (name, number), {"real": real, "key": name}))
    return kept, findings


def _unknown(item: Any, record: type[BaseModel]) -> set[str]:
    return item.keys() - keys(record).keys() if isinstance(item, dict) else set()


def _list_of(kind: type[BaseModel], value: Mapping[str, Any], items: Sequence[Any]) -> str | None:
    """The first list of a kind that is not written, and has every key of some items."""
    return next(
        (
            other
            for other in keys(kind)
            if other not in value
            and (record := record_below(kind, other))
            and all(isinstance(item, dict) and item.keys() <= keys(record).keys() for item in items)
        ),
        None,
    )
