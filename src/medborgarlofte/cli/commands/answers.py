"""Commands that answer questions about documents."""

from collections.abc import Sequence
from typing import Annotated, Final

from medborgarlofte.cli.options import Parameters, argument, option
from medborgarlofte.cli.parameters import Drafts, File, Paths, Today, format_option, parse_days, parse_path
from medborgarlofte.i18n import Text
from medborgarlofte.report import (
    CHECK_FORMATS,
    COMPARE_FORMATS,
    DIFF_FORMATS,
    DUE_FORMATS,
    STATUS_FORMATS,
    SUMMARY_FORMATS,
)

_CODES: Final = Text("KODER", "CODES")
_KINDS_OF_CHANGE: Final = {
    "försvagat": "weakened", "borttaget": "dropped", "delat": "split", "uppdelat": "split", "sammanslaget": "merged",
    "flyttat": "moved", "skärpt": "sharpened", "nytt": "new", "omformulerat": "reworded", "behållet": "kept",
}  # fmt: skip
_GROUPS: Final = {
    "kommun": "municipality", "år": "year", "fokus": "focus", "fokusområde": "focus", "part": "party",
    "polisområde": "police-area", "lokalpolisområde": "police-area",
}  # fmt: skip
"""What `summary --by` counts, by the Swedish words for it."""

# A parameter reads from its name, type and flag, on one line, to its default.
# fmt: off


class List(Parameters):
    """Parameters of `list`."""

    names: Annotated[Sequence[str], argument(
        "En kommun, ett id, en fil eller mapp. Utan: hela projektet.",
        "A municipality, an id, a file or folder. Without: the whole project.",
        Text("[NAMN]...", "[NAME]..."), parse=parse_path,
    )] = ()
    output: Annotated[str | None, format_option(STATUS_FORMATS.names)] = None
    file: File = None
    today: Today = None


class Validate(Parameters):
    """Parameters of `validate`."""

    paths: Annotated[Sequence[str], argument(
        "Filer eller mappar, eller - för standard in. Utan sökväg: närmaste mapp promises.",
        "Files or folders, or - for standard input. Without a path: the nearest folder promises.",
        Text("[SÖKVÄG]...", "[PATH]..."), parse=parse_path,
    )] = ()
    output: Annotated[str | None, format_option(CHECK_FORMATS.names)] = None
    file: File = None
    profile: Annotated[str, option("--profile",
        "Hur strängt: utkast, granskning, publicering eller arkiv. Förval auto: efter dokumentets status och period.",
        "How strict: utkast (draft), granskning (review), publicering (publishing) or arkiv (archive). Default auto: "
        "by the status and period of the document.",
        choices=("auto", "utkast", "granskning", "publicering", "arkiv"),
        synonyms={"draft": "utkast", "review": "granskning", "publishing": "publicering", "archive": "arkiv"},
        metavar=Text("PROFIL", "PROFILE"),
    )] = "auto"
    select: Annotated[Sequence[str], option("--select",
        "Bara dessa regler eller grupper: M01,U.",
        "Only these rules or groups: M01,U.",
        metavar=_CODES,
    )] = ()
    ignore: Annotated[Sequence[str], option("--ignore",
        "Inte dessa regler eller grupper.", "Not these rules or groups.", metavar=_CODES,
    )] = ()
    today: Today = None
    compact: Annotated[bool, option("--compact",
        "En rad för varje fynd.", "One line for each finding.",
    )] = False
    statistics: Annotated[bool, option("--statistics",
        "Bara antal per regel.", "Only the count of each rule.",
    )] = False
    fix: Annotated[bool, option("--fix",
        "Rätta det som bara har ett rätt svar: indrag, citattecken, punktlistor, stavning av nycklar och värden, "
        "datum, kommunkod, osynliga tecken. Löftets ordalydelse ändras aldrig.",
        "Fix what has one right answer: indentation, quotation marks, lists, spelling of keys and values, dates, "
        "municipality code, invisible characters. The wording of a promise is never changed.",
    )] = False
    unsafe: Annotated[bool, option("--unsafe",
        "Med --fix: rätta också det som är nästan säkert, till exempel en felstavad nyckel, utan att fråga.",
        "With --fix: also fix what is nearly certain, such as a misspelt key, without asking.",
    )] = False
    dry_run: Annotated[bool, option("--dry-run",
        "Med --fix: visa ändringen, skriv inget.",
        "With --fix: show the changes, write nothing.",
    )] = False
    published: Annotated[bool, option("--published",
        "Jämför också med det som polisen och kommunen publicerar: sparade sidor under publicerat, arkiverad.",
        "Also compare with what the police and the municipality publish: pages kept under publicerat, arkiverad.",
    )] = False
    watch: Annotated[bool, option("--watch",
        "Kontrollera igen varje gång en fil sparas, tills du trycker Ctrl+C.",
        "Check again whenever a file is saved, until you press Ctrl+C.",
    )] = False
    explain: Annotated[str | None, option("--explain",
        "Förklara en kod, till exempel D10.",
        "Explain a code, such as D10.",
        metavar=Text("KOD", "CODE"),
    )] = None
    explain_text: Annotated[str | None, option("--explain-text",
        "Visa vad reglerna läser ut ur en mening: antal, tider, förbehåll, vaga verb.",
        "Show what the rules read in a sentence: counts, times, reservations, vague verbs.",
        metavar=Text("TEXT", "TEXT"),
    )] = None


