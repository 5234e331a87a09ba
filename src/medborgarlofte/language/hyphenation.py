"""Soft hyphens in long Swedish words."""

import re
from functools import lru_cache
from typing import Any, Final

import pyphen

_LETTER: Final = r"[^\W\d_]"
_LONG: Final = re.compile(rf"(?<!{_LETTER}){_LETTER}{{13,80}}(?!{_LETTER})")


def soft_hyphenated(text: str) -> str:
    """Soft hyphens in words of 13 to 80 letters; what is longer is no word."""
    return _LONG.sub(lambda found: _hyphenated(found[0]), text)


@lru_cache(maxsize=2000)
def _hyphenated(word: str) -> str:
    return str(_patterns().inserted(word, "\N{SOFT HYPHEN}"))


@lru_cache(maxsize=1)
def _patterns() -> Any:
    return pyphen.Pyphen(lang="sv", left=3, right=3)
