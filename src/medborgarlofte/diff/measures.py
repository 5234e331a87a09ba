"""What a commitment binds to in numbers, from its fields and from its words, so that two can be held together."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from medborgarlofte.diff.model import Effect
from medborgarlofte.diff.similarity import similarities
from medborgarlofte.language.quantities import YEAR_DAYS, Quantity, quantities
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.promise import Commitment, Target
from medborgarlofte.model.record import Period
from medborgarlofte.swedish import add_months

EQUAL: Final = 0.04
"""How much two rates may differ and be the same: 2 a week and 104 a year."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity that a commitment binds to, and the field it stands in."""

    quantity: Quantity
    field: str
    """mål (also for numbers in the text) or tid."""


def period_days(period: Period) -> float | None:
    """The length of a period in days, or None when it has no end."""
    if period.start is None or period.last_date is None:
        return None
    return (period.last_date.last - period.start.first).days + 1


def measures(commitment: Commitment, days: float | None) -> list[Measure]:
    """Everything it binds to; what is said both in a field and in the text is told once."""
    found = [Measure(_of_target(target, days), "mål") for target in commitment.targets]
    for quantity in quantities(commitment.text):
        if not any(same(measure.quantity, quantity, days) for measure in found):
            found.append(Measure(quantity, "mål"))
    if commitment.schedule:
        for quantity in quantities(commitment.schedule):
            if not any(same(measure.quantity, quantity, days) for measure in found):
                found.append(Measure(quantity, "tid"))
    return found


def _of_target(target: Target, days: float | None) -> Quantity:
    low, high = target.at_least, target.at_most
    if target.exactly is not None:
        low = target.exactly
    if target.between:
        low, high = target.between
    share = (target.unit or "").casefold() in ("procent", "%") or target.all
    if target.all:
        low = 1.0
    elif share:
        low, high = (value / 100 if value is not None else None for value in (low, high))
    if target.none:
        low, high = None, 0.0
    per = rate_days(target.per) if target.per else None
    if target.per == "perioden" and days:
        per = days
    within = _hours(target.within) if target.within else None
    unit = target.share_of or "" if share and not target.all else target.unit or ""
    return Quantity(low, high, unit, per, target.approximate, share, within, each=target.for_each is not None)


def _hours(within: str) -> float | None:
    return next((q.hours for q in quantities(f"inom {within}") if q.hours is not None), None)


def same(one: Quantity, other: Quantity, days: float | None) -> bool:
    """Whether two quantities say one thing; a number without a rate may be told with one."""
    if one.hours is not None and other.hours is not None and one.low is None and other.low is None:
        return _near(one.hours, other.hours)
    if one.hours is not None and other.hours is not None and _near(one.hours, other.hours):
        return True
    if one.share != other.share:
        return False
    if one.low == other.low and one.high == other.high and (one.per_days is None or other.per_days is None):
        return True
    one, other = yearly(one, days), yearly(other, days)
    return _same_bound(one.low, other.low) and (
        _same_bound(one.high, other.high) or None in (one.high, other.high)
    )


def yearly(quantity: Quantity, days: float | None) -> Quantity:
    """The same quantity counted over a year; a count without a rate is over the period."""
    per = quantity.per_days or days
    if quantity.share or quantity.hours is not None or per is None:
        return quantity
    times = YEAR_DAYS / per

    def scaled(value: float | None) -> float | None:
        return value * times if value is not None else None

    return replace(quantity, low=scaled(quantity.low), high=scaled(quantity.high), per_days=YEAR_DAYS)


def _same_bound(one: float | None, other: float | None) -> bool:
    return (one is None) == (other is None) and (one is None or other is None or _near(one, other))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= EQUAL * max(abs(one), abs(other))


def effects(old: Quantity, new: Quantity, old_days: float | None, new_days: float | None) -> Iterator[Effect]:
    """What it means that one quantity became the other; nothing when they bind to the same."""
    yield from _within(old.hours, new.hours)
    if old.each != new.each:
        yield "sharpened" if new.each else "weakened"
    if old.share != new.share:
        yield from _share_and_count(old, new)
        return
    if old.per_days is not None or new.per_days is not None:
        old, new = yearly(old, old_days), yearly(new, new_days)
    if (old.low is None) != (new.low is None):
        if 0 not in (old.high, new.high):
            yield "weakened" if new.low is None else "sharpened"
        return
    yield from _bounds(old, new)


