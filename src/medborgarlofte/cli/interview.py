"""`lofte follow-up --interactive`: prompts per commitment."""

from dataclasses import dataclass, field
from typing import Final

from medborgarlofte.cli.dialogue import Command, Jump, ask, note, show_error, show_keys
from medborgarlofte.cli.drawing import print_keys, print_panel, print_paragraph
from medborgarlofte.cli.follow_up_file import ALL_REPORTED, Work
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import has_content
from medborgarlofte.follow_up.totals import counting_of, total_of
from medborgarlofte.follow_up.updates import (
    earlier_items,
    made_entry,
    needs_counting,
    proposed,
    status_named,
    total_with,
)
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_actuals, format_targets
from medborgarlofte.model.follow_up import Counting
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.statuses import NEEDS_REASON, STANDINGS, STATUS_LABELS
from medborgarlofte.report.formats import Part
from medborgarlofte.swedish import format_date
from medborgarlofte.units import format_length

COMMANDS: Final[tuple[Command, ...]] = ("back", "undo", "help", "quit")
SHOWN_REPORTS: Final = 3
"""Earlier reports in the panel at most."""


@dataclass
class _Interview:
    session: Session
    work: Work
    counting: Counting | None = None
    """What the figures count, once it has been asked."""
    number: int = 0
    waiting: list[Commitment] = field(default_factory=list)

    @property
    def commitment(self) -> Commitment:
        return self.waiting[self.number]


def interview(session: Session, work: Work) -> int:
    """Prompt for each commitment without a status."""
    about = _Interview(session, work, waiting=work.waiting)
    while about.number < len(about.waiting):
        try:
            _present(about)
            _ask_about(about)
            about.number += 1
        except Jump as jump:
            if jump.command == "quit":
                break
            about.number = max(about.number - 1, 0)
            if jump.command == "undo":
                _undo(about)
        except LofteError as error:
            show_error(session, error)
    left = len(work.waiting)
    session.print(_remaining(left) if left else ALL_REPORTED)
    return ExitCode.CLEAN


def _undo(about: _Interview) -> None:
    """Take back the last answer and ask again."""
    undone = about.work.undo()
    if undone is None:
        note(about.session, Text("Det finns inget svar att ångra.", "There is no answer to undo."))
    ids = [commitment.id for commitment in about.waiting]
    if undone in ids:
        about.number = ids.index(undone)
        note(
            about.session,
            Text(f"Svaret om {undone} är borttaget.", f"The answer about {undone} has been removed."),
        )


def _present(about: _Interview) -> None:
    session, commitment = about.session, about.commitment
    number, total = about.number + 1, len(about.waiting)
    place = Text(f" · åtagande {number} av {total}", f" · commitment {number} of {total}")
    print_paragraph(session)
    title: list[Part] = [(commitment.id, "id"), session.say(place)]
    print_panel(session, title, " ".join(commitment.text.split()), _facts(about))
    keys = [(str(key), _status(session, status)) for key, status in enumerate(STATUS_LABELS, start=1)]
    print_keys(session, "Status  ", keys)
    if about.number == 0:
        show_keys(session, COMMANDS, Text("hoppar över", "skips"))


def _facts(about: _Interview) -> list[tuple[str, str]]:
    session, commitment = about.session, about.commitment
    responsible = commitment.responsible
    facts = [
        (session.say(Text("Mål", "Target")), session.say(format_targets(commitment.targets))),
        (
            session.say(Text("Ansvarig", "Responsible")),
            ", ".join(filter(None, (responsible.function, responsible.unit))) if responsible else "",
        ),
        *_earlier_reports(about),
    ]
    now = next(
        (i for i in about.work.document.items if i.commitment == commitment.id and has_content(i)), None
    )
    if now is not None:
        actual = session.say(format_actuals(now.actuals))
        facts.append((session.say(_NOW), ", ".join(filter(None, (now.status, actual)))))
    return [(label, value) for label, value in facts if value]


