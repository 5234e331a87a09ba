"""Sites for render, preview and export."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from medborgarlofte.cli.progress import Tick
from medborgarlofte.cli.resolve import path_of
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.exporting.open_data import TITLE, open_data
from medborgarlofte.exporting.relational import write_relations
from medborgarlofte.exporting.workbook import NAME, write_workbook
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace, address_of
from medborgarlofte.report.check import FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.report.summary.text import write_markdown
from medborgarlofte.site.build import output_files
from medborgarlofte.site.docx import docx_files, write_docx
from medborgarlofte.site.output_file import OutputFile, contents
from medborgarlofte.site.page import Site
from medborgarlofte.site.pdf import pdf_files
from medborgarlofte.site.publish import Published, publish
from medborgarlofte.site.share import has_typst, share_files
from medborgarlofte.source.git import last_changed


def site_of(session: Session, workspace: Workspace, today: dt.date | None = None) -> Site:
    """Site with change dates from git. `today` is the day that was given, if any."""
    days = {}
    try:
        days = last_changed(workspace.root)
    except LofteError as error:  # the site is complete apart from these days
        session.log(error.message)
        session.log(error.help or _NO_DAYS)
    updated = {
        loaded.id: days[path]
        for loaded in workspace.documents.values()
        if (path := path_of(session, loaded)) in days
    }
    return Site(workspace, session.lang, updated, today)


_NO_DAYS: Final = Text(
    "Sidorna säger inte när dokumenten ändrades.", "The pages do not say when the documents were changed."
)


def publish_site(
    session: Session,
    workspace: Workspace,
    target: Path,
    *,
    output: str,
    templates: Path | None,
    today: dt.date | None,
    tick: Tick,
) -> Published:
    """Publish HTML, Markdown, PDF, Word or what is to be shared."""
    site = site_of(session, workspace.only_asked(), today)
    files = (
        _shared(session, site, templates)
        if output == "share"
        else _files(site, output, templates, workspace.folder)
    )
    return publish(target, contents(files), tick, output)


def _shared(session: Session, site: Site, templates: Path | None) -> Iterator[OutputFile]:
    png = has_typst()
    if not png:
        session.log(_ONLY_SVG)
    return share_files(site, templates, png=png)


_ONLY_SVG: Final = Text(
    'Bilderna skrivs bara som svg. För png, installera tillägget: pip install "medborgarlofte[pdf]"',
    'Pictures are written as SVG only. For PNG, install the extra: pip install "medborgarlofte[pdf]"',
)


def _files(site: Site, output: str, templates: Path | None, folder: Path) -> Iterator[OutputFile]:
    if output == "pdf":
        return pdf_files(site, templates)
    if output == "docx":
        return chain(docx_files(site, templates), _board_tables(site))
    files = output_files(site, templates, folder)
    return (file for file in files if file.name.endswith(".md")) if output == "markdown" else files


def _board_tables(site: Site) -> Iterator[OutputFile]:
    """The board's table of each promise, in Word."""
    for one in site.figures.values():
        name = Text(f"Redovisning: {one.promise.title}", f"Report: {one.promise.title}")
        text = write_markdown(Summary([one]), lang=site.lang, width=0, color=False)
        make = partial(write_docx, text, title=site.say(name), lang=site.lang, foot=site.name, landscape=True)
        yield OutputFile(f"{address_of(one.id)}-redovisning.docx", make)


def publish_data(
    session: Session, workspace: Workspace, target: Path, *, tick: Tick, excel: bool
) -> Published:
    """Write the open data to a folder."""
    asked = workspace.only_asked()
    site = site_of(session, asked)
    files = ((name, make()) for name, make in open_data(asked, modified=site.modified, excel=excel))
    return publish(target, files, tick, "data")


def publish_tables(
    workspace: Workspace, target: Path, output: str, *, today: dt.date, tick: Tick
) -> Published:
    """Write tables in a format to a folder. Raises LofteError."""
    asked = workspace.only_asked()
    title = workspace.config.website.name or TITLE
    if output == "xlsx":
        return publish(target, [(NAME, write_workbook(asked, title=title))], tick, output)
    with TemporaryDirectory(prefix="lofte-") as made:
        files = write_relations(asked, Path(made), output, today=today, title=title, tick=tick)
        return publish(target, files, lambda _: None, output)


def own_templates(session: Session, workspace: Workspace, named: str | None = None) -> Path | None:
    """The user's templates: named, else beside promises.

    Raises LofteError.
    """
    if named:
        if not (session.cwd / named).is_dir():
            raise LofteError(
                Text(
                    f"Mappen ”{named}” med mallar finns inte.",
                    f"The folder “{named}” with templates does not exist.",
                )
            )
        return session.cwd / named
    beside = workspace.root.parent / "templates"
    return beside if beside.is_dir() else None


def format_errors(session: Session, workspace: Workspace) -> str:
    """Errors of a workspace."""
    errors = CheckResult(workspace.diagnostics, workspace.files, workspace.texts).only("error")
    return session.format(FORMATS, errors)
