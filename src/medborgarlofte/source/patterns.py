"""Patterns for paths, read as in .gitignore."""

import re
import unicodedata
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=65_536)
def matches(pattern: str, path: str) -> bool:
    """True if a path or its folder matches.

    Backslashes count as slashes; names are compared in NFC.
    """
    return _compiled(pattern).match_file(path)


def is_pattern(written: str) -> bool:
    """True when a text is a valid pattern."""
    try:
        _compiled(written)
    except (ValueError, re.error):
        return False
    return True


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where lofte.toml has patterns

    plain = unicodedata.normalize("NFC", pattern.strip()).replace("\\", "/").removeprefix("./")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of Python, for [[]
        return GitIgnoreSpec.from_lines([plain])
