"""Parameters that commands share."""

import datetime as dt
import os
import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Annotated, Final

from medborgarlofte.cli.options import Declaration, argument, option
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.swedish import likely_date

EARLIEST, LATEST = 1900, 2999
"""Years accepted in a date on the command line."""

DATE: Final = Text("DATUM", "DATE")
FOLDER: Final = Text("MAPP", "FOLDER")
FILE: Final = Text("FIL", "FILE")
NAME: Final = Text("NAMN", "NAME")
ID: Final = Text("ID", "ID")


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
        meant = likely_date(written)
        example = meant if meant and meant.precision == "day" else "2024-06-01"
        raise LofteError(
            Text(f"”{written}” är inget datum.", f"“{written}” is not a date."),
            Text(f"Skriv det som {example}.", f"Write it as {example}."),
        ) from None
    if not EARLIEST <= day.year <= LATEST:
        raise LofteError(
            Text(
                f"”{written}” ligger utanför åren {EARLIEST}–{LATEST}.",
                f"“{written}” is outside the years {EARLIEST}–{LATEST}.",
            )
        )
    return day


def parse_path(written: str) -> str:
    """Path or name as pasted: without quotation marks around it, and with slashes for backslashes.

    A word that names something as it is written is left alone.
    """
    if os.path.lexists(written):
        return written
    return written.strip("\"'").replace("\\", "/") or written


def format_option(
    formats: Sequence[str],
    sv: str = "Hur svaret skrivs (förval text).",
    en: str = "Output format (default text).",
) -> Declaration:
    """--format."""
    return option("--format", sv, en, choices=formats, hint=lambda word: suggest_format(word, formats))


FORMAT_WORDS: Final = {
    "word": "docx", "worddokument": "docx", "excel": "xlsx", "kalkylblad": "xlsx", "webb": "html", "webbsida": "html",
    "webbplats": "html", "website": "html", "kalender": "ics", "calendar": "ics", "dela": "share", "bild": "share",
    "databas": "sqlite", "database": "sqlite",
}  # fmt: skip
"""Everyday words for formats, suggested where the format exists."""


def suggest_format(word: str, formats: Sequence[str]) -> Text | None:
    """Format meant by an everyday word, or the command that writes it."""
    meant = FORMAT_WORDS.get(word.lower(), word.lower())
    if meant in formats:
        return Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?")
    return _command_for(meant) if meant in _WRITTEN_BY else None


_WRITTEN_BY: Final = {
    "xlsx": Text("Tabeller för Excel", "Tables for Excel"),
    "docx": Text(
        "Dokument för Word, med kommunstyrelsens tabell,", "Word documents, with the board's table,"
    ),
    "pdf": Text("PDF-filer", "PDF files"),
}
"""Formats that are not text, each of one command."""


def _command_for(kind: str) -> Text:
    """The command that writes a format that is not text."""
    command = f"lofte {'export' if kind == 'xlsx' else 'render'} --format {kind}"
    what = _WRITTEN_BY[kind]
    return Text(f"{what.sv} skriver: {command}.", f"{what.en} are written by: {command}.")


_DAYS: Final = {"d": 1, "v": 7, "w": 7, "m": 31, "å": 366, "y": 366}


def parse_days(written: str) -> int:
    """Duration in days: 90d, 12v, 6m, 1å. Raises LofteError."""
    match = re.fullmatch(r"([0-9]{1,5})\s*(d|v|w|m|å|y)?", written.strip().lower())
    if match is None:
        raise LofteError(
            Text(
                f"”{written}” är ingen tid. Skriv 90d, 12v, 6m eller 1å.",
                f"“{written}” is not a duration. Write 90d, 12w, 6m or 1y.",
            )
        )
    return int(match[1]) * _DAYS[match[2] or "d"]


_PORTS: Final = range(1, 65536)


def parse_port(written: str) -> int:
    """A port number. Raises LofteError."""
    if not (written.isascii() and written.isdecimal() and int(written) in _PORTS):
        raise LofteError(
            Text(
                f"”{written}” är ingen port. Skriv ett tal från {_PORTS[0]} till {_PORTS[-1]}.",
                f"“{written}” is not a port. Write a number from {_PORTS[0]} to {_PORTS[-1]}.",
            )
        )
    return int(written)


def parse_file(written: str) -> str:
    """File for an answer in text. Raises LofteError for a folder, a document, and one of Word, Excel or PDF."""
    path = parse_path(written)
    kind = PurePath(path).suffix.lower().removeprefix(".")
    if kind in _WRITTEN_BY:
        raise LofteError(
            Text(f"”{path}” kan inte skrivas här.", f"“{path}” cannot be written here."), _command_for(kind)
        )
    is_folder = Path(path).is_dir()
    if is_folder or kind in _OWN:
        what = Text("en mapp", "a folder") if is_folder else Text("en fil för dokument", "a document")
        raise LofteError(
            Text(f"”{path}” är {what.sv}.", f"“{path}” is {what.en}."),
            Text(
                "Ange en fil för svaret, till exempel svar.txt.",
                "Name a file for the answer, such as answer.txt.",
            ),
        )
    return path


_OWN: Final = ("yaml", "yml", "toml")
"""Endings of what is written by hand, which no answer may replace."""


def suggest_place(word: str) -> Text | None:
    """The option for a municipality that was written as a kind."""
    from medborgarlofte.model.municipalities import by_name  # noqa: PLC0415 - only for a mistyped kind

    if by_name(word) is None:
        return None
    flag = f'--municipality "{word}"' if " " in word else f"--municipality {word}"
    return Text(f"Menade du ”{flag}”?", f"Did you mean “{flag}”?")


# A parameter reads from its name, type and flag on one line, as in `cli/commands`.
# fmt: off
Paths = Annotated[Sequence[str], argument(
    "Filer eller mappar. Utan sökväg: närmaste mapp promises.",
    "Files or folders. Without a path: the nearest folder promises.",
    Text("[SÖKVÄG]...", "[PATH]..."), parse=parse_path,
)]
Drafts = Annotated[bool, option("--drafts",
    "Ta med utkast (status: utkast). De märks överallt.",
    "Include drafts (status: utkast). They are marked everywhere.",
)]
File = Annotated[str | None, option("-o --output",
    "Filen som svaret skrivs i. Formatet följer av ändelsen: svar.json.",
    "The file to write to. Its ending gives the format: answer.json.",
    metavar=FILE, parse=parse_file,
)]
Today = Annotated[dt.date | None, option("--today",
    "Räkna som om det vore den dagen: 2024-06-01.",
    "Calculate as if it were that day: 2024-06-01.",
    metavar=DATE, parse=parse_day,
)]
