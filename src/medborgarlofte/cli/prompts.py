"""`lofte follow-up --interactive`: commitment by commitment, each answer saved at once."""

from typing import TYPE_CHECKING

import click

from medborgarlofte.cli.follow_up import Work
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.model.promise import Commitment

STOP = ("q", "s")


def ask(session: Session, work: Work) -> int:
    """Ask about each commitment that has no status yet; an empty answer passes it over, q stops."""
    from medborgarlofte.model.follow_up import STATUS_LABELS  # noqa: PLC0415

    click.echo(session.say(_HOW))
    for number, (status, label) in enumerate(STATUS_LABELS.items(), start=1):
        click.echo(f"  {number} {status}" + (f" ({label.en.lower()})" if session.lang == "en" else ""))
    waiting = [c for c in work.promise.commitments if c.id not in _answered(work)]
    for place, commitment in enumerate(waiting, start=1):
        _show(session, commitment, f"{place}/{len(waiting)}")
        if not _ask_one(session, commitment, work):
            break
    left = len([c for c in work.promise.commitments if c.id not in _answered(work)])
    done = Text("Alla åtaganden har fått ett besked.", "Every commitment has been reported.")
    commitments = Text(
        "åtagande" if left == 1 else "åtaganden", "commitment remains" if left == 1 else "commitments remain"
    )
    more = Text(
        f"{left} {commitments.sv} återstår. Kör samma kommando för att fortsätta.",
        f"{left} {commitments.en}. Run the same command to go on.",
    )
    click.echo(session.say(more if left else done))
    return ExitCode.CLEAN


def _answered(work: Work) -> set[str]:
    """The commitments with a status in the file as it now stands."""
    return {item.commitment for item in work.document.items if item.status}


def _show(session: Session, commitment: "Commitment", place: str) -> None:
    from medborgarlofte.language.phrases import format_target  # noqa: PLC0415

    click.echo(f"\n{commitment.id} ({place}): {' '.join(commitment.text.split())}")
    if commitment.targets:
        said = "; ".join(session.say(format_target(target)) for target in commitment.targets)
        click.echo(f"{session.say(Text('Mål', 'Target'))}: {said}")


def _ask_one(session: Session, commitment: "Commitment", work: Work) -> bool:
    """Ask until the answers can be used; answers False when somebody wants to stop."""
    from medborgarlofte.follow_up.updates import made_entry, proposed, status_named  # noqa: PLC0415

    while True:
        figure = _prompt(session, Text("Utfall (tal eller ord)", "Outcome (number or words)"))
        if figure.lower() in STOP:
            return False
        try:
            meant = proposed(commitment, figure, work.about) if figure else None
            word = _prompt(session, Text("Status 1–7", "Status 1–7"), default=meant or "")
            if word.lower() in STOP:
                return False
            if not word and not figure:
                return True
            if not word:
                click.echo(
                    session.say(
                        Text(
                            "Av utfallet följer ingen status: välj en.",
                            "No status follows from the outcome: choose one.",
                        )
                    )
                )
                continue
            status = status_named(word)
            needs = status in ("delvis genomfört", "ej genomfört", "utgått")
            comment = _prompt(session, Text("Varför?", "Why?") if needs else Text("Kommentar", "Comment"))
            stops = comment.lower() in STOP
            work.write([made_entry(commitment, status, figure, "" if stops else comment, work.about)])
        except LofteError as error:
            click.echo(
                f"{session.say(error.message)} {session.say(error.help) if error.help else ''}".strip()
            )
            continue
        return not stops


def _prompt(session: Session, question: Text, default: str = "") -> str:
    said = session.say(question)
    suffix = " " if said.endswith("?") and not default else ": "
    answer: str = click.prompt(said, default=default, show_default=bool(default), prompt_suffix=suffix)
    return answer.strip()


_HOW = Text(
    "Svara på varje fråga. Tomt svar hoppar över, q slutar. Status:",
    "Answer each question. An empty answer passes over, q stops. Status:",
)
