"""`lofte due`: deadlines, soonest first."""

import re
from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import option
from medborgarlofte.cli.parameters import Paths, Today, format_option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.report.due import FORMATS

DAYS = {"d": 1, "v": 7, "w": 7, "m": 31, "å": 366, "y": 366}


def parse_days(written: str) -> int:
    """Duration in days: 90d, 12v, 6m, 1å.

    Raises LofteError.
    """
    match = re.fullmatch(r"([0-9]{1,5})\s*(d|v|w|m|å|y)?", written.strip().lower())
    if match is None:
        raise LofteError(
            Text(
                f"”{written}” är ingen tid. Skriv 90d, 12v, 6m eller 1å.",
                f"“{written}” is not a duration. Write 90d, 12w, 6m or 1y.",
            )
        )
    return int(match[1]) * DAYS[match[2] or "d"]


Within = Annotated[
    int | None,
    option(
        "--within",
        "Hur långt framåt: 90d, 12v, 6m eller 1å (förval 90d; i kalendern 2å).",
        "How far ahead: 90d, 12w, 6m or 1y (default 90d; 2y in a calendar).",
        metavar=Text("TID", "TIME"),
        parse=parse_days,
    ),
]


@command(
    "Visa allt som har en dag, det närmaste först: uppföljningar, löften och överenskommelser som tar slut, "
    "lägesbilder äldre än två år, beslut och dialoger. Avslutar med 1 när något är försenat.",
    "Show everything that has a date, soonest first: follow-ups, promises and agreements about to end, situation "
    "pictures older than two years, decisions and dialogues. Exits with 1 when something is overdue.",
    example="lofte due\nlofte due --within 1y\nlofte due --format ics > uppfoljning.ics",
)
def due(
    session: Session,
    paths: Paths = (),
    *,
    within: Within = None,
    output: Annotated[str | None, format_option(FORMATS.names)] = None,
    today: Today = None,
) -> int:
    """List deadlines."""
    ahead = within if within is not None else 730 if output == "ics" else 90
    text, failed = lazy.deadlines.format_deadlines(session, paths, output, today=today, ahead=ahead)
    session.write(text)
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN
