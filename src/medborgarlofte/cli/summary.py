"""`lofte summary`: figures or one promise."""

from collections.abc import Sequence
from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import Drafts, Today, format_option
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.report.summary import FORMATS

GROUPS = ("municipality", "year", "focus", "party", "police-area")
GROUPS_IN_SWEDISH = {
    "kommun": "municipality",
    "år": "year",
    "fokus": "focus",
    "fokusområde": "focus",
    "part": "party",
    "polisområde": "police-area",
    "lokalpolisområde": "police-area",
}

Names = Annotated[
    Sequence[str],
    argument(
        "Filer, mappar eller ett löftes id. Utan: närmaste mapp promises.",
        "Files, folders or the id of a promise. Without: the nearest folder promises.",
        metavar=Text("[SÖKVÄG|ID]...", "[PATH|ID]..."),
    ),
]
By = Annotated[
    str | None,
    option(
        "--by",
        "Räkna efter kommun, år, fokus, part eller polisområde.",
        f"Count by {', '.join(GROUPS)}.",
        choices=GROUPS,
        synonyms=GROUPS_IN_SWEDISH,
        metavar=Text("VAD", "WHAT"),
    ),
]
Format = Annotated[
    str | None,
    format_option(
        FORMATS.names,
        Text(
            "Hur svaret skrivs (förval text). markdown är en tabell till kommunstyrelsen.",
            "Output format (default text). markdown is a table for the board.",
        ),
    ),
]
Short = Annotated[bool, option("--short", "Ett löfte i högst 60 ord.", "One promise in at most 60 words.")]


@command(
    "Räkna: åtaganden, hur många som är mätbara och har en ansvarig, och hur det gick. Med ett löftes id berättas "
    "det löftet som text att klistra in.",
    "Count: commitments, how many are measurable and have a responsible function, and how it went. With the id of a "
    "promise, that promise is described as text to paste.",
    example="lofte summary\nlofte summary --by focus\nlofte summary karlshamn/lofte-2022 --short\n"
    "lofte summary karlshamn/lofte-2022 --format markdown",
)
def summary(
    session: Session,
    names: Names = (),
    *,
    by: By = None,
    output: Format = None,
    short: Short = False,
    drafts: Drafts = False,
    today: Today = None,
) -> int:
    """Print figures, or one promise as text."""
    if short and (by or output not in {None, "text"}):
        raise LofteError(
            Text(
                "--short är text, och går inte ihop med --by eller --format.",
                "--short is text, and cannot be combined with --by or --format.",
            )
        )
    if short and len(names) != 1:
        raise LofteError(
            Text("--short berättar ett löfte.", "--short describes one promise."),
            Text(
                "Ange dess id: lofte summary karlshamn/lofte-2022 --short",
                "Name its id: lofte summary karlshamn/lofte-2022 --short",
            ),
        )
    return lazy.figures.summarize(session, names, today, by or "", output, short=short, drafts=drafts)
