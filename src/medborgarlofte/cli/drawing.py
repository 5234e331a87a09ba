"""Styled stderr output with rich."""

import sys
from collections.abc import Callable, Sequence

from rich import box
from rich.console import Console, Group
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from medborgarlofte.cli.session import Part
from medborgarlofte.report.terminal import MEASURE, THEME

KEY_INDENT, KEY_GAP = 8, "   "


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


def print_panel(title: Sequence[Part], text: str, facts: Sequence[tuple[str, str]]) -> None:
    """Print a panel with facts on stderr."""
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
    """Print keys and their meaning on stderr."""
    columns = min(stderr_console().width, MEASURE)
    lines: list[list[tuple[str, str]]] = [[]]
    used = KEY_INDENT
    for key, meaning in keys:
        width = len(f"{key} {meaning}{KEY_GAP}")
        if lines[-1] and used + width - len(KEY_GAP) > columns:
            lines.append([])
            used = KEY_INDENT
        lines[-1].append((key, meaning))
        used += width
    for line in lines:
        parts = [part for key, meaning in line for part in (KEY_GAP, (key, "key"), f" {meaning}")]
        print_styled(lead.ljust(KEY_INDENT), *parts[1:])
        lead = ""


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
