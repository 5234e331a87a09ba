"""Ids for items that have none."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.model.messages import MISSING_KEY
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.swedish import slug


def free_ids(items: Sequence[Any]) -> dict[int, str]:
    """Id for each item without one, by index.

    The number after the last id of the same party: K3 after K1 and K2. Where ids are words, that of the name.
    """
    rows = [item if isinstance(item, dict) else {} for item in items]
    taken = {str(row["id"]) for row in rows if row.get("id")}
    found: dict[int, str] = {}
    for index, row in enumerate(rows):
        if row and not row.get("id"):
            found[index] = _numbered(rows, row, taken) or _named(row)
            taken.add(found[index])
    return found


def _numbered(rows: Sequence[Mapping[str, Any]], new: Mapping[str, Any], taken: set[str]) -> str | None:
    numbered = [
        (row, match) for row in rows if (match := re.fullmatch(r"(\D*)(\d{1,4})", str(row.get("id"))))
    ]
    own = [match for row, match in numbered if row.get("part") == new.get("part")]
    alike = own or [match for _, match in numbered]
    party = new.get("part")
    if alike:
        prefix = alike[-1][1]
    elif isinstance(party, str) and party and not any(row.get("id") for row in rows):
        prefix = _PREFIXES.get(party, party[0].upper())
    else:
        return None
    numbers = (re.fullmatch(rf"{re.escape(prefix)}(\d{{1,4}})", name) for name in taken)
    return f"{prefix}{max((int(number[1]) for number in numbers if number), default=0) + 1}"


_PREFIXES: Final = {"tillsammans": "G"}
"""First letter of the id of what all parties promise; of others it is that of the party."""


def _named(row: Mapping[str, Any]) -> str:
    name = next((row[key] for key in ("namn", "rubrik") if isinstance(row.get(key), str)), "")
    return slug(name)[:40].strip("-") or "…"


def missing_id(items: Any, route: Route, description: str) -> Finding:
    """Finding for an item without id, and where no item has one, for all of them."""
    rows = items if isinstance(items, list) else [items]
    ids = free_ids(rows)
    number = route[-2] if isinstance(route[-2], int) else 0
    values: dict[str, object] = {"key": "id", "value": ids.get(number, "…"), "description": description}
    if 1 < len(ids) == len(rows):
        listed = ", ".join(ids.values())
        values["description"] = Text(
            f"{description} Det saknas i alla punkter: skriv {listed}.",
            f"{description} Every item lacks it: write {listed}.",
        )
    return Finding(MISSING_KEY, route, values)


def one_for_all(missing: Sequence[Finding]) -> list[Finding]:
    """Findings for missing keys, with the first of those that are about every item of a list."""
    kept: list[Finding] = []
    for finding in missing:
        same = (one for one in kept if one.place[:-2] == finding.place[:-2])
        if not (_is_of_all(finding) and any(_is_of_all(one) for one in same)):
            kept.append(finding)
    return kept


def _is_of_all(finding: Finding) -> bool:
    return isinstance(finding.values.get("description"), Text)
