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
    "medborgarlöfte": "lofte",
    "samverkansöverenskommelse": "overenskommelse",
    "lägesbild": "lagesbild",
    "åtgärdsplan": "atgardsplan",
    "trygghetsmätning": "trygghetsmatning",
    "medborgardialog": "medborgardialog",
}
"""Start of the file name for each kind that can be started from nothing; follow-ups have `lofte follow-up`."""

KINDS = tuple(FILES)


def _suggest_place(word: str) -> Text | None:
    """The option for a municipality that was written as a kind."""
    from medborgarlofte.model.municipalities import by_name  # noqa: PLC0415 - only for a mistyped kind

    if by_name(word) is None:
        return None
    flag = f'--municipality "{word}"' if " " in word else f"--municipality {word}"
    return Text(f"Menade du ”{flag}”?", f"Did you mean “{flag}”?")


Kind = Annotated[
    str,
    argument(
        f"En av {', '.join(KINDS)}.",
        f"One of {', '.join(KINDS)}.",
        metavar=Text("[SORT]", "[KIND]"),
        choices=KINDS,
        synonyms=KIND_SYNONYMS,
        hint=_suggest_place,
    ),
]
Predecessor = Annotated[
    str | None,
    option(
        "--from",
        "Gör nästa löfte av det här.",
        "Make the next promise from this one.",
        metavar=Text("ID", "ID"),
    ),
]
Example = Annotated[
    str | None,
    option(
        "--example",
        "Skriv en påhittad kommun i en ny mapp.",
        "Write an invented municipality into a new folder.",
        metavar=FOLDER,
    ),
]
Municipality = Annotated[
    str | None,
    option(
        "--municipality --kommun",
        "Kommunens namn: Exempelby kommun.",
        "Name of the municipality: Exempelby kommun.",
        metavar=NAME,
    ),
]
Police = Annotated[
    str | None,
    option(
        "--police --polis",
        "Polisens namn: Lokalpolisområde Exempelby.",
        "Name of the police: Lokalpolisområde Exempelby.",
        metavar=NAME,
    ),
]
Start = Annotated[
    str | None,
    option(
        "--start",
        "Första dagen, eller dokumentets datum.",
        "First day, or the date of the document.",
        metavar=DATE,
    ),
]
End = Annotated[str | None, option("--end", "Sista dagen.", "Last day.", metavar=DATE)]
Output = Annotated[
    str | None, option("-o --output", "Var filen skrivs.", "Where the file is written.", metavar=FILE)
]


@command(
    "Börja på ett dokument: från ingenting, från förra årets löfte, eller ett påhittat exempel att prova med. "
    "Inget som finns skrivs över.",
    "Start a document: from nothing, from last year's promise, or an invented example to try out. Nothing that "
    "exists is overwritten.",
    example='lofte new --municipality "Exempelby kommun" --start 2025 --end 2025\n'
    "lofte new --from karlshamn/lofte-2022\nlofte new --example prova",
)
def new(
    session: Session,
    kind: Kind = "medborgarlöfte",
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
        return lazy.new_files.write_example(session, example)
    if predecessor is not None and (municipality or police):
        raise LofteError(
            Text(
                "--from tar parterna ur det förra löftet.",
                "--from takes the parties from the earlier promise.",
            ),
            Text("Ändra dem i filen efteråt.", "Change them in the file afterwards."),
        )
    wishes = lazy.new_files.Wishes(municipality, police, start, end, output)
    session.print(lazy.drafts.create_draft(session, kind, FILES[kind], predecessor, wishes))
    return ExitCode.CLEAN
