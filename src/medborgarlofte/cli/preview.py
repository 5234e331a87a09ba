"""`lofte preview`: local site with live rebuild."""

import threading
from collections.abc import Callable, Iterator
from typing import Annotated

from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import option
from medborgarlofte.cli.parameters import Paths
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

PORTS = range(1, 65536)


def parse_port(written: str) -> int:
    """A port number. Raises LofteError."""
    if not (written.isascii() and written.isdecimal() and int(written) in PORTS):
        raise LofteError(
            Text(
                f"”{written}” är ingen port. Skriv ett tal från {PORTS[0]} till {PORTS[-1]}.",
                f"“{written}” is not a port. Write a number from {PORTS[0]} to {PORTS[-1]}.",
            )
        )
    return int(written)


Port = Annotated[
    int,
    option(
        "--port",
        metavar=Text("TAL", "NUMBER"),
        parse=parse_port,
        help=Text(
            "Porten (förval 8000). Är den upptagen tas nästa.",
            "The port (default 8000). If it is taken, the next free one is used.",
        ),
    ),
]


@command(
    about=Text(
        "Visa webbplatsen på den här datorn medan du skriver. Sidorna byggs om när en fil sparas; är något fel visas "
        "det på sidan.",
        "Show the site on this computer while you write. The pages are rebuilt when a file is saved; errors are shown on "
        "the page.",
    ),
    example="lofte preview\nlofte preview --port 9000",
)
def preview(session: Session, paths: Paths = (), *, port: Port = 8000) -> int:
    """Serve the site until Ctrl-C."""
    from medborgarlofte.cli.rebuild import rebuild, watched_paths  # noqa: PLC0415 - loads templates and pages
    from medborgarlofte.site.preview import (  # noqa: PLC0415 - loads the web server
        HOST,
        PreviewSite,
        open_server,
        saved_changes,
    )

    watch = _watcher()
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


def _watcher() -> Callable[..., Iterator[object]]:
    """File watcher of the extra `preview`.

    Raises LofteError when it is not installed.
    """
    try:
        from watchfiles import watch  # noqa: PLC0415 - an optional dependency
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
