"""`lofte due`: deadlines, soonest first."""

import datetime as dt

from medborgarlofte.cli.commands.answers import Due
from medborgarlofte.cli.resolve import load_documents, note_left_out, published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.report import DUE_FORMATS
from medborgarlofte.report.due.text import DueResult


def due(session: Session, given: Due) -> int:
    """Print or write deadlines; a broken file counts as overdue. Raises LofteError."""
    day = given.today or session.today
    output = DUE_FORMATS.resolve(given.output, given.file)
    ahead = given.within if given.within is not None else 730 if output == "ics" else 90
    until = day + dt.timedelta(days=min(ahead, (dt.date.max - day).days - 800))
    everything = load_documents(session, given.paths)
    workspace = published(session, everything, drafts=True, today=given.today)
    found = [
        deadline
        for deadline in deadlines(workspace, today=day, until=until)
        if deadline.document in workspace.asked
    ]
    note_left_out(session, workspace)
    session = session.writing_to(given.file)
    session.write(session.format(DUE_FORMATS, DueResult(found, day, until), output))
    failed = workspace.has_errors or any(deadline.state == "overdue" for deadline in found)
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN
