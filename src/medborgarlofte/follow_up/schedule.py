"""Planned follow-up days and which are met."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Final, NamedTuple

from medborgarlofte.follow_up.reports import FollowUps, reported
from medborgarlofte.model.promise import FollowUpPlan, Promise
from medborgarlofte.swedish import add_months

STEP_MONTHS: Final = {"månad": 1, "kvartal": 3, "tertial": 4, "halvår": 6, "år": 12}

EARLY: Final = 45
"""How many days before its day a follow-up may come and still be the one that was planned."""


class Planned(NamedTuple):
    """Planned day, and whether a follow-up covers it."""

    number: int
    """Which one of the plan it is, from 1."""
    day: dt.date
    met: bool


def planned(promise: Promise, history: FollowUps, *, today: dt.date, until: dt.date) -> list[Planned]:
    """Planned days up to `until`, earliest first.

    A follow-up of today or before meets its day and all before it.
    """
    plan = promise.follow_up_plan
    if plan is None or plan.next_due is None:
        return []
    reports = (row.date.last for _, row in reported(history) if row.date.first <= today)
    newest = max(reports, default=dt.date.min)
    end = None if promise.period.until_further_notice else promise.period.last_date
    last = min(until, end.last) if end else until
    first = plan.next_due.last  # also when after the period
    days = itertools.takewhile(lambda day: day <= max(last, first), _days(plan, first))
    early = dt.timedelta(days=early_days(plan))
    return [Planned(n, day, newest >= day - early) for n, day in enumerate(days, start=1) if day <= until]


def _days(plan: FollowUpPlan, first: dt.date) -> Iterator[dt.date]:
    yield first
    if plan.cadence == "vecka":
        yield from (first + dt.timedelta(weeks=n) for n in itertools.count(1))
    elif plan.cadence in STEP_MONTHS:
        yield from (add_months(first, n * STEP_MONTHS[plan.cadence]) for n in itertools.count(1))


def early_days(plan: FollowUpPlan) -> int:
    """How many days before a planned day its follow-up may come."""
    step = 7 if plan.cadence == "vecka" else 30 * STEP_MONTHS.get(plan.cadence or "", 12)
    return min(EARLY, step // 2)


def first_unmet(promise: Promise, history: FollowUps, *, today: dt.date, until: dt.date) -> dt.date | None:
    """Earliest planned day without follow-up."""
    return next((row.day for row in planned(promise, history, today=today, until=until) if not row.met), None)


def lacks_final(end: dt.date | None, history: FollowUps, today: dt.date) -> bool:
    """True if ended without a final report."""
    if end is None or today <= end:
        return False
    near = end - dt.timedelta(days=EARLY)
    recent = [row for _, row in reported(history) if row.date.first <= today]
    return not any(row.final or row.date.last >= near for row in recent)
