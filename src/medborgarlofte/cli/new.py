"""`lofte new`: blank, renewed or example documents."""

from typing import Annotated, Final

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import DATE, FILE, FOLDER, KIND_SYNONYMS, NAME
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

FILES: Final = {
    "medborgarlofte": "lofte",
    "samverkansoverenskommelse": "overenskommelse",
    "lagesbild": "lagesbild",
    "atgardsplan": "atgardsplan",
    "trygghetsmatning": "trygghetsmatning",
    "medborgardialog": "medborgardialog",
}
"""Start of the file name for each kind that can be started from nothing; follow-ups have `lofte follow-up`."""

KINDS = tuple(FILES)

Kind = Annotated[
    str,
    argument(
        metavar=Text("[SORT]", "[KIND]"),
        choices=KINDS,
        synonyms=KIND_SYNONYMS,
        help=Text(f"En av {', '.join(KINDS)}.", f"One of {', '.join(KINDS)}."),
    ),
]
Predecessor = Annotated[
    str | None,
    option(
        "--from",
        metavar=Text("ID", "ID"),
        help=Text("Gör nästa löfte av det här.", "Make the next promise from this one."),
    ),
]
Example = Annotated[
    str | None,
    option(
        "--example",
        metavar=FOLDER,
        help=Text(
            "Skriv en påhittad kommun i en ny mapp.", "Write an invented municipality into a new folder."
        ),
    ),
]
Municipality = Annotated[
    str | None,
    option(
        "--municipality",
        metavar=NAME,
        help=Text("Kommunens namn: Exempelby kommun.", "Name of the municipality: Exempelby kommun."),
    ),
]
Police = Annotated[
    str | None,
    option(
        "--police",
        metavar=NAME,
        help=Text(
            "Polisens namn: Lokalpolisområde Exempelby.", "Name of the police: Lokalpolisområde Exempelby."
        ),
    ),
]
Start = Annotated[
    str | None,
    option(
        "--start",
        metavar=DATE,
        help=Text("Första dagen, eller dokumentets datum.", "First day, or the date of the document."),
    ),
]
End = Annotated[str | None, option("--end", metavar=DATE, help=Text("Sista dagen.", "Last day."))]
Output = Annotated[
    str | None,
    option("-o", "--output", metavar=FILE, help=Text("Var filen skrivs.", "Where the file is written.")),
]


@command(
    about=Text(
        "Börja på ett dokument: från ingenting, från förra årets löfte, eller ett påhittat exempel att prova med. "
        "Inget som finns skrivs över.",
        "Start a document: from nothing, from last year's promise, or an invented example to try out. Nothing that "
        "exists is overwritten.",
    ),
    example='lofte new --municipality "Exempelby kommun" --start 2025 --end 2025\n'
    "lofte new --from karlshamn/lofte-2022\nlofte new --example prova",
)
def new(
    session: Session,
    kind: Kind = "medborgarlofte",
    *,
    predecessor: Predecessor = None,
    example: Example = None,
    municipality: Municipality = None,
    police: Police = None,
    start: Start = None,
    end: End = None,
    output: Output = None,
) -> int:
    """Write a new file, never over another."""
    if example is not None:
        return lazy.drafts.write_example(session, example)
    if predecessor is not None and (municipality or police):
        raise LofteError(
            Text(
                "--from tar parterna ur det förra löftet.",
                "--from takes the parties from the earlier promise.",
            ),
            Text("Ändra dem i filen efteråt.", "Change them in the file afterwards."),
        )
    wishes = lazy.drafts.Wishes(municipality, police, start, end, output)
    session.print(lazy.drafts.create_draft(session, kind, FILES[kind], predecessor, wishes))
    return ExitCode.CLEAN