class Diff(Parameters):
    """Parameters of `diff`."""

    documents: Annotated[Sequence[str], argument(
        "En fil, ett id (karlshamn/lofte-2022), REV:sökväg ur git, en sparad webbsida, PDF eller Wordfil, eller en "
        "kommun eller mapp.",
        "A file, an id (karlshamn/lofte-2022), REV:path from git, a saved web page, PDF or Word file, or a "
        "municipality or folder.",
        Text("[GAMMAL] [NY]", "[OLD] [NEW]"), parse=parse_path,
    )] = ()
    since: Annotated[str | None, option("--since",
        "Vad som ändrats i varje dokument sedan en revision.",
        "What changed in each document since a revision.",
        metavar=Text("REV", "REV"),
    )] = None
    output: Annotated[str | None, format_option(DIFF_FORMATS.names)] = None
    file: File = None
    only: Annotated[str | None, option("--only",
        "Bara ett slags ändring: försvagat, borttaget, flyttat, skärpt, nytt …",
        "Only one kind of change: weakened, dropped …",
        choices=tuple(dict.fromkeys(_KINDS_OF_CHANGE.values())), synonyms=_KINDS_OF_CHANGE, swedish=True,
        metavar=Text("SLAG", "KIND"),
    )] = None
    strict: Annotated[bool, option("--strict",
        "Räkna bara par som är bekräftade eller ordagrant lika, inga som bara liknar varandra.",
        "Count only pairs that are confirmed or have the same wording, none that are only alike.",
    )] = False
    exit_code: Annotated[bool, option("--exit-code",
        "Avsluta med 1 när något försvagats eller ett åtagande med ett tal tagits bort, för CI.",
        "Exit with 1 when something weakened or a commitment with a number was dropped, for CI.",
    )] = False
    confirm: Annotated[bool, option("--confirm",
        "Gå igenom förslagen och skriv de bekräftade som ”fortsätter” i den nyare filen.",
        "Go through the suggestions and write the confirmed ones as “fortsätter” into the newer file.",
    )] = False
    drafts: Drafts = False


class Compare(Parameters):
    """Parameters of `compare`."""

    names: Annotated[Sequence[str], argument(
        "Kommuner, mappar eller filer att jämföra. Utan: alla i närmaste mapp promises.",
        "Municipalities, folders or files to compare. Without: all in the nearest folder promises.",
        Text("[SÖKVÄG|KOMMUN]...", "[PATH|MUNICIPALITY]..."), parse=parse_path,
    )] = ()
    area: Annotated[str | None, option("--area",
        "Bara kommunerna i ett län, ett lokalpolisområde eller en region ur lofte.toml.",
        "Only the municipalities of a county, a local police area or a region of lofte.toml.",
        metavar=Text("OMRÅDE", "AREA"),
    )] = None
    output: Annotated[str | None, format_option(COMPARE_FORMATS.names)] = None
    file: File = None
    drafts: Drafts = False
    today: Today = None


class Due(Parameters):
    """Parameters of `due`."""

    paths: Paths = ()
    within: Annotated[int | None, option("--within",
        "Hur långt framåt: 90d, 12v, 6m eller 1å (förval 90d; i kalendern 2å).",
        "How far ahead: 90d, 12w, 6m or 1y (default 90d; 2y in a calendar).",
        metavar=Text("TID", "TIME"), parse=parse_days,
    )] = None
    output: Annotated[str | None, format_option(DUE_FORMATS.names)] = None
    file: File = None
    today: Today = None


class Summary(Parameters):
    """Parameters of `summary`."""

    names: Annotated[Sequence[str], argument(
        "Filer, mappar eller ett löftes id. Utan: närmaste mapp promises.",
        "Files, folders or the id of a promise. Without: the nearest folder promises.",
        Text("[SÖKVÄG|ID]...", "[PATH|ID]..."), parse=parse_path,
    )] = ()
    by: Annotated[str | None, option("--by",
        "Räkna efter kommun, år, fokus, part eller polisområde.",
        "Count by municipality, year, focus, party, police-area.",
        choices=tuple(dict.fromkeys(_GROUPS.values())), synonyms=_GROUPS, swedish=True, metavar=Text("VAD", "WHAT"),
    )] = None
    output: Annotated[str | None, format_option(
        SUMMARY_FORMATS.names,
        "Hur svaret skrivs (förval text). markdown är en tabell till kommunstyrelsen.",
        "Output format (default text). markdown is a table for the board.",
    )] = None
    file: File = None
    short: Annotated[bool, option("--short",
        "Ett löfte i högst 60 ord.", "One promise in at most 60 words.",
    )] = False
    drafts: Drafts = False
    today: Today = None
