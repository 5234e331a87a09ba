"""`lofte list`, and `lofte` alone."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from medborgarlofte.cli.check import check_request, check_stream
from medborgarlofte.cli.commands.answers import List
from medborgarlofte.cli.progress import progress
from medborgarlofte.cli.resolve import SEE_ERRORS, with_errors
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.load import folder_above
from medborgarlofte.report import STATUS_FORMATS
from medborgarlofte.report.status.result import Status


def list_(session: Session, given: List) -> int:
    """Print the documents."""
    output = STATUS_FORMATS.resolve(given.output, given.file)
    named = output if output == "json" else None
    session = session.writing_to(given.file)
    status = status_of(session, given.names, given.today)
    if files := with_errors(status.workspace):
        session.log(sentences(Text(f"Har fel: {files.sv}.", f"With errors: {files.en}."), SEE_ERRORS))
    if not status.workspace.readable and not files and named is None:
        session.log(
            Text(
                "Här finns inga dokument än. Börja med: lofte new",
                "There are no documents here yet. Begin with: lofte new",
            )
        )
    session.write(session.format(STATUS_FORMATS, status, named, view="listing"))
    return ExitCode.CLEAN


def status_of(session: Session, names: Sequence[str], today: dt.date | None = None) -> Status:
    """State of the named documents. Raises LofteError."""
    request = check_request(session, names, today=today, one_project=True)
    with progress(session) as phase:
        [workspace], found = check_stream(request, phase)
        return Status(workspace, found.collect(), request.today)


def show_status(session: Session) -> None:
    """Print the state of the project, or how to begin."""
    if folder_above(session.cwd) is None:
        for command, what in _BEGIN:
            name, meaning = session.say(command), session.say(what)
            beside, below = f"{name:<36}{meaning}\n", f"{name}\n  {meaning}\n"
            session.write(beside if len(beside) <= session.width else below)
        return
    session.write(session.format(STATUS_FORMATS, status_of(session, ())))


_BEGIN: Final = (
    (Text("lofte init", "lofte init"), Text("börja på ett nytt projekt här", "start a new project here")),
    (
        Text("lofte import FIL", "lofte import FILE"),
        Text(
            "hämta ett löfte ur Word, PDF eller en webbsida", "import a promise from Word, PDF or a web page"
        ),
    ),
    (
        Text("lofte new --example prova", "lofte new --example try"),
        Text("prova med en påhittad kommun", "try an invented municipality"),
    ),
)
