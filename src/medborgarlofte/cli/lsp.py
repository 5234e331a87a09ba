"""`lofte lsp`: language server for editors."""

import datetime as dt
import logging
import os

from medborgarlofte.cli.commands.publishing import Lsp
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import load_extra
from medborgarlofte.i18n import Text


def lsp(session: Session, given: Lsp) -> int:
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
    from medborgarlofte.editor.server import serve  # noqa: PLC0415 - pygls, of an extra

    serve(session.lang, lambda: given.today or dt.datetime.now(tz=dt.UTC).astimezone().date())
    return ExitCode.CLEAN
