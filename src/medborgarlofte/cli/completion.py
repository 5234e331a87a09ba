"""`lofte completion`: shell completion scripts."""

from typing import Annotated, Final

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]  # not in its __all__

from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text

SHELLS: Final = ("bash", "zsh", "fish", "powershell")
Shell = Annotated[
    str,
    argument(
        f"Ett av {', '.join(SHELLS)}.",
        f"One of {', '.join(SHELLS)}.",
        metavar=Text("SKAL", "SHELL"),
        choices=SHELLS,
    ),
]


@command(
    "Skriv ett skript som låter tabb fylla i kommandon och flaggor. Lägg till raden i skalets startfil.",
    "Write a script that lets tab complete commands and options. Add the line to the start file of the shell.",
    example='eval "$(lofte completion bash)"\nlofte completion powershell >> $PROFILE',
)
def completion(session: Session, shell: Shell) -> int:  # noqa: ARG001 - every command receives it
    """Print a completion script."""
    typer.echo(get_completion_script(prog_name="lofte", complete_var="_LOFTE_COMPLETE", shell=shell))
    return ExitCode.CLEAN
