"""How often Python looks for rings of objects that nobody holds any more."""

import gc
from typing import Final

SELDOM: Final = 200_000
"""New objects after which it looks. With the 700 that are its default, a third of a check of 1,000 documents is looking."""


def collect_seldom() -> None:
    """For a process that reads documents: they hold no rings, stay until the end, and are walked through each time."""
    gc.set_threshold(SELDOM)
