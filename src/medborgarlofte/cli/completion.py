"""`lofte completion`: a script that completes commands and options on tab."""

from typing import Final

import click
from click.shell_completion import get_completion_class

from medborgarlofte.cli.bilingual import Argument, Choice, Command
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text

SHELLS: Final = ("bash", "zsh", "fish", "powershell")


def build(session: Session) -> click.Command:
    """The command for a session."""

    def completion(shell: str) -> int:
        found = get_completion_class(shell)
        if found is None:  # click has every one of SHELLS
            raise LookupError(shell)
        click.echo(found(click.Command("lofte"), {}, "lofte", "_LOFTE_COMPLETE").source())
        return ExitCode.CLEAN

    return Command(
        session,
        name="completion",
        callback=completion,
        about=Text(
            "Skriv ett skript som låter tabb fylla i kommandon och flaggor. Lägg till raden i skalets startfil.",
            "Write a script that lets tab complete commands and options. Add the line to the start file of the shell.",
        ),
        example='eval "$(lofte completion bash)"\nlofte completion powershell >> $PROFILE',
        params=[
            Argument(
                "shell",
                type=Choice(session, SHELLS),
                metavar=session.say(Text("SKAL", "SHELL")),
                help=Text(f"Ett av {', '.join(SHELLS)}.", f"One of {', '.join(SHELLS)}."),
            )
        ],
    )
