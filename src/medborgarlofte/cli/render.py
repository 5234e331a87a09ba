"""`lofte render`: validate, then write the site whole or not at all."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from medborgarlofte.cli.bilingual import Choice, Command, paths_argument
from medborgarlofte.cli.check import check, check_request, today_option
from medborgarlofte.cli.resolve import path_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.load import Workspace
    from medborgarlofte.site.output_file import OutputFile
    from medborgarlofte.site.page import Site
    from medborgarlofte.site.publish import Published

FORMATS = ("html", "markdown", "pdf")


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def render(
        paths: tuple[str, ...],
        folder: str,
        output: str,
        templates: str | None,
        force: bool,
        today: dt.date | None,
    ) -> int:
        from medborgarlofte.load import nearest_folder  # noqa: PLC0415 - heavy modules wait until needed
        from medborgarlofte.report import check as check_report  # noqa: PLC0415
        from medborgarlofte.site.output_file import contents  # noqa: PLC0415
        from medborgarlofte.site.publish import publish  # noqa: PLC0415

        asked = check_request(session, paths, today=today or session.today)
        workspace, checked = check(session, asked)
        stopped = workspace.has_errors or (checked.counted["error"] and not force)
        if stopped or not workspace.documents:
            grave = checked.only("error")
            write = check_report.FORMATS.choose(None, terminal=session.color)
            click.echo(write(grave, lang=session.lang, width=session.width, color=session.color), err=True)
            click.echo(say(_NOTHING if workspace.has_errors or not workspace.documents else _FORCE), err=True)
            return ExitCode.FINDINGS
        if templates and not (session.cwd / templates).is_dir():
            raise LofteError(
                Text(
                    f"Mappen ”{templates}” med mallar finns inte.",
                    f"The folder “{templates}” with templates does not exist.",
                )
            )
        own = session.cwd / templates if templates else nearest_templates(paths, session.cwd, nearest_folder)
        target = session.cwd / folder
        site = site_of(session, workspace.only_asked(), paths)
        tick = session.progress(Text("filer", "files"))
        published = publish(target, contents(_output_files(site, output, own, workspace.folder)), tick)
        tick(0)
        click.echo(say(_done(session, target, output, published)))
        return ExitCode.CLEAN

    return Command(
        session,
        name="render",
        callback=render,
        about=Text(
            "Bygg webbplatsen av löftena: HTML och Markdown. Dokumenten kontrolleras först, och finns det fel skrivs "
            "inget. En mapp som lofte inte har skapat rörs aldrig.",
            "Build the site from the promises: HTML and Markdown. The documents are checked first, and nothing is "
            "written if there are errors. A folder that lofte did not make is never touched.",
        ),
        example="lofte render\nlofte render promises/karlshamn -o karlshamn-webb",
        params=[
            paths_argument(session),
            click.Option(
                ["-o", "--output", "folder"],
                default="site",
                metavar=say(Text("MAPP", "FOLDER")),
                help=say(
                    Text("Var webbplatsen skrivs (förval site).", "Where the site is written (default site).")
                ),
            ),
            click.Option(
                ["--format", "output"],
                type=Choice(session, FORMATS),
                default="html",
                metavar="|".join(FORMATS),
                help=say(
                    Text(
                        "html är hela webbplatsen (förval), markdown bara texterna, pdf löften och uppföljningar.",
                        "html is the whole site (default), markdown the texts alone, pdf promises and follow-ups.",
                    )
                ),
            ),
            click.Option(
                ["--force"],
                is_flag=True,
                help=say(
                    Text(
                        "Publicera fast reglerna ser fel. Fel i filernas form stoppar ändå.",
                        "Publish although the rules see errors. Errors in the form of the files stop it all the same.",
                    )
                ),
            ),
            today_option(session),
            click.Option(
                ["--templates"],
                metavar=say(Text("MAPP", "FOLDER")),
                help=say(
                    Text(
                        "Egna mallar som går före dem som följer med (förval: mappen templates bredvid promises).",
                        "Templates of your own that go before ours (default: the folder templates beside promises).",
                    )
                ),
            ),
        ],
    )


def site_of(session: Session, workspace: "Workspace", paths: tuple[str, ...]) -> "Site":
    """The site with the day each document was last changed, as version control tells it."""
    from medborgarlofte.load import existing_path, nearest_folder, root_of  # noqa: PLC0415
    from medborgarlofte.site.page import Site  # noqa: PLC0415
    from medborgarlofte.source.git import last_changed  # noqa: PLC0415

    roots = {root_of(existing_path(path, session.cwd)) for path in paths} or {nearest_folder(session.cwd)}
    days = {path: day for root in sorted(roots) for path, day in last_changed(root).items()}
    updated = {
        loaded.id: days[path]
        for loaded in workspace.documents.values()
        if (path := path_of(session, loaded)) in days
    }
    return Site(workspace, session.lang, updated)


def _output_files(site: "Site", output: str, templates: Path | None, folder: Path) -> "Iterator[OutputFile]":
    if output == "pdf":
        from medborgarlofte.site.pdf import pdf_files  # noqa: PLC0415

        return pdf_files(site, templates)
    from medborgarlofte.site.build import output_files  # noqa: PLC0415

    made = output_files(site, templates, folder)
    return (file for file in made if file.name.endswith(".md")) if output == "markdown" else made


def _done(session: Session, target: Path, output: str, published: "Published") -> Text:
    fresh = published.written if 0 < published.written < published.files else None
    anew = Text(f" ({fresh} nya eller ändrade)", f" ({fresh} new or changed)") if fresh else Text("", "")
    if not published.written:
        anew = Text(" (inget var ändrat)", " (nothing had changed)")
    if output != "html":
        where = session.shown(target)
        return Text(
            f"Klart: {published.files} filer i {where}{anew.sv}.",
            f"Done: {published.files} files in {where}{anew.en}.",
        )
    start = session.shown(target / "index.html")
    return Text(
        f"Klart: {published.files} filer{anew.sv}. Öppna {start} i en webbläsare.",
        f"Done: {published.files} files{anew.en}. Open {start} in a web browser.",
    )


def nearest_templates(
    paths: tuple[str, ...], cwd: Path, nearest_folder: Callable[[Path], Path]
) -> Path | None:
    """The user's own templates, beside the folder with the promises."""
    start = cwd / paths[0] if paths else nearest_folder(cwd)
    above = next((folder for folder in (start, *start.parents) if folder.name == "promises"), start)
    own = above.parent / "templates"
    return own if own.is_dir() else None


_NOTHING: Final = Text("Inget har publicerats.", "Nothing has been published.")
_FORCE: Final = Text(
    "Inget har publicerats. Rätta felen, gör undantag med skäl, eller publicera ändå med --force.",
    "Nothing has been published. Mend the errors, waive them with a reason, or publish all the same with --force.",
)
