"""Which of two texts covers more: quantifiers, exemptions, enumerations, ages, months."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.diff.covered import covered_ages, fewer_ages, fewer_months
from medborgarlofte.diff.enumerations import is_part_of, lists_less
from medborgarlofte.diff.matching import is_form_of, normal
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis, analyse
from medborgarlofte.numerals import parse_word

_RANK: Final = {"all": 3, "most": 2, "some": 1, "none": 0}


def covers_less(before: str, after: str) -> bool:
    """Whether something that one text covers is covered by less, or not at all, in the other."""
    old, new = _unreserved(before), _unreserved(after)
    exempt = [
        sum(len(text.text[one.start : one.end].split()) for one in text.of(ex.Exemption))
        for text in (old, new)
    ]
    return (
        _quantified_less(old, new)
        or _times_less(old, new)
        or _described_less(old, new)
        or lists_less(old, new)
        or exempt[1] > exempt[0]
        or fewer_ages(old, new)
        or fewer_months(old, new)
        or _words_less(normal(old.text).split(), normal(new.text).split())
        or (not any(exempt) and is_part_of(new, old))
    )


def _listed(scope: ex.Scope, text: Analysis) -> list[str]:
    """What is listed after the noun of a quantifier, which holds for it too: “alla krogar, barer och kaféer”."""
    found = _LIST.match(text.text, scope.end)
    return re.findall(r"\w+", found[0]) if found else []


_LIST: Final = re.compile(r"(?:, \w+){1,8} (?:och|samt) \w+")


def _unreserved(text: str) -> Analysis:
    """A text without its reservations, which are compared by themselves."""
    for one in reversed(analyse(text).of(ex.Reservation)):
        text = f"{text[: one.start].rstrip(' ,')}{text[one.end :]}"
    return analyse(text)


def _quantified_less(before: Analysis, after: Analysis) -> bool:
    """Whether “alla” became “de flesta”, or nothing."""
    others = [one for one in after.of(ex.Scope) if one.quantifier != "none"]
    ages = _name_ages(before, after)
    counted_for = [one.each for one in after.of(ex.Count) if one.each]
    words = [word for word in normal(after.text).split() if word != "som"]
    # “åttorna” are all of them, as “alla åttor”
    bare_words = [word for word in words if not (ages and word.endswith("na"))]
    for one in before.of(ex.Scope):
        rank, noun = _RANK[one.quantifier], _last(one.noun)
        if any(is_form_of(noun, each) for each in counted_for):
            continue
        if rank == 0 and " sa fa " in f" {normal(after.text)} ":
            return True  # “ingen lampa”, “så få lampor som möjligt”
        if rank < 2 or one.word == "båda" or _is_limited_for_all(before.text[one.start : one.end], after):
            continue
        same = [
            _RANK[other.quantifier]
            for other in others
            if any(is_form_of(noun, word) for word in (_last(other.noun), *_listed(other, after)))
        ]
        universal = any(_RANK[other.quantifier] >= rank for other in others)
        narrower = () if ages else words
        bare = any(is_form_of(noun, word) for word in bare_words) or any(
            _is_kind_of(word, noun) or _has_head(word, noun) for word in narrower
        )
        if one.word in ("hela", "hel") and not any(other.word in ("hela", "hel") for other in others):
            bare = not universal  # “hela kommunen” is covered by all its parts
        if (same and max(same) < rank) or (not same and (bare or (others and not universal))):
            return True
    return False


def _name_ages(one: Analysis, other: Analysis) -> bool:
    """Whether both name school years or ages, which then decide: “högstadieelever”, “elever i nian”."""
    return bool(covered_ages(one) and covered_ages(other))


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
    ages = _name_ages(before, after)
    return any(
        (not ages and _is_kind_of(normal(_last(noun)), one)) or (is_form_of(one, noun) and had < has)
        for one, had in old
        for noun, has in new
    )


def _describing(scope: ex.Scope, text: Analysis) -> frozenset[str]:
    """Adjectives between a quantifier and its noun."""
    written = text.text[scope.start : scope.end].lower()
    return frozenset(
        word
        for word in written.split()[1:]
        if word != scope.noun and word.endswith(("a", "e", "t")) and parse_word(word) is None
    )


def _last(noun: str) -> str:
    """“grundskolor” of “för- och grundskolor”."""
    return noun.rsplit(maxsplit=1)[-1] if _CUT.search(noun) else noun


_CUT: Final = re.compile(r"-(?=,? )")


def _is_limited_for_all(scope: str, other: Analysis) -> bool:
    """Whether no such thing may last longer: “ingen lampa … mer än tre dygn” holds for every lamp."""
    return bool(other.of(ex.Response)) and any(
        limited.quantifier == "none" and is_form_of(limited.noun, word)
        for limited in other.of(ex.Scope)
        for word in scope.split()
    )


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
