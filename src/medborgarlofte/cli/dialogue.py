"""Questions that can be taken back, skipped and left."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, ParamSpec

from medborgarlofte.cli.drawing import print_keys, print_paragraph
from medborgarlofte.cli.prompts import prompt
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold

Command = Literal["back", "skip", "undo", "quit", "help"]

COMMANDS: Final[Mapping[str, Command]] = {
    "b": "back", "-": "skip", "–": "skip", "u": "undo", "q": "quit", "s": "quit", "?": "help",
}  # fmt: skip
"""Answers that are commands, where the question takes them."""
ANSWER_WIDTH: Final = 8
"""Columns of a line that are left for the beginning of an answer."""
QUESTION_COMMANDS: Final[tuple[Command, ...]] = ("back", "help", "quit")
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
    about: Text | None = None,
    suffix: str = ": ",
) -> str:
    """Answer, or `default` for Enter; `shown` is how the default is written.

    Raises Jump for one of the commands. Help is printed and the question repeated.
    """
    hint = default if shown is None else shown
    label = session.say(question) + (f" [{hint}]" if hint else "")
    if len(label) > session.width - ANSWER_WIDTH:
        print_paragraph(session, (label + suffix.rstrip(), "prompt"))
        label = session.say(Text("Svar", "Answer"))
    while True:
        answer = prompt(session, Text(label, label), default="", suffix=suffix)
        command = COMMANDS.get(answer.lower())
        if command == "help":
            note(session, about) if about else show_keys(session, commands)
        elif command is not None and command in commands:
            raise Jump(command)
        elif command is not None:
            note(session, Text("Det går inte här.", "That is not possible here."))
        else:
            return answer or default


Asked = ParamSpec("Asked")


def unless_skipped(question: Callable[Asked, str], *args: Asked.args, **settings: Asked.kwargs) -> str:
    """Answer to a question; empty where it is skipped. Raises Jump for the other commands."""
    try:
        return question(*args, **settings)
    except Jump as jump:
        if jump.command != "skip":
            raise
        return ""


def choose(
    session: Session,
    question: Text,
    options: Sequence[str],
    commands: Sequence[Command],
    *,
    default: str | None = None,
    about: Text | None = None,
) -> str:
    """One of the numbered options, or other words. Raises Jump."""
    _show_options(session, options)
    while True:
        answer = ask(session, question, commands, default=default or "", about=about)
        if answer.isdecimal() and 1 <= int(answer) <= len(options):
            return options[int(answer) - 1]
        if answer and not (answer.isdecimal() and len(answer) < 4):
            return answer
        if about:
            note(session, about)


def choose_many(
    session: Session,
    question: Text,
    options: Sequence[str],
    commands: Sequence[Command],
    *,
    about: Text | None = None,
) -> list[int]:
    """Indexes of the options chosen by number or words.

    Raises Jump, and LofteError for a word that means none or several.
    """
    _show_options(session, options)
    answer = ask(session, question, commands, about=about)
    words = [word for word in re.split(r"\s*[,;]\s*|\s+(?=\d)|\s+och\s+", answer) if word]
    return list(dict.fromkeys(_index_of(word, options) for word in words))


def _index_of(word: str, options: Sequence[str]) -> int:
    if word.isdecimal() and 1 <= int(word) <= len(options):
        return int(word) - 1
    found = [number for number, option in enumerate(options) if fold(word) in fold(option)]
    exact = [number for number in found if fold(word) == fold(options[number])]
    if len(exact or found) == 1 and not word.isdecimal():
        return (exact or found)[0]
    listed = " ".join(f"{number + 1} {options[number]}." for number in found)
    raise LofteError(
        Text(f"”{word}” är inget av valen.", f"“{word}” is none of the choices.")
        if not found
        else Text(f"”{word}” kan vara flera:", f"“{word}” may be several:"),
        Text(listed, listed) if found else did_you_mean(word, options) or _CHOOSE,
    )


def _show_options(session: Session, options: Sequence[str]) -> None:
    for number, option in enumerate(options, start=1):
        print_paragraph(session, option, lead=[(f"{number:>4}  ", "key")])


_CHOOSE: Final = Text("Skriv numret på ett av valen.", "Write the number of one of the choices.")


def show_keys(session: Session, commands: Sequence[Command], enter: Text | None = None) -> None:
    """Print what Enter and the commands do."""
    keys = [("Enter", session.say(enter))] if enter else []
    print_keys(session, "", keys + [(KEYS[name][0], session.say(KEYS[name][1])) for name in commands])


def note(session: Session, text: Text) -> None:
    """Print a remark about an answer."""
    print_paragraph(session, session.say(text), lead="  ")


def show_error(session: Session, error: LofteError) -> None:
    """Print what is wrong with an answer, and what to do."""
    advice = f" {session.say(error.help)}" if error.help else ""
    print_paragraph(session, (session.say(error.message), "error"), advice, lead="  ")
