"""A period as people type it: ”hela 2026”, ”1 jan–30 juni 2026”."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from medborgarlofte.importing.periods import point
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.swedish import (
    MONTHS,
    ImpossibleDateError,
    PartialDate,
    add_months,
    fold,
    guess_date,
)


class TypedPeriod(NamedTuple):
    """First and last day, as precise as typed."""

    start: PartialDate
    end: PartialDate | None
    """None for an open period, and for a day that only says when it starts."""
    is_open: bool = False


_PARTS: Final[Mapping[str, tuple[int, int]]] = {
    "våren|vårterminen|vår|vt|första halvåret|halvår 1|h1|spring|first half": (1, 6),
    "hösten|höstterminen|höst|ht|andra halvåret|halvår 2|h2|autumn|fall|second half": (7, 12),
    "sommaren|sommar|summer": (6, 8),
    "första kvartalet|kvartal 1|q1": (1, 3),
    "andra kvartalet|kvartal 2|q2": (4, 6),
    "tredje kvartalet|kvartal 3|q3": (7, 9),
    "fjärde kvartalet|kvartal 4|q4": (10, 12),
    "första tertialet|tertial 1|t1": (1, 4),
    "andra tertialet|tertial 2|t2": (5, 8),
    "tredje tertialet|tertial 3|t3": (9, 12),
}
"""First and last month of the parts of a year."""
_FILLERS: Final = re.compile(
    r"\b(?:hela|under|perioden|period|kalenderåret|verksamhetsåret|läsåret|skolåret|året|åren|år(?! från| framåt)|för|gäller"
    r"|från och med|fr\.?o\.?m\.?|från|mellan|the|year|whole|all of|of|from|between|starting)\b\.?\s*"
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[–—/]|-{1,2}|\b(?:till och med|t\.?\s?o\.?\s?m\.?|tom|till|och|to|until|through|and)(?!\w))\s*|(?<=\d) (?=\d{4}-)"
)
_YEARS: Final = re.compile(
    r"(?P<first>(?:20)?\d\d)(?:, ?20\d\d)*(?: ?[–—/-]{1,2} ?|,? (?:och|and|&|to|till) )(?P<last>(?:20)?\d\d)"
)
_UNCLEAR: Final = re.compile(r"sista|midsommar|årsskiftet|vintern")
"""Beginnings of points that are not one day, month or year."""
_OPEN: Final = re.compile(r"[,\s]*(?:och\s+|and\s+)?(?:tills\s+vidare|until\s+further\s+notice)[,\s]*")
_LENGTH: Final = re.compile(
    rf"(?P<number>\d+|{'|'.join(NUMBER_WORDS)}|one|two|three|four) (?P<unit>år|year|månad|month)(?:er|s)? (?:från|framåt från|from) "
)
_RELATIVE: Final = {"i år": 0, "this year": 0, "nästa": 1, "next": 1, "nästa år": 1, "next year": 1}
_ENGLISH_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_ENGLISH_MONTHS: Final = {month.en.lower(): month.sv for month in MONTHS} | {
    month.en.lower()[:3]: month.sv for month in MONTHS
}


def parse_typed_period(typed: str, today: dt.date, year: int | None = None) -> TypedPeriod:
    """Period in any usual wording, Swedish or English; `year` is used where none is typed.

    Raises ImpossibleDateError for a day that does not exist, ValueError when not all of it is understood or it
    ends before it starts.
    """
    text = " ".join(typed.lower().replace("\N{NO-BREAK SPACE}", " ").strip(" .").split())
    text = re.sub(r"[a-z]+", lambda word: _ENGLISH_MONTHS.get(word[0], word[0]), text)
    if text in _RELATIVE:
        whole = PartialDate(today.year + _RELATIVE[text])
        return TypedPeriod(whole, whole)
    if length := _LENGTH.match(text):
        return _lasting(length, text[length.end() :])
    is_open = bool(_OPEN.search(text))
    text = _FILLERS.sub("", _OPEN.sub("", text)).strip(" ,")
    start, end = _years(text) or _span(text, year)
    if is_open:
        return TypedPeriod(start, None, is_open=True)
    if end == start and start.day:
        return TypedPeriod(start, None)
    if end.last < start.first:
        raise ValueError(typed)
    return TypedPeriod(start, end)


def parse_typed_date(typed: str) -> PartialDate:
    """Day, month or year. Raises as `parse_typed_period`."""
    text = re.sub(r"[a-z]+", lambda word: _ENGLISH_MONTHS.get(word[0], word[0]), typed.strip().lower())
    return _point(text)[0]


def _lasting(length: re.Match[str], rest: str) -> TypedPeriod:
    """”två år från 1 mars 2026”."""
    written = length["number"]
    number = _ENGLISH_NUMBERS.get(written) or NUMBER_WORDS.get(written) or int(written)
    start = _point(_FILLERS.sub("", rest))[0]
    months = number * (12 if length["unit"] in ("år", "year") else 1)
    last = add_months(start.first, months) - dt.timedelta(days=1)
    return TypedPeriod(start, PartialDate.of(last, start.precision))


def _years(text: str) -> tuple[PartialDate, PartialDate] | None:
    """”2026/27”, ”26–27” and ”2026, 2027 och 2028”; ”2026-12” is a month."""
    found = _YEARS.fullmatch(text)
    if found is None or re.fullmatch(r"\d{4}-(?:0\d|1[0-2])", text):
        return None
    first, last = (int(f"20{found[name][-2:]}") for name in ("first", "last"))
    return (PartialDate(first), PartialDate(last)) if 0 < last - first < 10 else None


def _span(text: str, year: int | None) -> tuple[PartialDate, PartialDate]:
    """First and last date. Raises ValueError."""
    try:
        return _point(text, year)
    except ValueError as error:
        failure = error
    for between in _BETWEEN.finditer(text):
        left, right = text[: between.start()], text[between.end() :]
        try:
            end = _point(right, _year_in(left) or year)[1]
            start = _point(left, end.year)[0]
        except ValueError as error:
            failure = failure if isinstance(failure, ImpossibleDateError) else error
            continue
        if start.first > end.last and not _year_in(left):
            start = _point(left, end.year - 1)[0]
        return start, end
    raise failure


def _point(text: str, year: int | None = None) -> tuple[PartialDate, PartialDate]:
    """First and last date of a point or part of a year."""
    for words, (first, last) in _PARTS.items():
        if found := re.fullmatch(rf"(?:{words})(?: (\d{{4}}))?", text):
            known = int(found[1]) if found[1] else year
            if known is None:
                break
            return PartialDate(known, first), PartialDate(known, last)
    if _UNCLEAR.match(text):
        raise ValueError(text)
    date = guess_date(fold(text)) or point(text, year)
    return date, date


def _year_in(text: str) -> int | None:
    found = re.search(r"\b(?:19|20)\d\d\b", text)
    return int(found[0]) if found else None
