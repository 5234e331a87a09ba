"""Builders of labels: numbers that measure nothing."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, cast

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.classes import Token
from medborgarlofte.language.expressions import Expression
from medborgarlofte.language.match import Match
from medborgarlofte.units import BY_NAME


def build_label(match: Match) -> Expression | None:
    if match.argument == "hours":
        return _build_hours(match)
    if match.argument != "school year":
        return ex.Label(kind=cast('Literal["law"]', match.argument), **match.span)
    first, number = match.all[:2]
    if first.norm.endswith(("er", "erna")) and number.name == "CARD":
        return None  # “klasserna två besök”
    if first.name == "UNIT" and (first.norm != "år" or number.word.value > 13):
        return None
    return ex.Label(kind="school year", covers=_covers(match.all), **match.span)


def _build_hours(match: Match) -> Expression | None:
    times, before = _clock_times(match.all), match.before(1)
    hours = (times[1] - times[0]) % 24 or 24.0 if len(times) == 2 else None
    people = any(token.word.topic == "GROUP" for token in before)
    if match.all[0].name == "BETWEEN" and (hours is None or people):
        return None  # “mellan 30 och 40”, “unga mellan 13 och 17”
    if (
        match.after
        and match.after.name == "EVERY"
        and not any(token.norm == "öppet" for token in match.before(2))
    ):
        return None  # “3–4 varje vecka”
    end = _ENDS.get(before[-1].name) if before and len(times) == 1 else None
    return ex.Label(kind="hours", hours=hours, limit=(end, times[0]) if end else None, **match.span)


_ENDS: Final[Mapping[str, Literal["from", "to"]]] = {"SINCE": "from", "TO": "to", "UNTIL": "to"}


def _covers(tokens: Sequence[Token]) -> frozenset[int]:
    """Every year from the first to the last, or those that are listed."""
    found: set[int] = set()
    last: int | None = None
    for token in tokens:
        age = token.word.value / BY_NAME["år"].days if token.name == "AGED" else token.word.value
        if token.name in ("NUM", "CARD", "ORD", "AGED") and age <= _OLDEST:
            value = int(age)
            found.update(range(value if last is None else last, value + 1))
            last = None
        elif (
            token.name in ("DASH", "TO") or (token.name == "AND" and tokens[0].name == "BETWEEN")
        ) and found:
            last = max(found)
    return frozenset(found)


_OLDEST: Final = 120

_CLOCK: Final = re.compile(r"(\d{1,2})(?:[.:](\d\d))?")


def _clock_times(tokens: Sequence[Token]) -> list[float]:
    """Hours of “16–18” or “20–01.30”; “24/7” is from 0 to 24."""
    if any(token.norm == "24/7" for token in tokens):
        return [0.0, 24.0]
    if tokens[-1].name == "UNITDEF" and BY_NAME[tokens[-1].word.unit].is_part_of_day:
        return [token.word.value for token in tokens if token.name in ("NUM", "CARD")]
    found = (_CLOCK.fullmatch(token.norm) for token in tokens)
    times = [int(one[1]) + int(one[2] or 0) / 60 for one in found if one]
    return times if max(times, default=0) <= 24 else []


_TIME_PREPOSITIONS: Final = frozenset(
    ("WITHIN", "IN", "ON", "PER", "LATEST", "EVERY", "OM", "AFTER", "VAR", "SINCE", "EDGE", "FOR", "AT", "OF")
)


def _age(match: Match) -> ex.Label:
    covers = _covers(match.all)
    if len(covers) == 1:  # “över 65 år” is everybody from there on
        age = next(iter(covers))
        words = [match.all[0].name, *match.all[0].norm.split(), *match.all[-1].norm.split()]
        if {"OVER", "MORE", "SINCE", "MIN", "äldre", "uppåt", "+", "fyllt", "fyllda"}.intersection(words):
            covers = frozenset(range(age, _OLDEST + 1))
        elif {"UNDER", "LESS", "UNTIL", "MAX", "yngre"}.intersection(words):
            covers = frozenset(range(age + 1))
    return ex.Label(kind="age", covers=covers, **match.span)


def build_age(match: Match) -> Expression | None:
    """Age: with “mellan” or “över”, or beside people."""
    names = [token.name for token in match.all]
    before = match.before(2)
    beside = bool(before) and (
        before[-1].word.topic == "GROUP" or before[-1].norm in ("barn", "unga", "personer", "ingen", "någon")
    )
    if "AGED" in names or "AGEWORD" in names or "AGE" in names:
        return _age(match)
    if names[-1] == "PLUS":
        follows = match.after.name in ("NOUN", "UNIT", "TIMES")
        return _age(match) if beside or not follows else None
    unit = match.all[-1]
    if unit.name in ("NUM", "CARD"):
        return _age(match) if beside and unit.word.value <= 100 else None
    if unit.word.unit != "år" and not (beside and "DASH" in names):
        return None
    if before and before[-1].name in ("HOLDS", "LASTS"):
        return None  # “löper under tre år”
    limited = names[0] in ("UNDER", "OVER", "BETWEEN", "SINCE", "MORE", "LESS", "UNTIL")
    ranged = any(name in names for name in ("DASH", "AND", "TO", "OR"))
    preposition = bool(before) and before[-1].name in _TIME_PREPOSITIONS
    if (limited and not preposition) or beside or (ranged and not preposition and match.after.name != "PER"):
        return _age(match)
    return None
