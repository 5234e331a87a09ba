"""Styled stderr output with rich."""

import sys
from collections.abc import Callable, Sequence

import typer
from rich import box
from rich.console import Console, Group
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from medborgarlofte.cli.session import Session
from medborgarlofte.report.formats import Cell, Part
from medborgarlofte.report.terminal import GLUE, MEASURE, THEME, Screen, rich_text

KEY_GAP = "   "


def stderr_console(*, force_color: bool = False) -> Console:
    """Console on stderr without markup or highlighting."""
    return Console(
        file=sys.stderr,
        theme=THEME,
        force_terminal=force_color or None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def print_styled(*parts: Part) -> None:
    """Print a line on stderr."""
    stderr_console(force_color=True).print(Text.assemble(*parts), soft_wrap=True)


def print_screen(session: Session, draw: Callable[[Screen], None]) -> None:
    """Draw on stderr, as wide as running text may be."""
    screen = Screen(width=min(session.width, MEASURE), color=session.color)
    draw(screen)
    typer.echo(str(screen), err=True, nl=False, color=session.color)


def print_paragraph(session: Session, *parts: Part, lead: Cell = "") -> None:
    """Print running text on stderr, wrapped at words."""
    print_screen(session, lambda screen: screen.paragraph(*parts, lead=lead))


def print_panel(session: Session, title: Sequence[Part], text: str, facts: Sequence[tuple[str, str]]) -> None:
    """Print a panel with facts on stderr."""
    width = min(session.width, MEASURE)
    labels = max((len(label) for label, _ in facts), default=0)
    grid = Table.grid(padding=(0, 2, 0, 0))
    for label, value in facts:
        grid.add_row(rich_text((label, "table.head")), rich_text(value, width - labels - 6))
    heading = rich_text((text, "heading"), width - 4)
    panel = Panel(
        Group(heading, Text(), grid) if facts else heading,
        box=box.SQUARE,
        title=Text.assemble(*title),
        title_align="left",
        border_style="panel",
        width=width,
    )
    print_screen(session, lambda screen: screen.put(panel))


def print_keys(session: Session, lead: str, keys: Sequence[tuple[str, str]]) -> None:
    """Print keys on stderr, each with its meaning beside it."""
    parts: list[Part] = []
    for key, meaning in keys:
        parts += [*[KEY_GAP] * bool(parts), (key, "key"), GLUE + meaning.replace(" ", GLUE)]
    print_paragraph(session, *parts, lead=lead)


def start_progress(clock: Callable[[], float]) -> Progress:
    """Start progress bars on stderr."""
    console = stderr_console()
    bars = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(30 if console.width >= 70 else 8),
        TextColumn("{task.fields[status]}", markup=False),
        console=console,
        transient=True,
        auto_refresh=False,
        get_time=clock,
    )
    bars.start()
    return bars
