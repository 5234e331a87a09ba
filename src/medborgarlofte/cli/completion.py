"""`lofte completion`: a script that completes commands and options on tab."""

from typing import Final

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

from medborgarlofte.cli.session import Exit, Session
from medborgarlofte.cli.words import Argument, Choice, Command
from medborgarlofte.text import Text

SHELLS: Final = ("bash", "zsh", "fish", "powershell")


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell, which click does not have of its own."""

    name = "powershell"
    source_template = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_WORD = $wordToComplete
    & %(prog_name)s | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, "ParameterValue", $_)
    }
    Remove-Item Env:\\%(complete_var)s, Env:\\COMP_WORDS, Env:\\COMP_WORD
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        import os  # noqa: PLC0415 - only PowerShell's completion asks the environment

        words, word = os.environ["COMP_WORDS"].split()[1:], os.environ.get("COMP_WORD", "")
        return (words[:-1] if word else words), word

    def format_completion(self, item: CompletionItem) -> str:
        return str(item.value)


add_completion_class(PowerShellComplete)


def build(session: Session) -> click.Command:
    """The command for a session."""

    def completion(shell: str) -> int:
        found = get_completion_class(shell)
        if found is None:  # every name in SHELLS is registered, here or in click
            raise LookupError(shell)
        click.echo(found(click.Command("lofte"), {}, "lofte", "_LOFTE_COMPLETE").source())
        return Exit.CLEAN

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
