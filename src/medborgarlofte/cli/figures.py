"""Output of `lofte summary`."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from medborgarlofte.cli.publication import published
from medborgarlofte.cli.resolve import BROKEN, SEE_ERRORS, document_named, load_documents, promise_named
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.report.summary import FORMATS
from medborgarlofte.report.summary.prose import render_prose
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.stats import figures, rows


def describe_promise(session: Session, name: str, today: dt.date | None, *, short: bool, drafts: bool) -> int:
    """Print a promise as text. Raises LofteError."""
    loaded, _, everything = promise_named(session, name)
    workspace = published(session, everything, drafts=drafts, today=today, keep=(loaded.id,), quiet=True)
    counted = figures(workspace, today=today or session.today, ids=frozenset([loaded.id]))
    if not counted:  # a reference in it is broken
        raise LofteError(
            Text(
                f"”{loaded.id}” hänvisar till något som inte finns.",
                f"“{loaded.id}” refers to something that does not exist.",
            ),
            SEE_ERRORS,
        )
    session.write(render_prose(counted[0], lang=session.lang, width=session.width, short=short))
    return ExitCode.CLEAN


def count_promises(
    session: Session,
    names: Sequence[str],
    today: dt.date | None,
    by: str,
    output: str | None,
    *,
    drafts: bool,
) -> int:
    """Print figures in a format. Raises LofteError."""
    day = today or session.today
    if len(names) == 1 and not (session.cwd / names[0]).exists():
        loaded, everything = document_named(session, names[0])
        named = frozenset([loaded.id])
        workspace = published(session, everything, drafts=drafts, today=today, keep=named, quiet=True)
        found = figures(workspace, today=day, ids=named)
    else:
        everything = load_documents(session, names)
        named = everything.asked if all((session.cwd / name).is_file() for name in names) else frozenset()
        workspace = published(session, everything, drafts=drafts, today=today, keep=named if names else ())
        found = figures(workspace, today=day)
    if workspace.has_errors:
        session.log(BROKEN)
    elif not found:
        session.log(_NOTHING)
    result = Summary(found, by, rows(found, by) if by else ())
    write = FORMATS.choose(output, terminal=session.color)
    session.write(write(result, lang=session.lang, width=session.width, color=session.color))
    return ExitCode.CLEAN


_NOTHING: Final = Text("Här finns inga löften att räkna.", "There are no promises to count here.")
