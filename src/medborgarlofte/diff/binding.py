"""Changes in what a commitment binds to."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from medborgarlofte.diff.coverage import covers_less, rules_out
from medborgarlofte.diff.covered import fewer_months, occasions
from medborgarlofte.diff.enumerations import members
from medborgarlofte.diff.matching import is_form_of, normal
from medborgarlofte.diff.measures import Measure, effects, in_text, matched, measures, same
from medborgarlofte.diff.model import Effect, Evidence
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis, analyse
from medborgarlofte.language.calendar import WEEKDAYS
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER, Period
from medborgarlofte.units import YEAR_DAYS


@dataclass(frozen=True, slots=True)
class Side:
    """Commitment with its document's context."""

    commitment: Commitment
    promise: Promise
    parties: tuple[str, ...]
    """Each party that promises, by the name it has in both documents."""
    named_parties: Mapping[str, str]
    """Each party of the promise by id, with a name that the same party has in both documents."""
    focus: frozenset[str]
    """Category, or title where there is none, of each focus area."""
    days: float | None
    """Length of the period."""

    @property
    def period(self) -> Period:
        """When the promise applies."""
        return self.promise.period

    @property
    def start(self) -> dt.date | None:
        """First day of the period."""
        return self.period.start.first if self.period.start else None

    @property
    def is_joint(self) -> bool:
        """True if several parties promise it."""
        return len(self.parties) > 1 or TOGETHER in self.commitment.parties

    @property
    def analysis(self) -> Analysis:
        """Expressions of its text."""
        return analyse(self.commitment.text)


def names_of(commitment: Commitment, named: Mapping[str, str]) -> tuple[str, ...]:
    """The names of those who promise; all of them and “tillsammans” where they promise together."""
    if TOGETHER in commitment.parties:
        return tuple(sorted({TOGETHER, *named.values()}))
    return tuple(sorted(named.get(party, party) for party in commitment.parties))


# ---------------------------------------------------------------- figures


def compare_measures(old: Side, new: Side) -> Iterator[Evidence]:
    """Figures, rates, shares and times that changed."""
    before, after = (measures(side.commitment, side.days) for side in (old, new))
    if (_EACH in (old.commitment.text or "")) != (_EACH in (new.commitment.text or "")):
        before, after = _summed(before, old), _summed(after, new)
    settled = False
    for found, now in matched(before, after):
        one = found or _implied(now, new, old)
        other = now or _implied(found, old, new)
        for effect in _effects(one, other, old, new):
            settled = True
            names = {measure.field for measure in (one, other) if measure}
            yield Evidence(
                "mål" if "mål" in names else "tid", one and one.found, other and other.found, effect
            )
    for key, name in (("targets", "mål"), ("schedule", "tid")):
        values = [getattr(side.commitment, key) or None for side in (old, new)]
        if values[0] != values[1] and not settled:
            effect = _schedule_effect(*values) if key == "schedule" else "neutral"
            yield Evidence(name, values[0], values[1], effect)
            settled = effect != "neutral"  # the text says the same hours
    if not settled and (effect := _hours_effect(old.commitment.text, new.commitment.text)) != "neutral":
        yield Evidence("mål", old.commitment.text, new.commitment.text, effect)


def _summed(found: Sequence[Measure], side: Side) -> list[Measure]:
    """Figures as totals: 30 of “15 vardera i A och B”, and of “30 kameror, 15 i A och 15 i B”."""
    text = side.commitment.text
    places = max(map(len, members(side.analysis)), default=1)
    totals: list[Measure] = []
    for one in found:
        count = one.found
        if isinstance(count, ex.Count) and _EACH in text[max(0, count.start - _BESIDE) : count.end + _BESIDE]:
            count = replace(count, bounds=count.bounds.scaled(places))
        totals.append(replace(one, found=count))
    parts = [one.bounds.low or 0 for one in in_text(text) if isinstance(one, ex.Count) and one.is_bare]
    is_sum = any(one.bounds.low == sum(parts) for one in totals)
    return [one for one in totals if not (is_sum and isinstance(one.found, ex.Count) and one.found.is_bare)]


_BESIDE: Final = 9
"""Characters on either side of a figure in which “vardera” is of it."""
_EACH: Final = "vardera"


def _implied(measure: Measure | None, side: Side, other: Side) -> Measure | None:
    """Counterpart that only reads as one beside the measure, has its words, or repeats a declared target."""
    own, text = side.commitment.text, other.commitment.text
    if measure and measure.per == YEAR_DAYS and measure.bounds.low == occasions(other.analysis):
        return measure  # “två gånger per år”, “i maj och oktober”
    match measure and measure.found:
        case ex.Schedule(start=start, end=end) if (
            measure and measure.field == "mål" and f" {normal(own[start:end])} " in f" {normal(text)} "
        ):
            return measure
        case ex.Schedule(weekdays=(_, _, *_) as weekdays) as found:
            named = tuple(day for day in weekdays if WEEKDAYS[day] in text.casefold())
            times = found.times * len(named) / len(weekdays)
            return Measure(replace(found, times=times, weekdays=named), "mål") if named else None
        case ex.Schedule(per=7.0, weekdays=()) if any(one.weekdays for one in other.analysis.of(ex.Schedule)):
            return measure  # “varje fredag”, “på fredagar, varje vecka”
    if measure and _is_repeated(measure, side, other):
        return measure
    mine, others = _alike(measure, side), _alike(measure, other)
    return others[0] if mine == [measure] and len(others) == 1 else None


