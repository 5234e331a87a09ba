"""Targets, deadlines and schedules from wording."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from medborgarlofte.importing.periods import MONTH, point
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.values import last_day
from medborgarlofte.swedish import ImpossibleDateError
from medborgarlofte.units import BY_FORM, BY_NAME

_RATES: Final = frozenset(["dag", "vecka", "månad", "kvartal", "termin", "tertial", "halvår", "år"])
_TIMES: Final = re.compile(r"\b(?:gång(?:er)?|ggr|tillfällen?)\b", re.IGNORECASE)
_DAY: Final = re.compile(rf"\b\d{{1,2}}(?::?[ae])?\s+(?:{MONTH})(?:\s+\d{{4}})?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measures:
    """Measurable fields of a drafted commitment."""

    targets: tuple[dict[str, Any], ...] = ()
    due: str = ""
    schedule: str = ""
    reservation: str = ""
    doubts: tuple[str, ...] = ()
    """Dates that are not in the calendar, as written."""


def measures(text: str, start: dt.date | None = None) -> Measures:
    """Measures in a text; `start` supplies missing years."""
    targets: list[dict[str, Any]] = []
    due = schedule = ""
    for found in analyse(text).measures:
        words = " ".join(text[found.start : found.end].split())
        if isinstance(found, ex.Deadline):
            due = due or _due(found, start)
        elif isinstance(found, ex.Schedule):
            schedule = schedule or ("" if words == "dagliga" else words)
        else:
            targets += _targets(found, words)
    doubts = tuple(day[0] for day in _DAY.finditer(text) if _is_impossible(day[0]))
    reserved = (
        text[one.start : one.end]
        for one in analyse(text).of(ex.Reservation)
        if text[one.end : one.end + 1] != "-"
    )
    return Measures(
        tuple(targets), due, schedule, "; ".join(" ".join(one.split()) for one in reserved), doubts
    )


def _targets(found: ex.Expression, words: str) -> Iterator[dict[str, Any]]:
    if isinstance(found, ex.Response):
        before = words.endswith(("före", "innan"))  # “senast två dagar före mötet”
        if not before and (within := _within(found, words)):
            yield {"inom": within}
    elif isinstance(found, ex.Share):
        share = _bounds(found.bounds.scaled(100), words)
        yield share | {"enhet": "procent"} | ({"av": found.of} if found.of else {})
    elif isinstance(found, ex.Count) and not (found.bounds.strict and "minst" not in words):
        times = _TIMES.search(words)
        unit = found.unit or (times[0] if times else "")
        made = _bounds(found.bounds, words)
        made |= {"enhet": unit} if unit else {}
        made |= {"per": found.per_unit} if found.per_unit in _RATES else {}
        made |= {"för_varje": found.each} if found.each and not found.each.endswith("år") else {}
        yield made


def _bounds(bounds: ex.Bounds, words: str) -> dict[str, Any]:
    low, high = bounds.low, bounds.high
    if low is None and "minst" in words.lower():
        low, high = high, None  # ”under minst sex helger”
    if low is not None and high is not None and low != high:
        made: dict[str, Any] = {"mellan": [_shown(low), _shown(high)]}
    else:
        key = "högst" if low is None else "exakt" if high is not None else "minst"
        made = {key: _shown(low if low is not None else high or 0.0)}
    return made | ({"cirka": "ja"} if bounds.approximate == "about" else {})


def _shown(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:g}".replace(".", ",")


def _within(found: ex.Response, words: str) -> str:
    """”5 vardagar” of ”inom högst fem vardagar”; empty for ”samma dag”."""
    unit = next((word for word in words.split() if word.lower() in BY_FORM), "")
    return f"{_shown(found.days / BY_NAME[found.unit].days)} {unit}" if found.unit and unit else ""


def _due(found: ex.Deadline, start: dt.date | None) -> str:
    """Last day or month; empty if undetermined."""
    last = last_day(found.moment, start, inclusive=found.inclusive)
    if last is None or (found.moment.year is None and start is None):
        return ""
    return f"{last:%Y-%m}" if found.moment.precision == "month" and found.inclusive else str(last)


def _is_impossible(written: str) -> bool:
    """True for nonexistent days: ”31 juni”."""
    try:
        point(written, 2024)
    except ImpossibleDateError:
        return True
    except ValueError:
        pass
    return False
