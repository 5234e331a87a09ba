"""`lofte export`: the open data alone."""

import click

from medborgarlofte.cli.bilingual import Command, paths_argument
from medborgarlofte.cli.render import site_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def export(paths: tuple[str, ...], folder: str, excel: bool) -> int:
        from medborgarlofte.exporting.open_data import open_data  # noqa: PLC0415 - heavy modules wait until needed
        from medborgarlofte.report import check as check_report  # noqa: PLC0415
        from medborgarlofte.report.check.result import CheckResult  # noqa: PLC0415
        from medborgarlofte.site.publish import publish  # noqa: PLC0415

        workspace = session.load(paths)
        if workspace.has_errors or not workspace.documents:
            grave = CheckResult(workspace.diagnostics, workspace.files, workspace.texts).only("error")
            write = check_report.FORMATS.choose(None, terminal=session.color)
            click.echo(write(grave, lang=session.lang, width=session.width, color=session.color), err=True)
            click.echo(say(Text("Inget har skrivits.", "Nothing has been written.")), err=True)
            return ExitCode.FINDINGS
        asked = workspace.only_asked()
        site = site_of(session, asked, paths)
        modified = max(filter(None, map(site.day, asked.documents)), default=None)
        files = ((name, make()) for name, make in open_data(asked, modified=modified, excel=excel))
        target = session.cwd / folder
        published = publish(target, files)
        said = Text(
            f"Klart: {published.files} filer i {session.shown(target)}.",
            f"Done: {published.files} files in {session.shown(target)}.",
        )
        click.echo(say(said))
        return ExitCode.CLEAN

    return Command(
        session,
        name="export",
        callback=export,
        about=Text(
            "Skriv öppna data: löften, åtaganden och uppföljningar som CSV med beskrivning, alla dokument som JSON, och en "
            "katalog för dataportaler när lofte.toml säger vem som publicerar.",
            "Write open data: promises, commitments and follow-ups as CSV with a description, all documents as JSON, and a "
            "catalogue for data portals when lofte.toml says who publishes.",
        ),
        example="lofte export -o data\nlofte export -o data --excel",
        params=[
            paths_argument(session),
            click.Option(
                ["-o", "--output", "folder"],
                default="data",
                metavar=say(Text("MAPP", "FOLDER")),
                help=say(
                    Text("Var filerna skrivs (förval data).", "Where the files are written (default data).")
                ),
            ),
            click.Option(
                ["--excel"],
                is_flag=True,
                help=say(
                    Text(
                        "Skriv också tabeller som Excel öppnar med dubbelklick.",
                        "Also write tables that Excel opens by double click.",
                    )
                ),
            ),
        ],
    )
