"""Everything with a clock: follow-ups, ends of periods, pictures that grow old, decisions and dialogues to come."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from medborgarlofte.follow_up.deadline import Deadline, Look
from medborgarlofte.follow_up.promise_deadlines import PROMISE_CLOCKS, promises
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.places import origin, places
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.swedish import PartialDate, add_months
from medborgarlofte.timeline import stage_of

TWO_YEARS: Final = 24
"""Months after which picture and plan are to be gone through again (6 § lag 2023:196)."""

ACT: Final = dt.date(2023, 7, 1)
"""When lag (2023:196) came into force; older documents are not held to it."""


def deadlines(workspace: Workspace, *, today: dt.date, until: dt.date) -> list[Deadline]:
    """What is overdue, due, and to come up to and with a day; soonest first. `until` bounds what is to come only."""
    look = Look(workspace.without_drafts(), workspace.drafts, today, until)
    found = {
        deadline if deadline.origin else replace(deadline, origin=_workspace_origin(workspace))
        for clock in (*PROMISE_CLOCKS, *_DOCUMENT_CLOCKS)
        for deadline in clock(look)
        if deadline.day <= max(until, today)
    }
    return sorted(found)


def _workspace_origin(workspace: Workspace) -> str:
    """The place of the oldest promise, for what has no place of its own; newer promises do not change it."""
    starts = [
        (promise.period.start.first if promise.period.start else dt.date.max, loaded.id, origin(promise))
        for loaded, promise in workspace.of_kind(Promise)
    ]
    return min(starts, default=(dt.date.max, "", ""))[2]


# ---------------------------------------------------------------- agreements


def _agreements(look: Look) -> Iterator[Deadline]:
    for loaded, agreement in look.workspace.of_kind(Agreement):
        if agreement.status in ("ersatt", "upphävt"):
            continue
        end, when = agreement.period.last_date, agreement.follow_up.when if agreement.follow_up else None
        if end and (look.today <= end.last or _frames_one_in_force(look, loaded.id)):
            what = Text("Överenskommelsen tar slut", "The agreement ends")
            yield look.deadline(loaded, "agreement-ends", end, what)
        if when and when.last >= look.today:
            what = Text("Överenskommelsen följs upp", "The agreement is followed up")
            yield look.deadline(loaded, "agreement-follow-up", when, what)


def _frames_one_in_force(look: Look, agreement_id: str) -> bool:
    return any(
        promise.part_of == agreement_id and stage_of(look.workspace, loaded, look.today) == "gäller"
        for loaded, promise, _ in promises(look)
    )


# ---------------------------------------------------------------- what the act asks for every second year


def _pictures(look: Look) -> Iterator[Deadline]:
    """The newest lägesbild of each place, as a document or as named by a promise in force."""
    newest: dict[str, tuple[PartialDate, str, LoadedDocument]] = {}
    for place, date, title, loaded in (*_picture_documents(look), *_pictures_named(look)):
        if place not in newest or date.last > newest[place][0].last:
            newest[place] = (date, title, loaded)
    for date, title, loaded in newest.values():
        again = add_months(date.last, TWO_YEARS)
        if again >= ACT:
            what = Text(
                "Lägesbilden ska uppdateras (6 §)", "The situation picture should be updated (section 6)"
            )
            yield look.deadline(loaded, "situation-picture", again, what, written=_later(date), title=title)


def _later(date: PartialDate) -> PartialDate:
    """A date two years later, as coarse."""
    return PartialDate(date.year + TWO_YEARS // 12, date.month, date.day)


_Dated = tuple[str, PartialDate, str, LoadedDocument]


def _picture_documents(look: Look) -> Iterator[_Dated]:
    for loaded, picture in look.workspace.of_kind(SituationPicture):
        if picture.status == "upphävt":
            continue
        for place in places(picture) or [loaded.folder]:
            yield place, picture.date, picture.title, loaded


def _pictures_named(look: Look) -> Iterator[_Dated]:
    for loaded, promise, _ in promises(look):
        if stage_of(look.workspace, loaded, look.today) in ("gäller", "kommande"):
            for row in promise.evidence:
                if row.kind == "lägesbild" and row.date and not row.document:
                    for place in places(promise):
                        yield place, row.date, row.title or promise.title, loaded


def _plans(look: Look) -> Iterator[Deadline]:
    """The newest åtgärdsplan of each place."""
    newest: dict[str, tuple[LoadedDocument, ActionPlan]] = {}
    for loaded, plan in look.workspace.of_kind(ActionPlan):
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
        what = Text("Åtgärdsplanen ska följas upp (6 §)", "The action plan should be followed up (section 6)")
        yield look.deadline(loaded, "action-plan", day, what, written=written)


# ---------------------------------------------------------------- what is announced


def _decisions(look: Look) -> Iterator[Deadline]:
    for loaded in look.workspace.documents.values():
        bodies: Counter[str] = Counter()
        for decision in loaded.document.decisions:
            bodies[decision.body] += 1
            several = f" {bodies[decision.body]}" if bodies[decision.body] > 1 else ""
            if decision.date and decision.date.last >= look.today:
                what = Text(f"Beslut i {decision.body}", f"Decision by {decision.body}")
                yield look.deadline(loaded, "decision", decision.date, what, f"{decision.body}{several}")


def _dialogues(look: Look) -> Iterator[Deadline]:
    for loaded, dialogue in look.workspace.of_kind(ResidentDialogue):
        if dialogue.date.last >= look.today and dialogue.date.precision == "day":
            where = f", {dialogue.place}" if dialogue.place else ""
            what = Text(f"Medborgardialog{where}", f"Resident dialogue{where}")
            yield look.deadline(loaded, "dialogue", dialogue.date, what)


_DOCUMENT_CLOCKS: Final[tuple[Callable[[Look], Iterator[Deadline]], ...]] = (
    _agreements,
    _pictures,
    _plans,
    _decisions,
    _dialogues,
)
