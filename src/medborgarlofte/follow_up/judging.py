"""What a figure says about a target: done, partly done, not done, or nothing certain."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from medborgarlofte.follow_up.outcome import MARGIN, Figure, figure_of
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.follow_up import Actual, Status
from medborgarlofte.model.promise import Target
from medborgarlofte.swedish import write_number
from medborgarlofte.text import Text
from medborgarlofte.wording.phrases import write_actual, write_target
from medborgarlofte.wording.quantities import quantities


class Days(NamedTuple):
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> float:
        """Calendar months: January to June is 6; broken months count by their days."""
        end = self.last + dt.timedelta(days=1)
        whole = (end.year - self.first.year) * 12 + end.month - self.first.month
        return whole + (end.day - self.first.day) / 30.4375


class Judgement(NamedTuple):
    """A proposed status, and the figures it rests on."""

    status: Status
    why: Text


def judge(
    targets: Sequence[Target], actual: Actual | None, *, promised: Days | None, final: bool
) -> Judgement | None:
    """The status that figure and targets give, or None when they settle nothing.

    `promised` is the whole period of the promise, whose rates are reckoned up over it; `final` tells whether the figure
    is for all of it. Before that a commitment is under way until its number is reached.
    """
    figure = figure_of(actual) if actual else None
    if actual is None or figure is None or not targets:
        return None
    found = [(target, _verdict(target, figure, promised)) for target in targets]
    settled = {met for _, met in found if met is not None}
    if len(settled) != 1 or (settled == {True} and any(met is None for _, met in found) and not final):
        return None
    met = settled.pop()
    target = next(target for target, verdict in found if verdict is not None)
    return Judgement(_status(target, figure, met=met, final=final), _why(target, actual, promised))


def _status(target: Target, figure: Figure, *, met: bool, final: bool) -> Status:
    limits = target.at_most is not None or target.none or _is_time(target)
    if limits:
        if not met:
            return "ej genomfört"
        return "genomfört" if final else "pågår"
    if met:
        reached = target.per is None or target.per == "perioden" or not figure.per_days
        return "genomfört" if final or reached else "pågår"
    if figure.high <= 0:
        return "ej genomfört" if final else "ej påbörjat"
    return "delvis genomfört" if final else "pågår"


def _is_time(target: Target) -> bool:
    return target.within is not None and not any(
        getattr(target, name) not in (None, False) for name in Target.BOUNDS
    )


# ---------------------------------------------------------------- the target as bounds


def _verdict(target: Target, figure: Figure, promised: Days | None) -> bool | None:
    """Whether the target is met; None when the figure does not settle it."""
    if figure.hours or _is_time(target):
        return _within(target, figure)
    bounds = _bounds(target)
    if bounds is None:
        return None
    low, high = bounds
    if target.all or _is_share(target):
        seen = figure.share or (None if target.all else (figure.low, figure.high))
        return _compared(low, high, *seen) if seen else None
    if math.isnan(figure.low):
        return None
    if target.for_each and not figure.each:
        # How many places there are is not known: fewer than one place asks for is too few, all else is open.
        return False if low is not None and figure.high < low else None
    if figure.each and not target.for_each:
        return None
    scaled = _scaled(target, figure, promised)
    if scaled is None:
        return None
    return _compared(
        None if low is None else _whole(low * scaled), None if high is None else high * scaled, *figure[:2]
    )


def _compared(low: float | None, high: float | None, least: float, most: float) -> bool | None:
    if low is not None:
        return True if least >= low else False if most < low else None
    if high is not None:
        return True if most <= high else False if least > high else None
    return None


def _bounds(target: Target) -> tuple[float | None, float | None] | None:
    """What must be reached, and what must not be passed. More than an exact number or a span is done as well."""
    down = 1 - MARGIN if target.approximate else 1.0
    up = 1 + MARGIN if target.approximate else 1.0
    if target.all:
        return 100.0, None
    if target.none:
        return None, 0.0
    if target.at_most is not None:
        return None, target.at_most * up
    least = target.at_least if target.at_least is not None else target.exactly
    if least is None and target.between:
        least = target.between[0]
    return None if least is None else (least * down, None)


def _is_share(target: Target) -> bool:
    return bool(re.match(r"procent|%|andel", target.unit or ""))


def _scaled(target: Target, figure: Figure, promised: Days | None) -> float | None:
    """What the bounds are to be multiplied by to stand beside the figure."""
    rated = target.per is not None and target.per != "perioden"
    if figure.per_days:
        length = rate_days(target.per or "") if rated else (promised.length if promised else None)
        return figure.per_days / length if length else None
    if not rated:
        return 1.0
    return units(target.per or "", promised) if promised else None


def units(rate: str, days: Days) -> float:
    """How many whole weeks, months or years of a rate there are in a stretch of days."""
    count, _, unit = rate.rpartition(" ")
    every = int(count or 1)
    if unit.startswith(("dag", "veck")):
        return days.length // ((7 if unit.startswith("veck") else 1) * every)
    length = (rate_days(unit) or 1) / 30.4375
    return math.floor(days.months / (round(length) * every) + 0.01)


def _whole(value: float) -> float:
    """Without what the multiplication of fractions adds."""
    return round(value, 6)


def _within(target: Target, figure: Figure) -> bool | None:
    if target.within is None:
        return None
    allowed = next((q.hours for q in quantities(f"inom {target.within}") if q.hours is not None), None)
    if allowed is None:
        return None
    if figure.hours:
        return _compared(None, allowed, figure.low, figure.high)
    stated = re.match(r"\d+", target.within)  # a bare number is in the unit of the target
    if stated is None or math.isnan(figure.low):
        return None
    return _compared(None, float(stated[0]), figure.low, figure.high)


def _why(target: Target, actual: Actual, promised: Days | None) -> Text:
    asked, given = write_target(target), write_actual(actual)
    total = _total(target, promised)
    return Text(
        f"Utfallet är {given.sv}, målet {asked.sv}{total.sv}.",
        f"The outcome is {given.en}, the target {asked.en}{total.en}.",
    )


def _total(target: Target, promised: Days | None) -> Text:
    """A rate reckoned up: ”(104 under perioden)”."""
    bounds = _bounds(target)
    if target.per in (None, "perioden") or promised is None or bounds is None:
        return Text("", "")
    value = next(bound for bound in bounds if bound is not None) * units(str(target.per), promised)
    return Text(f" ({write_number(value)} under perioden)", f" ({write_number(value, 'en')} over the period)")


def contradicts(status: str, judged: Judgement) -> bool:
    """Whether a stated status says something else than the figures."""
    reached, short = ("genomfört",), ("delvis genomfört", "ej genomfört")
    if judged.status in reached:
        return status in (*short, "ej påbörjat")
    if judged.status in short:
        return status in reached or (status == "delvis genomfört" and judged.status == "ej genomfört")
    return judged.status == "ej påbörjat" and status in (*reached, "delvis genomfört")
