"""Assessment of figures against targets."""

import math
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.follow_up.days import Days, units
from medborgarlofte.follow_up.outcome import MARGIN, Figure, figure_of
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_actual, format_target
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.follow_up import Actual
from medborgarlofte.model.promise import Target
from medborgarlofte.model.statuses import Status
from medborgarlofte.swedish import format_number
from medborgarlofte.units import is_length, is_share


class Assessment(NamedTuple):
    """Proposed status with the figures behind it."""

    status: Status
    why: Text


def assess(
    targets: Sequence[Target], actuals: Sequence[Actual], *, promised: Days | None, final: bool
) -> Assessment | None:
    """Status implied by figures, or None.

    `promised` is the whole period, over which rates are multiplied; `final` is true when the figures cover
    all of it. Before that a commitment is under way until its number is reached. With several targets, each
    needs a figure of its own (`mål`); one figure for two targets leaves the status undecided.
    """
    verdicts = []
    for number, target in enumerate(targets, start=1):
        actual = _actual_for(number, targets, actuals)
        figure = figure_of(actual) if actual else None
        met = _verdict(target, figure, promised) if figure else None
        if actual is None or figure is None or met is None:
            return None
        verdicts.append((_status(target, figure, met=met, final=final), target, actual))
    if not verdicts:
        return None
    worst, target, actual = min(verdicts, key=lambda row: _SEVERITY.index(row[0]))
    statuses = {status for status, _, _ in verdicts}
    mixed: Status = "delvis genomfört" if final else "pågår"
    return Assessment(worst if len(statuses) == 1 else mixed, _why(target, actual, promised))


_SEVERITY: Final[Sequence[Status]] = (
    "ej genomfört", "delvis genomfört", "ej påbörjat", "pågår", "genomfört"
)  # fmt: skip
"""Statuses that figures give, the worst first."""


def _actual_for(number: int, targets: Sequence[Target], actuals: Sequence[Actual]) -> Actual | None:
    """Figure for a target, counted from 1."""
    own = [actual for actual in actuals if actual.target == number or len(targets) == 1]
    return own[0] if len(own) == 1 else None


def lacks_figure(targets: Sequence[Target], actuals: Sequence[Actual]) -> list[int]:
    """Numbers of targets without a figure, from 1.

    Empty when no figure is given at all.
    """
    if not actuals:
        return []
    return [
        n for n in range(1, len(targets) + 1) if not any(a.target == n or len(targets) == 1 for a in actuals)
    ]


def wrong_numbers(targets: Sequence[Target], actuals: Sequence[Actual]) -> Mapping[int, bool]:
    """Figures, by index, whose target does not exist (true) or already has one for that place and year (false)."""
    seen: set[tuple[int, str | None, int | None]] = set()
    wrong: dict[int, bool] = {}
    for index, actual in enumerate(actuals):
        if (number := actual.target or (1 if len(targets) == 1 else None)) is None:
            continue
        key = (number, actual.place, actual.year)
        if not 0 < number <= len(targets) or key in seen:
            wrong[index] = key not in seen
        seen.add(key)
    return wrong


def _status(target: Target, figure: Figure, *, met: bool, final: bool) -> Status:
    if target.at_most is not None or target.none or is_time(target):
        if not met:
            return "ej genomfört"
        return "genomfört" if final else "pågår"
    if met:
        return "genomfört" if final or _is_total(target, figure) else "pågår"
    if figure.is_nothing:
        return "ej genomfört" if final else "ej påbörjat"
    return "delvis genomfört" if final else "pågår"


def _is_total(target: Target, figure: Figure) -> bool:
    """True for counts over the whole promise.

    Such a number stays reached.
    """
    if target.all:
        return target.per in (None, "perioden")
    return not is_share(target.unit) and figure.per_days is None and not figure.each


def is_time(target: Target) -> bool:
    """True for a target that is only a time."""
    return target.within is not None and not any(
        getattr(target, name) not in (None, False) for name in Target.BOUNDS
    )


# ---------------------------------------------------------------- the target as bounds


def _verdict(target: Target, figure: Figure, promised: Days | None) -> bool | None:
    """True if the target is met, None if undecided."""
    if is_time(target):
        return _within(target, figure)
    bounds = _bounds(target)
    if bounds is None:
        return None
    if target.all or is_share(target.unit):
        seen = figure.share or (None if target.all or figure.time else (figure.low, figure.high))
        return _compared(*bounds, *seen) if seen else None
    if math.isnan(figure.low) or (figure.time and not is_length(target.unit)):
        return None
    if figure.each and not target.for_each:
        return None
    return _counted(target, figure, promised, *bounds)


