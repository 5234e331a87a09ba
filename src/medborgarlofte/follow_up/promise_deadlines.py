"""Deadlines of promises: follow-ups, commitments with a day, the end, drafts to be decided."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from medborgarlofte.follow_up.deadline import Deadline, Look, deadline_of
from medborgarlofte.follow_up.reports import FollowUps, follow_ups, latest_reports, reported
from medborgarlofte.follow_up.schedule import Planned, lacks_final, planned
from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
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
    grace = int(LEXICON.threshold("follow_up_days"))
    for loaded, promise, found in promises(look):
        unmet = [
            row
            for row in planned(promise, found, today=look.today, until=max(look.until, look.today))
            if not row.met
        ]
        passed = [row for row in unmet if row.day < look.today]
        end = end_of(look.workspace, loaded, promise)
        if passed and not lacks_final(end, found, look.today):
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
                look.state(day, grace),
                passed[0].number,
                _next_due(promise, passed[0]),
            )
        for row in unmet[len(passed) :]:
            state = look.state(row.day)
            written = _next_due(promise, row)
            yield deadline_of(
                loaded, promise.title, "follow-up", row.day, _FOLLOW_UP, state, row.number, written
            )


def _next_due(promise: Promise, row: Planned) -> PartialDate | None:
    """What the plan states for its first follow-up; later days follow from it."""
    plan = promise.follow_up_plan
    return plan.next_due if plan and row.number == 1 else None


_FOLLOW_UP: Final = Text("Uppföljning", "Follow-up")


def _final_follow_ups(look: Look) -> Iterator[Deadline]:
    grace = int(LEXICON.threshold("ended_days"))
    for loaded, promise, found in promises(look):
        end = end_of(look.workspace, loaded, promise)
        if end and lacks_final(end, found, look.today):
            what = Text("Löftet har tagit slut utan uppföljning", "The promise has ended without a follow-up")
            if reported(found):
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
                look.state(end, grace),
                written=_end(promise, end),
            )


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
                day = commitment.due.last
                what = Text(f"{commitment.id} ska vara gjort", f"{commitment.id} should be done")
                item = commitment.id
                yield deadline_of(
                    loaded, promise.title, "commitment", day, what, look.state(day), item, commitment.due
                )


def _ends(look: Look) -> Iterator[Deadline]:
    for loaded, promise, _ in promises(look):
        end = end_of(look.workspace, loaded, promise)
        if end and look.today <= end:
            what = Text("Löftet tar slut", "The promise ends")
            yield deadline_of(
                loaded, promise.title, "promise-ends", end, what, look.state(end), written=_end(promise, end)
            )


def _end(promise: Promise, end: dt.date) -> PartialDate | None:
    """The last date that a promise states, where that is when it ends."""
    stated = promise.period.last_date
    return stated if stated and stated.last == end else None


def _unsigned(look: Look) -> Iterator[Deadline]:
    """Drafts, which should be decided before their period begins."""
    for loaded in look.drafts:
        promise = loaded.document
        start = promise.period.start if isinstance(promise, Promise) else None
        if isinstance(promise, Promise) and start:
            day = start.first
            what = Text("Utkastet ska vara beslutat", "The draft should be decided")
            yield deadline_of(loaded, promise.title, "unsigned", day, what, look.state(day), written=start)


PROMISE_CLOCKS: Final[tuple[Callable[[Look], Iterator[Deadline]], ...]] = (
    _follow_ups,
    _final_follow_ups,
    _commitments,
    _ends,
    _unsigned,
)
