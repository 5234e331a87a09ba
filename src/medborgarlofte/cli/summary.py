"""`lofte summary`: figures or one promise."""

from medborgarlofte.cli.commands.answers import Summary
from medborgarlofte.cli.resolve import (
    SEE_ERRORS,
    document_named,
    load_documents,
    note_left_out,
    promise_named,
    published,
)
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.report import SUMMARY_FORMATS
from medborgarlofte.report.summary.prose import render_prose
from medborgarlofte.report.summary.result import Summary as Result
from medborgarlofte.stats import figures, rows


def summary(session: Session, given: Summary) -> int:
    """Print figures in a format, or one promise as text. Raises LofteError."""
    output = SUMMARY_FORMATS.resolve(given.output, given.file)
    _check_options(given, output)
    session, names = session.writing_to(given.file), given.names
    everything = load_documents(session, names)
    one = len(names) == 1 and len(everything.asked) == 1 and not (session.cwd / names[0]).is_dir()
    # Every name is a file or an id: then drafts are meant too.
    are_documents = all((session.cwd / name).is_file() or name in everything.asked for name in names)
    if given.short or (one and output in {None, "text"} and not given.by):
        return _describe(session, given)
    if one:
        document_named(session, names[0])  # raises an error for a broken one
    workspace = published(
        session,
        everything,
        drafts=given.drafts,
        today=given.today,
        keep=everything.asked if names and are_documents else (),
        quiet=one,
    )
    found = figures(workspace, today=given.today or session.today)
    is_partial = note_left_out(session, workspace)
    if not is_partial and not found:
        session.log(Text("Här finns inga löften att räkna.", "There are no promises to count here."))
    result = Result(found, given.by or "", rows(found, given.by) if given.by else ())
    session.write(session.format(SUMMARY_FORMATS, result, output))
    return ExitCode.USAGE_ERROR if is_partial and not found else ExitCode.CLEAN


def _check_options(given: Summary, output: str | None) -> None:
    """Raises LofteError for options that --short does not go with."""
    if given.short and (given.by or output not in {None, "text"}):
        raise LofteError(
            Text(
                "--short är text, och går inte ihop med --by eller --format.",
                "--short is text, and cannot be combined with --by or --format.",
            )
        )
    if given.short and len(given.names) != 1:
        raise LofteError(
            Text("--short berättar ett löfte.", "--short describes one promise."),
            Text(
                "Ange dess id: lofte summary karlshamn/lofte-2022 --short",
                "Name its id: lofte summary karlshamn/lofte-2022 --short",
            ),
        )


def _describe(session: Session, given: Summary) -> int:
    """Print a promise as text. Raises LofteError."""
    loaded, _, everything = promise_named(session, given.names[0])
    workspace = published(
        session, everything, drafts=given.drafts, today=given.today, keep=(loaded.id,), quiet=True
    )
    counted = figures(workspace, today=given.today or session.today, ids=frozenset([loaded.id]))
    if not counted:  # a reference in it is broken
        raise LofteError(
            Text(
                f"”{loaded.id}” hänvisar till något som inte finns.",
                f"“{loaded.id}” refers to something that does not exist.",
            ),
            SEE_ERRORS,
        )
    session.write(render_prose(counted[0], lang=session.lang, width=session.width, short=given.short))
    return ExitCode.CLEAN
