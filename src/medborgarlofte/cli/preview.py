"""`lofte preview`: local site with live rebuild."""

from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import option
from medborgarlofte.cli.parameters import Paths
from medborgarlofte.cli.session import Session
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
        "Porten (förval 8000). Är den upptagen tas nästa.",
        "The port (default 8000). If it is taken, the next free one is used.",
        metavar=Text("TAL", "NUMBER"),
        parse=parse_port,
    ),
]

Open = Annotated[bool, option("--open", "Öppna sidan i webbläsaren.", "Open the page in the web browser.")]


@command(
    "Visa webbplatsen på den här datorn medan du skriver. Sidorna byggs och laddas om när en fil sparas. Är något fel "
    "visas det på sidan och här, tills det är rättat.",
    "Show the site on this computer while you write. The pages are rebuilt and reloaded when a file is saved. Errors "
    "are shown on the page and here until they are fixed.",
    example="lofte preview --open\nlofte preview --port 9000",
)
def preview(session: Session, paths: Paths = (), *, port: Port = 8000, browser: Open = False) -> int:
    """Serve the site until Ctrl-C."""
    return lazy.rebuild.serve(session, paths, port, open_browser=browser)
