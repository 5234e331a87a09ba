"""Options and arguments shared by commands."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Final

from medborgarlofte.cli.options import Declaration, argument, option
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

EARLIEST, LATEST = 1900, 2999
"""Years accepted in a date on the command line."""

DATE: Final = Text("DATUM", "DATE")
FOLDER: Final = Text("MAPP", "FOLDER")
FILE: Final = Text("FIL", "FILE")
NAME: Final = Text("NAMN", "NAME")


KIND_SYNONYMS: Final = {
    "promise": "medborgarlöfte",
    "agreement": "samverkansöverenskommelse",
    "follow-up": "uppföljning",
    "situation-picture": "lägesbild",
    "action-plan": "åtgärdsplan",
    "survey": "trygghetsmätning",
    "dialogue": "medborgardialog",
}
"""English words for the kinds of documents."""


def parse_day(written: str) -> dt.date:
    """Day as 2024-06-01. Raises LofteError."""
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        raise LofteError(
            Text(f"”{written}” är inget datum.", f"“{written}” is not a date."),
            Text("Skriv det som 2024-06-01.", "Write it as 2024-06-01."),
        ) from None
    if not EARLIEST <= day.year <= LATEST:
        raise LofteError(
            Text(
                f"”{written}” ligger utanför åren {EARLIEST}–{LATEST}.",
                f"“{written}” is outside the years {EARLIEST}–{LATEST}.",
            )
        )
    return day


def format_option(formats: Sequence[str], more: Text | None = None) -> Declaration:
    """--format, text by default."""
    text = more or Text("Hur svaret skrivs (förval text).", "Output format (default text).")
    return option(
        "--format", text.sv, text.en, choices=formats, hint=lambda word: suggest_format(word, formats)
    )


FORMAT_WORDS: Final = {
    "word": "docx",
    "worddokument": "docx",
    "excel": "xlsx",
    "kalkylblad": "xlsx",
    "webb": "html",
    "webbsida": "html",
    "webbplats": "html",
    "website": "html",
    "kalender": "ics",
    "calendar": "ics",
    "dela": "share",
    "bild": "share",
    "databas": "sqlite",
    "database": "sqlite",
}
"""Everyday words for formats, suggested where the format exists."""


def suggest_format(word: str, formats: Sequence[str]) -> Text | None:
    """Format meant by an everyday word, or the command that writes it."""
    meant = FORMAT_WORDS.get(word.lower(), word.lower())
    if meant in formats:
        return Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?")
    if meant == "xlsx":
        return Text(
            "Tabeller för Excel skriver: lofte export --format xlsx.",
            "Tables for Excel are written by: lofte export --format xlsx.",
        )
    return None


Paths = Annotated[
    Sequence[str],
    argument(
        "Filer eller mappar. Utan sökväg: närmaste mapp promises.",
        "Files or folders. Without a path: the nearest folder promises.",
        metavar=Text("[SÖKVÄG]...", "[PATH]..."),
    ),
]
Drafts = Annotated[
    bool,
    option(
        "--drafts",
        "Ta med utkast (status: utkast). De märks överallt.",
        "Include drafts (status: utkast). They are marked everywhere.",
    ),
]
Today = Annotated[
    dt.date | None,
    option(
        "--today",
        "Räkna som om det vore den dagen: 2024-06-01.",
        "Calculate as if it were that day: 2024-06-01.",
        metavar=DATE,
        parse=parse_day,
    ),
]
