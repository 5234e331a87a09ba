"""Questions at a terminal, asked on stderr."""

import typer

from medborgarlofte.cli.session import Session
from medborgarlofte.cli.terminal import Part, print_styled
from medborgarlofte.i18n import Text


def prompt(
    session: Session,
    question: Text,
    *,
    default: str | None = None,
    show_default: bool = True,
    suffix: str = ": ",
) -> str:
    """The answer to a question; without a default it is asked again until there is one."""
    words = session.say(question)
    answer: str = typer.prompt(
        typer.style(words, bold=True) if session.color else words,
        default=default,
        show_default=show_default and bool(default),
        prompt_suffix=suffix,
        err=True,
    )
    return answer.strip()


def show(session: Session, *parts: Part) -> None:
    """Print a line on stderr, its parts styled where the terminal takes colour."""
    if session.color:
        print_styled(*parts)
    else:
        typer.echo("".join(part if isinstance(part, str) else part[0] for part in parts), err=True)