def _counted(
    target: Target, figure: Figure, promised: Days | None, low: float | None, high: float | None
) -> bool | None:
    scaled = _scaled(target, figure, promised)
    if scaled is None:
        return None
    if target.for_each and not figure.each:
        # How many places there are is not known: fewer than one place asks for is too few, all else is open.
        few = (
            low is not None and figure.per_days is None and figure.high < math.floor(low * scaled + _EPSILON)
        )
        return False if few else None
    least = None if low is None else _rounded(low * scaled, figure, down=True)
    most = None if high is None else _rounded(high * scaled, figure, down=False)
    return _compared(least, most, figure.low, figure.high)


_EPSILON: Final = 1e-6


def _rounded(total: float, figure: Figure, *, down: bool) -> float:
    """Rate total, rounded in the promisers' favour."""
    if figure.per_days is not None or abs(total - round(total)) < _EPSILON:
        return round(total, 6)
    return float(max(math.floor(total), 1) if down else math.ceil(total))


def _compared(low: float | None, high: float | None, least: float, most: float) -> bool | None:
    if low is not None:
        return True if least >= low else False if most < low else None
    if high is not None:
        return True if most <= high else False if least > high else None
    return None


def _bounds(target: Target) -> tuple[float | None, float | None] | None:
    """Minimum and maximum of a target.

    More than an exact number or a range also counts as done.
    """
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


def _scaled(target: Target, figure: Figure, promised: Days | None) -> float | None:
    """Factor that makes the bounds comparable to the figure."""
    rated = target.per is not None and target.per != "perioden"
    if figure.per_days:
        length = rate_days(target.per or "") if rated else (promised.length if promised else None)
        return figure.per_days / length if length else None
    if not rated:
        return 1.0
    return units(target.per or "", promised) if promised else None


def _within(target: Target, figure: Figure) -> bool | None:
    allowed = _hours_of(target.within or "")
    if allowed is None:
        return None
    if figure.time:
        return _compared(None, allowed, *figure.time)
    stated = (target.within or "").partition(" ")[0]  # a bare number is in the unit of the target
    if not stated.isdigit() or math.isnan(figure.low) or figure.per_days or figure.share:
        return None
    return _compared(None, float(stated), figure.low, figure.high)


def _hours_of(text: str) -> float | None:
    figure = figure_of(Actual.model_validate({"text": text}))
    return figure.time[1] if figure and figure.time else None


def _why(target: Target, actual: Actual, promised: Days | None) -> Text:
    asked, given = format_target(target), format_actual(actual)
    total = _total(target, promised)
    return Text(
        f"Utfallet är {given.sv}, målet {asked.sv}{total.sv}.",
        f"The outcome is {given.en}, the target {asked.en}{total.en}.",
    )


def _total(target: Target, promised: Days | None) -> Text:
    """Total of a rate: ”(104 under perioden)”."""
    bounds = _bounds(target)
    if target.per in (None, "perioden") or promised is None or bounds is None:
        return Text("", "")
    low, high = (bound * units(str(target.per), promised) if bound is not None else None for bound in bounds)
    value = max(math.floor(low + _EPSILON), 1) if low is not None else math.ceil((high or 0) - _EPSILON)
    return Text(
        f" ({format_number(value)} under perioden)", f" ({format_number(value, 'en')} over the period)"
    )


_CONTRADICTED: Final[Mapping[Status, frozenset[Status]]] = {
    "genomfört": frozenset(("delvis genomfört", "ej genomfört", "ej påbörjat")),
    "delvis genomfört": frozenset(("genomfört", "ej genomfört", "ej påbörjat")),
    "ej genomfört": frozenset(("genomfört", "delvis genomfört")),
    "pågår": frozenset(("genomfört", "ej påbörjat")),
    "ej påbörjat": frozenset(("genomfört", "delvis genomfört")),
}
"""For each status that figures give, those that cannot be true beside them."""


def contradicts(status: Status, judged: Assessment) -> bool:
    """True when a stated status disagrees with the figures."""
    return status in _CONTRADICTED.get(judged.status, ())
