"""Ids for items that have none."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.model.messages import MISSING_KEY
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.swedish import slug


def free_ids(items: Any) -> dict[int, str]:
    """Id for each item of a list without one, by index.

    The number after the last id of the same party: K3 after K1 and K2. Where ids are words, that of the name.
    """
    rows = [
        item if isinstance(item, dict) else {} for item in (items if isinstance(items, list) else [items])
    ]
    is_new = not any(row.get("id") for row in rows)
    last: dict[str, int] = {}  # number, by prefix
    prefixes: dict[str | None, str] = {}  # by party; that of None is the last one
    for row in rows:
        if found := re.fullmatch(r"(\D*)(\d{1,4})", str(row.get("id"))):
            last[found[1]] = max(int(found[2]), last.get(found[1], 0))
            prefixes[str(row.get("part"))] = prefixes[None] = found[1]
    ids: dict[int, str] = {}
    for index, row in enumerate(rows):
        if row and not row.get("id"):
            prefix = prefixes.get(str(row.get("part")), prefixes.get(None))
            if prefix is None and is_new and isinstance(party := row.get("part"), str) and party:
                prefix = _PREFIXES.get(party, party[0].upper())
            if prefix is not None:
                last[prefix] = last.get(prefix, 0) + 1
            ids[index] = _named(row) if prefix is None else f"{prefix}{last[prefix]}"
    return ids


_PREFIXES: Final = {"tillsammans": "G"}
"""First letter of the id of what all parties promise; of others it is that of the party."""


def _named(row: Mapping[str, Any]) -> str:
    name = next((row[key] for key in ("namn", "rubrik") if isinstance(row.get(key), str)), "")
    return slug(name)[:40].strip("-") or "…"


def missing_id(ids: Mapping[int, str], count: int, route: Route, description: str) -> Finding:
    """Finding for an item without id, and where none of `count` items has one, for all of them.

    `ids` are the free ones of the list.
    """
    number = route[-2] if isinstance(route[-2], int) else 0
    values: dict[str, object] = {"key": "id", "value": ids.get(number, "…"), "description": description}
    if 1 < len(ids) == count:
        listed = ", ".join(ids.values())
        values["description"] = Text(
            f"{description} Det saknas i alla punkter: skriv {listed}.",
            f"{description} Every item lacks it: write {listed}.",
        )
    return Finding(MISSING_KEY, route, values)


def one_for_all(missing: Sequence[Finding]) -> list[Finding]:
    """Findings for missing keys, with the first of those that are about every item of a list."""
    kept: list[Finding] = []
    reported: set[tuple[Any, ...]] = set()
    for finding in missing:
        if not (_is_of_all(finding) and finding.place[:-2] in reported):
            kept.append(finding)
        reported |= {finding.place[:-2]} if _is_of_all(finding) else set()
    return kept


def _is_of_all(finding: Finding) -> bool:
    return isinstance(finding.values.get("description"), Text)
