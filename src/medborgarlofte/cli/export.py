"""`lofte export`: only the open data."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typer

from medborgarlofte.cli.bilingual import see_help
from medborgarlofte.cli.commands.publishing import TABLES, Export
from medborgarlofte.cli.progress import WRITING, Tick, progress
from medborgarlofte.cli.resolve import load_documents, published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.cli.sites import format_errors, format_files, site_of
from medborgarlofte.errors import LofteError
from medborgarlofte.exporting.office import WORKBOOK, write_workbook
from medborgarlofte.exporting.open_data import TITLE, open_data
from medborgarlofte.exporting.relational import write_relations
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace
from medborgarlofte.site.publish import Published, publish


def export(session: Session, given: Export) -> int:
    """Write open data to a folder."""
    output = given.output
    if output is not None and given.excel:
        raise LofteError(_EXCEL_ALONE, see_help("lofte export"))
    target = session.cwd / given.folder
    if target.suffix.removeprefix(".") in TABLES and not target.is_dir():
        raise LofteError(
            _IS_FOLDER.format({"folder": given.folder, "stem": target.stem}), see_help("lofte export")
        )
    with progress(session) as phase:
        loaded = load_documents(session, given.paths, phase)
        workspace = published(session, loaded, drafts=given.drafts, today=given.today)
        broken = workspace.has_errors or not workspace.documents
        if not broken:
            asked, tick = workspace.only_asked(), phase(WRITING, None)
            if output is None:
                modified = site_of(session, asked).modified
                files = (
                    (name, make()) for name, make in open_data(asked, modified=modified, excel=given.excel)
                )
                done = publish(target, files, tick, "data")
            else:
                done = _publish_tables(asked, target, output, today=given.today or session.today, tick=tick)
    if broken:
        typer.echo(format_errors(session, workspace), err=True)
        session.log(Text("Inget har skrivits.", "Nothing has been written."))
        return ExitCode.FINDINGS
    count, where = format_files(done.files), session.shown(target)
    session.print(Text(f"Klart: {count.sv} i {where}.", f"Done: {count.en} in {where}."))
    return ExitCode.CLEAN


def _publish_tables(
    workspace: Workspace, target: Path, output: str, *, today: dt.date, tick: Tick
) -> Published:
    """Write tables in a format to a folder. Raises LofteError."""
    title = workspace.config.website.name or TITLE
    if output == "xlsx":
        return publish(target, [(WORKBOOK, write_workbook(workspace, title=title))], tick, output)
    with TemporaryDirectory(prefix="lofte-") as made:
        files = write_relations(workspace, Path(made), output, today=today, title=title, tick=tick)
        return publish(target, files, lambda _: None, output)


_IS_FOLDER: Final = Text(
    "-o är en mapp, men ”{folder}” ser ut som en fil. Skriv till exempel -o {stem}.",
    "-o is a folder, but “{folder}” looks like a file. Write for example -o {stem}.",
)
_EXCEL_ALONE: Final = Text(
    "--excel hör till exporten utan --format.", "--excel belongs to the export without --format."
)
