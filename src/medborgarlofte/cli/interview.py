"""`lofte follow-up --interactive`: prompts per commitment."""

from collections.abc import Mapping
from typing import Final, cast

from medborgarlofte.cli.drawing import print_keys, print_panel
from medborgarlofte.cli.follow_up_file import Work
from medborgarlofte.cli.prompts import prompt, show
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import latest_reports
from medborgarlofte.follow_up.totals import total_of
from medborgarlofte.follow_up.updates import (
    earlier_items,
    made_entry,
    needs_counting,
    proposed,
    status_named,
    total_with,
)
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_actuals, format_target
from medborgarlofte.model.follow_up import FINISHED, Counting
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.statuses import NEEDS_REASON, STATUS_LABELS
from medborgarlofte.swedish import format_date

STOP: Final = ("q", "s")
"""Answers that end the interview: quit, sluta."""


def interview(session: Session, work: Work) -> int:
    """Prompt for each commitment without a status."""
    if not session.color:
        show(session, session.say(_HOW))
        for number, status in enumerate(STATUS_LABELS, start=1):
            show(session, f"  {number} {_status(session, status)}")
    waiting = _waiting(work)
    for number, commitment in enumerate(waiting, start=1):
        _present(session, work, commitment, number, len(waiting))
        if not _ask_about(session, commitment, work):
            break
    left = len(_waiting(work))
    session.print(_remaining(left) if left else _ALL_REPORTED)
    return ExitCode.CLEAN


def _status(session: Session, status: str) -> str:
    return status + (f" ({STATUS_LABELS[status].en.lower()})" if session.lang == "en" else "")


def _reported(work: Work) -> set[str]:
    """Ids of the commitments with a status in the file."""
    ids = {commitment.id for commitment in work.promise.commitments}
    return ids & {item.commitment for item in work.document.items if item.status}


def _waiting(work: Work) -> list[Commitment]:
    """Commitments neither reported nor finished."""
    document = work.document
    earlier = latest_reports(
        work.promise, [row for row in work.history if row[1].date.last < document.date.first]
    )
    finished = {key for key, report in earlier.items() if report.item.status in FINISHED}
    return [c for c in work.promise.commitments if c.id not in _reported(work) | finished]


def _remaining(left: int) -> Text:
    sv = "åtagande" if left == 1 else "åtaganden"
    en = "commitment remains" if left == 1 else "commitments remain"
    return Text(
        f"{left} {sv} återstår. Kör samma kommando för att fortsätta.",
        f"{left} {en}. Run the same command to continue.",
    )


# ---------------------------------------------------------------- what a question is about


def _present(session: Session, work: Work, commitment: Commitment, number: int, total: int) -> None:
    say = session.say
    text = " ".join(commitment.text.split())
    targets = "; ".join(say(format_target(target)) for target in commitment.targets)
    if not session.color:
        show(session, f"\n{commitment.id} ({number}/{total}): {text}")
        if targets:
            show(session, f"{say(_TARGET)}: {targets}")
        return
    facts = [
        (say(_TARGET), targets),
        (say(_RESPONSIBLE), _responsible(commitment)),
        (say(_EARLIER), _earlier_report(session, work, commitment)),
    ]
    place = Text(f" · åtagande {number} av {total}", f" · commitment {number} of {total}")
    print_panel(
        [(commitment.id, "id"), say(place)], text, [(label, value) for label, value in facts if value]
    )
    keys = [(str(key), _status(session, status)) for key, status in enumerate(STATUS_LABELS, start=1)]
    print_keys("Status", keys)
    print_keys("", [("Enter", say(_SKIPS)), ("q", say(_QUITS))])


def _responsible(commitment: Commitment) -> str:
    responsible = commitment.responsible
    return ", ".join(filter(None, (responsible.function, responsible.unit))) if responsible else ""


def _earlier_report(session: Session, work: Work, commitment: Commitment) -> str:
    """Latest earlier report: ”30 april 2024: pågår, 43”."""
    document = work.document
    earlier = [row for row in work.history if row[1].date.last < document.date.first]
    report = latest_reports(work.promise, earlier).get(commitment.id)
    if report is None:
        return ""
    actual = session.say(format_actuals(report.actuals, report.part))
    status = _status(session, report.item.status) if report.item.status else ""
    date = format_date(report.follow_up.date, session.lang)
    return f"{date}: {', '.join(filter(None, (status, actual)))}"


# ---------------------------------------------------------------- questions


