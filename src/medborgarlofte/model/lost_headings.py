"""Items that stand in another list, since the line above them is gone."""

import itertools
import re
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


def lost_in_group(
    lines: Sequence[str], line: int, value: Mapping[str, Any], kind: type[BaseModel]
) -> tuple[str, str] | None:
    """The list or group whose first line is gone above an indented line (from 1), and the key that it stands under."""
    above = next((found[1] for text in reversed(lines[: line - 1]) if (found := _TOP.match(text))), None)
    below = itertools.takewhile(lambda text: not _TOP.match(text), lines[line - 1 :])
    item = dict.fromkeys(_keys_of_first([*below, ""]))
    if above is None or len(_unknown(item, record_below(kind, above) or BaseModel)) < _LEAST:
        return None
    real = _list_of(kind, value, [item])
    return (real, above) if real else None


def _keys_of_first(lines: Sequence[str]) -> list[str]:
    """Keys of the item or the group that the first of some lines opens, in braces or one a line."""
    flow = _FLOW.match(lines[0])
    if flow:
        return re.findall(r"(?:^|,)\s*(\w+):\s", re.sub(r"[\[{][^\]}]*[\]}]", "", flow[1]))
    found = [_KEY.match(text) for text in lines]
    return [one[2] for one in found if one and found[0] and len(one[1]) == len(found[0][1])]


_TOP: Final = re.compile(r"(\w+):")
_KEY: Final = re.compile(r"(\s+(?:-\s+)?)(\w+):(?:\s|$)")
_FLOW: Final = re.compile(r"\s*-\s*\{(.*)\}\s*$")


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
