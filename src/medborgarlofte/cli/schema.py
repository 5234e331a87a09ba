"""`lofte schema`: the format as JSON Schema, for completion and hover in an editor."""

import json

import click

from medborgarlofte.cli.bilingual import Argument, Choice, Command
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text

KINDS = (
    "medborgarlofte",
    "samverkansoverenskommelse",
    "uppfoljning",
    "lagesbild",
    "atgardsplan",
    "trygghetsmatning",
    "medborgardialog",
)


def build(session: Session) -> click.Command:
    """The command for a session."""

    def schema(kind: str | None) -> int:
        from medborgarlofte.model.schema import schema_of, schema_of_all  # noqa: PLC0415

        written = schema_of(kind) if kind else schema_of_all()
        click.echo(json.dumps(written, ensure_ascii=False, indent=2))
        return ExitCode.CLEAN

    return Command(
        session,
        name="schema",
        callback=schema,
        about=Text(
            "Skriv formatets JSON Schema, så att VS Code kan föreslå nycklar och förklara dem. Utan sort: alla "
            "sorters dokument i ett schema.",
            "Write the JSON Schema of the format, so that VS Code can suggest keys and explain them. Without a kind: "
            "all kinds of documents in one schema.",
        ),
        example="lofte schema medborgarlofte > medborgarlofte.schema.json",
        params=[
            Argument(
                "kind",
                required=False,
                type=Choice(session, KINDS),
                metavar=session.say(Text("[SORT]", "[KIND]")),
                help=Text(f"En av {', '.join(KINDS)}.", f"One of {', '.join(KINDS)}."),
            )
        ],
    )
