"""`lofte preview`: the site on this computer, built anew whenever a file is saved."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medborgarlofte.cli.bilingual import Command, paths_argument
from medborgarlofte.cli.render import nearest_templates, site_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.site.preview import PreviewSite


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def preview(paths: tuple[str, ...], port: int) -> int:
        from medborgarlofte.load import existing_path, nearest_folder  # noqa: PLC0415 - heavy modules wait
        from medborgarlofte.site.preview import HOST, PreviewSite, open_server  # noqa: PLC0415

        watch = _watcher()
        shelf = PreviewSite()
        _rebuild(session, shelf, paths)
        server = open_server(shelf, port)
        taken = server.server_address[1]
        if taken != port:
            click.echo(say(Text(f"Port {port} är upptagen.", f"Port {port} is taken.")), err=True)
        click.echo(
            say(
                Text(
                    f"Öppna http://{HOST}:{taken}/ i en webbläsare. Avsluta med Ctrl+C.",
                    f"Open http://{HOST}:{taken}/ in a web browser. Stop with Ctrl+C.",
                )
            )
        )
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        roots = [existing_path(path, session.cwd) for path in paths] or [nearest_folder(session.cwd)]
        watched = _watched(roots, nearest_templates(paths, session.cwd, nearest_folder))
        saved = watch(
            *watched, debounce=200, step=50, rust_timeout=500, yield_on_timeout=True, raise_interrupt=True
        )
        try:
            next(saved)  # what was saved before the watching began is seen to here
            _rebuild(session, shelf, paths)
            for changes in saved:
                if changes:
                    _rebuild(session, shelf, paths)
        except KeyboardInterrupt:
            click.echo(say(Text("Stängt.", "Closed.")))
        finally:
            server.shutdown()
            server.server_close()
            serving.join()
        return ExitCode.CLEAN

    return Command(
        session,
        name="preview",
        callback=preview,
        about=Text(
            "Visa webbplatsen på den här datorn medan du skriver. Sidorna byggs om när en fil sparas; är något fel visas "
            "det på sidan.",
            "Show the site on this computer while you write. The pages are built anew when a file is saved; if something "
            "is wrong, the page says so.",
        ),
        example="lofte preview\nlofte preview --port 9000",
        params=[
            paths_argument(session),
            click.Option(
                ["--port"],
                type=click.IntRange(1, 65535),
                default=8000,
                metavar=say(Text("TAL", "NUMBER")),
                help=say(
                    Text(
                        "Porten (förval 8000). Är den upptagen tas nästa.",
                        "The port (default 8000). If it is taken, the next is.",
                    )
                ),
            ),
        ],
    )


def _watcher() -> Callable[..., Iterator[object]]:
    """What tells of saved files. Raises LofteError when the extra is not installed."""
    try:
        from watchfiles import watch  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise LofteError(
            Text(
                "Förhandsvisning kräver ett tillägg som inte är installerat.",
                "Preview needs an extra that is not installed.",
            ),
            Text(
                'Installera det: pip install "medborgarlofte[preview]"',
                'Install it: pip install "medborgarlofte[preview]"',
            ),
        ) from error
    return watch


def _watched(roots: list[Path], templates: Path | None) -> list[Path]:
    """The promises, the templates and lofte.toml, those that there are."""
    from medborgarlofte.load import root_of  # noqa: PLC0415

    found = [*roots, *(root_of(root).parent / "lofte.toml" for root in roots)]
    return [path for path in (*found, templates) if path is not None and path.exists()]


def _rebuild(session: Session, shelf: "PreviewSite", paths: tuple[str, ...]) -> None:
    """Build what has changed, or put what is wrong in its place."""
    try:
        made = _filled(session, shelf, paths)
    except LofteError as error:
        shelf.say(session.say(error.message), session.lang)
        click.echo(session.say(error.message), err=True)
        return
    if made:
        told = Text(f"Byggt: {made} filer nya eller ändrade.", f"Built: {made} files new or changed.")
        click.echo(session.say(told))


def _filled(session: Session, shelf: "PreviewSite", paths: tuple[str, ...]) -> int:
    """Put the pages on the shelf, or what is wrong in the files; answers how many are new or changed."""
    from medborgarlofte.load import load, nearest_folder  # noqa: PLC0415
    from medborgarlofte.report import check as check_report  # noqa: PLC0415
    from medborgarlofte.report.check.result import CheckResult  # noqa: PLC0415
    from medborgarlofte.site.build import output_files  # noqa: PLC0415

    workspace = load(paths, session.cwd)
    if workspace.has_errors:
        checked = CheckResult(workspace.diagnostics, workspace.files, workspace.texts).only("error")
        report = check_report.FORMATS["text"](checked, lang=session.lang, width=100, color=False)
        shelf.say(report, session.lang)
        click.echo(report, err=True)
        return 0
    templates = nearest_templates(paths, session.cwd, nearest_folder)
    return shelf.update(
        output_files(site_of(session, workspace.only_asked(), paths), templates, workspace.folder)
    )
