"""Deadlines of the documents named on the command line."""

import datetime as dt
from collections.abc import Sequence

from medborgarlofte.cli.resolve import BROKEN, load_documents
from medborgarlofte.cli.session import Session
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.report.due.all_formats import DUE_FORMATS


def format_deadlines(
    session: Session, paths: Sequence[str], output: str, *, day: dt.date, ahead: int
) -> tuple[str, bool]:
    """Deadlines until `ahead` days after `day` in an output format, and whether any is overdue. Raises LofteError."""
    until = day + dt.timedelta(days=min(ahead, (dt.date.max - day).days - 800))
    workspace = load_documents(session, paths)
    found = [
        deadline
        for deadline in deadlines(workspace, today=day, until=until)
        if deadline.document in workspace.asked
    ]
    if workspace.has_errors:
        session.log(BROKEN)
    text = DUE_FORMATS[output](found, today=day, lang=session.lang, width=session.width, color=session.color)
    return text, any(deadline.state == "overdue" for deadline in found)
