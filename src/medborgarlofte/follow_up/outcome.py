"""Outcomes as numeric bounds.

Reads “104”, “cirka 60”, “ett dussin”, “2 per vecka”, “9 av 10”, “20 timmar”, “alla”.
"""

import math
import re
from typing import Final, NamedTuple

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis, analyse
from medborgarlofte.language.classes import classify
from medborgarlofte.language.expressions import Bounds
from medborgarlofte.model.follow_up import Actual
from medborgarlofte.numerals import parse_word
from medborgarlofte.swedish import parse_number
from medborgarlofte.units import LENGTHS

MARGIN: Final = 0.10
"""How far “cirka” reaches in both directions; the project's own choice."""

LITTLE: Final = 0.001
"""What “nästan 100” lacks at least, and “drygt 100” has more at least."""

Span = tuple[float, float]


class Figure(NamedTuple):
    """Outcome between two bounds, equal when exact.

    NaN when only a share is given.
    """

    low: float
    high: float
    per_days: float | None = None
    """The length of the time it is counted over, in days, where the words give a rate."""
    each: bool = False
    """Whether it is counted for each of several places."""
    share: Span | None = None
    """The same as percent, where the words say it."""
    time: Span | None = None
    """The same as hours, where the words give a time."""

    @property
    def is_nothing(self) -> bool:
        """True when nothing was done."""
        return self.share == (0, 0) if math.isnan(self.high) else self.high <= 0


def figure_of(actual: Actual) -> Figure | None:
    """Bounds of an outcome, or None."""
    if actual.value is not None:
        return Figure(actual.value, actual.value)
    if actual.about is not None:
        return Figure(actual.about * (1 - MARGIN), actual.about * (1 + MARGIN))
    if actual.at_least is not None:
        return Figure(actual.at_least, math.inf)
    text = (actual.text or "").strip()
    if _SUM_OR_QUESTION.search(text):
        return None
    return _in_words(_OF_WHOLE.sub(r"\1 av \2", _DETAIL.sub("", text)))


_SUM_OR_QUESTION: Final = re.compile(r"\d\s*(?:\+\s*\d|\?)")
"""“20+23” and “31?”: nobody has said what it comes to."""
_OF_WHOLE: Final = re.compile(r"^(\d+)\s*(?:/\s*|\(av )(\d+)\)?(?=\s|$)")
"""“31/40” and “31 (av 40)”."""
_DETAIL: Final = re.compile(r"\s*[,(;]\s*(?:(?:var|där)av\b|\d+\s(?:\w+\s)?(?:kvar|återstår)\b).*$")
"""What follows the figure: a part of it, or what is left."""

_UNSURE: Final = ("inte", "planera", "beräkna", "ska", "skulle", "målet", "men")
"""Beginnings of words beside which a number is not what was done."""
_NO_DATA: Final = ("uppgift", "statistik", "data", "underlag", "siffr", "mätning", "information")
_WORDS_OF_ALL: Final = 4
"""How many words an outcome has that says only “alla” or “inga”."""


def _in_words(text: str) -> Figure | None:
    words = text.casefold().rstrip(".").split()
    if not words:
        return None
    plain = _plain_number(" ".join(words))
    if plain is not None:
        return Figure(plain, plain)
    analysis = analyse(text)
    shares = [one for one in analysis.of(ex.Share) if one.counted]
    figures = [one for one in analysis.measures if isinstance(one, _FIGURES)]
    if any(word.startswith(_UNSURE) for word in words):
        return None
    if (
        {"utom", "förutom"} & {*words}
        or not figures
        or all(isinstance(one, ex.Count) and one.bounds.high == 0 for one in figures)
    ):
        return _all_or_none(analysis, words)
    if len(shares) == len(figures) == 1 and shares[0].counted:
        some, whole = shares[0].counted
        return Figure(some, some, share=(100 * some / whole, 100 * some / whole))
    return _figure(figures[0]) if len(figures) == 1 else None


_FIGURES: Final = (ex.Count, ex.Share, ex.Duration, ex.Response, ex.Schedule)


def _plain_number(text: str) -> float | None:
    try:
        return float(parse_number(text))
    except ValueError:
        return 1.0 if text in ("en", "ett") else parse_word(text)


def _all_or_none(analysis: Analysis, words: list[str]) -> Figure | None:
    first = words[0]
    if first in ("en", "ett"):  # “ett dygn”
        times = analyse(f"inom {analysis.text}").of(ex.Response)
        return _figure(times[0]) if times else None
    if first in ("noll", "aldrig", "0") or classify(first).name == "NONE":
        is_certain = len(words) <= _WORDS_OF_ALL and not any(word.startswith(_NO_DATA) for word in words)
        return Figure(0, 0, share=(0, 0)) if is_certain else None
    if classify(first).name != "ALL":
        return None
    if "utom" in words or "förutom" in words:
        return Figure(math.nan, math.nan, share=(LITTLE, 100 - LITTLE))
    verbs = {"blev", "är", "kommer", "har", "för"}
    whole = len(words) <= _WORDS_OF_ALL and verbs.isdisjoint(words) and not analysis.of(ex.Relative)
    return Figure(math.nan, math.nan, share=(100, 100)) if whole else None


def _figure(expression: ex.Located) -> Figure | None:
    if isinstance(expression, ex.Response):
        hours = Bounds(expression.days * 24, expression.days * 24, approximate=expression.approximate)
        return Figure(math.nan, math.nan, time=_span(hours))
    if isinstance(expression, ex.Duration):
        return Figure(math.nan, math.nan, time=_span(expression.bounds.scaled(24)))
    if isinstance(expression, ex.Share):
        return Figure(math.nan, math.nan, share=_span(expression.bounds.scaled(100)))
    if isinstance(expression, ex.Schedule):
        return Figure(expression.times, expression.times, expression.per, each=bool(expression.each))
    if isinstance(expression, ex.Count):
        low, high = _span(expression.bounds)
        unit = LENGTHS.get(expression.unit.split(" ")[0])
        time = _span(expression.bounds.scaled(24 * unit)) if unit and expression.per is None else None
        return Figure(
            low, high, expression.per, each=bool(expression.each) and expression.per is None, time=time
        )
    return None


def _span(bounds: Bounds) -> Span:
    """Lowest and highest value that the words allow."""
    low, high = bounds.low, bounds.high
    if low is None:
        return 0.0, (high or 0.0) * (1 - LITTLE * bounds.strict)
    down, up = _REACH[bounds.approximate]
    if high is None:
        return low * (1 + LITTLE * bounds.strict) * (down if bounds.approximate else 1), math.inf
    return low * down, high * up


_REACH: Final = {
    "": (1.0, 1.0), "about": (1 - MARGIN, 1 + MARGIN), "over": (1 + LITTLE, 1 + MARGIN),
    "under": (1 - MARGIN, 1 - LITTLE),
}  # fmt: skip
