"""Closest known word for a mistyped one."""

import difflib
from collections.abc import Iterable

from medborgarlofte.i18n import Text
from medborgarlofte.swedish import fold


def closest_match(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Most similar candidate, or None below `cutoff` (0–1).

    Case and diacritics are ignored.
    """
    by_fold = {fold(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    matches = difflib.get_close_matches(fold(word), list(by_fold), n=1, cutoff=cutoff)
    return by_fold[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str], prefix: str = "") -> Text | None:
    """”Menade du …?” for the closest candidate, if any."""
    match = closest_match(word, candidates)
    return Text(f"Menade du ”{prefix}{match}”?", f"Did you mean “{prefix}{match}”?") if match else None
