"""Values that are written in another shape."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from medborgarlofte.diagnostic import value_at
from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Declared
from medborgarlofte.model.kinds import field_at, keys, record_at
from medborgarlofte.model.messages import MISSING_KEY, SPLIT_ITEM, WRONG_SHAPE
from medborgarlofte.model.record import Period
from medborgarlofte.model.written_values import group_example, period_in_words
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.suggestions import closest_match


def is_alike(found: Sequence[Finding], route: Route, detail: Mapping[str, Any]) -> bool:
    """True for a text as item, a key with “=” or one of another kind, where one beside it has that finding already."""
    beside = [one for one in found if one.place[:-1] == route[:-1]]
    if detail["type"] == "extra_forbidden":
        if any(route[-1] in one.values.get("elsewhere", ()) for one in beside):  # type: ignore[operator]  # keys
            return True
        return "=" in str(route[-1]) and any("=" in str(one.place[-1]) for one in beside)
    is_text = detail["type"] == "model_type" and isinstance(detail["input"], str)
    return is_text and isinstance(route[-1], int) and any(one.notice is WRONG_SHAPE for one in beside)


def list_by_name(kind: type[BaseModel], value: Any, route: Route) -> Route | None:
    """Route of a list that is written as a group of names: ”poster: {K1: {…}, K2: {…}}”, ”{polisen: Robin Testberg, …}”."""
    if len(route) < 2 or route[-2] != 0 or not isinstance(group := value_at(value, route[:-2]), dict):
        return None
    record = record_at(kind, route[:-1])
    if not group or record is None or group.keys() & keys(record).keys():
        return None
    is_misspelt = len(group) == 1 or any(closest_match(str(name), keys(record)) for name in group)
    return route[:-2] if all(isinstance(part, dict) for part in group.values()) or not is_misspelt else None


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


def shape_advice(kind: type[BaseModel], route: Route, written: Any, wanted: str) -> Text:
    """The keys that a group needs, or the one value, where something else stands in its place."""
    record, key = record_at(kind, route), key_at(route)
    in_list, is_list = isinstance(route[-1], int), wanted == "tuple_type"
    if written is None and in_list:
        return Text(
            "Ta bort det ensamma strecket, eller skriv punkten efter det.",
            "Remove the lone dash, or write the item after it.",
        )
    if record is not None and in_list and isinstance(written, str):
        item = group_example(record)
        return Text(f"Skriv varje punkt som ”- {item}”.", f"Write each item as “- {item}”.")
    if (plain := _plain_value(field_at(kind, route), written)) and not is_list:
        return Text(f"Skriv bara ett värde: ”{key}: {plain}”.", f"Write one value only: “{key}: {plain}”.")
    if record is None or (isinstance(written, dict) and not is_list) or in_list:
        return Text(
            "Om en text innehåller kolon eller hakparentes: sätt citattecken runt den.",
            "If a text contains a colon or a bracket: put quotation marks around it.",
        )
    dates = " – ".join(map(str, written)) if isinstance(written, list) else str(written)
    if record is Period and (period := period_in_words(dates)):
        return Text(f"Skriv ”{key}: {period}”.", f"Write “{key}: {period}”.")
    if isinstance(written, dict) and written and isinstance(written[name := next(iter(written))], dict):
        item = f"- {next(iter(keys(record)))}: {name}"
        return Text(f"Skriv ”{item}” i stället för ”{name}:”.", f"Write “{item}” instead of “{name}:”.")
    example = f"{key}: {group_example(record, is_list=is_list)}"
    return Text(f"Skriv till exempel ”{example}”.", f"Write, for example, “{example}”.")


def _plain_value(field: Declared | None, written: Any) -> str | None:
    """The value meant by a list, its texts joined or the first, or by a group: its text, or its last day or number."""
    is_text, record = field is not None and field.value_type in ("line", "prose"), field and field.record
    if isinstance(written, dict):
        names = ("text", "namn", "titel") if is_text else ("till", *written)
        values = (written.get(name) for name in names) if record is None else ()
        return next((one for one in values if isinstance(one, str) and (is_text or one[:1].isdigit())), None)
    texts = (
        written if isinstance(written, (list, tuple)) and all(isinstance(one, str) for one in written) else ()
    )
    if record is not None and (record is Period or len(texts) != 1):
        return None
    between = " " if any(one.rstrip().endswith((".", "!", "?")) for one in texts) else ", "
    return between.join(texts) if is_text else next(iter(texts), None)


def key_at(route: Route) -> str:
    """The last key of a route."""
    return next((step for step in reversed(route) if isinstance(step, str)), "")
