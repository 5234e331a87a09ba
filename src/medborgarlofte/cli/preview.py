"""`lofte preview`: the site while you write."""

import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from medborgarlofte.cli.commands.publishing import Preview
from medborgarlofte.cli.resolve import published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.cli.sites import format_errors, format_files, own_templates, site_of
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.errors import LofteError, load_extra
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import Workspace, existing_path, is_name, load, nearest_folder, root_of
from medborgarlofte.report.check.result import location, severity_count
from medborgarlofte.report.check.text import source_frame
from medborgarlofte.site.build import output_files
from medborgarlofte.site.preview import HOST, PreviewSite, open_server, saved_changes
from medborgarlofte.site.templates import templates_for
from medborgarlofte.source.os_errors import describe_os_error


def preview(session: Session, given: Preview) -> int:
    """Serve the site until Ctrl-C. Raises LofteError."""
    watch = watcher()
    site = PreviewSite()
    _rebuild(session, site, given.paths)
    server = open_server(site, given.port)
    taken = server.server_address[1]
    if taken != given.port:
        session.log(Text(f"Port {given.port} är upptagen.", f"Port {given.port} is taken."))
    session.print(
        Text(
            f"Öppna http://{HOST}:{taken}/ i en webbläsare. Avsluta med Ctrl+C.",
            f"Open http://{HOST}:{taken}/ in a web browser. Stop with Ctrl+C.",
        )
    )
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    if given.browser and not webbrowser.open(f"http://{HOST}:{taken}/"):
        session.log(Text("Ingen webbläsare gick att öppna.", "No web browser could be opened."))
    try:
        for _ in saved_changes(watch, watched_paths(session, given.paths)):
            _rebuild(session, site, given.paths)
    except KeyboardInterrupt:
        session.print(Text("Stängt.", "Closed."))
    finally:
        server.shutdown()
        server.server_close()
        serving.join()
    return ExitCode.CLEAN


def _rebuild(session: Session, site: PreviewSite, paths: Sequence[str]) -> None:
    """Rebuild changed pages, or show errors."""
    was_broken = site.broken is not None
    try:
        count = _update(session, site, paths)
    except LofteError as error:
        _show(session, site, error.message, error.help)
        return
    except OSError as error:
        reason = describe_os_error(error)[0]
        _show(session, site, Text(f"Systemfel: {reason.sv}.", f"System error: {reason.en}."), None)
        return
    if was_broken and site.broken is None:
        session.print(Text("Inga fel längre.", "No errors any more."))
    if count:
        files = format_files(count)
        new = "ny eller ändrad" if count == 1 else "nya eller ändrade"
        session.print(Text(f"Byggt: {files.sv} {new}.", f"Built: {files.en} new or changed."))


def _show(session: Session, site: PreviewSite, message: Text, help_: Text | None) -> None:
    """Show an error on pages and stderr."""
    site.show_error(message_page(message, help_, session.lang))
    typer.echo("\n".join(session.say(text) for text in (message, help_) if text), err=True)


def _update(session: Session, site: PreviewSite, paths: Sequence[str]) -> int:
    """Rebuild; number of changed pages, zero on errors."""
    workspace = load(paths, session.cwd)
    if workspace.has_errors:
        site.show_error(_problem_page(workspace, session.lang))
        typer.echo(format_errors(session, workspace), err=True, color=session.color)
        return 0
    shown = published(session, workspace, drafts=True, today=None)
    built = site_of(session, shown.only_asked())
    return site.update(output_files(built, own_templates(session, workspace), workspace.folder))


# ---------------------------------------------------------------- problems as a page

WIDTH = 90
"""Columns of a source line on the page."""


def _problem_page(workspace: Workspace, lang: Language) -> bytes:
    """Page with the errors of a workspace."""
    found = [diagnostic for diagnostic in workspace.diagnostics if diagnostic.severity == "error"]
    heading = severity_count("error", len(found), lang)
    heading = Text(f"{heading} att rätta", f"{heading} to correct")[lang]
    return _page(heading, list(_problems(found, workspace, lang)), lang)


def message_page(message: Text, help_: Text | None, lang: Language) -> bytes:
    """Page with one message that has no place in a document."""
    heading = Text("Något behöver rättas", "Something needs correcting")[lang]
    return _page(heading, [{"message": message[lang], "help": help_[lang] if help_ else ""}], lang)


def _problems(found: Sequence[Diagnostic], workspace: Workspace, lang: Language) -> Iterator[dict[str, Any]]:
    for diagnostic in found:
        frame = source_frame(workspace.texts.get(diagnostic.file, ""), diagnostic.span, WIDTH)
        line = None
        if frame:
            start, end = frame.start, frame.start + frame.length
            line = {"before": frame.line[:start], "marked": frame.line[start:end], "after": frame.line[end:]}
        yield {
            "message": diagnostic.message(lang),
            "why": diagnostic.why(lang),
            "help": diagnostic.help(lang),
            "place": location(diagnostic),
            "code": diagnostic.code,
            "number": frame.number if frame else "",
            "line": line,
        }


def _page(heading: str, problems: Sequence[dict[str, Any]], lang: Language) -> bytes:
    templates = templates_for(lang)
    known = {"message": "", "why": "", "help": "", "place": "", "code": "", "number": "", "line": None}
    data = {
        "heading": heading,
        "problems": [{**known, **problem} for problem in problems],
        "style": templates.static("style.css").decode(),
    }
    return templates.render("html", "problems.html", data).encode()


def watched_paths(session: Session, paths: Sequence[str]) -> list[Path]:
    """Promises, lofte.toml and templates, existing or not. Raises LofteError."""
    named = [existing_path(path, session.cwd) for path in paths if not is_name(path, session.cwd)]
    roots = named or [nearest_folder(session.cwd)]
    beside = sorted({root_of(root).parent for root in roots})
    return [*roots, *(folder / name for folder in beside for name in ("lofte.toml", "templates"))]


def watcher() -> Callable[..., Iterator[object]]:
    """File watcher of the extra `preview`. Raises LofteError when it is not installed."""
    message = Text(
        "Det här kräver ett tillägg som inte är installerat.", "This needs an extra that is not installed."
    )
    watch: Callable[..., Iterator[object]] = load_extra("watchfiles", "preview", message).watch
    return watch
