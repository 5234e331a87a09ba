"""`lofte render`: validate, then publish the site."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

import typer

from medborgarlofte.cli.check import check_request, check_stream
from medborgarlofte.cli.commands.publishing import Render
from medborgarlofte.cli.progress import WRITING, progress
from medborgarlofte.cli.resolve import published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.cli.sites import format_files, own_templates, site_of
from medborgarlofte.i18n import Text
from medborgarlofte.load import address_of
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.formats import View
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.report.summary.text import write_markdown
from medborgarlofte.site.build import output_files
from medborgarlofte.site.docx import docx_files, write_docx
from medborgarlofte.site.page import Site
from medborgarlofte.site.pdf import pdf_files
from medborgarlofte.site.publish import OutputFile, Published, contents, publish
from medborgarlofte.site.share import has_typst, share_files


def render(session: Session, given: Render) -> int:
    """Check documents, then publish them."""
    request = check_request(session, given.paths, today=given.today, one_project=True)
    target = session.cwd / given.folder
    with progress(session) as phase:
        [workspace], found = check_stream(request, phase)
        errors = found.only("error")
        workspace = published(session, workspace, drafts=given.drafts, today=request.today)
        broken = workspace.has_errors or not workspace.documents
        stopped = broken or (errors.diagnostics and not given.force)
        if not stopped:
            own = own_templates(session, workspace, given.templates)
            site = site_of(session, workspace.only_asked(), given.today)
            files = _files(session, site, given.output, own, workspace.folder)
            done = publish(target, contents(files), phase(WRITING, None), given.output)
    if given.allow_empty and not workspace.documents and not errors.diagnostics:
        session.print(Text("Det finns inget att publicera än.", "There is nothing to publish yet."))
        return ExitCode.CLEAN
    if stopped:
        typer.echo(session.format(CHECK_FORMATS, errors), err=True)
        session.log(_NOTHING if broken else _FORCE)
        return ExitCode.FINDINGS
    session.print(_done(session, target, given.output, done))
    config = workspace.config
    if given.output == "html" and config.website.publisher and config.accessibility is None:
        session.log(_STATEMENT)
    return ExitCode.CLEAN


_ONLY_SVG: Final = Text(
    'Bilderna skrivs bara som svg. För png, installera tillägget: pip install "medborgarlofte[pdf]"',
    'Pictures are written as SVG only. For PNG, install the extra: pip install "medborgarlofte[pdf]"',
)


def _files(
    session: Session, site: Site, output: str, templates: Path | None, folder: Path
) -> Iterator[OutputFile]:
    """HTML, Markdown, PDF, Word or what is to be shared."""
    if output == "share":
        png = has_typst()
        if not png:
            session.log(_ONLY_SVG)
        return share_files(site, templates, png=png)
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
        text = write_markdown(Summary([one]), View(site.lang, 0, color=False))
        make = partial(write_docx, text, title=site.say(name), lang=site.lang, foot=site.name, landscape=True)
        yield OutputFile(f"{address_of(one.id)}-redovisning.docx", make)


def _done(session: Session, target: Path, output: str, published: Published) -> Text:
    changed = Text("", "")
    if not published.written:
        changed = Text(" (inget var ändrat)", " (nothing had changed)")
    elif published.written < published.files:
        new = "ny eller ändrad" if published.written == 1 else "nya eller ändrade"
        changed = Text(f" ({published.written} {new})", f" ({published.written} new or changed)")
    files = format_files(published.files)
    if output != "html":
        where = session.shown(target)
        return Text(f"Klart: {files.sv} i {where}{changed.sv}.", f"Done: {files.en} in {where}{changed.en}.")
    start = session.shown(target / "index.html")
    return Text(
        f"Klart: {files.sv}{changed.sv}. Öppna {start} i en webbläsare.",
        f"Done: {files.en}{changed.en}. Open {start} in a web browser.",
    )


_STATEMENT: Final = Text(
    "Tillgänglighetsredogörelsen är inte ifylld. Fyll i uppgifterna under [tillganglighet] i lofte.toml.",
    "The accessibility statement is not filled in. Fill it in under [tillganglighet] in lofte.toml.",
)
_NOTHING: Final = Text("Inget har publicerats.", "Nothing has been published.")
_FORCE: Final = Text(
    "Inget har publicerats. Rätta felen, gör undantag med skäl, eller publicera ändå med --force.",
    "Nothing has been published. Fix the errors, waive them with a reason, or publish anyway with --force.",
)
