"""Which of two texts covers more: quantifiers, members of an enumeration, exemptions."""

import difflib
import itertools
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from medborgarlofte.diff.covered import covered_ages, fewer_ages, fewer_months, without_ages
from medborgarlofte.diff.matching import normal
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis, analyse
from medborgarlofte.language.calendar import WEEKDAYS
from medborgarlofte.language.classes import Token
from medborgarlofte.language.grammar import letters
from medborgarlofte.language.patterns import compile_pattern

_RANK: Final = {"all": 3, "most": 2, "some": 1, "none": 0}


def covers_less(before: str, after: str) -> bool:
    """Whether something that one text covers is covered by less, or not at all, in the other."""
    old, new = analyse(before), analyse(after)
    exempt = [
        sum(len(text.text[one.start : one.end].split()) for one in text.of(ex.Exemption))
        for text in (old, new)
    ]
    return (
        _quantified_less(old, new)
        or _times_less(old, new)
        or (not _same_ages(old, new) and _described_less(old, new))
        or _lists_less(old, new)
        or exempt[1] > exempt[0]
        or fewer_ages(old, new)
        or fewer_months(old, new)
        or _words_less(normal(before).split(), normal(after).split())
        or (not any(exempt) and _is_part_of(new, old))
    )


def _quantified_less(before: Analysis, after: Analysis) -> bool:
    """Whether “alla” became “de flesta”, or nothing."""
    others = [one for one in after.of(ex.Scope) if one.quantifier != "none"]
    counted_for = [one.each for one in after.of(ex.Count) if one.each]
    words = normal(after.text).split()
    for one in before.of(ex.Scope):
        rank, noun = _RANK[one.quantifier], _last(one.noun)
        if any(is_form_of(noun, each) for each in counted_for):
            continue
        if rank < 2 or one.word == "båda" or _is_limited_for_all(before.text[one.start : one.end], after):
            continue
        same = [_RANK[other.quantifier] for other in others if is_form_of(noun, _last(other.noun))]
        universal = any(_RANK[other.quantifier] >= rank for other in others)
        narrower = () if _same_ages(before, after) else words
        bare = any(is_form_of(noun, word) for word in words) or any(
            _is_kind_of(word, noun) or _has_head(word, noun) for word in narrower
        )
        if one.word in ("hela", "hel") and not any(other.word in ("hela", "hel") for other in others):
            bare = not universal  # “hela kommunen” is covered by all its parts
        if (same and max(same) < rank) or (not same and (bare or (others and not universal))):
            return True
    return False


def _same_ages(one: Analysis, other: Analysis) -> bool:
    """Whether both name the same school years or ages: “högstadieelever”, “elever i årskurs 7–9”."""
    return covered_ages(one) == covered_ages(other) != []


def _times_less(before: Analysis, after: Analysis) -> bool:
    """Whether “varje kväll” became “de flesta kvällar”."""
    fewer = {one.noun for one in after.of(ex.Scope) if one.quantifier in ("most", "some")}
    each = {before.text[one.start : one.end].split()[-1] for one in before.of(ex.Schedule)}
    return any(is_form_of(time, noun) for time in each for noun in fewer)


def _described_less(before: Analysis, after: Analysis) -> bool:
    """Whether “alla elever” became “alla nyanlända elever”, or “alla skolor” “alla grundskolor”."""
    old, new = (
        {(one.noun, _describing(one, text)) for one in text.of(ex.Scope) if one.quantifier in ("all", "none")}
        for text in (before, after)
    )
    return any(
        _is_kind_of(normal(_last(noun)), one) or (is_form_of(one, noun) and had < has)
        for one, had in old
        for noun, has in new
    )


def _describing(scope: ex.Scope, text: Analysis) -> frozenset[str]:
    """Adjectives between a quantifier and its noun."""
    written = text.text[scope.start : scope.end].lower()
    return frozenset(
        word for word in written.split()[1:] if word != scope.noun and word.endswith(("a", "e", "t"))
    )


def _last(noun: str) -> str:
    """“grundskolor” of “för- och grundskolor”."""
    return noun.rsplit(maxsplit=1)[-1] if _CUT.search(noun) else noun


def _is_limited_for_all(scope: str, other: Analysis) -> bool:
    """Whether no such thing may last longer: “ingen lampa … mer än tre dygn” holds for every lamp."""
    return bool(other.of(ex.Response)) and any(
        limited.quantifier == "none" and is_form_of(limited.noun, word)
        for limited in other.of(ex.Scope)
        for word in scope.split()
    )


def is_form_of(one: str, other: str) -> bool:
    """Whether two words begin alike enough to be one in two forms: skola, skolor, skolorna."""
    short, long = sorted((normal(one), normal(other)), key=len)
    stem = short[: max(4, len(short) - 3)]
    return len(stem) > 2 and long.startswith(stem) and len(long) - len(short) <= 4


