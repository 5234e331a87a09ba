"""Commands that write documents."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Final

from medborgarlofte.cli.options import Parameters, argument, option
from medborgarlofte.cli.parameters import (
    DATE,
    FILE,
    FOLDER,
    ID,
    KIND_SYNONYMS,
    NAME,
    Today,
    parse_day,
    parse_path,
    suggest_place,
)
from medborgarlofte.i18n import Text

NEW_KINDS: Final = {
    "medborgarlöfte": "lofte",
    "samverkansöverenskommelse": "overenskommelse",
    "lägesbild": "lagesbild",
    "åtgärdsplan": "atgardsplan",
    "trygghetsmätning": "trygghetsmatning",
    "medborgardialog": "medborgardialog",
}
"""Kinds that can be started from nothing, with the start of the file's name; follow-ups have `lofte follow-up`."""

# A parameter reads from its name, type and flag, on one line, to its default.
# fmt: off


class Init(Parameters):
    """Parameters of `init`."""

    folder: Annotated[str, argument(
        "Var projektet ska ligga. Utan: här.",
        "Where to put the project. Without: here.",
        metavar=Text("[MAPP]", "[DIR]"), parse=parse_path,
    )] = "."
    municipality: Annotated[str | None, option("--municipality --kommun",
        "Kommunens namn eller kod: Lerum, 1441.",
        "Name or code of the municipality: Lerum, 1441.",
        metavar=NAME,
    )] = None
    police: Annotated[str | None, option("--police --polis",
        "Lokalpolisområdets namn (förval efter kommunen).",
        "Name of the local police area (default: after the municipality).",
        metavar=NAME,
    )] = None
    dry_run: Annotated[bool, option("--dry-run",
        "Visa filerna, skriv inget.", "Show the files, write nothing.",
    )] = False


class Import(Parameters):
    """Parameters of `import`."""

    files: Annotated[Sequence[str], argument(
        "Filer att läsa in. - läser standard in.",
        "Files to import. - reads standard input.",
        Text("FIL...", "FILE..."), parse=parse_path,
    )] = ()
    output: Annotated[str | None, option("-o --output",
        "Mappen som utkasten skrivs i. - skriver dem på standard ut. Annars kommunens mapp under promises.",
        "The folder for the drafts. - writes them to standard output. Default: the municipality’s folder below promises.",
        metavar=FOLDER, parse=parse_path,
    )] = None
    review: Annotated[bool, option("--review",
        "Fråga om det som är osäkert eller inte fick någon plats.",
        "Ask about what is uncertain or did not fit a field.",
    )] = False


class New(Parameters):
    """Parameters of `new`."""

    kind: Annotated[str, argument(
        f"En av {', '.join(NEW_KINDS)}.",
        f"One of {', '.join(NEW_KINDS)}.",
        metavar=Text("[SORT]", "[KIND]"), choices=tuple(NEW_KINDS), synonyms=KIND_SYNONYMS,
        hint=suggest_place,
    )] = "medborgarlöfte"
    predecessor: Annotated[str | None, option("--from",
        "Gör nästa löfte av det här.", "Make the next promise from this one.", metavar=ID, parse=parse_path,
    )] = None
    example: Annotated[str | None, option("--example",
        "Skriv en påhittad kommun i en ny mapp.",
        "Write an invented municipality into a new folder.",
        metavar=FOLDER, parse=parse_path,
    )] = None
    municipality: Annotated[str | None, option("--municipality --kommun",
        "Kommunens namn: Exempelby kommun.",
        "Name of the municipality: Exempelby kommun.",
        metavar=NAME,
    )] = None
    police: Annotated[str | None, option("--police --polis",
        "Polisens namn: Lokalpolisområde Exempelby.",
        "Name of the police: Lokalpolisområde Exempelby.",
        metavar=NAME,
    )] = None
    start: Annotated[str | None, option("--start",
        "Första dagen, eller dokumentets datum.",
        "First day, or the date of the document.",
        metavar=DATE,
    )] = None
    end: Annotated[str | None, option("--end", "Sista dagen.", "Last day.", metavar=DATE)] = None
    output: Annotated[str | None, option("-o --output",
        "Var filen skrivs.", "Where the file is written.", metavar=FILE, parse=parse_path,
    )] = None


