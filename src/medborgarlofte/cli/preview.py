"""`lofte preview`: local site with live rebuild."""

import threading
import webbrowser
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

Open = Annotated[
    bool, option("--open", help=Text("Öppna sidan i webbläsaren.", "Open the page in the web browser."))
]


@command(
    about=Text(
        "Visa webbplatsen på den här datorn medan du skriver. Sidorna byggs och laddas om när en fil sparas. Är något fel "
        "visas det på sidan och här, tills det är rättat.",
        "Show the site on this computer while you write. The pages are rebuilt and reloaded when a file is saved. Errors "
        "are shown on the page and here until they are fixed.",
    ),
    example="lofte preview --open\nlofte preview --port 9000",
)
def preview(session: Session, paths: Paths = (), *, port: Port = 8000, browser: Open = False) -> int:
    """Serve the site until Ctrl-C."""
    from medborgarlofte.cli.rebuild import rebuild  # noqa: PLC0415 - loads templates and pages
    from medborgarlofte.cli.watching import watched_paths, watcher  # noqa: PLC0415 - loads the documents' reader
    from medborgarlofte.site.preview import (  # noqa: PLC0415 - loads the web server
        HOST,
        PreviewSite,
        open_server,
        saved_changes,
    )

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
    if browser and not webbrowser.open(f"http://{HOST}:{taken}/"):
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