def _ask_about(session: Session, commitment: Commitment, work: Work) -> bool:
    """Prompt until recorded or skipped; false on quit."""
    while True:
        figure = prompt(session, _OUTCOME, default="")
        if figure.lower() in STOP:
            return False
        try:
            counting = _ask_counting(session, commitment, figure, work)
            if counting in STOP:
                return False
            _show_total(session, commitment, figure, work, counting)
            status = _ask_status(session, commitment, figure, work, counting)
            if status in STOP:
                return False
            if not status and not figure:
                return True
            if not status:
                show(session, session.say(_NO_STATUS))
                continue
            comment = _ask_comment(session, status_named(status))
            quits = comment.lower() in STOP
            entry = made_entry(
                commitment, status_named(status), figure, "" if quits else comment, work.reporting, counting
            )
            work.write([entry])
        except LofteError as error:
            advice = f" {session.say(error.help)}" if error.help else ""
            show(session, (session.say(error.message), "error"), advice)
            continue
        if session.color:
            done, total = len(_reported(work)), len(work.promise.commitments)
            show(session, "  ", (session.say(_SAVED), "ok"), session.say(_progress(done, total)))
        return not quits


def _ask_counting(session: Session, commitment: Commitment, figure: str, work: Work) -> Counting | None:
    """Prompt for what a figure counts, if unknown."""
    if not needs_counting(commitment, figure, work.reporting):
        return None
    while True:
        answer = prompt(session, _COUNTING).lower()
        if answer in STOP:
            return cast("Counting", answer)
        if answer in _COUNTINGS:
            return _COUNTINGS[answer]


def _show_total(
    session: Session, commitment: Commitment, figure: str, work: Work, counting: Counting | None
) -> None:
    """Show the running total: ”52 + 42 = 94 av minst 90”."""
    if counting != "sedan förra":
        return
    total = total_with(commitment, figure, work.reporting, counting)
    before = total_of(commitment, earlier_items(commitment, work.reporting))
    if total.is_partial or not before.actuals:
        return
    sums = [session.say(format_actuals(one.actuals)) for one in (before, total)]
    target = "; ".join(session.say(format_target(target)) for target in commitment.targets)
    of = Text(f" av {target}", f" of {target}") if target else Text("", "")
    show(session, f"  {sums[0]} + {figure} = {sums[1]}{session.say(of)}")


def _ask_status(
    session: Session, commitment: Commitment, figure: str, work: Work, counting: Counting | None
) -> str:
    suggested = proposed(commitment, figure, work.reporting, counting) if figure else None
    return prompt(session, _STATUS, default=suggested or "").lower()


def _ask_comment(session: Session, status: str) -> str:
    if status in NEEDS_REASON:
        return prompt(session, _WHY, default="", suffix=" ")
    return prompt(session, _COMMENT, default="")


def _progress(done: int, total: int) -> Text:
    return Text(
        f" {done} av {total} åtaganden har fått besked.",
        f" {done} of {total} commitments have been reported.",
    )


_HOW: Final = Text(
    "Svara på varje fråga. Tomt svar hoppar över, q slutar. Status:",
    "Answer each question. An empty answer skips, q quits. Status:",
)
_TARGET: Final = Text("Mål", "Target")
_RESPONSIBLE: Final = Text("Ansvarig", "Responsible")
_EARLIER: Final = Text("Förra gången", "Last report")
_SKIPS: Final = Text("hoppar över", "skips")
_QUITS: Final = Text("slutar", "quits")
_OUTCOME: Final = Text("Utfall (tal eller ord)", "Outcome (number or words)")
_COUNTING: Final = Text(
    "Räknar talet 1) bara det nya sedan förra uppföljningen eller 2) hela löftet hittills?",
    "Does the figure count 1) only what is new since the last follow-up or 2) the promise so far?",
)
_COUNTINGS: Final[Mapping[str, Counting]] = {"1": "sedan förra", "2": "hittills"}
_STATUS: Final = Text("Status 1–7", "Status 1–7")
_COMMENT: Final = Text("Kommentar", "Comment")
_WHY: Final = Text("Varför?", "Why?")
_NO_STATUS: Final = Text(
    "Av utfallet följer ingen status: välj en.", "The outcome does not determine a status: choose one."
)
_SAVED: Final = Text("Sparat.", "Saved.")
_ALL_REPORTED: Final = Text("Alla åtaganden har fått ett besked.", "Every commitment has been reported.")