def _earlier_reports(about: _Interview) -> list[tuple[str, str]]:
    """Latest earlier reports, the last one with the total."""
    session, commitment = about.session, about.commitment
    reports = [row for row in earlier_items(commitment, about.work.reporting) if has_content(row[1])]
    facts = []
    for follow_up, item in reports[-SHOWN_REPORTS:]:
        actual = session.say(format_actuals(item.actuals))
        if item.actuals and counting_of(follow_up, item) == "sedan förra":
            actual = session.say(Text(f"{actual} till", f"{actual} more"))
        status = _status(session, item.status) if item.status else ""
        date = format_date(follow_up.date, session.lang)
        facts.append((date, ", ".join(filter(None, (status, actual)))))
    total = total_of(commitment, reports)
    if len(reports) > 1 and total.actuals and not total.is_partial:
        label, words = facts[-1]
        so_far = session.say(format_actuals(total.actuals))
        facts[-1] = (label, session.say(Text(f"{words}, hittills {so_far}", f"{words}, {so_far} so far")))
    return facts


def _status(session: Session, status: str) -> str:
    return status + (f" ({STATUS_LABELS[status].en.lower()})" if session.lang == "en" else "")


def _ask_about(about: _Interview) -> None:
    """Prompt until recorded or skipped. Raises Jump, LofteError."""
    session, commitment, work = about.session, about.commitment, about.work
    figure, suggested, counting = _ask_figure(about)
    try:
        status = _ask_status(about, suggested, needed=bool(figure))
    except Jump as jump:
        if jump.command != "undo" or not figure:
            raise
        note(session, Text("Utfallet är borttaget.", "The outcome has been removed."))
        _ask_about(about)
        return
    if not status:
        return
    comment, left = "", None
    try:
        why = status in NEEDS_REASON
        comment = ask(
            session, _WHY if why else _COMMENT, COMMANDS, about=_WHY_HELP, suffix=" " if why else ": "
        )
    except Jump as jump:  # what was answered is kept
        left = jump
    work.write([made_entry(commitment, status, figure, comment, work.reporting, counting)])
    done, total = len(work.reported), len(work.promise.commitments)
    so_far = Text(
        f" {done} av {total} åtaganden har fått besked.",
        f" {done} of {total} commitments have been reported.",
    )
    print_paragraph(session, (session.say(Text("Sparat.", "Saved.")), "ok"), session.say(so_far), lead="  ")
    if left is not None:
        raise left


def _ask_figure(about: _Interview) -> tuple[str, str | None, Counting | None]:
    """Figure, the status that follows from it, and what it counts."""
    session, commitment, work = about.session, about.commitment, about.work
    if needs_counting(commitment, "1", work.reporting):
        while about.counting is None:  # asked once
            print_paragraph(session, session.say(_COUNTING))
            answer = ask(session, _COUNTS, COMMANDS, about=_COUNTING_HELP)
            about.counting = "sedan förra" if answer == "1" else "hittills" if answer == "2" else None
            if about.counting is None:
                print_paragraph(session, session.say(_ONE_OR_TWO), lead="  ")
    while figure := ask(session, _outcome_question(about), COMMANDS, about=_FIGURE_HELP):
        counting = about.counting if needs_counting(commitment, figure, work.reporting) else None
        try:
            suggested = proposed(commitment, figure, work.reporting, counting)
            _show_total(about, figure, counting)
        except LofteError as error:
            show_error(session, error)
        else:
            return figure, suggested, counting
    return "", None, None


def _outcome_question(about: _Interview) -> Text:
    """”Utfall, kvällar sedan 30 april 2024”."""
    targets = about.commitment.targets
    unit = targets[0].unit if len(targets) == 1 else None
    if unit is None:
        return Text("Utfall", "Outcome")
    with_figure = [row for row in earlier_items(about.commitment, about.work.reporting) if row[1].actuals]
    if about.counting != "sedan förra" or not with_figure:
        return Text(f"Utfall, {unit}", f"Outcome, {unit}")
    date = with_figure[-1][0].date
    return Text(
        f"Utfall, {unit} sedan {format_date(date, 'sv')}", f"Outcome, {unit} since {format_date(date, 'en')}"
    )


