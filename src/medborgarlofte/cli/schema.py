"""`lofte schema`: JSON Schema for editors."""

import json
from typing import Annotated

import typer

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument
from medborgarlofte.cli.parameters import KIND_SYNONYMS
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text
from medborgarlofte.swedish import slug

KINDS = (
    "medborgarlöfte",
    "samverkansöverenskommelse",
    "uppföljning",
    "lägesbild",
    "åtgärdsplan",
    "trygghetsmätning",
    "medborgardialog",
)
Kind = Annotated[
    str | None,
    argument(
        f"En av {', '.join(KINDS)}.",
        f"One of {', '.join(KINDS)}.",
        metavar=Text("[SORT]", "[KIND]"),
        choices=KINDS,
        synonyms=KIND_SYNONYMS,
    ),
]


@command(
    "Skriv formatets JSON Schema, så att VS Code kan föreslå nycklar och förklara dem. Utan sort: alla "
    "sorters dokument i ett schema.",
    "Write the JSON Schema of the format, so that VS Code can suggest keys and explain them. Without a kind: "
    "all kinds of documents in one schema.",
    example="lofte schema medborgarlofte > medborgarlofte.schema.json",
)
def schema(session: Session, kind: Kind = None) -> int:  # noqa: ARG001 - every command receives it
    """Print a JSON Schema."""
    document = lazy.schema.schema_of(slug(kind)) if kind else lazy.schema.schema_of_all()
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    return ExitCode.CLEAN
