"""Pydantic's validation errors as findings."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from medborgarlofte.diagnostic import value_at
from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.item_ids import free_ids, missing_id, one_for_all
from medborgarlofte.model.kinds import field_at, record_at
from medborgarlofte.model.list_shapes import is_alike, joined_items, key_at, list_by_name, shape_advice
from medborgarlofte.model.messages import (
    EMPTY_VALUE,
    MISSING_DASH_SPACE,
    MISSING_KEY,
    NO_BOUND,
    REVERSED_PERIOD,
    REVERSED_SPAN,
    SEVERAL_BOUNDS,
    UNKNOWN_KEY,
    WRONG_SHAPE,
)
from medborgarlofte.model.record import Document
from medborgarlofte.model.references import references_inside
from medborgarlofte.model.unknown_keys import describe
from medborgarlofte.model.value_messages import (
    ADDRESS,
    BAD_ID,
    BELOW_ZERO,
    DATE_FORM,
    IMPOSSIBLE_DATE,
    IN_WORDS,
    NOT_A_CHOICE,
    NOT_A_NUMBER,
    NOT_FILLED_IN,
    UNKNOWN_CODE,
    YES_NO,
)
from medborgarlofte.model.written_values import (
    did_you_mean,
    id_advice,
    in_words,
    invisible,
    listed,
    other_key,
    other_word,
)
from medborgarlofte.source.files import INVISIBLE
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route
from medborgarlofte.source.syntax_messages import BULLET, TABLE_ROW
from medborgarlofte.swedish import fold


def describe_errors(error: ValidationError, kind: type[BaseModel], value: Any) -> list[Finding]:
    """Findings for validation errors, one per cause."""
    found: list[Finding] = []
    suggested: set[Route] = set()
    missing: list[Finding] = []
    ids: dict[Route, dict[int, str]] = {}
    for detail in error.errors(include_url=False, include_input=True):
        route: Route = tuple(detail["loc"])
        if is_alike(found, route, detail):
            continue
        if (group := list_by_name(kind, value, route)) is not None:
            finding = _wrong_shape(kind, group, {"type": "tuple_type", "input": value_at(value, group)})
            found += [finding] if finding not in found else []
        elif detail["type"] == "extra_forbidden":
            finding = _unknown_key(kind, value, route)
            found.append(finding)
            if meant := finding.values.get("key_meant"):
                suggested.add((*route[:-1], str(meant)))
        elif detail["type"] == "too_short" and value_at(value, route):
            continue  # the items that are there have errors of their own
        elif detail["type"] == "missing":
            missing.append(_missing(kind, value, route, ids))
        elif (
            detail["type"] in _WANTED and route[-1] == 0 and not isinstance(value_at(value, route[:-1]), list)
        ):
            found.append(_wrong_shape(kind, route[:-1], {**detail, "type": "tuple_type"}))
        else:
            found.append(_with_its_id(kind, value, _described(kind, route, detail)))
    # A misspelt required key is one finding, not two; what a pasted row lacks is in its cells.
    rows = {finding.place[:-1] for finding in found if finding.notice is TABLE_ROW}
    missing = [one for one in missing if one.place not in suggested and one.place[:-1] not in rows]
    return found + one_for_all(joined_items(missing, value))


def _described(kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    is_other = detail["type"] in ("not_a_number", "date_form", "tuple_type")
    if is_other and (meant := other_key(key_at(route), str(detail["input"]))):
        values = {"key": key_at(route), "value": detail["input"], "example": Text(f"”{meant}”", f"“{meant}”")}
        return Finding(IN_WORDS, route, values)
    if notice := _PLAIN.get(detail["type"]):
        values = {"value": detail.get("input"), "key": key_at(route), **detail.get("ctx", {})}
        return Finding(notice, route, values)
    return _TRANSLATIONS.get(detail["type"], _wrong_shape)(kind, route, detail)


def _with_its_id(kind: type[BaseModel], value: Any, finding: Finding) -> Finding:
    """Finding on a name where an id belongs, with the id of what has that name."""
    if finding.notice is not BAD_ID or not issubclass(kind, Document):
        return finding
    keys_of = tuple(step for step in finding.place if isinstance(step, str))
    target = next((rule.target for rule in references_inside(kind) if rule.field == keys_of), "")
    named = fold(str(finding.values["value"]).strip())
    for item in value.get(target) or () if isinstance(value.get(target), list) else ():
        if isinstance(item, dict) and any(fold(str(item.get(key))) == named for key in ("namn", "rubrik")):
            meant = item.get("id")
            return finding._replace(
                values={**finding.values, "real": meant, "advice": did_you_mean(meant, [])}
            )
    return finding


def _unknown_key(kind: type[BaseModel], value: Any, route: Route) -> Finding:
    above = route[:-1]
    values = describe(kind, above, value_at(value, above), str(route[-1]), value)
    return Finding(UNKNOWN_KEY, route, values, on_key=True)


def _missing(kind: type[BaseModel], value: Any, route: Route, ids: dict[Route, dict[int, str]]) -> Finding:
    """Finding for a missing key; `ids` are the free ones of each list, once they were looked for."""
    above = value_at(value, route[:-1])
    key = str(route[-1])
    if isinstance(above, dict) and key in above:
        return Finding(EMPTY_VALUE, route, {"key": key}, on_key=True)
    if isinstance(route[-1], int):  # mellan: [3]
        return _wrong_shape(kind, route[:-1], {"input": value_at(value, route[:-1])})
    field = field_at(kind, route)
    description = field.description if field else ""
    if key == "id":
        items = value_at(value, route[:-2])
        if route[:-2] not in ids:
            ids[route[:-2]] = free_ids(items)
        return missing_id(ids[route[:-2]], len(items) if isinstance(items, list) else 1, route, description)
    return Finding(MISSING_KEY, route, {"key": key, "value": "…", "description": description})


def _choice(kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    if isinstance(detail["input"], (list, dict)):
        return _wrong_shape(kind, route, {**detail, "type": "string_type"})
    context = detail.get("ctx", {})
    choices = context.get("choices") or re.findall(r"'([^']*)'", context["expected"])
    written = detail["input"]
    longer = [choice for choice in choices if len(choice) > 3 and fold(str(written)).startswith(fold(choice))]
    meant = max(longer, key=len, default=other_word(str(written), choices))
    advice = did_you_mean(meant, choices)
    if isinstance(written, str) and (seen := INVISIBLE.search(written)):
        advice = invisible(seen[0])
    values = {"value": written, "key": key_at(route), "meant": advice, "real": meant}
    return Finding(NOT_A_CHOICE, route, values)


def _wrong_shape(kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    wanted = detail.get("ctx", {}).get("wanted") or _WANTED.get(detail.get("type", ""))
    if wanted is None:
        field = field_at(kind, route)
        described = (field.description or "").rstrip(".") if field else ""
        wanted = Text(f"{described[:1].lower()}{described[1:]}", f"in Swedish: {described}")
        if key_at(route) == "mellan":
            wanted = Text("två tal: [3, 4]", "two numbers: [3, 4]")
    written = detail.get("input")
    if isinstance(written, str) and written.startswith("-"):
        return _dash(kind, route, detail)
    if isinstance(written, str) and "\t" in written:
        return Finding(TABLE_ROW, route, {"text": " | ".join(written.split("\t"))})
    if isinstance(written, str) and (example := in_words(record_at(kind, route), key_at(route), written)):
        return Finding(IN_WORDS, route, {"key": key_at(route), "value": written, "example": example})
    if (
        isinstance(written, (list, tuple))
        and len(written) == 1
        and fold(str(written[0])) == fold(key_at(route))
    ):
        return Finding(NOT_FILLED_IN, route, {"value": f"[{written[0]}]"})
    values = {"key": key_at(route), "wanted": wanted, "given": _given(written)}
    if advice := detail.get("ctx", {}).get("advice"):
        quoted = Text(f"”{written}”", f"“{written}”")
        return Finding(WRONG_SHAPE, route, {**values, "given": quoted, "advice": advice})
    advice = shape_advice(kind, route, written, detail.get("type", ""))
    return Finding(WRONG_SHAPE, route, {**values, "advice": advice})


def _bad_id(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    """Id with characters that an id cannot have, or several ids in one text."""
    written = str(detail["input"])
    if "\t" in written:
        return Finding(TABLE_ROW, route, {"text": " | ".join(written.split("\t"))})
    meant, advice = id_advice(written, key_at(route))
    return Finding(BAD_ID, route, {"value": written, "advice": advice, "real": meant})


def _dash(_kind: type[BaseModel], route: Route, _detail: Mapping[str, Any]) -> Finding:
    return Finding(MISSING_DASH_SPACE, route, {"key": key_at(route), "wanted": _WANTED["tuple_type"]})


_WANTED: Final = {
    "string_type": Text("en text", "a text"),
    "tuple_type": Text("en lista (rader som börjar med ”- ”)", "a list (lines that begin with “- ”)"),
    "model_type": Text("en grupp av nycklar", "a group of keys"),
    "model_attributes_type": Text("en grupp av nycklar", "a group of keys"),
}


def _given(written: Any) -> Text:
    if isinstance(written, str):
        return Text("en text", "a text")
    if isinstance(written, (list, tuple)):
        return Text("en lista", "a list")
    if isinstance(written, dict):
        return Text("en grupp av nycklar", "a group of keys")
    return Text("något annat", "something else")


def _below_zero(_kind: type[BaseModel], route: Route, _detail: Mapping[str, Any]) -> Finding:
    """Names the key as written: ”utfall: -3” is read as ”utfall: {värde: -3}”."""
    *above, key = (step for step in route if isinstance(step, str))
    return Finding(BELOW_ZERO, route, {"key": above[-1] if key == "värde" else key})


def _reversed_period(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    end = "förlängd_till" if "förlängd_till" in detail["input"] else "till"
    return Finding(REVERSED_PERIOD, (*route, end), detail["ctx"])


def _several_bounds(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    names = detail["ctx"]["keys"]
    return Finding(
        SEVERAL_BOUNDS, (*route, names[1]), {"keys": listed(names, Text("och", "and"))}, on_key=True
    )


def _empty(_kind: type[BaseModel], route: Route, _detail: Mapping[str, Any]) -> Finding:
    return Finding(EMPTY_VALUE, route, {"key": key_at(route)}, on_key=True)


_TRANSLATIONS: Final[Mapping[str, Callable[[type[BaseModel], Route, Mapping[str, Any]], Finding]]] = {
    "dash": _dash,
    "below_zero": _below_zero,
    "literal_error": _choice,
    "choice": _choice,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_pattern_mismatch": _bad_id,
    "reversed_period": _reversed_period,
    "several_bounds": _several_bounds,
}
"""Describers of errors that a message alone does not explain."""

_PLAIN: Final[Mapping[str, SchemaNotice]] = {
    "impossible_date": IMPOSSIBLE_DATE,
    "date_form": DATE_FORM,
    "not_a_number": NOT_A_NUMBER,
    "yes_no": YES_NO,
    "address": ADDRESS,
    "municipality_code": UNKNOWN_CODE,
    "no_bound": NO_BOUND,
    "reversed_span": REVERSED_SPAN,
    "bullet": BULLET,
}
"""Messages that are filled from value and context."""
