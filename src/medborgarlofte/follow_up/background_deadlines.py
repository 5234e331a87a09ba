"""Deadlines of agreements, background documents, decisions and dialogues."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.follow_up.deadline_scope import DeadlineScope, current_promises, deadline_of
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.places import places
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.swedish import PartialDate, add_months
from medborgarlofte.timeline import stage_of

TWO_YEARS: Final = 24
"""Months after which picture and plan are to be gone through again (6 § lag 2023:196)."""

ACT: Final = dt.date(2023, 7, 1)
"""When lag (2023:196) came into force; older documents are not held to it."""


# ---------------------------------------------------------------- agreements


def _agreements(scope: DeadlineScope) -> Iterator[Deadline]:
    for loaded, agreement in scope.workspace.of_kind(Agreement):
        if agreement.status in ("ersatt", "upphävt"):
            continue
        end, when = agreement.period.last_date, agreement.follow_up.when if agreement.follow_up else None
        if end and (scope.today <= end.last or _frames_one_in_force(scope, loaded.id)):
            what = Text("Överenskommelsen tar slut", "The agreement ends")
            yield deadline_of(
                loaded, agreement.title, "agreement-ends", end.last, what, scope.state(end.last), written=end
            )
        if when and when.last >= scope.today:
            what = Text("Överenskommelsen följs upp", "The agreement is followed up")
            yield deadline_of(
                loaded,
                agreement.title,
                "agreement-follow-up",
                when.last,
                what,
                scope.state(when.last),
                written=when,
            )


def _frames_one_in_force(scope: DeadlineScope, agreement_id: str) -> bool:
    return any(
        promise.part_of == agreement_id and stage_of(scope.workspace, loaded, scope.today) == "gäller"
        for loaded, promise, _ in current_promises(scope)
    )


# ---------------------------------------------------------------- what the act asks for every second year


def _pictures(scope: DeadlineScope) -> Iterator[Deadline]:
    """Newest lägesbild of each place, as document or reference."""
    newest: dict[str, tuple[PartialDate, str, LoadedDocument]] = {}
    for place, date, title, loaded in (*_picture_documents(scope), *_pictures_named(scope)):
        if place not in newest or date.last > newest[place][0].last:
            newest[place] = (date, title, loaded)
    for date, title, loaded in newest.values():
        again = add_months(date.last, TWO_YEARS)
        if again >= ACT:
            what = Text("Lägesbilden ska uppdateras (6 §)", "The situation picture should be updated (6 §)")
            yield deadline_of(
                loaded, title, "situation-picture", again, what, scope.state(again), written=_later(date)
            )


def _later(date: PartialDate) -> PartialDate:
    """A date two years later, as coarse."""
    return PartialDate(date.year + TWO_YEARS // 12, date.month, date.day)


_Dated = tuple[str, PartialDate, str, LoadedDocument]


def _picture_documents(scope: DeadlineScope) -> Iterator[_Dated]:
    for loaded, picture in scope.workspace.of_kind(SituationPicture):
        if picture.status == "upphävt":
            continue
        for place in places(picture) or [loaded.folder]:
            yield place, picture.date, picture.title, loaded


def _pictures_named(scope: DeadlineScope) -> Iterator[_Dated]:
    for loaded, promise, _ in current_promises(scope):
        if stage_of(scope.workspace, loaded, scope.today) in ("gäller", "kommande"):
            for row in promise.evidence:
                if row.kind == "lägesbild" and row.date and not row.document:
                    for place in places(promise):
                        yield place, row.date, row.title or promise.title, loaded


def _plans(scope: DeadlineScope) -> Iterator[Deadline]:
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
        yield deadline_of(loaded, plan.title, "action-plan", day, what, scope.state(day), written=written)


# ---------------------------------------------------------------- what is announced


def _decisions(scope: DeadlineScope) -> Iterator[Deadline]:
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
                yield deadline_of(loaded, title, "decision", day, what, scope.state(day), item, decision.date)


def _dialogues(scope: DeadlineScope) -> Iterator[Deadline]:
    for loaded, dialogue in scope.workspace.of_kind(ResidentDialogue):
        if dialogue.date.last >= scope.today and dialogue.date.precision == "day":
            where = f", {dialogue.place}" if dialogue.place else ""
            what = Text(f"Medborgardialog{where}", f"Resident dialogue{where}")
            yield deadline_of(
                loaded, dialogue.title, "dialogue", dialogue.date.last, what, scope.state(dialogue.date.last)
            )


BACKGROUND_RULES: Final[tuple[Callable[[DeadlineScope], Iterator[Deadline]], ...]] = (
    _agreements,
    _pictures,
    _plans,
    _decisions,
    _dialogues,
)
