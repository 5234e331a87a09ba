"""Input of the deadline rules, and what they share."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medborgarlofte.follow_up.deadline import Deadline, DeadlineKind, State
from medborgarlofte.follow_up.reports import FollowUps, follow_ups
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.places import origin
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import PartialDate


class DeadlineScope(NamedTuple):
    """Input of a deadline rule."""

    workspace: Workspace
    """Without drafts: what nobody has adopted has no deadlines but one."""
    drafts: Sequence[LoadedDocument]
    today: dt.date
    until: dt.date

    def state(self, day: dt.date, grace: int = 0) -> State:
        if self.today > day + dt.timedelta(days=grace):
            return "overdue"
        return "upcoming" if self.today < day else "due"


def current_promises(scope: DeadlineScope) -> Iterator[tuple[LoadedDocument, Promise, FollowUps]]:
    for loaded, promise in scope.workspace.of_kind(Promise):
        if promise.status not in ("ersatt", "upphävt"):
            yield loaded, promise, follow_ups(scope.workspace, loaded.id)


def deadline_of(  # noqa: PLR0917 - in the order a reader wants to know
    loaded: LoadedDocument,
    title: str,
    kind: DeadlineKind,
    day: dt.date,
    what: Text,
    state: State,
    item: object = "",
    written: PartialDate | None = None,
) -> Deadline:
    place = origin(loaded.document)
    coarse = written if written and written.precision != "day" else None
    return Deadline(day, loaded.id, kind, str(item), title, what, state, place, coarse)
