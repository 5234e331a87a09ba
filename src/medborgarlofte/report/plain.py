"""Line wrapping of plain text."""

import textwrap
from typing import Final

MAX_WIDTH: Final = 120
"""Columns; longer lines are hard to read."""


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrapped lines; words stay whole."""
    return textwrap.wrap(
        text,
        min(width, MAX_WIDTH),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
