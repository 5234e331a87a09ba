"""Members of enumerations that are gone."""

import difflib
import itertools
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from medborgarlofte.diff.covered import without_ages
from medborgarlofte.diff.matching import is_form_of, normal
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis
from medborgarlofte.language.calendar import WEEKDAYS
from medborgarlofte.language.classes import Token
from medborgarlofte.language.grammar import letters
from medborgarlofte.language.patterns import compile_pattern

_JOINING: Final = frozenset(("och", "samt", "eller", "respektive", "&"))
_MEMBER: Final = "(?: (?:IN|ON|AT|FOR|TO|OF)? THE? (?:NOUN|NAME|STREET|CAPCARD){1,3} )"
_TIME: Final = "(?:UNIT|UNITDEF)"
_TIMES: Final = ("NOW", "LATELY")


@cache
def _enumeration() -> re.Pattern[str]:
    rows = (f"{member} (?:COMMA {member}){{0,9}} COMMA? (?:AND|OR) {member}" for member in (_MEMBER, _TIME))
    return compile_pattern("|".join(rows), letters(), {}).regex


@lru_cache(maxsize=256)
def members(text: Analysis) -> list[list[str]]:
    """The last word of each member of each enumeration, without those that are exempt."""
    written = "".join(map(letters().__getitem__, (token.name for token in text.tokens)))
    exempt = [(one.start, one.end) for one in text.of(ex.Exemption)]
    found: list[list[str]] = []
    for match in _enumeration().finditer(written):
        row = text.tokens[match.start() : match.end()]
        if not any(start <= row[-1].start < end for start, end in exempt):
            ends = [n for n, token in enumerate(row) if token.name in ("COMMA", "AND", "OR")]
            parts = [row[a + 1 : b] for a, b in itertools.pairwise((-1, *ends, len(row)))]
            nouns = [[token for token in part if token.word.clause not in _TIMES] for part in parts]
            found.append([_head(part) for part in nouns if part])
    return found + _cut(text)


def _cut(text: Analysis) -> list[list[str]]:
    """Members of each run of words that share their last part."""
    shared = _SHARING.findall(text.text.lower())
    # days are compared as schedules
    return [_cut_members(row) for row in shared if not row.startswith(WEEKDAYS)]


_SHARING: Final = re.compile(r"\b(?:\w++-,? )+(?:och|eller|samt|respektive|&) \w+")
"""“vår- och höstterminen”."""


def _cut_members(words: str) -> list[str]:
    """“för-grundskolor” and “grundskolor” of “för- och grundskolor”: of the first the start, and the last."""
    *cut, last = [word.rstrip(",") for word in words.split() if word not in _JOINING]
    return [*(f"{normal(word)}-{normal(last)}" for word in cut), last]


def _head(part: Sequence[Token]) -> str:
    """The last word of a member; what follows a definite noun or a name belongs to the sentence: “skolan | ordnar”."""
    for one, after in itertools.pairwise(part):
        named = one.is_capital and not one.norm.endswith("s")
        if (named or one.norm.endswith(_DEFINITE)) and not after.is_capital:
            return one.norm
    return part[-1].norm


_DEFINITE: Final = ("en", "et", "an", "rna", "ena")


def lists_less(before: Analysis, after: Analysis) -> bool:
    """Whether a member of an enumeration is gone, while others are left and none is new."""
    if not members(before):
        return False
    words = [
        [*normal(text.text).split(), *(word for row in _cut(text) for word in row[:-1])]
        for text in (before, after)
    ]
    if len(words[0]) <= len(words[1]):
        return False
    named = [token.norm for token in after.tokens if token.word.topic in ("PLACE", "GROUP")]
    gained = any(not _is_in(member, words[0]) for row in [named, *members(after)] for member in row)
    return not gained and any(
        len({_is_in(member, words[1]) for member in row}) == 2 for row in members(before)
    )


def _is_in(member: str, words: Sequence[str]) -> bool:
    one = member if "-" in member else normal(member)
    return any(_is_same(one, word) for word in words)


def _is_same(one: str, other: str) -> bool:
    """Whether two words, or the pieces of one that is cut, are forms of one word."""
    if "-" in one or "-" in other:
        whole, piece = sorted((one, other), key=lambda word: "-" in word)
        start, _, last = piece.partition("-")
        shared = whole.removeprefix(start)
        return one == other or (whole.startswith(start) and shared[: max(3, len(shared) - 3)] in last)
    return one[:3] == other[:3] and is_form_of(one, other)  # two forms begin with the same three letters


# ---------------------------------------------------------------- one text with less


def is_part_of(small: Analysis, large: Analysis) -> bool:
    """Whether one text is the other without a member of an enumeration, or without a clause on “varje” or “alla”."""
    long, short = (_PIECES.findall(without_ages(text).lower()) for text in (large, small))
    most = 14 if len(large.of(ex.Scope)) > len(small.of(ex.Scope)) else _LONGEST
    if not 0 < len(long) - len(short) <= most:
        return False
    old, new = (["," if piece in _JOINING else piece for piece in row] for row in (long, short))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    gone = [block[1:3] for block in blocks if block[0] == "delete"]
    return len(gone) == len(blocks) > 0 and all(_is_member(long, start, end) for start, end in gone)


_PIECES: Final = re.compile(r"[\w-]+|[,&]")
_LONGEST: Final = 6
_ASIDE: Final = frozenset(
    ("som", "vilket", "vilka", "där", "när", "om", "så", "men", "då", "t", "bland", "till")
)
"""Words that open an aside rather than a member."""


def _is_member(words: Sequence[str], start: int, end: int) -> bool:
    """Whether some of the words are a member of an enumeration with its comma or “och”."""
    gone, near = words[start:end], words[end : end + _LONGEST]
    if not _JOINING.isdisjoint((*gone[: 2 if gone[0] == "," else 1], gone[-1])):
        return len(gone) > 1
    member = [word for word in gone if word != ","]
    if not member or member[0] in _ASIDE or "," not in (gone[0], gone[-1]):
        return False
    return near[:1] == [","] or any(word in _JOINING for word in (near[:1] if gone[0] == "," else near))
