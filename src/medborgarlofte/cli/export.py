"""`lofte export`: only the open data."""

from typing import Annotated, Final

import typer

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command, see_help
from medborgarlofte.cli.options import option
from medborgarlofte.cli.parameters import FOLDER, Drafts, Paths, Today, suggest_format
from medborgarlofte.cli.progress import WRITING, progress
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

Target = Annotated[
    str,
    option(
        "-o --output",
        "Var filerna skrivs (förval data).",
        "Where the files are written (default data).",
        metavar=FOLDER,
    ),
]
Excel = Annotated[
    bool,
    option(
        "--excel",
        "Skriv också tabeller som Excel öppnar med dubbelklick.",
        "Also write tables that Excel opens on double-click.",
    ),
]

OUTPUTS: Final = ("sqlite", "parquet", "csv", "json", "xlsx")
Format = Annotated[
    str | None,
    option(
        "--format",
        "Skriv i stället tabeller med nycklar för databaser och analys: sqlite (också för Datasette), parquet, csv "
        "eller json. Samma rader i alla; de beskrivs i docs/data.md. xlsx är en arbetsbok för Excel.",
        "Write tables with keys for databases and analysis instead: sqlite (also for Datasette), parquet, csv or json. "
        "The same rows in all; they are described in docs/data.md. xlsx is a workbook for Excel.",
        choices=OUTPUTS,
        hint=lambda word: suggest_format(word, OUTPUTS),
        metavar=Text("FORMAT", "FORMAT"),
    ),
]


@command(
    "Skriv öppna data: löften, åtaganden och uppföljningar som CSV med beskrivning, alla dokument som JSON, och en "
    "katalog för dataportaler när lofte.toml säger vem som publicerar.",
    "Write open data: promises, commitments and follow-ups as CSV with a description, all documents as JSON, and a "
    "catalogue for data portals when lofte.toml names the publisher.",
    example="lofte export -o data\nlofte export -o data --excel\nlofte export --format sqlite -o databas\n"
    "lofte export --format xlsx -o excel",
)
def export(
    session: Session,
    paths: Paths = (),
    *,
    folder: Target = "data",
    output: Format = None,
    excel: Excel = False,
    drafts: Drafts = False,
    today: Today = None,
) -> int:
    """Write open data to a folder."""
    if output is not None and excel:
        raise LofteError(_EXCEL_ALONE, see_help("lofte export"))
    target = session.cwd / folder
    with progress(session) as phase:
        loaded = lazy.resolve.load_documents(session, paths, phase)
        workspace = lazy.publication.published(session, loaded, drafts=drafts, today=today)
        broken = workspace.has_errors or not workspace.documents
        if not broken:
            tick = phase(WRITING, None)
            if output is None:
                published = lazy.sites.publish_data(session, workspace, target, tick=tick, excel=excel)
            else:
                day = today or session.today
                published = lazy.sites.publish_tables(workspace, target, output, today=day, tick=tick)
    if broken:
        typer.echo(lazy.sites.format_errors(session, workspace), err=True)
        session.log(Text("Inget har skrivits.", "Nothing has been written."))
        return ExitCode.FINDINGS
    where = session.shown(target)
    session.print(
        Text(
            f"Klart: {published.files} fil{'er' * (published.files != 1)} i {where}.",
            f"Done: {published.files} file{'s' * (published.files != 1)} in {where}.",
        )
    )
    return ExitCode.CLEAN


_EXCEL_ALONE: Final = Text(
    "--excel hör till exporten utan --format.", "--excel belongs to the export without --format."
)
