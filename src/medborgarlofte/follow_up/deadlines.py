"""Deadlines of all documents."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, NamedTuple
from urllib.parse import quote

from medborgarlofte.follow_up.reports import FollowUps, follow_ups, latest_reports, reported
from medborgarlofte.follow_up.schedule import Planned, lacks_final, planned
from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.places import origin, places
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.swedish import PartialDate, add_months
from medborgarlofte.timeline import end_of, stage_of

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
TWO_YEARS: Final = 24
"""Months after which picture and plan are to be gone through again (6 § lag 2023:196)."""

ACT: Final = dt.date(2023, 7, 1)
"""When lag (2023:196) came into force; older documents are not held to it."""


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """Day on which a document has something due."""

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
        """Calendar UID, stable and unique per site."""
        names = (self.kind, *self.document.split("/"), self.item)
        return ".".join(quote(name, safe="").replace(".", "%2E") for name in names if name) + uid_domain(
            self.origin
        )


def uid_domain(origin: str) -> str:
    """Domain part of a UID."""
    return f"@{origin}.lofte" if origin else "@lofte"


class _Scope(NamedTuple):
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


def deadlines(workspace: Workspace, *, today: dt.date, until: dt.date) -> list[Deadline]:
    """Overdue and coming deadlines, soonest first.

    `until` limits the coming ones only.
    """
    scope = _Scope(workspace.without_drafts(), workspace.drafts, today, until)
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

    Newer promises do not change it.
    """
    starts = [
        (promise.period.start.first if promise.period.start else dt.date.max, loaded.id, origin(promise))
        for loaded, promise in workspace.of_kind(Promise)
    ]
    return min(starts, default=(dt.date.max, "", ""))[2]


# ---------------------------------------------------------------- promises


def _promises(scope: _Scope) -> Iterator[tuple[LoadedDocument, Promise, FollowUps]]:
    for loaded, promise in scope.workspace.of_kind(Promise):
        if promise.status not in ("ersatt", "upphävt"):
            yield loaded, promise, follow_ups(scope.workspace, loaded.id)