def _show_total(about: _Interview, figure: str, counting: Counting | None) -> None:
    """Print the total: ”Hittills 74 av minst 100 kvällar (43 + 31), och 122 dagar kvar.”"""
    session, commitment, reporting = about.session, about.commitment, about.work.reporting
    total = total_with(commitment, figure, reporting, counting)
    if total.is_partial or not commitment.targets or any(one.number is None for one in total.actuals):
        return
    so_far = session.say(format_actuals(total.actuals))
    is_rate = any(target.per not in (None, "perioden") for target in commitment.targets)
    against = Text(", målet är ", ", the target is ") if is_rate else Text(" av ", " of ")
    words = Text(f"Hittills {so_far}{against.sv}", f"So far {so_far}{against.en}")
    before = total_of(commitment, earlier_items(commitment, reporting))
    adds = counting == "sedan förra" and before.actuals
    sums = f" ({session.say(format_actuals(before.actuals))} + {figure})" if adds else ""
    end = reporting.promise.period.last_date
    left = (end.last - reporting.document.date.last).days if end else 0
    length = format_length(left, session.lang, "dag")
    days = session.say(Text(f", och {length} kvar", f", and {length} left")) if left > 0 else ""
    total_words = session.say(words) + session.say(format_targets(commitment.targets))
    print_paragraph(session, (total_words, "status.ongoing"), f"{sums}{days}.", lead="  ")


def _ask_status(about: _Interview, suggested: str | None, *, needed: bool) -> str:
    """Status by number or word; empty when none was chosen or `needed`."""
    session = about.session
    number = list(STATUS_LABELS).index(suggested) + 1 if suggested else 0
    shown = f"{number} {_status(session, suggested)}" if suggested else None
    while True:
        answer = ask(session, _STATUS, COMMANDS, default=suggested or "", shown=shown, about=_STATUS_HELP)
        try:
            if answer or not needed:
                return status_named(answer) if answer else ""
            note(session, _NO_STATUS)
        except LofteError as error:
            show_error(session, error)


def _remaining(left: int) -> Text:
    sv = "åtagande" if left == 1 else "åtaganden"
    en = "commitment remains" if left == 1 else "commitments remain"
    return Text(
        f"{left} {sv} återstår. Kör samma kommando för att fortsätta.",
        f"{left} {en}. Run the same command to continue.",
    )


_NOW: Final = Text("Svaret nu", "Answer now")
_COUNTING: Final = Text(
    "Räknar talen 1) bara det nya sedan förra uppföljningen eller 2) hela löftet hittills?",
    "Do the figures count 1) only what is new since the last follow-up or 2) the promise so far?",
)
_COUNTS: Final = Text("Talen räknar (1 eller 2)", "The figures count (1 or 2)")
_ONE_OR_TWO: Final = Text(
    "Skriv 1 eller 2. Svaret gäller alla tal i uppföljningen; q sparar och slutar.",
    "Answer 1 or 2. It applies to every figure of the follow-up; q saves and quits.",
)
_STATUS: Final = Text(f"Status 1–{len(STATUS_LABELS)}", f"Status 1–{len(STATUS_LABELS)}")
_COMMENT: Final = Text("Kommentar", "Comment")
_WHY: Final = Text("Varför?", "Why?")
_NO_STATUS: Final = Text(
    "Statusen framgår inte av utfallet. Skriv ett nummer, eller u för att ta bort utfallet.",
    "The outcome does not determine the status. Write a number, or u to remove the outcome.",
)
_FIGURE_HELP: Final = Text(
    "Skriv det som räknas: 31, cirka 30, minst 30, eller ord. Vet du inte, tryck Enter.",
    "Write what is counted: 31, cirka 30 (about), minst 30 (at least), or words. If you do not know, press Enter.",
)
_COUNTING_HELP: Final = Text(
    "Blev det 43 kvällar till april och 31 till augusti är det nya 31 och hela löftet hittills 74.",
    "With 43 evenings by April and 31 more by August, what is new is 31 and the promise so far 74.",
)
_STATUS_HELP: Final = Text(
    "Skriv numret eller början av ordet. "
    + " ".join(f"{status.capitalize()}: {STANDINGS[status].meaning.sv}" for status in STATUS_LABELS),
    "Write the number or the beginning of the word. "
    + " ".join(f"{status}: {STANDINGS[status].meaning.en}" for status in STATUS_LABELS),
)
_WHY_HELP: Final = Text(
    "Skriv det som en utomstående behöver veta. Kommentaren publiceras.",
    "Write what an outsider needs to know. The comment is published.",
)
