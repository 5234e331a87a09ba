"""Prompts and messages on stderr."""

import typer

from medborgarlofte.cli.session import Part, Session
from medborgarlofte.i18n import Text, escape_controls


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


def print_error(label: str, message: str, advice: str, *, color: bool) -> None:
    """Print an error and advice on stderr."""
    print_parts((f"{label}:", "error"), f" {escape_controls(message)}", color=color)
    if advice:
        typer.echo(escape_controls(advice), err=True)


def print_parts(*parts: Part, color: bool) -> None:
    """Print a line on stderr."""
    if color:
        from medborgarlofte.cli.drawing import print_styled  # noqa: PLC0415 - rich only where it draws

        print_styled(*parts)
    else:
        typer.echo("".join(part if isinstance(part, str) else part[0] for part in parts), err=True)
