"""`lofte lsp`: language server for editors."""

import datetime as dt
import logging
import os

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.parameters import Today
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import load_extra
from medborgarlofte.i18n import Text


@command(
    "Kontrollera löften medan du skriver, i VS Code, Neovim och andra editorer. Editorn startar kommandot själv och "
    "talar med det på standard in och ut; du kör det inte för hand.",
    "Check promises while you write, in VS Code, Neovim and other editors. The editor starts the command itself and "
    "talks to it on standard input and output; you do not run it by hand.",
    example="lofte lsp\nlofte lsp --lang en",
)
def lsp(session: Session, *, today: Today = None) -> int:
    """Serve an editor until it closes."""
    load_extra(
        "pygls",
        "editor",
        Text(
            "Stödet för editorer är ett tillägg som inte är installerat.",
            "The support for editors is an extra that is not installed.",
        ),
    )
    if not os.environ.get("LOFTE_DEBUG"):  # editors show what is wrong; a log on stderr would only repeat it
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
    lazy.server.serve(session.lang, lambda: today or dt.datetime.now(tz=dt.UTC).astimezone().date())
    return ExitCode.CLEAN
