"""What surrounds the commitments of two promises: period, parties, agreement, evidence, goals, follow-up plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from medborgarlofte.diff.areas import problem_differences
from medborgarlofte.diff.fields import Shift, Step, differences, field_difference, list_differences, worded
from medborgarlofte.diff.goals import goal_differences
from medborgarlofte.diff.model import Effect, Evidence, Worded
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_period
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.parts import CADENCE_LABELS
from medborgarlofte.model.promise import FollowUpPlan, Promise
from medborgarlofte.model.record import Document, Period

_CADENCES: Final = tuple(CADENCE_LABELS)


def period_difference(before: Document, after: Document, shift: Shift) -> Iterator[Evidence]:
    """The period, also where it has moved as a whole."""
    if before.period is None or after.period is None:
        return
    one, other = _span(before.period), _span(after.period)
    if one.value != other.value:
        yield Evidence("period", one, other, "neutral")
    else:
        yield from differences(before.period, after.period, shift, above=_step("period"))


def _span(period: Period) -> Worded:
    span = f"{period.start or '…'} – {period.last_date or '…'}"
    return Worded(span, Text(format_period(period, "sv"), format_period(period, "en")))


def _agreement(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    one, other = before.agreement, after.agreement
    names = [agreement.name if agreement else None for agreement in (one, other)]
    if names[0] != names[1]:
        yield Evidence("ingår_i", names[0], names[1], "neutral")
    elif one and other:
        yield from differences(one, other, shift, above=_step("agreement"))


def _parties(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Parties by name, in any order; else what differs in one of them."""
    names, others = ({party.name: party for party in promise.parties} for promise in (before, after))
    if names.keys() != others.keys():
        yield Evidence("parter", _listed(names), _listed(others), "neutral")
        return
    for name, party in names.items():
        above = (*_step("parties"), Step(party.id, Text(name, name), is_item=True))
        yield from differences(party, others[name], shift, without=("id",), above=above)


def _listed(values: Iterable[str]) -> str | None:
    return ", ".join(sorted(values)) or None


def _evidence(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Thinner when a kind is gone and nothing has come."""
    kinds: list[set[str]] = [{row.kind for row in promise.evidence} for promise in (before, after)]
    if kinds[0] != kinds[1]:
        effect: Effect = (
            "weakened" if kinds[1] < kinds[0] else "sharpened" if kinds[0] < kinds[1] else "neutral"
        )
        yield Evidence("underlag", _listed(kinds[0]), _listed(kinds[1]), effect)
    else:
        yield from list_differences(before.evidence, after.evidence, shift, _step("evidence"))


def _feedback(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Only whether there is any binds to something."""
    if bool(before.feedback) != bool(after.feedback):
        rows = [
            _listed({c.link or c.channel or c.text or "" for c in promise.feedback})
            for promise in (before, after)
        ]
        yield Evidence("återkoppling", rows[0], rows[1], "weakened" if before.feedback else "sharpened")
    else:
        yield from list_differences(before.feedback, after.feedback, shift, _step("feedback"))


def _plan(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """A follow-up plan is thinner when a part is gone or it is followed up less often."""
    one, other = before.follow_up_plan, after.follow_up_plan
    if one is None or other is None:
        if one != other:
            effect: Effect = "weakened" if one else "sharpened"
            yield Evidence("uppföljningsplan", _plan_words(one), _plan_words(other), effect)
        return
    for name in _PLAN_FIELDS:
        values = getattr(one, name), getattr(other, name)
        if values[0] != values[1]:
            field = declared(FollowUpPlan)[name]
            was, became = (worded(value, field, None) for value in values)
            yield Evidence(f"uppföljningsplan/{field.alias}", was, became, _thinner(*values))
    yield from differences(one, other, shift, without=_PLAN_FIELDS, above=_step("follow_up_plan"))


_PLAN_FIELDS: Final = ("cadence", "convenor", "reported_to")


def _plan_words(plan: FollowUpPlan | None) -> str | None:
    if plan is None:
        return None
    named = [str(v) for v in (plan.cadence, plan.next_due, plan.convenor, plan.reported_to) if v]
    return ", ".join(named) or plan.text


def _thinner(before: str | None, after: str | None) -> Effect:
    if before is None or after is None:
        return "weakened" if after is None else "sharpened"
    if before in _CADENCES and after in _CADENCES:
        return "weakened" if _CADENCES.index(after) > _CADENCES.index(before) else "sharpened"
    return "neutral"


COMPARATORS: Final[Mapping[str, Callable[[Promise, Promise, Shift], Iterator[Evidence]]]] = {
    "parties": _parties,
    "period": period_difference,
    "agreement": _agreement,
    "evidence": _evidence,
    "follow_up_plan": _plan,
    "feedback": _feedback,
    "outcome_goals": goal_differences,
    "problems": problem_differences,
}
"""The fields of a promise that are compared in a way of their own; the commitments and focus areas are changes."""

_AS_CHANGES: Final = ("commitments", "focus_areas")


def surroundings(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Evidence of every field but the commitments and focus areas, in the order of the form."""
    for name, field in declared(Promise).items():
        if name in COMPARATORS:
            yield from COMPARATORS[name](before, after, shift)
        elif name not in _AS_CHANGES:
            yield from field_difference(before, after, field, shift)


def _step(name: str) -> tuple[Step, ...]:
    field = declared(Promise)[name]
    return (Step(field.alias, field.label),)
