"""Deadlines of all documents."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from medborgarlofte.follow_up.background_deadlines import BACKGROUND_RULES
from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.follow_up.deadline_scope import DeadlineScope, current_promises, deadline_of
from medborgarlofte.follow_up.reports import latest_reports, reported
from medborgarlofte.follow_up.schedule import Planned, lacks_final, planned
from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.load import Workspace
from medborgarlofte.model.places import origin
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import PartialDate
from medborgarlofte.timeline import end_of, stage_of


def deadlines(workspace: Workspace, *, today: dt.date, until: dt.date) -> list[Deadline]:
    """Overdue and coming deadlines, soonest first.

    `until` limits the coming ones only.
    """
    scope = DeadlineScope(workspace.without_drafts(), workspace.drafts, today, until)
    rows = {
        deadline if deadline.origin else replace(deadline, origin=workspace_origin(workspace))
        for rule in DEADLINE_RULES
        for deadline in rule(scope)
        if deadline.day <= max(until, today)
    }
    return sorted(rows)


def workspace_origin(workspace: Workspace) -> str:
    """Origin of the oldest promise.

    For entries without a place; newer promises do not change it.
    """
    starts = [
        (promise.period.start.first if promise.period.start else dt.date.max, loaded.id, origin(promise))
        for loaded, promise in workspace.of_kind(Promise)
    ]
    return min(starts, default=(dt.date.max, "", ""))[2]


# ---------------------------------------------------------------- promises


def _follow_ups(scope: DeadlineScope) -> Iterator[Deadline]:
    """Missed and coming planned follow-ups."""
    grace = int(LEXICON.threshold("follow_up_days"))
    for loaded, promise, history in current_promises(scope):
        unmet = [
            row
            for row in planned(promise, history, today=scope.today, until=max(scope.until, scope.today))
            if not row.met
        ]
        passed = [row for row in unmet if row.day < scope.today]
        end = end_of(scope.workspace, loaded, promise)
        if passed and not lacks_final(end, history, scope.today):
            day, more = passed[0].day, len(passed) - 1
            what = (
                Text(f"Uppföljning (och {more} till)", f"Follow-up (and {more} more)") if more else _FOLLOW_UP
            )
            yield deadline_of(
                loaded,
                promise.title,
                "follow-up",
                day,
                what,
                scope.state(day, grace),
                passed[0].number,
                _next_due(promise, passed[0]),
            )
        for row in unmet[len(passed) :]:
            state = scope.state(row.day)
            written = _next_due(promise, row)
            yield deadline_of(
                loaded, promise.title, "follow-up", row.day, _FOLLOW_UP, state, row.number, written
            )


def _next_due(promise: Promise, row: Planned) -> PartialDate | None:
    """What the plan states for its first follow-up; later days follow from it."""
    plan = promise.follow_up_plan
    return plan.next_due if plan and row.number == 1 else None


_FOLLOW_UP: Final = Text("Uppföljning", "Follow-up")


def _final_follow_ups(scope: DeadlineScope) -> Iterator[Deadline]:
    grace = int(LEXICON.threshold("ended_days"))
    for loaded, promise, history in current_promises(scope):
        end = end_of(scope.workspace, loaded, promise)
        if end and lacks_final(end, history, scope.today):
            what = Text("Löftet har tagit slut utan uppföljning", "The promise has ended without a follow-up")
            if reported(history):
                what = Text(
                    "Löftet har tagit slut utan slutlig uppföljning",
                    "The promise has ended without a final follow-up",
                )
            yield deadline_of(
                loaded,
                promise.title,
                "final-follow-up",
                end,
                what,
                scope.state(end, grace),
                written=_end(promise, end),
            )


def _commitments(scope: DeadlineScope) -> Iterator[Deadline]:
    """Open commitments with a deadline, in force."""
    for loaded, promise, history in current_promises(scope):
        if stage_of(scope.workspace, loaded, scope.today) not in ("gäller", "kommande"):
            continue
        reports = latest_reports(promise, [row for row in history if row[1].date.first <= scope.today])
        for commitment in promise.commitments:
            report = reports.get(commitment.id)
            done = report is not None and report.item.status in ("genomfört", "utgått")
            if commitment.due and not done:
                day = commitment.due.last
                what = Text(f"{commitment.id} ska vara gjort", f"{commitment.id} should be done")
                item = commitment.id
                yield deadline_of(
                    loaded, promise.title, "commitment", day, what, scope.state(day), item, commitment.due
                )


def _ends(scope: DeadlineScope) -> Iterator[Deadline]:
    for loaded, promise, _ in current_promises(scope):
        end = end_of(scope.workspace, loaded, promise)
        if end and scope.today <= end:
            what = Text("Löftet tar slut", "The promise ends")
            yield deadline_of(
                loaded, promise.title, "promise-ends", end, what, scope.state(end), written=_end(promise, end)
            )


def _end(promise: Promise, end: dt.date) -> PartialDate | None:
    """The last date that a promise states, where that is when it ends."""
    stated = promise.period.last_date
    return stated if stated and stated.last == end else None


def _unsigned(scope: DeadlineScope) -> Iterator[Deadline]:
    """Drafts to decide before their period."""
    for loaded in scope.drafts:
        promise = loaded.document
        start = promise.period.start if isinstance(promise, Promise) else None
        if isinstance(promise, Promise) and start:
            day = start.first
            what = Text("Utkastet ska vara beslutat", "The draft should be decided")
            yield deadline_of(loaded, promise.title, "unsigned", day, what, scope.state(day), written=start)


DEADLINE_RULES: Final[tuple[Callable[[DeadlineScope], Iterator[Deadline]], ...]] = (
    _follow_ups,
    _final_follow_ups,
    _commitments,
    _ends,
    _unsigned,
    *BACKGROUND_RULES,
)
"""One function per kind of deadline."""