def _bounds(old: Quantity, new: Quantity) -> Iterator[Effect]:
    """A higher floor, a lower ceiling and an exact number bind to more."""
    if old.low is not None and new.low is not None:
        yield from _ordered(old.low, new.low)
        if _near(old.low, new.low) and old.approximate != new.approximate:
            yield "weakened" if new.approximate else "sharpened"
    if old.high is not None and new.high is not None:
        yield from _ordered(new.high, old.high)


def _within(before: float | None, after: float | None) -> Iterator[Effect]:
    """A shorter time binds to more; one that is gone to nothing."""
    if before is None and after is None:
        return
    if before is None or after is None:
        yield "weakened" if after is None else "sharpened"
    else:
        yield from _ordered(after, before)


def _ordered(before: float, after: float) -> Iterator[Effect]:
    """A higher value binds to more."""
    if not _near(before, after):
        yield "sharpened" if after > before else "weakened"


def _share_and_count(old: Quantity, new: Quantity) -> Iterator[Effect]:
    """”Alla” binds to more than any count, and a share to more than none; another share and a count cannot be held together."""
    if new.share and (new.low == 1.0 or not _counts(old)):
        yield "sharpened"
    elif old.share and (old.low == 1.0 or not _counts(new)):
        yield "weakened"


def _counts(quantity: Quantity) -> bool:
    return quantity.low is not None or quantity.high is not None


LEAST: Final = 0.5
"""How alike the units of two measures must be where there are several to choose from."""


def matched(
    old: Sequence[Measure], new: Sequence[Measure]
) -> Iterator[tuple[Measure | None, Measure | None]]:
    """Pairs of measures that speak of the same thing; those that are only on one side stand alone."""
    if not old or not new or len(old) == len(new) == 1:
        yield from itertools.zip_longest(old, new)
        return
    left_old, left_new = list(old), list(new)
    similarity = _unit_likeness([m.quantity.unit for m in old], [m.quantity.unit for m in new])
    rows = [
        (similarity[i][j] + _shape(a.quantity, b.quantity), -(i + j), a, b)
        for i, a in enumerate(old)
        for j, b in enumerate(new)
    ]
    ranked = sorted(rows, key=lambda row: row[:2], reverse=True)  # the same whichever side is called old
    for score, _, one, other in ranked:
        if score >= LEAST and one in left_old and other in left_new:
            left_old.remove(one)
            left_new.remove(other)
            yield one, other
    yield from ((measure, None) for measure in left_old)
    yield from ((None, measure) for measure in left_new)


def _unit_likeness(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    return [
        [1.0 if one == other else score for other, score in zip(new, row, strict=True)]
        for one, row in zip(old, similarities(old, new), strict=True)
    ]


def _shape(one: Quantity, other: Quantity) -> float:
    """Measures of one kind belong together before others: times with times, shares with shares."""
    alike = (one.hours is None) == (other.hours is None) and one.share == other.share
    rated = (one.per_days is None) == (other.per_days is None)
    return 0.4 * alike + 0.2 * rated


# ---------------------------------------------------------------- how much is covered

_UNIVERSAL: Final = re.compile(
    r"\b(?P<word>samtliga|alla|allt|varje|varenda|hela|100 procent av)\s+(?:de\s+|dem\s+|våra\s+|kommunens\s+)?(?P<noun>[\w-]+)",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    r"\b(?:de flesta|flertalet|många|vissa|några|ett urval av|en del av)\s+(?P<noun>[\w-]+)", re.IGNORECASE
)
_TIME_NOUN: Final = re.compile(
    r"(?:vardag|dag|dygn|vecka|månad|kvartal|tertial|termin|halvår|år|kväll|natt|morgon|helg|gång|tillfälle|helgfri|\w+dag(?:skväll)?|lov|skollov|första|sista|udda|vecko)\w{0,4}$",
    re.IGNORECASE,
)


def universals(text: str) -> list[str]:
    """The nouns that a text covers wholly: ”samtliga skolor” gives skolor; times are rates, not scope."""
    return [
        found["noun"].casefold() for found in _UNIVERSAL.finditer(text) if not _TIME_NOUN.match(found["noun"])
    ]


def limits(text: str) -> list[str]:
    """The nouns that a text covers only in part: ”de flesta trapphus”."""
    return [found["noun"].casefold() for found in _MOST.finditer(text)]


def shifted(day: dt.date, from_start: dt.date | None, to_start: dt.date | None) -> dt.date:
    """The day as far into the new period as it was into the old one."""
    if from_start is None or to_start is None:
        return day
    months = (to_start.year - from_start.year) * 12 + to_start.month - from_start.month
    return add_months(day, months)