class Sign(Parameters):
    """Parameters of `sign`."""

    name: Annotated[str, argument(
        "Löftets id eller fil.", "Id or file of the promise.", metavar=ID, parse=parse_path,
    )]
    by: Annotated[Sequence[str], option("--by",
        "Den som skrev under; kan upprepas. Utan --by frågas för varje part.",
        "Who signed; may be repeated. Without --by each party is asked for.",
        metavar=Text("NAMN,ROLL,PART", "NAME,ROLE,PARTY"),
    )] = ()
    date: Annotated[dt.date | None, option("--date",
        "När det undertecknades (förval i dag).",
        "When it was signed (default today).",
        metavar=DATE, parse=parse_day,
    )] = None
    today: Today = None


class FollowUp(Parameters):
    """Parameters of `follow-up`."""

    name: Annotated[str, argument(
        "Löftets id eller fil: karlshamn/lofte-2022.",
        "Id or file of the promise: karlshamn/lofte-2022.",
        metavar=ID, parse=parse_path,
    )]
    date: Annotated[dt.date | None, option("--date",
        "Uppföljningens dag (förval: nästa dag i planen, men för utfall senast i dag).",
        "Day of the follow-up (default: the next day of the plan, but for outcomes today at the latest).",
        metavar=DATE, parse=parse_day,
    )] = None
    settings: Annotated[Sequence[str], option("--set",
        "För in utan att fråga; kan upprepas. K1=genomfört:104:kommentar. K1=:104 tar status av talet.",
        "Record without asking; may be repeated. K1=genomfört:104:comment. K1=:104 takes the status from the figure.",
        metavar=Text("K1=STATUS:UTFALL", "K1=STATUS:OUTCOME"),
    )] = ()
    counted: Annotated[str | None, option("--counted",
        "Vad talen räknar: hela löftet hittills, eller bara det nya sedan förra uppföljningen.",
        "What the figures count: the promise so far (hittills), or only what is new since the last follow-up.",
        choices=("hittills", "sedan-förra"),
    )] = None
    interactive: Annotated[bool, option("--interactive -i",
        "Fråga åtagande för åtagande. Varje svar sparas genast, så det går att sluta när som helst.",
        "Ask commitment by commitment. Each answer is saved at once, so you may stop at any time.",
    )] = False
    mail: Annotated[str | None, option("--mail",
        "Skriv ett formulär för varje ansvarig funktion i en mapp, att skicka ut.",
        "Write a form for each responsible function in a folder, to send out.",
        metavar=FOLDER, parse=parse_path,
    )] = None
    form: Annotated[str, option("--form",
        "Med --mail: text (förval) eller xlsx.",
        "With --mail: text (default) or xlsx.",
        choices=("text", "xlsx"),
    )] = "text"
    read: Annotated[str | None, option("--read",
        "Läs in ett ifyllt formulär. Varje rad som inte går att förstå pekas ut.",
        "Read a form that has been filled in. Each line that cannot be understood is pointed out.",
        metavar=FILE, parse=parse_path,
    )] = None
    today: Today = None


class Rename(Parameters):
    """Parameters of `rename`."""

    old: Annotated[str, argument(
        "Ett dokuments id eller fil, en mapp, eller ett åtagande: exempelby/lofte-2026#K1.",
        "A document's id or file, a folder, or a commitment: exempelby/lofte-2026#K1.",
        metavar=Text("GAMMALT", "OLD"), parse=parse_path,
    )]
    new: Annotated[str, argument("Det nya namnet.", "The new name.", metavar=Text("NYTT", "NEW"))]
    dry_run: Annotated[bool, option("--dry-run",
        "Visa vad som skulle ändras, skriv inget.", "Show the changes, write nothing.",
    )] = False
