"""Colours and panels on a terminal, drawn with rich. Pipes and NO_COLOR get plain text elsewhere."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import typer

from medborgarlofte.i18n import escape_controls

if TYPE_CHECKING:
    from rich.console import Console

# Mid-tones: each has a contrast of at least 4.5:1 on black and on white alike.
STYLES: Final = {
    "error": "bold #e02944",
    "removed": "bold #e02944",
    "ok": "bold #07884c",
    "id": "bold",
    "heading": "bold",
    "muted": "#767676",
    "panel": "#767676",
    "key": "bold #3672e2",
    "bar.complete": "#3672e2",
    "bar.finished": "#07884c",
    "bar.back": "#767676",
    "bar.pulse": "#3672e2",
}
Part = str | tuple[str, str]
"""Words, or words with a name from STYLES."""

KEY_INDENT: Final = 8
MEASURE: Final = 92
"""Widest running text, in columns."""


def stderr_console(*, force_color: bool = False) -> "Console":
    """A console on stderr that prints text literally: no markup, no emoji codes, no highlighting."""
    from rich.console import Console  # noqa: PLC0415 - rich is loaded only where something is drawn
    from rich.theme import Theme  # noqa: PLC0415 - the same

    return Console(
        file=sys.stderr,
        theme=Theme(STYLES),
        force_terminal=force_color or None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def print_styled(*parts: Part) -> None:
    """Print a line on stderr."""
    from rich.text import Text  # noqa: PLC0415 - rich is loaded only where something is drawn

    stderr_console(force_color=True).print(Text.assemble(*parts), soft_wrap=True)


def print_error(label: str, message: str, advice: str, *, color: bool) -> None:
    """Print an error and what to do about it on stderr, the label in red."""
    if color:
        print_styled((f"{label}:", "error"), f" {escape_controls(message)}")
    else:
        typer.echo(f"{label}: {escape_controls(message)}", err=True)
    if advice:
        typer.echo(escape_controls(advice), err=True)


def print_panel(title: Sequence[Part], text: str, facts: Sequence[tuple[str, str]]) -> None:
    """Print what a question is about in a panel on stderr; `facts` are labels and values."""
    from rich import box  # noqa: PLC0415 - rich is loaded only where something is drawn
    from rich.console import Group  # noqa: PLC0415 - the same
    from rich.panel import Panel  # noqa: PLC0415 - the same
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    console = stderr_console(force_color=True)
    heading = Text(text, "heading")
    grid = Table.grid(padding=(0, 2, 0, 0))
    for label, value in facts:
        grid.add_row(Text(label, "muted"), Text(value))
    console.print(
        Panel(
            Group(heading, Text(), grid) if facts else heading,
            box=box.SQUARE,
            title=Text.assemble(*title),
            title_align="left",
            border_style="panel",
            width=min(console.width, MEASURE),
        )
    )


def print_keys(lead: str, keys: Sequence[tuple[str, str]]) -> None:
    """Print keys and what they do on stderr; a key stays on one line with its meaning."""
    console = stderr_console(force_color=True)
    indent = " " * KEY_INDENT
    line: list[Part] = [lead.ljust(KEY_INDENT)]
    used = KEY_INDENT
    for key, meaning in keys:
        width = len(f"{key} {meaning}")
        if used > KEY_INDENT and used + width > min(console.width, MEASURE):
            print_styled(*line)
            line, used = [indent], KEY_INDENT
        line += [(key, "key"), f" {meaning}   "]
        used += width + 3
    print_styled(*line)
