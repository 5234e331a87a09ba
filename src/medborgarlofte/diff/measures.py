"""Measures of a commitment and their order."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, get_args

from medborgarlofte.diff.model import Effect
from medborgarlofte.diff.similarity import similarities
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.expressions import Bounds
from medborgarlofte.model.promise import Commitment, Target
from medborgarlofte.model.record import Period
from medborgarlofte.units import BY_FORM, PERCENT, YEAR_DAYS, rate_of, scale_of

EQUAL: Final = 0.04
"""How much two figures may differ and be the same: 2 a week and 104 a year."""
Found = ex.Measure
Field = Literal["mål", "tid"]
_FOUND: Final = get_args(Found)


@dataclass(frozen=True, slots=True)
class Measure:
    """Binding expression and its field."""

    found: Found
    field: Field
    """mål (also for figures in the text) or tid."""

    @property
    def kind(self) -> str:
        """Kind within which measures compare; schedules are counts."""
        return "Count" if isinstance(self.found, ex.Schedule) else type(self.found).__name__

    @property
    def unit(self) -> str:
        """What is counted or shared."""
        if isinstance(self.found, (ex.Count, ex.Change)):
            return scale_of(self.found.unit)[0]
        return self.found.of if isinstance(self.found, ex.Share) else ""

    @property
    def per(self) -> float | None:
        """Days of the rate."""
        return self.found.per if isinstance(self.found, (ex.Count, ex.Schedule)) else None

    @property
    def is_each(self) -> bool:
        """True if it holds for each of several."""
        return isinstance(self.found, (ex.Count, ex.Schedule)) and bool(self.found.each)

    @property
    def bounds(self) -> Bounds:
        """Bounds; an exact number is a minimum, zero a maximum."""
        bounds = _bounds(self.found)
        if isinstance(self.found, ex.Count):
            bounds = bounds.scaled(scale_of(self.found.unit)[1])
        if bounds.low == 0:
            return Bounds(None, bounds.high, approximate=bounds.approximate)
        return Bounds(bounds.low, None, approximate=bounds.approximate) if bounds.is_exact else bounds


def _bounds(found: Found) -> Bounds:
    if isinstance(found, ex.Response):
        return Bounds(None, found.days or _SAME_DAY, approximate=found.approximate)
    if isinstance(found, ex.Duration):
        return found.bounds.scaled(1 / BY_FORM["timme"].days)  # as the hours of a count
    if isinstance(found, ex.Schedule):
        return Bounds(found.times, found.times)
    if isinstance(found, ex.Change):
        if found.becomes is not None and found.becomes.is_exact:
            value = found.becomes.low
            return Bounds(None, value) if found.direction == "down" else Bounds(value, None)
        return found.becomes or found.by or Bounds(None, None)
    return found.bounds


_SAME_DAY: Final = 0.5
"""Days that “samma dag” may take: longer than an hour."""


def period_days(period: Period) -> float | None:
    """Length of a period in days, None if open."""
    if period.start is None or period.last_date is None:
        return None
    return (period.last_date.last - period.start.first).days + 1


def measures(commitment: Commitment, days: float | None) -> list[Measure]:
    """Measures of fields and text; what is in both once, and what the text repeats at most twice."""
    found = [Measure(one, "mål") for target in commitment.targets for one in of_target(target, days)]
    read: tuple[tuple[str, Field], ...] = ((commitment.text, "mål"), (commitment.schedule or "", "tid"))
    for text, name in read:
        declared = len(found)
        for one in (Measure(expression, name) for expression in in_text(text)):
            equal = [at for at, other in enumerate(found) if same(other, one, days)]
            if len(equal) < _REPEATED and not any(at < declared for at in equal):
                found.append(one)
    return found


_REPEATED: Final = 2
"""How often a figure counts: “varje vecka på Storgatan och varje vecka på Skolgatan”."""


@lru_cache(maxsize=1024)
def in_text(text: str) -> tuple[Found, ...]:
    """Measurable expressions of a text."""
    return tuple(_lasting(one) for one in analyse(text).measures if isinstance(one, _FOUND))


def _lasting(found: Found) -> Found:
    """A count of days or weeks as the length that it is: “mäts två veckor”, “i två veckor”."""
    unit = (
        BY_FORM.get(found.unit) if isinstance(found, ex.Count) and not found.per and not found.each else None
    )
    if unit is None or unit.is_part_of_day or unit.days < 1 or not isinstance(found, ex.Count):
        return found
    return ex.Duration(bounds=found.bounds.scaled(unit.days), start=found.start, end=found.end)


def of_target(target: Target, days: float | None) -> Iterator[Found]:
    """Expressions of a declared target."""
    is_share = (target.unit or "").casefold() in PERCENT
    bounds = _target_bounds(target)
    if bounds is not None and (is_share or target.all):
        whole = target.unit if target.all else target.share_of
        scaled = bounds if target.all else bounds.scaled(0.01)
        yield ex.Share(bounds=scaled, of=whole or "", start=0, end=0)
    elif bounds is not None:
        rate = rate_of(target.per or "")
        per = days if target.per == "perioden" else rate[0] if rate else None
        name = rate[1].name if rate else target.per or ""
        unit, each = target.unit or "", target.for_each or ""
        yield ex.Count(bounds=bounds, unit=unit, per=per, per_unit=name, each=each, start=0, end=0)
    if target.within:
        yield from analyse(f"inom {target.within}").of(ex.Response)


def _target_bounds(target: Target) -> Bounds | None:
    low, high = target.at_least, target.at_most
    if target.exactly is not None:
        low = high = target.exactly
    if target.between:
        low, high = target.between
    if target.all:
        low = high = 1.0
    if target.none:
        low, high = None, 0.0
    return (
        None
        if low is None and high is None
        else Bounds(low, high, approximate="about" if target.approximate else "")
    )


def same(one: Measure, other: Measure, days: float | None) -> bool:
    """True for equal measures; a rate may be implied."""
    if one.kind != other.kind or (one.unit and one.per is None and isinstance(other.found, ex.Schedule)):
        return False  # “två områden” is not “vår och höst”
    if one.bounds == other.bounds and None in (one.per, other.per):
        return True
    first, second = yearly(one, days), yearly(other, days)
    return _same_bound(first.low, second.low) and (
        _same_bound(first.high, second.high) or None in (first.high, second.high)
    )


def yearly(measure: Measure, days: float | None) -> Bounds:
    """Bounds per year, or over the period without rate."""
    per = measure.per or days
    return (
        measure.bounds if measure.kind != "Count" or per is None else measure.bounds.scaled(YEAR_DAYS / per)
    )


def _same_bound(one: float | None, other: float | None) -> bool:
    return (one is None) == (other is None) and (one is None or other is None or near(one, other))


def near(one: float, other: float) -> bool:
    """True for figures within the tolerance."""
    return abs(one - other) <= EQUAL * max(abs(one), abs(other))


def effects(old: Measure, new: Measure, old_days: float | None, new_days: float | None) -> Iterator[Effect]:
    """Effects of replacing one measure by another."""
    if old.is_each != new.is_each:
        yield "sharpened" if new.is_each else "weakened"
    if {old.kind, new.kind} == _ALIKE:
        yield from _share_and_count(old, new)
        return
    rated = old.per is not None or new.per is not None
    before = yearly(old, old_days) if rated else old.bounds
    after = yearly(new, new_days) if rated else new.bounds
    if (before.low is None) != (after.low is None):
        if 0 not in (before.high, after.high):
            yield "weakened" if after.low is None else "sharpened"
        return
    if before.low is not None and after.low is not None:
        yield from _ordered(before.low, after.low)
        if not near(before.low, after.low):
            return  # a span moves as a whole
        yield from _ordered(_CERTAINTY[before.approximate], _CERTAINTY[after.approximate])
    if before.high is not None and after.high is not None:
        yield from _ordered(after.high, before.high)


_CERTAINTY: Final = {"": 3, "over": 3, "about": 2, "under": 1}
"""How much of a number “drygt”, “cirka” and “knappt” leave."""


def _ordered(before: float, after: float) -> Iterator[Effect]:
    """Effect by value: more binds to more."""
    if not near(before, after):
        yield "sharpened" if after > before else "weakened"


def _share_and_count(old: Measure, new: Measure) -> Iterator[Effect]:
    """Effect of “alla” against a count; others are incomparable."""
    if new.kind == "Share" and new.bounds.low == 1.0:
        yield "sharpened"
    elif old.kind == "Share" and old.bounds.low == 1.0:
        yield "weakened"


_UNNAMED: Final = 0.3
"""How alike a unit and none are: “minst fyra” may be of anything."""
LEAST: Final = 0.5
"""How alike the units of two measures must be where there are several to choose from."""
_ALIKE: Final = frozenset(("Count", "Share"))


def matched(
    old: Sequence[Measure], new: Sequence[Measure]
) -> Iterator[tuple[Measure | None, Measure | None]]:
    """Measures of the same thing in pairs; others alone."""
    if len(old) == len(new) == 1 and _comparable(old[0], new[0]):
        yield old[0], new[0]
        return
    left_old, left_new = list(old), list(new)
    likeness = _unit_likeness([m.unit for m in old], [m.unit for m in new])
    rows = [
        (likeness[i][j] + _shape(one, other), -(i + j), one, other)
        for (i, one), (j, other) in itertools.product(enumerate(old), enumerate(new))
        if _comparable(one, other)
    ]
    for score, _, one, other in sorted(rows, key=lambda row: row[:2], reverse=True):  # the same both ways
        if score >= LEAST and one in left_old and other in left_new:
            left_old.remove(one)
            left_new.remove(other)
            yield one, other
    yield from ((measure, None) for measure in left_old)
    yield from ((None, measure) for measure in left_new)


def _comparable(one: Measure, other: Measure) -> bool:
    kinds = {one.kind, other.kind}
    levels = kinds == {"Count", "Change"} and not one.unit and not other.unit
    hours = kinds == {"Count", "Duration"} and all(map(_is_length, (one, other)))
    return (
        len(kinds) == 1
        or kinds == _ALIKE
        or hours
        or (levels and all(_is_level(each) for each in (one, other)))
    )


def _is_length(measure: Measure) -> bool:
    """Whether it says for how long: “90 minuter”, “en timmes lektion”."""
    return measure.kind == "Duration" or (measure.per is None and measure.unit.startswith("timmar"))


def _is_level(measure: Measure) -> bool:
    """Whether it says how many there are, or will be: “är fyra”, “ökar från fyra till sex”."""
    return not isinstance(measure.found, ex.Change) or measure.found.becomes is not None


def _unit_likeness(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    if not old or not new:
        return []
    return [
        [
            1.0 if one == other else score if one and other else _UNNAMED
            for other, score in zip(new, row, strict=True)
        ]
        for one, row in zip(old, similarities(old, new), strict=True)
    ]


def _shape(one: Measure, other: Measure) -> float:
    """Affinity of two measures by kind and rate."""
    return (
        0.4 * (one.kind == other.kind)
        + 0.2 * ((one.per is None) == (other.per is None))
        + 0.1 * (one.per == other.per)
    )
