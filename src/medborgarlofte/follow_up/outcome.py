"""An outcome as bounds: ”104”, ”cirka 60”, ”ett dussin”, ”2 per vecka”, ”9 av 10”, ”20 timmar”, ”alla”."""

import math
import re
from typing import Final, NamedTuple

from medborgarlofte.language.quantities import Quantity, number, quantities
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.follow_up import Actual

MARGIN: Final = 0.10
"""How far ”cirka” reaches in both directions; the project's own choice."""

LITTLE: Final = 0.001
"""What ”nästan 100” lacks at least, and ”drygt 100” has more at least."""

Span = tuple[float, float]


class Figure(NamedTuple):
    """An outcome between two bounds, which are equal where it is exact; not a number where only a share is told."""

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
        """Whether nothing at all was done."""
        return self.share == (0, 0) if math.isnan(self.high) else self.high <= 0


def figure_of(actual: Actual) -> Figure | None:
    """The bounds of an outcome, or None for words that hold no single figure."""
    if actual.value is not None:
        return Figure(actual.value, actual.value)
    if actual.about is not None:
        return Figure(actual.about * (1 - MARGIN), actual.about * (1 + MARGIN))
    if actual.at_least is not None:
        return Figure(actual.at_least, math.inf)
    return _in_words((actual.text or "").strip())


_ALL: Final = re.compile(
    r"(?:alla|samtliga|allt|hela\s+\w+)(?:\s+(?!inte\b|men\b|för\b|blev\b|är\b|kommer\b)[^\W\d]+){0,2}",
    re.IGNORECASE,
)
_ALL_BUT: Final = re.compile(r"(?:alla|samtliga|allt|hela)\b.*\b(?:utom|förutom)\b.*", re.IGNORECASE)
_NONE: Final = re.compile(
    r"aldrig|(?:inga|ingen|inget|noll)(?:\s+(?!uppgift|statistik|data|underlag|siffr|mätning|information)[^\W\d]+){0,2}",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(r"(?P<part>[\w ]+?)\s+av\s+(?P<whole>[\w ]+?)(?:\s+[^\W\d]+)?", re.IGNORECASE)
_UNSURE: Final = re.compile(
    r"\b(?:inte|planera\w*|beräkna\w*|ska|skulle|utom|förutom|målet)\b", re.IGNORECASE
)
"""Words beside which a number is not what was done."""

_BOUND_WORDS: Final = (
    (re.compile(r"minst\b", re.IGNORECASE), 1.0, math.inf),
    (re.compile(r"(?:över|mer än|fler än)\b", re.IGNORECASE), 1 + LITTLE, math.inf),
    (re.compile(r"(?:högst|upp till|max|maximalt)\b", re.IGNORECASE), 0.0, 1.0),
    (re.compile(r"(?:under|färre än|mindre än)\b", re.IGNORECASE), 0.0, 1 - LITTLE),
    (re.compile(r"drygt\b", re.IGNORECASE), 1 + LITTLE, 1 + MARGIN),
    (re.compile(r"(?:knappt|nästan|närmare)\b", re.IGNORECASE), 1 - MARGIN, 1 - LITTLE),
    (re.compile(r"(?:cirka|ca|c:a|ungefär|omkring|runt)\b", re.IGNORECASE), 1 - MARGIN, 1 + MARGIN),
    (
        re.compile(r"(?=(?:ett )?(?:tiotal|tjugotal|femtiotal|hundratal)\b)", re.IGNORECASE),
        1 - MARGIN,
        1 + MARGIN,
    ),
)
_TIME: Final = re.compile(
    r"(?P<count>[\w ,]+?)\s+(?:arbets)?(?P<unit>minut|timm|dygn|dag|veck|månad)(?:er|ar|or|en|et|a|e)?",
    re.IGNORECASE,
)
_HOURS: Final = {"minut": 1 / 60, "timm": 1.0, "dygn": 24.0, "dag": 24.0, "veck": 168.0, "månad": 730.5}
_PER: Final = re.compile(
    r"(?P<count>[\w ,]+?)\s*/\s*(?P<rate>dag|vecka|månad|kvartal|termin|tertial|halvår|år)", re.IGNORECASE
)


def _in_words(text: str) -> Figure | None:
    if _NONE.fullmatch(text):
        return Figure(0, 0, share=(0, 0))
    if found := _PART_OF.fullmatch(text):
        return _part_of(found["part"], found["whole"])
    if _ALL_BUT.fullmatch(text):
        return Figure(math.nan, math.nan, share=(LITTLE, 100 - LITTLE))
    if _ALL.fullmatch(text):
        return Figure(math.nan, math.nan, share=(100, 100))
    return None if _UNSURE.search(text) else _number_in(text)


def _number_in(text: str) -> Figure | None:
    bare, low, high = _bounds(text)
    value = _number(bare)
    if value is not None:
        return Figure(value * low, value * high)
    found = _TIME.fullmatch(bare.removeprefix("inom ").strip())
    if found and _number(found["count"]) is not None:
        return _time(found, low, high)
    if found := _PER.fullmatch(bare):
        value = _number(found["count"])
        return None if value is None else Figure(value * low, value * high, rate_days(found["rate"].lower()))
    stated = list(quantities(bare))
    return _stated(stated[0], bare, low, high) if len(stated) == 1 else None


def _bounds(text: str) -> tuple[str, float, float]:
    """The text without a word such as ”cirka”, and what that word does to its number."""
    for pattern, low, high in _BOUND_WORDS:
        if found := pattern.match(text):
            return text[found.end() :].strip(), low, high
    return text, 1.0, 1.0


def _number(text: str) -> float | None:
    plain = text.strip().lower()
    if plain in ("en", "ett"):
        return 1.0
    try:
        return number(plain)
    except ValueError:
        return None


def _time(found: re.Match[str], low: float, high: float) -> Figure | None:
    value = _number(found["count"])
    if value is None:
        return None
    hours = value * _HOURS[found["unit"].lower()]
    return Figure(value * low, value * high, time=(hours * low, hours * high))


def _part_of(part: str, whole: str) -> Figure | None:
    """”9 av 10”: a count, and a share."""
    some, every = (0.0 if _NONE.fullmatch(word) else _number(word) for word in (part, whole))
    if some is None or not every:
        return None
    return Figure(some, some, share=(100 * some / every, 100 * some / every))


def _stated(one: Quantity, text: str, low: float, high: float) -> Figure:
    if one.hours is not None:
        return Figure(math.nan, math.nan, time=(one.hours * low, one.hours * high))
    value = one.low if one.low is not None else one.high or 0.0
    top = one.high if one.high is not None and one.low is not None else value
    if one.share:
        return Figure(math.nan, math.nan, share=(value * 100 * low, top * 100 * high))
    each = one.each or bool(re.search(r"\b(?:per|för varje|i varje|på varje)\s+\w", text))
    return Figure(value * low, top * high, one.per_days, each=each and one.per_days is None)