def rules_out(text: str, unit: str) -> bool:
    """Whether a text says that none is: “ingen kväll”, “inte … någon kväll”."""
    last = unit.rsplit(maxsplit=1)[-1:]
    return any(
        is_form_of(word, one) for found in _NONE.finditer(text) for word in found[1].split() for one in last
    )


_NONE: Final = re.compile(
    r"\b(?:ing(?:en|et|a)|(?:inte|aldrig)\b[^.;]*?\bnåg(?:on|ot|ra)) +(\w+(?: \w+)?)", re.IGNORECASE
)


def _is_kind_of(compound: str, noun: str) -> bool:
    """Whether a compound ends in a noun: “högstadieskolor” are schools."""
    at = compound.find(normal(noun)[: max(4, len(noun) - 3)], 3)
    return at > 0 and is_form_of(compound[at:], noun)


def _has_head(one: str, other: str) -> bool:
    """Whether two compounds end in one word: “hemmamatcher”, “högriskmatcher”."""
    end = normal(other)[-_HEAD:]
    return len(end) == _HEAD < min(len(one), len(other)) and one.endswith(end)


_HEAD: Final = 7
"""How many letters at the end of two words make one of the kind of the other."""


# ---------------------------------------------------------------- enumerations

_MEMBER: Final = "(?: (?:IN|ON|AT|FOR|TO|OF)? THE? (?:NOUN|NAME|STREET|CAPCARD){1,3} )"
_TIME: Final = "(?:UNIT|UNITDEF)"

_TIMES: Final = ("NOW", "LATELY")


@cache
def _enumeration() -> re.Pattern[str]:
    rows = (f"{member} (?:COMMA {member}){{0,9}} COMMA? (?:AND|OR) {member}" for member in (_MEMBER, _TIME))
    return compile_pattern("|".join(rows), letters(), {}).regex


@lru_cache(maxsize=256)
def _members(text: Analysis) -> list[list[str]]:
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
    return [
        _cut_members(row) for row in shared if not row.startswith(WEEKDAYS)
    ]  # days are compared as schedules


_CUT: Final = re.compile(r"-(?=,? )")
_SHARING: Final = re.compile(r"\b(?:\w++-,? )+(?:och|eller|samt|respektive|&) \w+")
"""“vår- och höstterminen”."""


def _cut_members(words: str) -> list[str]:
    """“för-grundskolor” and “grundskolor” of “för- och grundskolor”: of the first the start, and the last."""
    *cut, last = [word.rstrip(",") for word in words.split() if word not in _JOINING]
    return [*(f"{normal(word)}-{normal(last)}" for word in cut), last]


def _head(part: Sequence[Token]) -> str:
    """The last word of a member; what follows a definite noun belongs to the sentence: “skolan | ordnar”."""
    for one, after in itertools.pairwise(part):
        if one.norm.endswith(_DEFINITE) and not after.is_capital:
            return one.norm
    return part[-1].norm


_DEFINITE: Final = ("en", "et", "an", "rna", "ena")


def _lists_less(before: Analysis, after: Analysis) -> bool:
    """Whether a member of an enumeration is gone, while others are left and none is new."""
    if not _members(before):
        return False
    words = [
        [*normal(text.text).split(), *(word for row in _cut(text) for word in row[:-1])]
        for text in (before, after)
    ]
    named = [token.norm for token in after.tokens if token.word.topic in ("PLACE", "GROUP")]
    gained = any(not _is_in(member, words[0]) for row in [named, *_members(after)] for member in row)
    return not gained and any(
        len({_is_in(member, words[1]) for member in row}) == 2 for row in _members(before)
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


# ---------------------------------------------------------------- words


def _words_less(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the only other words are for less: “A och B”, “A eller B”."""
    if len(before) != len(after):
        return False
    changed = {(one, other) for one, other in zip(before, after, strict=True) if one != other}
    return bool(changed) and changed <= _LESS


_LESS: Final = frozenset([
    ("och", "eller"), ("heltid", "halvtid"), ("heltid", "deltid"),
    *itertools.combinations(("alltid", "oftast", "ofta", "ibland", "sallan"), 2),
])  # fmt: skip


_JOINING: Final = ("och", "samt", "eller", "respektive", "&")


def _is_part_of(small: Analysis, large: Analysis) -> bool:
    """Whether one text is the other without a member of an enumeration, or without a clause on “varje” or “alla”."""
    short, long = (normal(without_ages(text)).split() for text in (small, large))
    most = 14 if len(large.of(ex.Scope)) > len(small.of(ex.Scope)) else 6
    if not 1 < len(long) - len(short) <= most:  # a lone “och” became a comma
        return False
    matcher = difflib.SequenceMatcher(None, long, short, autojunk=False)
    blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    if len(blocks) != 1 or blocks[0][0] != "delete":
        return False
    gone = long[blocks[0][1] : blocks[0][2]]
    return gone[0] in _JOINING or gone[-1] in _JOINING
