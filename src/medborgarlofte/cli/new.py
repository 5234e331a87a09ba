"""`lofte new`: blank, renewed or example documents."""

from pathlib import Path
from typing import Annotated, Final

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
    from medborgarlofte.cli.drafts import Wishes, create_draft, write_example  # noqa: PLC0415 - loads the schema

    if example is not None:
        return write_example(session, example)
    if predecessor is not None and (municipality or police):
        raise LofteError(
            Text(
                "--from tar parterna ur det förra löftet.",
                "--from takes the parties from the earlier promise.",
            ),
            Text("Ändra dem i filen efteråt.", "Change them in the file afterwards."),
        )
    wishes = Wishes(municipality, police, start, end, output)
    path = create_draft(session, kind, FILES[kind], predecessor, wishes)
    if path is None:
        session.print(Text("Inget har skrivits.", "Nothing has been written."))
        return ExitCode.CLEAN
    session.print(_written(session.shown(path), path))
    return ExitCode.CLEAN


def _written(shown: str, path: Path) -> Text:
    """Where the file is, what it holds and how it is checked."""
    from medborgarlofte.language.phrases import format_commitments  # noqa: PLC0415 - loads the schema
    from medborgarlofte.load import load_bytes  # noqa: PLC0415 - loads the schema
    from medborgarlofte.model.promise import Promise  # noqa: PLC0415 - loads the schema

    loaded, _ = load_bytes(path.stem, shown, path.read_bytes())
    if loaded is None or not isinstance(loaded.document, Promise):
        return Text(
            f"Skrev {shown}. Kontrollera med: lofte validate", f"Wrote {shown}. Check with: lofte validate"
        )
    count = format_commitments(len(loaded.document.commitments))
    review = "lofte validate --profile granskning"
    return Text(
        f"Skrev {shown}: ett utkast med {count.sv}. Granska med: {review}",
        f"Wrote {shown}: a draft with {count.en}. Review with: {review}",
    )
