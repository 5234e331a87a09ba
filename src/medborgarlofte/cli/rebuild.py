"""Serve the site of `lofte preview`, rebuilt when a file is saved."""

import threading
import webbrowser
from collections.abc import Sequence

import typer

from medborgarlofte.cli.problems import message_page, problem_page
from medborgarlofte.cli.publication import published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.cli.sites import format_errors, own_templates, site_of
from medborgarlofte.cli.watching import watched_paths, watcher
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.preview import HOST, PreviewSite, open_server, saved_changes
from medborgarlofte.source.os_errors import describe_os_error


def serve(session: Session, paths: Sequence[str], port: int, *, open_browser: bool) -> int:
    """Serve the site until Ctrl-C. Raises LofteError."""
    watch = watcher()
    site = PreviewSite()
    rebuild(session, site, paths)
    server = open_server(site, port)
    taken = server.server_address[1]
    if taken != port:
        session.log(Text(f"Port {port} är upptagen.", f"Port {port} is taken."))
    session.print(
        Text(
            f"Öppna http://{HOST}:{taken}/ i en webbläsare. Avsluta med Ctrl+C.",
            f"Open http://{HOST}:{taken}/ in a web browser. Stop with Ctrl+C.",
        )
    )
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    if open_browser and not webbrowser.open(f"http://{HOST}:{taken}/"):
        session.log(Text("Ingen webbläsare gick att öppna.", "No web browser could be opened."))
    try:
        for _ in saved_changes(watch, watched_paths(session, paths)):
            rebuild(session, site, paths)
    except KeyboardInterrupt:
        session.print(Text("Stängt.", "Closed."))
    finally:
        server.shutdown()
        server.server_close()
        serving.join()
    return ExitCode.CLEAN


def rebuild(session: Session, site: PreviewSite, paths: Sequence[str]) -> None:
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
        session.print(
            Text(f"Byggt: {count} filer nya eller ändrade.", f"Built: {count} files new or changed.")
        )


def _show(session: Session, site: PreviewSite, message: Text, help_: Text | None) -> None:
    """Show an error on pages and stderr."""
    site.show_error(message_page(message, help_, session.lang))
    typer.echo("\n".join(session.say(text) for text in (message, help_) if text), err=True)


def _update(session: Session, site: PreviewSite, paths: Sequence[str]) -> int:
    """Rebuild; number of changed pages, zero on errors."""
    workspace = load(paths, session.cwd)
    if workspace.has_errors:
        site.show_error(problem_page(workspace, session.lang))
        typer.echo(format_errors(session, workspace), err=True, color=session.color)
        return 0
    shown = published(session, workspace, drafts=True, today=None)
    built = site_of(session, shown.only_asked())
    return site.update(output_files(built, own_templates(session, workspace), workspace.folder))
