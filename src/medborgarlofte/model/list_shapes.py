"""Values that are written in another shape."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from medborgarlofte.diagnostic import value_at
from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import keys, record_at
from medborgarlofte.model.messages import MISSING_KEY, SPLIT_ITEM, WRONG_SHAPE
from medborgarlofte.model.record import Period
from medborgarlofte.model.written_values import group_example, period_in_words
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route


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


def shape_advice(kind: type[BaseModel], route: Route, written: Any, wanted: str) -> Text:
    """The keys that a group needs, where a text or a list stands in its place."""
    record, is_list = record_at(kind, route), wanted == "tuple_type"
    if written is None and isinstance(route[-1], int):
        return Text(
            "Ta bort det ensamma strecket, eller skriv punkten efter det.",
            "Remove the lone dash, or write the item after it.",
        )
    if record is not None and isinstance(route[-1], int) and isinstance(written, str):
        item = group_example(record)
        return Text(f"Skriv varje punkt som ”- {item}”.", f"Write each item as “- {item}”.")
    if (
        record is not None
        and is_list
        and isinstance(written, dict)
        and (name := _first_name(record, written))
    ):
        item = f"- {next(iter(keys(record)))}: {name}"
        return Text(f"Skriv ”{item}” i stället för ”{name}:”.", f"Write “{item}” instead of “{name}:”.")
    if record is None and (plain := _plain_value(written, is_text=wanted == "string_type")):
        pair = f"{key_at(route)}: {plain}"
        if isinstance(written, dict) or len(written) > 1:
            return Text(f"Skriv bara ett värde: ”{pair}”.", f"Write one value only: “{pair}”.")
        return Text(
            f"Ta bort hakparenteserna eller strecket: ”{pair}”.",
            f"Remove the brackets or the dash: “{pair}”.",
        )
    if record is None or (isinstance(written, dict) and not is_list) or isinstance(route[-1], int):
        return Text(
            "Om en text innehåller kolon eller hakparentes: sätt citattecken runt den.",
            "If a text contains a colon or a bracket: put quotation marks around it.",
        )
    if record is Period and isinstance(written, str) and (period := period_in_words(written)):
        return Text(f"Skriv ”{key_at(route)}: {period}”.", f"Write “{key_at(route)}: {period}”.")
    example = f"{key_at(route)}: {group_example(record, is_list=is_list)}"
    return Text(f"Skriv till exempel ”{example}”.", f"Write, for example, “{example}”.")


def _first_name(record: type[BaseModel], group: Mapping[str, Any]) -> str | None:
    """First key of a group that names its items, ”K1: {part: …}”, where a list belongs."""
    is_named = (
        all(isinstance(item, dict) for item in group.values()) and not group.keys() & keys(record).keys()
    )
    return next(iter(group), None) if is_named else None


def _plain_value(written: Any, *, is_text: bool) -> str | None:
    """The value meant by a list or group: the texts joined, or the first value, of a group the first number or day."""
    if isinstance(written, (list, tuple)):
        if not all(isinstance(item, str) for item in written):
            return None
        return ", ".join(written) if is_text else next(iter(written), None)
    group = written if isinstance(written, dict) and not is_text else {}
    values = (group.get("till"), *group.values())
    return next((one for one in values if isinstance(one, str) and one[:1].isdigit()), None)


def key_at(route: Route) -> str:
    """The last key of a route."""
    return next((step for step in reversed(route) if isinstance(step, str)), "")
