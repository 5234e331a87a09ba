"""The texts of a document, each with its role, its sentences and its words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal

from medborgarlofte.language.analysis import Analysis, analyse
from medborgarlofte.language.expressions import Located
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.model.survey import Survey
from medborgarlofte.source.positions import Route

Role = Literal["prose", "commitment", "area", "heading", "goal", "purpose", "line", "comment"]


@dataclass(frozen=True)
class TextField:
    """One text and where it stands."""

    route: Route
    role: Role
    text: str

    @property
    def analysis(self) -> Analysis:
        """What the text states, read once for all who ask."""
        return analyse(self.text)

    def words_at(self, found: Located) -> str:
        """The words of an expression, with white space collapsed."""
        return " ".join(self.text[found.start : found.end].split())

    @property
    def plain(self) -> str:
        """The text with quotations, addresses and code blanked, so that only the parties' own words are judged."""
        return self.analysis.plain

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence; a list line is one."""
        return self.analysis.sentences

    @cached_property
    def words(self) -> tuple[re.Match[str], ...]:
        """Every word, with its place."""
        return tuple(WORD.finditer(self.text))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word once, in small letters."""
        return frozenset(WORD.findall(self.text.lower()))

    @property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each paragraph."""
        return self.analysis.paragraphs

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that a character stands in."""
        return next(((s, e) for s, e in self.sentences if s <= offset < e), (0, len(self.text)))


WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def text_fields(document: Document) -> Iterator[TextField]:
    """Every text of a document, in the order of the form."""
    for kind, texts in _TEXTS:
        if isinstance(document, kind):
            yield from texts(document)
    for index, contact in enumerate(document.contacts):
        yield from _one(("kontakter", index, "funktion"), "line", contact.function)


def _promise(promise: Promise) -> Iterator[TextField]:
    yield from _one(("titel",), "heading", promise.title)
    yield from _one(("period", "text"), "line", promise.period.text)
    yield from _one(("inledning",), "prose", promise.introduction)
    yield from _one(("lägesbild",), "prose", promise.situation)
    for index, problem in enumerate(promise.problems):
        yield from _one(("problemområden", index, "rubrik"), "heading", problem.title)
        yield from _one(("problemområden", index, "beskrivning"), "prose", problem.description)
    for index, area in enumerate(promise.focus_areas):
        yield from _one(("fokusområden", index, "rubrik"), "heading", area.title)
        yield from _one(("fokusområden", index, "beskrivning"), "prose", area.description)
        yield from _many(("fokusområden", index, "orsaker"), "line", area.causes)
    for index, goal in enumerate(promise.outcome_goals):
        yield from _one(("effektmål", index, "text"), "goal", goal.text)
    for index, commitment in enumerate(promise.commitments):
        yield from _one(("åtaganden", index, "text"), "commitment", commitment.text)
        yield from _one(("åtaganden", index, "syfte"), "purpose", commitment.purpose)
        yield from _one(("åtaganden", index, "tid"), "line", commitment.schedule)
    if promise.follow_up_plan:
        yield from _one(("uppföljningsplan", "text"), "prose", promise.follow_up_plan.text)
    for index, channel in enumerate(promise.feedback):
        yield from _one(("återkoppling", index, "text"), "prose", channel.text)


def _agreement(agreement: Agreement) -> Iterator[TextField]:
    yield from _one(("titel",), "heading", agreement.title)
    yield from _one(("period", "text"), "line", agreement.period.text)
    yield from _one(("inledning",), "prose", agreement.introduction)
    yield from _many(("syften",), "purpose", agreement.purposes)
    for index, area in enumerate(agreement.areas):
        yield from _one(("områden", index, "rubrik"), "heading", area.title)
        yield from _one(("områden", index, "text"), "area", area.text)
    if agreement.council:
        yield from _many(("råd", "uppgifter"), "line", agreement.council.tasks)
    yield from _one(("handlingsplan",), "prose", agreement.action_plan)
    if agreement.follow_up:
        yield from _one(("uppföljning", "text"), "prose", agreement.follow_up.text)


def _follow_up(follow_up: FollowUp) -> Iterator[TextField]:
    yield from _one(("sammanfattning",), "prose", follow_up.summary)
    for index, item in enumerate(follow_up.items):
        yield from _one(("poster", index, "kommentar"), "comment", item.comment)
    for index, result in enumerate(follow_up.other_results):
        yield from _one(("övriga_resultat", index, "text"), "comment", result.text)


def _situation_picture(picture: SituationPicture) -> Iterator[TextField]:
    yield from _one(("titel",), "heading", picture.title)
    yield from _one(("kartläggning",), "prose", picture.mapping)
    yield from _one(("övrig_information",), "prose", picture.other_information)
    yield from _one(("analys",), "prose", picture.analysis)
    for index, problem in enumerate(picture.problems):
        yield from _one(("problem", index, "rubrik"), "heading", problem.title)
        yield from _one(("problem", index, "omfattning"), "prose", problem.extent)
        yield from _one(("problem", index, "konsekvenser"), "prose", problem.consequences)
        yield from _many(("problem", index, "orsaker"), "line", problem.causes)


def _action_plan(plan: ActionPlan) -> Iterator[TextField]:
    yield from _one(("titel",), "heading", plan.title)
    yield from _one(("inledning",), "prose", plan.introduction)
    for index, measure in enumerate(plan.measures):
        yield from _one(("åtgärder", index, "text"), "area", measure.text)
    if plan.follow_up:
        yield from _one(("uppföljning", "text"), "prose", plan.follow_up.text)


def _survey(survey: Survey) -> Iterator[TextField]:
    yield from _one(("titel",), "heading", survey.title)
    yield from _one(("metod",), "prose", survey.method)
    yield from _one(("sammanfattning",), "prose", survey.summary)


def _resident_dialogue(dialogue: ResidentDialogue) -> Iterator[TextField]:
    yield from _one(("titel",), "heading", dialogue.title)
    yield from _one(("metod",), "prose", dialogue.method)
    yield from _one(("sammanfattning",), "prose", dialogue.summary)
    for index, theme in enumerate(dialogue.themes):
        yield from _one(("teman", index, "rubrik"), "heading", theme.title)
        yield from _one(("teman", index, "text"), "prose", theme.text)


_TEXTS: Final[tuple[tuple[type[Document], Callable[[Any], Iterator[TextField]]], ...]] = (
    (Promise, _promise),
    (Agreement, _agreement),
    (FollowUp, _follow_up),
    (SituationPicture, _situation_picture),
    (ActionPlan, _action_plan),
    (Survey, _survey),
    (ResidentDialogue, _resident_dialogue),
)
"""How the texts of each kind are found."""


def _one(route: Route, role: Role, text: str | None) -> Iterator[TextField]:
    if text:
        yield TextField(route, role, text)


def _many(route: Route, role: Role, texts: Sequence[str]) -> Iterator[TextField]:
    for index, text in enumerate(texts):
        yield TextField((*route, index), role, text)
