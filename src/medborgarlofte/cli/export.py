"""`lofte export`: only the open data."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import typer

from medborgarlofte.cli.bilingual import see_help
from medborgarlofte.cli.progress import WRITING, progress
from medborgarlofte.cli.resolve import load_documents, published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.cli.sites import format_errors, publish_data, publish_tables
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text


def export(
    session: Session,
    *,
    paths: Sequence[str],
    folder: str,
    output: str | None,
    excel: bool,
    drafts: bool,
    today: dt.date | None,
) -> int:
    """Write open data to a folder."""
    if output is not None and excel:
        raise LofteError(_EXCEL_ALONE, see_help("lofte export"))
    target = session.cwd / folder
    with progress(session) as phase:
        loaded = load_documents(session, paths, phase)
        workspace = published(session, loaded, drafts=drafts, today=today)
        broken = workspace.has_errors or not workspace.documents
        if not broken:
            tick = phase(WRITING, None)
            if output is None:
                done = publish_data(session, workspace, target, tick=tick, excel=excel)
            else:
                day = today or session.today
                done = publish_tables(workspace, target, output, today=day, tick=tick)
    if broken:
        typer.echo(format_errors(session, workspace), err=True)
        session.log(Text("Inget har skrivits.", "Nothing has been written."))
        return ExitCode.FINDINGS
    where = session.shown(target)
    session.print(
        Text(
            f"Klart: {done.files} fil{'er' * (done.files != 1)} i {where}.",
            f"Done: {done.files} file{'s' * (done.files != 1)} in {where}.",
        )
    )
    return ExitCode.CLEAN


_EXCEL_ALONE: Final = Text(
    "--excel hör till exporten utan --format.", "--excel belongs to the export without --format."
)
