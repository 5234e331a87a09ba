"""Closest known word for a mistyped one."""

import difflib
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.swedish import fold

MANY: Final = 400
"""Candidates that are all compared: more than there are municipalities."""
_NEAR: Final = 50


def closest_match(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Most similar candidate, or None below `cutoff` (0–1).

    Case and diacritics are ignored. Of very many candidates only those that begin alike are compared, so that
    thousands of mistyped words do not take minutes.
    """
    by_fold, names = _folded(tuple(candidates))
    typed = fold(word)
    compared: Iterable[str] = by_fold
    if len(names) > MANY:
        at = bisect(names, typed)
        compared = names[max(at - _NEAR, 0) : at + _NEAR]
    matches = difflib.get_close_matches(typed, list(compared), n=1, cutoff=cutoff)
    return by_fold[matches[0]] if matches else None


@lru_cache(maxsize=16)
def _folded(candidates: tuple[str, ...]) -> tuple[dict[str, str], Sequence[str]]:
    by_fold = {fold(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    return by_fold, sorted(by_fold)


def did_you_mean(
    word: str, candidates: Iterable[str], prefix: str = "", words: Mapping[str, str] = MappingProxyType({})
) -> Text | None:
    """”Menade du …?” for the closest candidate, if any.

    `words` are other words for candidates.
    """
    meant = {**words, **{candidate: candidate for candidate in candidates}}
    closest = closest_match(word, meant)
    match = meant[closest] if closest else None
    return Text(f"Menade du ”{prefix}{match}”?", f"Did you mean “{prefix}{match}”?") if match else None
