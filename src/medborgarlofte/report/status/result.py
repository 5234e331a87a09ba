"""State of a project: promises, findings, next day and next command."""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.stats import PromiseFigures, figures

AHEAD: Final = 800
"""Days ahead in which the next day is looked for."""
FOLLOW_UPS: Final = ("follow-up", "final-follow-up")


class PromiseState(NamedTuple):
    """One promise, its next day and its errors."""

    figures: PromiseFigures
    next: Deadline | None
    errors: int

    @property
    def id(self) -> str:
        return self.figures.id


class Step(NamedTuple):
    """Command to type, and what it does."""

    command: str
    what: Text


class Status:
    """State of the asked documents on a day."""

    def __init__(self, workspace: Workspace, found: CheckResult, today: dt.date) -> None:
        self.workspace, self.found, self.today = workspace, found, today
        until = today + dt.timedelta(days=AHEAD)
        self.deadlines = [
            d for d in deadlines(workspace, today=today, until=until) if d.document in workspace.asked
        ]
        by_file = found.by_file
        ahead = {deadline.document: deadline for deadline in reversed(self.deadlines)}
        self.promises = [
            PromiseState(one, ahead.get(one.id), by_file.get(one.loaded.file, (0, 0))[0])
            for one in figures(workspace, today=today)
        ]

    @property
    def documents(self) -> list[LoadedDocument]:
        """Readable documents that were asked for, by id."""
        rows = self.workspace.readable.values()
        return [loaded for loaded in rows if loaded.id in self.workspace.asked]

    @cached_property
    def municipalities(self) -> int:
        return len(set(chain.from_iterable(state.figures.places for state in self.promises)))

    @property
    def overdue(self) -> list[Deadline]:
        return [d for d in self.deadlines if d.state == "overdue" and d.kind in FOLLOW_UPS]

    @property
    def next_follow_up(self) -> tuple[dt.date, str] | None:
        """Day and promise of the next follow-up; a draft counts with the day it plans."""
        rows = [(d.day, d.document) for d in self.deadlines if d.kind in FOLLOW_UPS]
        for state in self.promises:
            promise = state.figures.promise
            if promise.is_draft and promise.follow_up_plan and promise.follow_up_plan.next_due:
                rows.append((promise.follow_up_plan.next_due.last, state.id))
        return min((row for row in rows if row[0] >= self.today), default=None)

    @property
    def last_follow_up(self) -> tuple[dt.date, str] | None:
        """Day and promise of the latest follow-up."""
        rows = [(s.figures.latest.date.last, s.id) for s in self.promises if s.figures.latest]
        return max(rows, default=None)

    @cached_property
    def steps(self) -> list[Step]:
        """What to type next, most urgent first."""
        return list(
            chain(self._follow_up(), self._errors(), self._drafts(), self._successors(), self._usual())
        )[:3]

    def _follow_up(self) -> Sequence[Step]:
        late = dict.fromkeys(deadline.document for deadline in self.overdue)
        return [
            Step(
                f"lofte follow-up {name} --interactive",
                Text("för in hur det har gått", "record how it has gone"),
            )
            for name in list(late)[:1]
        ]

    def _errors(self) -> Sequence[Step]:
        files = [file for file, (errors, _) in self.found.by_file.items() if errors]
        if not files:
            return []
        drafts = {state.id for state in self.promises if state.figures.promise.is_draft}
        ids = {loaded.file: loaded.id for loaded in self.documents}
        target = ids.get(files[0], files[0]) if len(files) == 1 else ""
        what = (
            Text("se vad som är fel i utkastet", "see what is wrong in the draft")
            if target in drafts
            else Text("se vad som är fel", "see what is wrong")
        )
        return [Step(f"lofte validate {target}".rstrip(), what)]

    def _drafts(self) -> Sequence[Step]:
        for state in self.promises:
            if state.figures.promise.is_draft and not state.errors:
                return [
                    Step(
                        f"lofte validate {state.id} --profile granskning",
                        Text("granska utkastet före beslut", "review the draft before the decision"),
                    )
                ]
        return []

    def _successors(self) -> Sequence[Step]:
        """A promise that has ended, or soon ends, without one after it."""
        going = {"gäller", "kommande", "utkast"}
        for state in sorted(self.promises, key=lambda one: one.figures.days_left or 0, reverse=True):
            one = state.figures
            left = one.days_left
            later = any(
                other.figures.stage in going
                and other.id != state.id
                and set(other.figures.places) & set(one.places)
                for other in self.promises
            )
            if one.stage in ("gäller", "avslutat") and left is not None and left < _SOON and not later:
                what = Text("börja på nästa löfte", "start the next promise")
                return [Step(f"lofte new --from {state.id}", what)]
        return []

    def _usual(self) -> Sequence[Step]:
        if not self.promises:
            return [
                Step("lofte new", Text("skriv ett löfte", "write a promise")),
                Step(
                    "lofte import lofte.docx",
                    Text("hämta ett löfte ur Word eller PDF", "import one from Word or PDF"),
                ),
            ]
        if self.found.tally.severities["error"]:
            return []  # nothing is published until they are corrected
        if all(loaded.document.is_draft for loaded in self.documents):
            what = Text("bygg webbplatsen med utkasten", "build the site with the drafts")
            return [Step("lofte render --drafts", what)]
        return [Step("lofte render", Text("bygg webbplatsen", "build the site"))]


_SOON: Final = 120
"""Days before the end when it is time to write the next promise."""
