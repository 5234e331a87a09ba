"""What surrounds the commitments of two promises, compared field by field."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from medborgarlofte.diff.fields import Shift, Step, differences, field_difference
from medborgarlofte.diff.model import Effect, Evidence
from medborgarlofte.i18n import Text
from medborgarlofte.model.cadences import CADENCE_LABELS
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.promise import FollowUpPlan, Promise

_CADENCES: Final = tuple(CADENCE_LABELS)


def _period(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    spans = [f"{p.period.start or '…'} – {p.period.last_date or '…'}" for p in (before, after)]
    if spans[0] != spans[1]:
        yield Evidence("period", spans[0], spans[1], "neutral")
    else:
        yield from differences(before.period, after.period, shift, above=_step("period"))


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
        above = (*_step("parties"), Step(party.id, Text(name, name)))
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
    elif not shift.same(before.evidence, after.evidence):
        yield Evidence("underlag", before.evidence, after.evidence, "neutral")


def _feedback(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Only whether there is any binds to something."""
    if bool(before.feedback) != bool(after.feedback):
        rows = [_listed({c.link or c.channel or "" for c in promise.feedback}) for promise in (before, after)]
        yield Evidence("återkoppling", rows[0], rows[1], "weakened" if before.feedback else "sharpened")
    elif not shift.same(before.feedback, after.feedback):
        yield Evidence("återkoppling", before.feedback, after.feedback, "neutral")


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
            yield Evidence(
                f"uppföljningsplan/{declared(FollowUpPlan)[name].alias}", *values, _thinner(*values)
            )
    yield from differences(one, other, shift, without=_PLAN_FIELDS, above=_step("follow_up_plan"))


_PLAN_FIELDS: Final = ("cadence", "convenor", "reported_to")


def _plan_words(plan: FollowUpPlan | None) -> str | None:
    if plan is None:
        return None
    return (
        ", ".join(str(v) for v in (plan.cadence, plan.next_due, plan.convenor, plan.reported_to) if v)
        or plan.text
    )


def _thinner(before: str | None, after: str | None) -> Effect:
    if before is None or after is None:
        return "weakened" if after is None else "sharpened"
    if before in _CADENCES and after in _CADENCES:
        return "weakened" if _CADENCES.index(after) > _CADENCES.index(before) else "sharpened"
    return "neutral"


COMPARATORS: Final[Mapping[str, Callable[[Promise, Promise, Shift], Iterator[Evidence]]]] = {
    "parties": _parties,
    "period": _period,
    "agreement": _agreement,
    "evidence": _evidence,
    "follow_up_plan": _plan,
    "feedback": _feedback,
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