def _follow_ups(scope: _Scope) -> Iterator[Deadline]:
    """Missed and coming planned follow-ups."""
    grace = int(LEXICON.threshold("follow_up_days"))
    for loaded, promise, history in _promises(scope):
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
            yield _of(
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
            yield _of(loaded, promise.title, "follow-up", row.day, _FOLLOW_UP, state, row.number, written)


def _next_due(promise: Promise, row: Planned) -> PartialDate | None:
    """What the plan states for its first follow-up; later days follow from it."""
    plan = promise.follow_up_plan
    return plan.next_due if plan and row.number == 1 else None


_FOLLOW_UP: Final = Text("Uppföljning", "Follow-up")


def _final_follow_ups(scope: _Scope) -> Iterator[Deadline]:
    grace = int(LEXICON.threshold("ended_days"))
    for loaded, promise, history in _promises(scope):
        end = end_of(scope.workspace, loaded, promise)
        if end and lacks_final(end, history, scope.today):
            what = Text("Löftet har tagit slut utan uppföljning", "The promise has ended without a follow-up")
            if reported(history):
                what = Text(
                    "Löftet har tagit slut utan slutlig uppföljning",
                    "The promise has ended without a final follow-up",
                )
            yield _of(
                loaded,
                promise.title,
                "final-follow-up",
                end,
                what,
                scope.state(end, grace),
                written=_end(promise, end),
            )


def _commitments(scope: _Scope) -> Iterator[Deadline]:
    """Open commitments with a deadline, in force."""
    for loaded, promise, history in _promises(scope):
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
                yield _of(
                    loaded, promise.title, "commitment", day, what, scope.state(day), item, commitment.due
                )


def _ends(scope: _Scope) -> Iterator[Deadline]:
    for loaded, promise, _ in _promises(scope):
        end = end_of(scope.workspace, loaded, promise)
        if end and scope.today <= end:
            what = Text("Löftet tar slut", "The promise ends")
            yield _of(
                loaded, promise.title, "promise-ends", end, what, scope.state(end), written=_end(promise, end)
            )


def _end(promise: Promise, end: dt.date) -> PartialDate | None:
    """The last date that a promise states, where that is when it ends."""
    stated = promise.period.last_date
    return stated if stated and stated.last == end else None


def _unsigned(scope: _Scope) -> Iterator[Deadline]:
    """Drafts to decide before their period."""
    for loaded in scope.drafts:
        promise = loaded.document
        start = promise.period.start if isinstance(promise, Promise) else None
        if isinstance(promise, Promise) and start:
            day = start.first
            what = Text("Utkastet ska vara beslutat", "The draft should be decided")
            yield _of(loaded, promise.title, "unsigned", day, what, scope.state(day), written=start)


# ---------------------------------------------------------------- agreements


def _agreements(scope: _Scope) -> Iterator[Deadline]:
    for loaded, agreement in scope.workspace.of_kind(Agreement):
        if agreement.status in ("ersatt", "upphävt"):
            continue
        end, when = agreement.period.last_date, agreement.follow_up.when if agreement.follow_up else None
        if end and (scope.today <= end.last or _frames_one_in_force(scope, loaded.id)):
            what = Text("Överenskommelsen tar slut", "The agreement ends")
            yield _of(
                loaded, agreement.title, "agreement-ends", end.last, what, scope.state(end.last), written=end
            )
        if when and when.last >= scope.today:
            what = Text("Överenskommelsen följs upp", "The agreement is followed up")
            yield _of(
                loaded,
                agreement.title,
                "agreement-follow-up",
                when.last,
                what,
                scope.state(when.last),
                written=when,
            )


def _frames_one_in_force(scope: _Scope, agreement_id: str) -> bool:
    return any(
        promise.part_of == agreement_id and stage_of(scope.workspace, loaded, scope.today) == "gäller"
        for loaded, promise, _ in _promises(scope)
    )


# ---------------------------------------------------------------- what the act asks for every second year


def _pictures(scope: _Scope) -> Iterator[Deadline]:
    """Newest lägesbild of each place, as document or reference."""
    newest: dict[str, tuple[PartialDate, str, LoadedDocument]] = {}
    for place, date, title, loaded in (*_picture_documents(scope), *_pictures_named(scope)):
        if place not in newest or date.last > newest[place][0].last:
            newest[place] = (date, title, loaded)
    for date, title, loaded in newest.values():
        again = add_months(date.last, TWO_YEARS)
        if again >= ACT:
            what = Text("Lägesbilden ska uppdateras (6 §)", "The situation picture should be updated (6 §)")
            yield _of(
                loaded, title, "situation-picture", again, what, scope.state(again), written=_later(date)
            )


def _later(date: PartialDate) -> PartialDate:
    """A date two years later, as coarse."""
    return PartialDate(date.year + TWO_YEARS // 12, date.month, date.day)


_Dated = tuple[str, PartialDate, str, LoadedDocument]


def _picture_documents(scope: _Scope) -> Iterator[_Dated]:
    for loaded, picture in scope.workspace.of_kind(SituationPicture):
        if picture.status == "upphävt":
            continue
        for place in places(picture) or [loaded.folder]:
            yield place, picture.date, picture.title, loaded


def _pictures_named(scope: _Scope) -> Iterator[_Dated]:
    for loaded, promise, _ in _promises(scope):
        if stage_of(scope.workspace, loaded, scope.today) in ("gäller", "kommande"):
            for row in promise.evidence:
                if row.kind == "lägesbild" and row.date and not row.document:
                    for place in places(promise):
                        yield place, row.date, row.title or promise.title, loaded


def _plans(scope: _Scope) -> Iterator[Deadline]:
    """The newest åtgärdsplan of each place."""
    newest: dict[str, tuple[LoadedDocument, ActionPlan]] = {}
    for loaded, plan in scope.workspace.of_kind(ActionPlan):
        if plan.status == "upphävt":
            continue
        for place in places(plan) or [loaded.folder]:
            if place not in newest or plan.date.last > newest[place][1].date.last:
                newest[place] = (loaded, plan)
    for loaded, plan in newest.values():
        stated = plan.follow_up.when if plan.follow_up else None
        day = min(add_months(plan.date.last, TWO_YEARS), stated.last if stated else dt.date.max)
        if day < ACT:
            continue
        written = stated if stated and stated.last == day else _later(plan.date)
        what = Text("Åtgärdsplanen ska följas upp (6 §)", "The action plan should be followed up (6 §)")
        yield _of(loaded, plan.title, "action-plan", day, what, scope.state(day), written=written)


# ---------------------------------------------------------------- what is announced


def _decisions(scope: _Scope) -> Iterator[Deadline]:
    for loaded in scope.workspace.documents.values():
        bodies: Counter[str] = Counter()
        for decision in loaded.document.decisions:
            bodies[decision.body] += 1
            several = f" {bodies[decision.body]}" if bodies[decision.body] > 1 else ""
            if decision.date and decision.date.last >= scope.today:
                what = Text(f"Beslut i {decision.body}", f"Decision by {decision.body}")
                title = loaded.document.title or loaded.id
                day = decision.date.last
                item = f"{decision.body}{several}"
                yield _of(loaded, title, "decision", day, what, scope.state(day), item, decision.date)


def _dialogues(scope: _Scope) -> Iterator[Deadline]:
    for loaded, dialogue in scope.workspace.of_kind(ResidentDialogue):
        if dialogue.date.last >= scope.today and dialogue.date.precision == "day":
            where = f", {dialogue.place}" if dialogue.place else ""
            what = Text(f"Medborgardialog{where}", f"Resident dialogue{where}")
            yield _of(
                loaded, dialogue.title, "dialogue", dialogue.date.last, what, scope.state(dialogue.date.last)
            )


def _of(  # noqa: PLR0917 - in the order a reader wants to know
    loaded: LoadedDocument,
    title: str,
    clock: DeadlineKind,
    day: dt.date,
    what: Text,
    state: State,
    item: object = "",
    written: PartialDate | None = None,
) -> Deadline:
    place = origin(loaded.document)
    coarse = written if written and written.precision != "day" else None
    return Deadline(day, loaded.id, clock, str(item), title, what, state, place, coarse)


DEADLINE_RULES: Final[tuple[Callable[[_Scope], Iterator[Deadline]], ...]] = (
    _follow_ups,
    _final_follow_ups,
    _commitments,
    _ends,
    _unsigned,
    _agreements,
    _pictures,
    _plans,
    _decisions,
    _dialogues,
)
"""What is reckoned with; a deadline that matters is a function here."""
