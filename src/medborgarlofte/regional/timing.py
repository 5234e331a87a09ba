"""Whether a promise was followed up on time."""

import datetime as dt
from typing import Final, Literal, NamedTuple

from medborgarlofte.follow_up.reports import FollowUps, reported
from medborgarlofte.follow_up.schedule import early_days, lacks_final, planned
from medborgarlofte.i18n import Text
from medborgarlofte.language import word_lists
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise

Timing = Literal["missing", "late", "on-time", "reported", "not-due", "unplanned"]

TIMING_LABELS: Final[dict[Timing, Text]] = {
    "missing": Text("uppföljning saknas", "follow-up missing"),
    "late": Text("uppföljt för sent", "followed up late"),
    "on-time": Text("uppföljt i tid", "followed up on time"),
    "reported": Text("uppföljt, utan plan", "followed up, without a plan"),
    "not-due": Text("inget att följa upp ännu", "nothing due yet"),
    "unplanned": Text("ingen plan för uppföljning", "no follow-up planned"),
}
"""From what is worst. Late is by more than the grace that the rule U03 gives."""


class FollowUpTiming(NamedTuple):
    """How the follow-up of a promise stands on a day."""

    timing: Timing
    due: dt.date | None
    """The day it should have come, or the next one."""
    latest: FollowUp | None
    """The latest follow-up that reports anything."""


def timing_of(promise: Promise, history: FollowUps, end: dt.date | None, today: dt.date) -> FollowUpTiming:
    """Timing of a promise's follow-ups; drafts do not count. `end` is its last day."""
    adopted = [row for row in reported(history) if not row[1].is_draft and row[1].date.first <= today]
    latest = adopted[-1][1] if adopted else None
    grace = dt.timedelta(days=word_lists.threshold("follow_up_days"))
    days = planned(promise, adopted, today=today, until=today)
    if missed := next((row.day for row in days if not row.met and today > row.day + grace), None):
        return FollowUpTiming("missing", missed, latest)
    if (
        end
        and lacks_final(end, adopted, today)
        and today > end + dt.timedelta(days=word_lists.threshold("ended_days"))
    ):
        return FollowUpTiming("missing", end, latest)
    if met := [row.day for row in days if row.met]:
        early = early_days(promise.follow_up_plan) if promise.follow_up_plan else 0
        first = next(row.date for _, row in adopted if row.date.last >= met[-1] - dt.timedelta(days=early))
        return FollowUpTiming("late" if first.first > met[-1] + grace else "on-time", met[-1], latest)
    if latest:
        return FollowUpTiming("reported", None, latest)
    plan = promise.follow_up_plan
    if plan and plan.next_due:
        return FollowUpTiming("not-due", plan.next_due.last, None)
    return FollowUpTiming("unplanned", None, None)
