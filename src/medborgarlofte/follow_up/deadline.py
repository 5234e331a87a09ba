"""Deadline: day, kind, state and calendar UID."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import quote

from medborgarlofte.i18n import Text
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
    """Day on which a document has something due."""

    day: dt.date
    document: str
    kind: DeadlineKind
    item: str
    """The commitment, or what distinguishes two of a kind in one document; else empty."""
    title: str
    what: Text
    state: State
    origin: str = ""
    """Origin of the document, which keeps equal ids of two sites apart."""
    written: PartialDate | None = field(default=None, compare=False)
    """The date as the document gives it, when it is coarser than a day; the last day it covers is `day`."""

    @property
    def uid(self) -> str:
        """Calendar UID, stable and unique per site."""
        names = (self.kind, *self.document.split("/"), self.item)
        return ".".join(quote(name, safe="").replace(".", "%2E") for name in names if name) + uid_domain(
            self.origin
        )


def uid_domain(origin: str) -> str:
    """Domain part of a UID."""
    return f"@{origin}.lofte" if origin else "@lofte"
