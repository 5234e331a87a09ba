"""Questions that can be taken back, skipped and left."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from medborgarlofte.cli.drawing import print_keys, print_paragraph
from medborgarlofte.cli.prompts import prompt
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

Command = Literal["back", "skip", "undo", "quit", "help"]

COMMANDS: Final[Mapping[str, Command]] = {
    "b": "back", "-": "skip", "–": "skip", "u": "undo", "q": "quit", "s": "quit", "?": "help",
}  # fmt: skip
"""Answers that are commands, where the question takes them."""
KEYS: Final[Mapping[Command, tuple[str, Text]]] = {
    "skip": ("-", Text("hoppar över", "skips")),
    "back": ("b", Text("föregående", "previous")),
    "undo": ("u", Text("ångrar senaste svaret", "undoes the last answer")),
    "help": ("?", Text("hjälp", "help")),
    "quit": ("q", Text("sparar och slutar", "saves and quits")),
}


class Jump(Exception):  # noqa: N818 - no error, but a way out of nested questions
    """A command instead of an answer."""

    def __init__(self, command: Command) -> None:
        super().__init__(command)
        self.command = command


def ask(
    session: Session,
    question: Text,
    commands: Sequence[Command],
    *,
    default: str = "",
    shown: str | None = None,
    help: Text | None = None,  # noqa: A002 - reads as in LofteError
    suffix: str = ": ",
) -> str:
    """Answer, or `default` for Enter; `shown` is how the default is written.

    Raises Jump for one of the commands. Help is printed and the question repeated.
    """
    hint = default if shown is None else shown
    label = session.say(question) + (f" [{hint}]" if hint else "")
    while True:
        answer = prompt(session, Text(label, label), default="", suffix=suffix)
        command = COMMANDS.get(answer.lower())
        if command == "help" and help is not None:
            print_paragraph(session, session.say(help), lead="  ")
        elif command is not None and command in commands:
            raise Jump(command)
        else:
            return answer or default


def show_keys(session: Session, commands: Sequence[Command], enter: Text | None = None) -> None:
    """Print what Enter and the commands do."""
    keys = [("Enter", session.say(enter))] if enter else []
    print_keys(session, "", keys + [(KEYS[name][0], session.say(KEYS[name][1])) for name in commands])


def show_error(session: Session, error: LofteError) -> None:
    """Print what is wrong with an answer, and what to do."""
    advice = f" {session.say(error.help)}" if error.help else ""
    print_paragraph(session, (session.say(error.message), "error"), advice, lead="  ")
