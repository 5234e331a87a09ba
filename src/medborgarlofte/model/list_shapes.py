"""Lists that are written in another shape."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from medborgarlofte.diagnostic import value_at
from medborgarlofte.model.kinds import keys, record_at
from medborgarlofte.model.messages import MISSING_KEY, SPLIT_ITEM, WRONG_SHAPE
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route


def is_alike(found: Sequence[Finding], route: Route, detail: Mapping[str, Any]) -> bool:
    """True for an item that is a text or a key with “=” for a colon, where one beside it has that finding already."""
    beside = [one for one in found if one.place[:-1] == route[:-1]]
    if detail["type"] == "extra_forbidden":
        return "=" in str(route[-1]) and any("=" in str(one.place[-1]) for one in beside)
    is_text = detail["type"] == "model_type" and isinstance(detail["input"], str)
    return is_text and isinstance(route[-1], int) and any(one.notice is WRONG_SHAPE for one in beside)


def list_by_name(kind: type[BaseModel], value: Any, route: Route) -> Route | None:
    """Route of a list that is written as a group of names: ”poster: {K1: {…}, K2: {…}}”."""
    if len(route) < 2 or route[-2] != 0 or not isinstance(group := value_at(value, route[:-2]), dict):
        return None
    record = record_at(kind, route[:-1])
    names = all(isinstance(part, dict) for part in group.values())
    return route[:-2] if group and names and record and not group.keys() & keys(record).keys() else None


def joined_items(missing: Sequence[Finding], value: Any) -> list[Finding]:
    """Findings for missing keys, where one for the first of the items that a dash before each key makes."""
    kept: list[Finding] = []
    split: set[Route] = set()
    lacking = {finding.place[:-1] for finding in missing if finding.notice is MISSING_KEY}
    for finding in missing:
        item = finding.place[:-1]
        if item in split:
            continue
        if item not in lacking or not (parts := _parts_of(item, lacking, value)):
            kept.append(finding)
            continue
        split.update(parts)
        kept.append(Finding(SPLIT_ITEM, item, {}))
    return kept


def _parts_of(item: Route, lacking: set[Route], value: Any) -> list[Route]:
    """The item and those after it that lack keys, as long as no key is in two of them; none where it stands alone."""
    parts, seen = [], set[str]()
    while (
        item in lacking
        and item
        and isinstance(item[-1], int)
        and isinstance(part := value_at(value, item), dict)
    ):
        if seen & part.keys():
            break
        seen |= part.keys()
        parts.append(item)
        item = (*item[:-1], item[-1] + 1)
    return parts if len(parts) > 1 else []
