"""Deadlines of promises: follow-ups, commitments with a day, the end, drafts to be decided."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from medborgarlofte.follow_up.deadline import Deadline, Look
from medborgarlofte.follow_up.reports import FollowUps, follow_ups, latest_reports, reported
from medborgarlofte.follow_up.schedule import Planned, lacks_final, planned
from medborgarlofte.i18n import Text
from medborgarlofte.language import word_lists
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import PartialDate
from medborgarlofte.timeline import end_of, stage_of


def promises(look: Look) -> Iterator[tuple[LoadedDocument, Promise, FollowUps]]:
    for loaded, promise in look.workspace.of_kind(Promise):
        if promise.status not in ("ersatt", "upphävt"):
            yield loaded, promise, follow_ups(look.workspace, loaded.id)


def _follow_ups(look: Look) -> Iterator[Deadline]:
    """The planned ones: the first that is missed, and those to come."""
    grace = int(word_lists.threshold("follow_up_days"))
    for loaded, promise, found in promises(look):
        if any(row.final and row.date.first <= look.today for _, row in found):
            continue
        rows = planned(promise, found, today=look.today, until=max(look.until, look.today))
        unmet = [row for row in rows if not row.met]
        passed = [row for row in unmet if row.day < look.today]
        end = end_of(look.workspace, loaded, promise)
        if passed and not lacks_final(end, found, look.today):
            first, more = passed[0], len(passed) - 1
            several = Text(f"Uppföljning (och {more} till)", f"Follow-up (and {more} more)")
            what, written = several if more else _FOLLOW_UP, _next_due(promise, first)
            yield look.deadline(loaded, "follow-up", first.day, what, first.number, written, grace=grace)
        for row in unmet[len(passed) :]:
            written = _next_due(promise, row)
            yield look.deadline(loaded, "follow-up", row.day, _FOLLOW_UP, row.number, written)


def _next_due(promise: Promise, row: Planned) -> PartialDate | None:
    """What the plan states for its first follow-up; later days follow from it."""
    plan = promise.follow_up_plan
    return plan.next_due if plan and row.number == 1 else None


_FOLLOW_UP: Final = Text("Uppföljning", "Follow-up")


def _final_follow_ups(look: Look) -> Iterator[Deadline]:
    grace = int(word_lists.threshold("ended_days"))
    for loaded, promise, found in promises(look):
        end = end_of(look.workspace, loaded, promise)
        if end and lacks_final(end, found, look.today):
            what = Text("Löftet har tagit slut utan uppföljning", "The promise has ended without a follow-up")
            if reported(found):
                what = Text(
                    "Löftet har tagit slut utan slutlig uppföljning",
                    "The promise has ended without a final follow-up",
                )
            yield look.deadline(loaded, "final-follow-up", end, what, written=_end(promise, end), grace=grace)


def _commitments(look: Look) -> Iterator[Deadline]:
    """Those with a day of their own, while the promise is in force until reported as done or withdrawn."""
    for loaded, promise, found in promises(look):
        if stage_of(look.workspace, loaded, look.today) not in ("gäller", "kommande"):
            continue
        words = latest_reports(promise, [row for row in found if row[1].date.first <= look.today])
        for commitment in promise.commitments:
            word = words.get(commitment.id)
            done = word is not None and word.item.status in ("genomfört", "utgått")
            if commitment.due and not done:
                what = Text(f"{commitment.id} ska vara gjort", f"{commitment.id} should be done")
                yield look.deadline(loaded, "commitment", commitment.due, what, commitment.id)


def _ends(look: Look) -> Iterator[Deadline]:
    for loaded, promise, _ in promises(look):
        end = end_of(look.workspace, loaded, promise)
        if end and look.today <= end:
            what = Text("Löftet tar slut", "The promise ends")
            yield look.deadline(loaded, "promise-ends", end, what, written=_end(promise, end))


def _end(promise: Promise, end: dt.date) -> PartialDate | None:
    """The last date that a promise states, where that is when it ends."""
    stated = promise.period.last_date
    return stated if stated and stated.last == end else None


def _unsigned(look: Look) -> Iterator[Deadline]:
    """Drafts, which should be decided before their period begins."""
    for loaded in look.drafts:
        promise = loaded.document
        start = promise.period.start if isinstance(promise, Promise) else None
        if start:
            what = Text("Utkastet ska vara beslutat", "The draft should be decided")
            yield look.deadline(loaded, "unsigned", start.first, what, written=start)


PROMISE_CLOCKS: Final[tuple[Callable[[Look], Iterator[Deadline]], ...]] = (
    _follow_ups,
    _final_follow_ups,
    _commitments,
    _ends,
    _unsigned,
)
