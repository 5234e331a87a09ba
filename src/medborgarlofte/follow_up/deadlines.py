"""Everything with a clock: follow-ups, ends of periods, pictures that grow old, decisions and dialogues to come."""

import datetime as dt
from dataclasses import replace

from medborgarlofte.follow_up.deadline import Deadline, Look
from medborgarlofte.follow_up.document_deadlines import DOCUMENT_CLOCKS
from medborgarlofte.follow_up.promise_deadlines import PROMISE_CLOCKS
from medborgarlofte.load import Workspace
from medborgarlofte.model.places import origin
from medborgarlofte.model.promise import Promise


def deadlines(workspace: Workspace, *, today: dt.date, until: dt.date) -> list[Deadline]:
    """What is overdue, due, and to come up to and with a day; soonest first. `until` bounds what is to come only."""
    look = Look(workspace.without_drafts(), workspace.drafts, today, until)
    found = {
        deadline if deadline.origin else replace(deadline, origin=workspace_origin(workspace))
        for clock in (*PROMISE_CLOCKS, *DOCUMENT_CLOCKS)
        for deadline in clock(look)
        if deadline.day <= max(until, today)
    }
    return sorted(found)


def workspace_origin(workspace: Workspace) -> str:
    """The place of the oldest promise, for what has no place of its own; newer promises do not change it."""
    starts = [
        (promise.period.start.first if promise.period.start else dt.date.max, loaded.id, origin(promise))
        for loaded, promise in workspace.of_kind(Promise)
    ]
    return min(starts, default=(dt.date.max, "", ""))[2]