def _is_repeated(measure: Measure, side: Side, other: Side) -> bool:
    """Whether it only says again what the other has once: “fyra gånger per år, en gång i kvartalet”.

    Two figures that are written alike are of two things: “två besök i Ekby och två besök i Almby”.
    """
    own, others = (measures(each.commitment, each.days) for each in (side, other))
    twins = [
        one for one in own if (one.bounds, one.per, one.unit) == (measure.bounds, measure.per, measure.unit)
    ]
    return len(twins) == 1 and any(
        same(one, measure, other.days) and (one.unit == measure.unit or not (one.unit and measure.unit))
        for one in others
    )


def _alike(measure: Measure | None, side: Side) -> list[Measure]:
    """Figures in the text that count what a measure counts: its number beside a target that was not changed."""
    found = [Measure(one, "mål") for one in in_text(side.commitment.text)]
    return [one for one in found if measure and (one.kind, one.unit) == (measure.kind, measure.unit)]


def _effects(one: Measure | None, other: Measure | None, old: Side, new: Side) -> Iterator[Effect]:
    if one is not None and other is not None:
        one, other = _for_each(one, other, new), _for_each(other, one, old)
        yield from dict.fromkeys(effects(one, other, old.days, new.days))
    elif other is not None and one is None:
        yield from _against_scope(other, old, "weakened", "sharpened")
    elif one is not None:
        yield from _against_scope(one, new, "sharpened", "weakened")


def _for_each(measure: Measure, other: Measure, side: Side) -> Measure:
    """A measure without “per krog”, where the text of the other speaks of all of them: “varje krog”."""
    if not isinstance(measure.found, ex.Count) or isinstance(other.found, ex.Schedule) or other.is_each:
        return measure
    each = measure.found.each
    is_all = each and any(
        scope.quantifier == "all" and (is_form_of(scope.noun, each) or each.endswith(scope.noun))
        for scope in side.analysis.of(ex.Scope)
    )
    return replace(measure, found=replace(measure.found, each="")) if is_all else measure


def _against_scope(measure: Measure, side: Side, than_all: Effect, than_none: Effect) -> Iterator[Effect]:
    """Effect of a figure on one side against “alla”, or “ingen” beside “högst”, on the other."""
    is_limit = measure.bounds.low is None and bool(measure.bounds.high)
    if is_limit and rules_out(side.commitment.text or "", measure.unit):
        yield than_all
        return
    for scope in side.analysis.of(ex.Scope):
        if scope.quantifier == "all" and measure.unit and is_form_of(scope.noun, measure.unit.split()[-1]):
            if measure.kind != "Share" or measure.bounds.low != 1.0:
                yield than_all
            return
    yield than_none


def _schedule_effect(before: str | None, after: str | None) -> Effect:
    """Effect of changed hours, or of fewer or more months: “maj–september”, “juni–augusti”."""
    effect = _hours_effect(before, after)
    if effect != "neutral" or not (before and after):
        return effect
    old, new = analyse(before), analyse(after)
    return "weakened" if fewer_months(old, new) else "sharpened" if fewer_months(new, old) else "neutral"


def _hours_effect(before: str | None, after: str | None) -> Effect:
    """Effect of changed hours, if both texts have one pair, or one end of the same kind; or of hours that came or went."""
    texts = [analyse(text or "") for text in (before, after)]
    hours = [_hours(text) for text in texts]
    if all(text.of(ex.Schedule) for text in texts) and sorted(map(len, hours)) == [0, 1]:
        return "weakened" if hours[0] else "sharpened"
    if any(len(found) != 1 for found in hours) or hours[0] == hours[1] or hours[0][0][0] != hours[1][0][0]:
        return "neutral"
    return "sharpened" if hours[1][0][1] > hours[0][0][1] else "weakened"


def _hours(text: Analysis) -> list[tuple[str, float]]:
    """Lengths of opening hours; without any, clock times of what recurs, more for a longer time: “till klockan 23”."""
    if pairs := [("", one.hours) for one in text.of(ex.Label) if one.hours]:
        return pairs
    limits = [one.limit for one in text.of(ex.Label) if one.limit] if text.of(ex.Schedule) else []
    return [(end, -time if end == "from" else time + 24 * (time < _MORNING)) for end, time in limits]


_MORNING: Final = 5
"""Until when a time is late at night: “till klockan 01”."""


# ---------------------------------------------------------------- reservations


def compare_reservations(old: Side, new: Side) -> Iterator[Evidence]:
    """Reservations; a new one binds to less."""
    before, after = (_reserved(side) for side in (old, new))
    if bool(before) != bool(after):
        yield Evidence("förbehåll", before, after, "weakened" if after else "sharpened")
    elif old.commitment.reservation != new.commitment.reservation:
        yield Evidence("förbehåll", before, after, "neutral")


def _reserved(side: Side) -> str | None:
    text = side.commitment.text
    written = [text[one.start : one.end] for one in side.analysis.of(ex.Reservation)]
    return side.commitment.reservation or (written[0] if written else None)


# ---------------------------------------------------------------- scope


def compare_scope(old: Side, new: Side) -> Iterator[Evidence]:
    """Scope: “samtliga skolor” → “skolor”, one of two places gone."""
    texts = old.commitment.text, new.commitment.text
    if texts[0] == texts[1]:
        return
    lost, gained = covers_less(*texts), covers_less(*reversed(texts))
    if lost != gained:
        yield Evidence("omfattning", *texts, "weakened" if lost else "sharpened")
