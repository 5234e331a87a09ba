"""Deadlines of documents from the command line."""

import datetime as dt
from collections.abc import Sequence

from medborgarlofte.cli.publication import published
from medborgarlofte.cli.resolve import BROKEN, load_documents
from medborgarlofte.cli.session import Session
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.report.due import FORMATS
from medborgarlofte.report.due.result import DueResult


def format_deadlines(
    session: Session, paths: Sequence[str], output: str | None, *, today: dt.date | None, ahead: int
) -> tuple[str, bool]:
    """Formatted deadlines, and whether any is overdue.

    Covers `ahead` days after `day`; a broken file counts as overdue. Raises LofteError.
    """
    day = today or session.today
    until = day + dt.timedelta(days=min(ahead, (dt.date.max - day).days - 800))
    everything = load_documents(session, paths)
    workspace = published(session, everything, drafts=True, today=today)
    found = [
        deadline
        for deadline in deadlines(workspace, today=day, until=until)
        if deadline.document in workspace.asked
    ]
    if workspace.has_errors:
        session.log(BROKEN)
    text = session.format(FORMATS, DueResult(found, day, until), output)
    return text, workspace.has_errors or any(deadline.state == "overdue" for deadline in found)
