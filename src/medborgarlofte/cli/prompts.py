"""Prompts and messages on stderr."""

import os
import sys
from typing import Final

import typer

from medborgarlofte.cli.session import Session, is_terminal, takes_color, terminal_width, wrapped
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.report.formats import Part

ERROR: Final = Text("Fel", "Error")


def prompt(
    session: Session,
    question: Text,
    *,
    default: str | None = None,
    show_default: bool = True,
    suffix: str = ": ",
) -> str:
    """Answer to a question, repeated until given."""
    words = session.say(question)
    shown = typer.style(words, bold=True) if session.color else words
    hint = f" [{default}]" if default and show_default else ""
    while True:
        typer.echo(f"{shown}{hint}{suffix}", nl=False, err=True)
        answer = input().strip()
        if answer or default is not None:
            return answer or default or ""


def show(session: Session, *parts: Part) -> None:
    """Print a line on stderr."""
    print_parts(*parts, color=session.color)


def confirmed(session: Session, question: Text) -> bool:
    """Yes or no; Enter is no."""
    return is_yes(prompt(session, question, default="n", show_default=False))


def is_yes(answer: str) -> bool:
    return answer.lower() in ("j", "ja", "y", "yes")


def print_error(message: Text, advice: Text | None, lang: Language, label: Text = ERROR) -> None:
    """Print an error and advice on stderr, wrapped on a terminal."""
    width = terminal_width() if is_terminal(sys.stderr) else None
    heading = f"{label[lang]}:"
    said = [
        f"{heading} {escape_controls(message[lang])}",
        *([escape_controls(advice[lang])] if advice else []),
    ]
    first, *rest = [wrapped(words, width) if width else words for words in said]
    print_parts((heading, "error"), first.removeprefix(heading), color=takes_color(sys.stderr, os.environ))
    for words in rest:
        typer.echo(words, err=True)


def print_parts(*parts: Part, color: bool) -> None:
    """Print a line on stderr."""
    if color:
        from medborgarlofte.cli.drawing import print_styled  # noqa: PLC0415 - rich only where it draws

        print_styled(*parts)
    else:
        typer.echo("".join(part if isinstance(part, str) else part[0] for part in parts), err=True)
