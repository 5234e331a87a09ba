"""Consistency of one document: ids, names and codes, quotation marks."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import FollowUp, FollowUpItem
from medborgarlofte.model.kinds import keys
from medborgarlofte.model.messages import EMPTY_VALUE, MISSING_KEY, TWIN_ID, TWIN_ITEM
from medborgarlofte.model.municipalities import EXAMPLE_CODE, by_name, is_same_place, municipalities
from medborgarlofte.model.value_messages import CODE_AND_NAME, CURLY_QUOTES
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.suggestions import closest_match
from medborgarlofte.swedish import fold


def inconsistencies(value: dict[str, Any]) -> list[Finding]:
    """Contradictions within a document."""
    return [*_twin_ids(value), *_wrong_municipalities(value), *_curly_quotes(value, ()), *_unnamed(value)]


def _unnamed(value: dict[str, Any]) -> Iterator[Finding]:
    """What a follow-up does not name: its promise, and the commitment of each item."""
    if value.get("dokument") != FollowUp.KIND:
        return
    if not value.get("löfte") and not value.get("löfte_saknas"):
        yield from _missing(value, FollowUp, "löfte", ())
    items = value.get("poster")
    for index, item in enumerate(items if isinstance(items, list) else [items]):
        if not isinstance(item, dict) or (item and not item.keys() & keys(FollowUpItem)):
            continue  # where no key is right, that is reported
        if not item.get("åtagande"):
            outside = bool(value.get("löfte_saknas")) and not value.get("löfte")
            if not (outside and item.get("text")):
                key = "text" if outside else "åtagande"
                yield from _missing(item, FollowUpItem, key, ("poster", index))


def _missing(value: dict[str, Any], record: type[BaseModel], key: str, above: Route) -> Iterator[Finding]:
    """A key that is missing or empty, unless it is there in another spelling."""
    if key in value:
        yield Finding(EMPTY_VALUE, (*above, key), {"key": key}, on_key=True)
    elif not any(name not in keys(record) and closest_match(name, [key]) for name in value):
        description = keys(record)[key].description
        yield Finding(MISSING_KEY, (*above, key), {"key": key, "description": description})


def _twin_ids(value: dict[str, Any]) -> list[Finding]:
    """Duplicate ids in a list."""
    found = []
    for key, items in value.items():
        if not isinstance(items, list):
            continue
        first: dict[str, int] = {}
        name = "åtagande" if key == "poster" else "indikator" if key == "indikatorer" else "id"
        for index, item in enumerate(items):
            written = item.get(name) if isinstance(item, dict) else None
            if not isinstance(written, str) or name == "indikator":
                continue
            if fold(written) in first:
                notice = TWIN_ITEM if name == "åtagande" else TWIN_ID
                found.append(Finding(notice, (key, index, name), {"id": written, "key": key}))
            first.setdefault(fold(written), index)
    return found


def _curly_quotes(value: Any, route: Route) -> Iterator[Finding]:
    """Values wholly in Word's quotes, which YAML keeps as text."""
    for step, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, (dict, list)):
            yield from _curly_quotes(part, (*route, step))
        elif isinstance(part, str) and len(part) > 2 and part[0] in "”“„" and part[-1] in "”“":
            plain = part[1:-1]
            if not set(plain) & set("”“„"):
                values = {"value": part, "plain": plain}
                yield Finding(CURLY_QUOTES, (*route, step), values, severity="warning")


def _wrong_municipalities(value: dict[str, Any]) -> list[Finding]:
    """Parties whose name and code name different municipalities."""
    found = []
    parties = value.get("parter")
    for index, party in enumerate(parties if isinstance(parties, list) else [parties]):
        if not isinstance(party, dict) or party.get("typ") not in ("kommun", "stadsdel"):
            continue
        code, name = party.get("kommunkod"), party.get("namn")
        if code is None or code == EXAMPLE_CODE or not isinstance(name, str):
            continue
        owner = municipalities().get(code) if isinstance(code, str) else None
        if owner and not is_same_place(name, owner):
            meant = by_name(name)
            advice = (
                Text(
                    f"{meant.name} har kommunkoden ”{meant.code}”.",
                    f"The code of {meant.name} is “{meant.code}”.",
                )
                if meant
                else Text(
                    "Kontrollera koden mot SCB:s lista.",
                    "Check the code against the list of Statistics Sweden (SCB).",
                )
            )
            values = {"code": code, "owner": owner.name, "name": name, "advice": advice}
            found.append(Finding(CODE_AND_NAME, ("parter", index, "kommunkod"), values))
    return found
