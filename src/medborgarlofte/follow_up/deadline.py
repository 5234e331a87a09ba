"""A deadline, and what is looked at to find one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple
from urllib.parse import quote

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.places import origin
from medborgarlofte.swedish import PartialDate

DeadlineKind = Literal[
    "follow-up", "final-follow-up", "commitment", "promise-ends", "unsigned", "agreement-ends",
    "agreement-follow-up", "situation-picture", "action-plan", "decision", "dialogue",
]  # fmt: skip
State = Literal["overdue", "due", "upcoming"]

STATE_LABELS: Final[dict[State, Text]] = {
    "overdue": Text("försenat", "overdue"),
    "due": Text("nu", "now"),
    "upcoming": Text("kommande", "upcoming"),
}


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """A day on which something is due, about which document, and whether it has passed."""

    day: dt.date
    document: str
    kind: DeadlineKind
    item: str
    """The commitment, or what tells two of a kind in one document apart; else empty."""
    title: str
    what: Text
    state: State
    origin: str = ""
    """The place of the document, which tells equal ids of two sites apart."""
    written: PartialDate | None = field(default=None, compare=False)
    """The date as the document gives it, when it is coarser than a day; the last day it covers is `day`."""

    @property
    def uid(self) -> str:
        """A calendar UID; the same while the day moves, and different on every site."""
        names = (self.kind, *self.document.split("/"), self.item)
        return ".".join(quote(name, safe="").replace(".", "%2E") for name in names if name) + uid_domain(
            self.origin
        )


def uid_domain(origin: str) -> str:
    """The part of a UID after its name."""
    return f"@{origin}.lofte" if origin else "@lofte"


class Look(NamedTuple):
    """Workspace and days that deadlines are computed from."""

    workspace: Workspace
    """Without drafts: what nobody has adopted has no deadlines but one."""
    drafts: Sequence[LoadedDocument]
    today: dt.date
    until: dt.date

    def state(self, day: dt.date, grace: int = 0) -> State:
        if self.today > day + dt.timedelta(days=grace):
            return "overdue"
        return "upcoming" if self.today < day else "due"

    def deadline(
        self,
        loaded: LoadedDocument,
        kind: DeadlineKind,
        day: dt.date | PartialDate,
        what: Text,
        item: object = "",
        written: PartialDate | None = None,
        *,
        title: str = "",
        grace: int = 0,
    ) -> Deadline:
        """Deadline of a document; overdue after `grace` days more."""
        if isinstance(day, PartialDate):
            written = day
            day = day.last
        coarse = written if written and written.precision != "day" else None
        title = title or loaded.document.title or loaded.id
        place = origin(loaded.document)
        return Deadline(day, loaded.id, kind, str(item), title, what, self.state(day, grace), place, coarse)
