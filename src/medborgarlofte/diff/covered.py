"""School years, ages and months that a text covers."""

import re
from collections.abc import Mapping
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis
from medborgarlofte.language.calendar import SEASONS
from medborgarlofte.numerals import ORDINALS

# ---------------------------------------------------------------- school years and ages

_STAGES: Final[Mapping[str, frozenset[int]]] = {
    "lågstadi": frozenset((1, 2, 3)), "mellanstadi": frozenset((4, 5, 6)), "högstadi": frozenset((7, 8, 9)),
    "grundskol": frozenset(range(10)),
}  # fmt: skip
_SCHOOL: Final = re.compile(
    rf"\b(?:(?P<stage>{'|'.join(_STAGES)})\w*|(?P<class>\w{{5,7}})klass(?:are|arna|en|erna)?"
    r"|(?P<year>fyr|femm|sex|sju|ått|ni)or(?:na)?|(?<=\bi )(?P<the>ett|två|tre|fyr|femm|sex|sju|ått|ni)an)\b"
)
_SHORT: Final[Mapping[str, int]] = {
    "ett": 1, "två": 2, "tre": 3, "fyr": 4, "femm": 5, "sex": 6, "sju": 7, "ått": 8, "ni": 9,
}  # fmt: skip


def covered_ages(text: Analysis) -> list[frozenset[int]]:
    """Each set of school years or ages, by number or by name: “högstadiet”, “åttor”."""
    named = (_years(found) for found in _SCHOOL.finditer(text.plain.lower()))
    return [one.covers for one in text.of(ex.Label) if one.covers] + [years for years in named if years]


def _years(found: re.Match[str]) -> frozenset[int]:
    if found["stage"]:
        return _STAGES[found["stage"]]
    year = _SHORT.get(found["year"] or found["the"]) or ORDINALS.get(found["class"])
    return frozenset((year,)) if year else frozenset()


def without_ages(text: Analysis) -> str:
    """Text without school years and ages, which may be listed or given as a span."""
    left = text.text
    for one in sorted(text.of(ex.Label), key=lambda label: -label.start):
        if one.covers:
            left = left[: one.start] + left[one.end :]
    return left


def fewer_ages(before: Analysis, after: Analysis) -> bool:
    """Whether fewer school years or ages are covered, or some of what all were: “alla elever i åttan”."""
    old, new = covered_ages(before), covered_ages(after)
    nouns = [{one.noun for one in text.of(ex.Scope) if one.quantifier == "all"} for text in (before, after)]
    some = bool(new) and not old and not nouns[0].isdisjoint(nouns[1])
    return some or (len(old) == len(new) == 1 and new[0] < old[0])


# ---------------------------------------------------------------- months

_ALL: Final = frozenset(range(1, 13))
_NAMED: Final[Mapping[str, frozenset[int]]] = {
    **{name: frozenset((last - n - 1) % 12 + 1 for n in range(3)) for name, (last, _) in SEASONS.items()},
    "sommarlov": frozenset((6, 7, 8)), "sportlov": frozenset((2,)), "höstlov": frozenset((10,)), "jullov": frozenset((12,)),
    **dict.fromkeys(("lov", "skollov"), frozenset((2, 6, 7, 8, 10, 12))),
}  # fmt: skip
"""Seasons and holidays, which may begin a week before or after."""
_SCHOOL_YEAR: Final = frozenset((*range(1, 7), *range(8, 13)))
_COMPOUNDS: Final[Mapping[str, frozenset[int]]] = {
    "sommarhalvår": frozenset(range(4, 10)), "vinterhalvår": frozenset((10, 11, 12, 1, 2, 3)),
    "vårtermin": frozenset(range(1, 7)), "hösttermin": frozenset(range(8, 13)),
    **dict.fromkeys(("läsår", "skolår", "terminstid"), _SCHOOL_YEAR),
}  # fmt: skip
"""By how the word begins."""
_MONTH_DAYS: Final = 31


def _months(text: Analysis) -> frozenset[int]:
    """Months that are named; all without any, where something recurs at least monthly: “varje dag”."""
    recurs = any(0 < (one.per or 0) <= _MONTH_DAYS for one in text.of(ex.Schedule, ex.Count))
    found: set[int] = set()
    for window in text.of(ex.Window):
        first, last = window.moment.month, window.until and window.until.month
        if first and last and " och " not in text.text[window.start : window.end]:
            found.update((first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1))
        else:
            found.update(month for month in (first, last) if month)
    for token in text.tokens:
        if token.name in ("SEASON", "SEASONDEF", "MILESTONE"):
            found |= _NAMED.get(token.word.unit, frozenset())
        else:
            found.update(*(months for name, months in _COMPOUNDS.items() if token.norm.startswith(name)))
    return frozenset(found) or (_ALL if recurs else frozenset())


def fewer_months(before: Analysis, after: Analysis) -> bool:
    """Whether it is done in fewer months: “juni–augusti”, “juli”."""
    old, new = _months(before), _months(after)
    return bool(new) and new < old


def occasions(text: Analysis) -> int:
    """How many months or seasons of a year are listed: “i maj och oktober”."""
    return len(
        {
            (token.name[:6], token.word.value, token.word.unit)
            for token in text.tokens
            if token.name in _LISTED
        }
    )


_LISTED: Final = ("MONTH", "SEASON", "SEASONDEF")
