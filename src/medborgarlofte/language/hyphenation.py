"""Soft hyphens in long Swedish words."""

import re
from functools import lru_cache
from typing import Any, Final

import pyphen

_LONG: Final = re.compile(r"[^\W\d_]{13,}")


def soft_hyphenated(text: str) -> str:
    """Soft hyphens in words of 13 letters or more."""
    return _LONG.sub(lambda found: _hyphenated(found[0]), text)


@lru_cache(maxsize=2000)
def _hyphenated(word: str) -> str:
    return str(_patterns().inserted(word, "\N{SOFT HYPHEN}"))


@lru_cache(maxsize=1)
def _patterns() -> Any:
    return pyphen.Pyphen(lang="sv", left=3, right=3)
