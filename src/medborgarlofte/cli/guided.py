"""Guided `lofte new`: one question at a time, the draft kept at every step."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.cli.commands.documents import NEW_KINDS, New
from medborgarlofte.cli.dialogue import QUESTION_COMMANDS as COMMANDS
from medborgarlofte.cli.dialogue import (
    Jump,
    ask,
    choose,
    choose_many,
    note,
    show_error,
    show_keys,
    unless_skipped,
)
from medborgarlofte.cli.drawing import print_paragraph
from medborgarlofte.cli.guide import Guide
from medborgarlofte.cli.guided_commitments import COMMITMENT_HELP, ask_commitments
from medborgarlofte.cli.guided_opening import (
    PLACE_HELP,
    WRITE_PERIOD,
    ask_date,
    ask_period,
    ask_place,
    ask_police,
    set_place,
    set_police,
)
from medborgarlofte.cli.resolve import load_documents
from medborgarlofte.cli.session import Session
from medborgarlofte.drafting.proposals import focus_choices
from medborgarlofte.drafting.scaffold import has_period, is_joint
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.typed_period import parse_typed_date
from medborgarlofte.language.phrases import enumerated
from medborgarlofte.load import FOLDER, Project, Workspace, load_project
from medborgarlofte.model.config import CONFIG_FILE
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import TOGETHER, Document
from medborgarlofte.swedish import add_months


class Question(NamedTuple):
    """A step of the guide."""

    key: str
    title: Text
    help: Text
    ask: Callable[[Guide, Text], None]
    """Sets values. Raises Jump, and LofteError for an answer that cannot be used."""
    applies: Callable[[Guide], bool]


def guided(session: Session, kind: type[Document], given: New) -> Path | None:
    """Write a document by questions; returns its path, None when nothing was written. Raises LofteError."""
    guide = Guide(session, kind, _project(session), NEW_KINDS[given.kind], given.output)
    for key, value, use in (("place", given.municipality, set_place), ("police", given.police, set_police)):
        if value:
            use(guide, value.strip())
            guide.given |= {key}
    guide.start = given.start or ""
    number, shown = 0, -1
    while number < len(questions := [q for q in QUESTIONS if q.applies(guide) and q.key not in guide.given]):
        question = questions[number]
        if shown != number:
            _show_heading(guide, question, number + 1, len(questions))
        shown = number
        try:
            question.ask(guide, question.help)
            guide.save()
            number += 1
        except Jump as jump:
            if jump.command == "quit":
                break
            number = max(number - 1, 0) if jump.command == "back" else number + 1
            shown = -1
        except LofteError as error:
            show_error(guide.session, error)
    return guide.path if guide.text else None


def _project(session: Session) -> Workspace:
    """The nearest project, or an empty one."""
    try:
        return load_documents(session, [])
    except LofteError:
        return load_project(Project(session.cwd / FOLDER, session.cwd / CONFIG_FILE, CONFIG_FILE, ()))


def _show_heading(guide: Guide, question: Question, number: int, total: int) -> None:
    session = guide.session
    place = Text(f"Fråga {number} av {total}", f"Question {number} of {total}")
    print_paragraph(session)
    print_paragraph(session, (session.say(place), "muted"), "  ", (session.say(question.title), "heading"))
    if number == 1:
        show_keys(session, ("back", "skip", "help", "quit"), _ENTER)


# ---------------------------------------------------------------- focus areas and follow-up plan


def _ask_focus(guide: Guide, about: Text) -> None:
    session = guide.session
    choices = focus_choices(guide.predecessor, session.lang)
    chosen = choose_many(
        session,
        Text("Fokusområden", "Focus areas"),
        [row.pop("visas", row["rubrik"]) for row in choices],
        (*COMMANDS, "skip"),
        about=about,
    )
    areas = [choices[number] for number in chosen]
    guide.values.pop("fokusområden", None)
    if areas:
        guide.values["fokusområden"] = areas
        listed = enumerated([area["rubrik"] for area in areas])
        note(session, Text(f"{listed.sv}.", f"{listed.en}."))


def _ask_plan(guide: Guide, about: Text) -> None:
    session = guide.session
    names = [session.say(label) for label, _ in _CADENCES.values()]
    cadence = list(_CADENCES)[
        names.index(choose(session, _CADENCE, names, COMMANDS, default=names[1], about=about))
    ]
    period = guide.values["period"]
    start = parse_typed_date(period["från"]).first
    next_due = add_months(start, _CADENCES[cadence][1]) - _ONE_DAY
    if period.get("till"):
        next_due = min(next_due, parse_typed_date(period["till"]).last)
    plan = {"takt": cadence, "nästa": str(next_due)}
    for key, question, usual in (
        ("sammankallande", _CONVENOR, ""),
        ("redovisas_för", _REPORTED_TO, "kommunstyrelsen"),
    ):
        answer = unless_skipped(ask, session, question, (*COMMANDS, "skip"), default=usual, about=about)
        plan |= {key: answer} if answer else {}
    guide.values["uppföljningsplan"] = plan


_ONE_DAY: Final = dt.timedelta(days=1)
_CADENCES: Final[Mapping[str, tuple[Text, int]]] = {
    "tertial": (Text("varje tertial", "every four months"), 4),
    "halvår": (Text("varje halvår", "every half-year"), 6),
    "år": (Text("varje år", "every year"), 12),
}
"""Label and months of the cadences to choose from."""
_ENTER: Final = Text("tar förslaget inom [ ]", "takes the proposal in [ ]")
_CADENCE: Final = Text("Hur ofta", "How often")
_CONVENOR: Final = Text("Vem kallar till mötena (en funktion)", "Who convenes the meetings (a function)")
_REPORTED_TO: Final = Text("Vem får redovisningen", "Who receives the report")


def _is_promise(guide: Guide) -> bool:
    return guide.kind is Promise


QUESTIONS: Final = (
    Question(
        "place",
        Text("Vilken kommun gäller det?", "Which municipality is it about?"),
        PLACE_HELP,
        ask_place,
        lambda _: True,
    ),
    Question(
        "police",
        Text("Vilken polis är med?", "Which police take part?"),
        Text("Oftast det lokalpolisområde som kommunen hör till. - betyder att polisen inte är part.", "Usually the local police area that the municipality belongs to. - means that the police are no party."),
        ask_police,
        lambda guide: is_joint(guide.kind),
    ),
    Question(
        "period",
        Text("Vilken tid gäller det?", "Which period is it for?"),
        WRITE_PERIOD,
        ask_period,
        lambda guide: has_period(guide.kind),
    ),
    Question(
        "date",
        Text("Vilken dag är det från?", "Which day is it from?"),
        Text("Skriv till exempel 2027-01-15 eller januari 2027.", "Write for example 2027-01-15 or January 2027."),
        ask_date,
        lambda guide: not has_period(guide.kind),
    ),
    Question(
        "focus",
        Text("Vad ska löftet riktas mot?", "What is the promise aimed at?"),
        Text("Skriv nummer eller ord: 1, 3 eller unga, trafik. Enter väljer inget.", "Write numbers or words: 1, 3 or unga, trafik. Enter chooses none."),
        _ask_focus,
        _is_promise,
    ),
    Question("municipal", Text("Vad lovar kommunen?", "What does the municipality promise?"), COMMITMENT_HELP, partial(ask_commitments, "kommunen"), _is_promise),
    Question(
        "police_work",
        Text("Vad lovar polisen?", "What do the police promise?"),
        COMMITMENT_HELP,
        partial(ask_commitments, "polisen"),
        lambda guide: _is_promise(guide) and not guide.without_police,
    ),
    Question(
        "joint",
        Text("Vad lovar ni tillsammans?", "What do you promise together?"),
        COMMITMENT_HELP,
        partial(ask_commitments, TOGETHER),
        lambda guide: _is_promise(guide) and not guide.without_police,
    ),
    Question(
        "plan",
        Text("Hur följs löftet upp?", "How is the promise followed up?"),
        Text("Uppföljningen är det invånarna får veta. Skriv numret eller orden.", "The follow-up is what residents are told. Write the number or the words."),
        _ask_plan,
        _is_promise,
    ),
)  # fmt: skip
