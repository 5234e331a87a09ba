"""What a Swedish text states in numbers: how many, how often, within what time, and by when."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.swedish import MONTHS, NUMBER_WORDS, days_in

YEAR_DAYS: Final = 365.25


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds and its rate; `low` and `high` are None where there is no such bound."""

    low: float | None
    high: float | None
    unit: str = ""
    """What is counted, as written; empty for times."""
    per_days: float | None = None
    """The length of the time it is counted over, in days; None for the whole period."""
    approximate: bool = False
    share: bool = False
    """A part of a whole, from 0 to 1, instead of a count."""
    hours: float | None = None
    """A time within which something is done, instead of a count."""
    each: bool = False
    """Counted for each of several places or groups."""


_WORD_NUMBERS: Final = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER: Final = rf"(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+(?:,\d+)?|(?:ett |två |tre |fyra |fem )?(?:hundra|dussin|tiotal|tjugotal|femtiotal|hundratal)|{_WORD_NUMBERS})"
_TIMES: Final = r"(?:dag|dygn|vecka|vardag|månad|kvartal|tertial|termin|halvår|år|läsår)"
_DAYS: Final = {
    "dag": 1.0, "dygn": 1.0, "vardag": 7 / 5, "vecka": 7.0, "månad": YEAR_DAYS / 12, "kvartal": YEAR_DAYS / 4,
    "tertial": YEAR_DAYS / 3, "termin": YEAR_DAYS / 2, "halvår": YEAR_DAYS / 2, "år": YEAR_DAYS, "läsår": YEAR_DAYS,
}  # fmt: skip
_COUNT: Final = re.compile(
    rf"(?P<bound>\b(?:minst|åtminstone|lägst|högst|maximalt|max|som mest|upp till|inte mer än|inte fler än|"
    rf"cirka|ca|c:a|ungefär|omkring|runt|drygt|exakt|mellan)\s+)?(?P<bound2>(?:cirka|ca|ungefär|omkring)\s+)?"
    rf"(?<![\w,.–-])(?P<first>{_NUMBER})(?:\s*(?:–|-|till|och)\s*(?P<second>{_NUMBER}))?(?![\w–-])"
    rf"(?P<percent>\s*(?:procent|%))?",
    re.IGNORECASE,
)
_RATE_AFTER: Final = re.compile(
    rf"(?:\w+\s+){{0,4}}?(?:(?:per|i|om|varje|under|på|(?P<second>varannan|vartannat))\s+|\w+\s*/\s*)(?P<time>{_TIMES})(?:en|et|an|n|t|er|ar)?(?![\w])",
    re.IGNORECASE,
)
_WEEKDAY: Final = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:skväll|snatt|smorgon|seftermiddag)?"
_FREQUENCY: Final = re.compile(
    rf"\b(?:(?P<every>varje|varenda)|(?P<second>varannan|vartannat)|var(?:t)?\s+(?P<nth>tredje|fjärde|femte|sjätte|sjunde|åttonde|\d{{1,2}}:e))\s+"
    rf"(?:helgfri\s+)?(?:(?P<days>{_WEEKDAY}(?:(?:,| och| samt)\s+{_WEEKDAY})*)|(?P<time>{_TIMES})|(?P<part>kväll|natt|morgon|helg))(?!\w)"
    rf"|\b(?P<adverb>dagligen|veckovis|månadsvis|månatligen|kvartalsvis|terminsvis|tertialvis|halvårsvis|årligen)\b"
    rf"|\b(?P<odd>udda|jämna)\s+{_WEEKDAY}ar\b",
    re.IGNORECASE,
)
_ADVERBS: Final = {
    "dagligen": "dag", "veckovis": "vecka", "månadsvis": "månad", "månatligen": "månad", "kvartalsvis": "kvartal",
    "terminsvis": "termin", "tertialvis": "tertial", "halvårsvis": "halvår", "årligen": "år",
}  # fmt: skip
_NTH: Final = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8}
_WITHIN: Final = re.compile(
    rf"\b(?:inom|på)\s+(?P<count>{_NUMBER}|ett|en)\s+(?:arbets)?(?P<time>timm(?:e|ar)|dygn|dag(?:ar)?|veck(?:a|or)|månad(?:er)?)\b",
    re.IGNORECASE,
)
_NOT_UNITS: Final = frozenset(
    [
        "per",
        "i",
        "om",
        "på",
        "av",
        "till",
        "vid",
        "för",
        "med",
        "ska",
        "under",
        "och",
        "varje",
        "varannan",
        "från",
        "hos",
    ]
)
_DATE: Final = re.compile(
    rf"\b\d{{1,2}}(?::?[ae])?\s+(?:{'|'.join(month.sv for month in MONTHS)})\b", re.IGNORECASE
)
_HOURS: Final = {"timm": 1, "dygn": 24, "dag": 24, "veck": 168, "måna": 730.5}
_TIME_UNITS: Final = re.compile(r"gång(?:er)?|tillfälle(?:n)?|ggr", re.IGNORECASE)


def number(text: str) -> float:
    """The value of a number in digits or in words: ”två”, ”ett dussin”, ”1 000”. Raises ValueError."""
    plain = re.sub(r"(?<=\d)[ \u00a0](?=\d{3})", "", text.strip().lower()).replace(",", ".")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    if plain in NUMBER_WORDS:
        return float(NUMBER_WORDS[plain])
    first, _, last = plain.partition(" ")
    if first in NUMBER_WORDS and last in NUMBER_WORDS:
        return float(NUMBER_WORDS[first] * NUMBER_WORDS[last])
    raise ValueError(text)


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity that a text states, in its order; years, ages, school years and road numbers are none.

    A commitment is asked for its quantities by several rules, and by the comparisons with the years on both sides.
    """
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    bare = LEXICON.pattern("uncounted_numbers").sub(lambda found: "·" * len(found[0]), text)
    bare = _blank(_DATE, _blank(_DEADLINE, bare))
    for found in _WITHIN.finditer(bare):
        count = 1.0 if found["count"].lower() in ("en", "ett") else number(found["count"])
        yield Quantity(
            None,
            None,
            hours=count * _HOURS[found["time"].lower()[:4].rstrip("r")]
            if found["time"].lower()[:3] != "dag"
            else count * 24,
        )
    bare = _blank(_WITHIN, bare)
    for found in _FREQUENCY.finditer(bare):
        yield from _frequency(found)
    bare = _blank_alone(bare)
    for found in _COUNT.finditer(bare):
        quantity = _count(found, bare)
        if quantity is not None:
            yield quantity


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: "·" * len(found[0]), text)


def _blank_alone(text: str) -> str:
    """Without frequencies, but with those that are the rate of a count: ”två patruller varje vecka”."""

    def replace(found: re.Match[str]) -> str:
        return found[0] if found["time"] and (found["every"] or found["second"]) else "·" * len(found[0])

    return _FREQUENCY.sub(replace, text)


def _frequency(found: re.Match[str]) -> Iterator[Quantity]:
    """”varje vecka” is once a week, ”varannan torsdag” once a fortnight."""
    before = found.string[: found.start()]
    if found["time"] and re.search(rf"\b{_NUMBER}\s+(?:\w+\s+){{0,3}}$", before, re.IGNORECASE):
        return  # the rate of a count, and told with it
    skip = 2.0 if found["second"] or found["odd"] else _nth(found["nth"])
    if found["adverb"]:
        yield Quantity(1.0, None, per_days=_DAYS[_ADVERBS[found["adverb"].lower()]])
    elif found["days"] or found["odd"]:
        count = len(re.findall(_WEEKDAY, found["days"] or "måndag", re.IGNORECASE))
        yield Quantity(float(count), None, per_days=7 * skip)
    elif found["time"]:
        yield Quantity(1.0, None, per_days=_DAYS[found["time"].lower()] * skip)
    else:
        yield Quantity(1.0, None, per_days=(7.0 if found["part"].lower() == "helg" else 1.0) * skip)


def _nth(word: str | None) -> float:
    """”tredje” is 3, ”14:e” is 14."""
    if word is None:
        return 1.0
    return float(_NTH.get(word.lower()) or int(word.split(":")[0]))


def _count(found: re.Match[str], text: str) -> Quantity | None:
    word = found["first"].lower()
    after = text[found.end() :]
    follows = re.match(r"\s+([\w-]+)(?:\s+([\w-]+))?(?:\s+([\w-]+))?", after)
    unit_words = [w for w in (follows.groups() if follows else ()) if w]
    is_times = bool(unit_words and _TIME_UNITS.fullmatch(unit_words[0]))
    if word in ("en", "ett") and not is_times:
        return None  # an article
    bound = f"{found['bound'] or ''}{found['bound2'] or ''}".lower()
    first = number(found["first"])
    second = number(found["second"]) if found["second"] else None
    if second is not None and not unit_words and not found["percent"]:
        return None  # hours of the day
    if second is not None and second <= first:
        second = None
    approximate = any(w in bound for w in ("cirka", "ca", "c:a", "ungefär", "omkring", "runt", "drygt"))
    approximate = approximate or word.endswith("tal")
    low: float | None = first
    high: float | None = second
    if any(w in bound for w in ("högst", "max", "mest", "upp till", "inte mer", "inte fler")):
        low, high = None, second or first
    share = bool(found["percent"])
    rate = _RATE_AFTER.match(after.lstrip()) if not share else None
    per_days = _DAYS[rate["time"].lower()] * (2 if rate["second"] else 1) if rate else None
    if share:
        low, high = (value / 100 if value is not None else None for value in (low, high))
    unit = (
        ""
        if is_times
        else " ".join(itertools.takewhile(lambda word: word.lower() not in _NOT_UNITS, unit_words[:2]))
    )
    each = bool(re.match(r"[^.]{0,60}\b(?:på|i|för|vid|till)\s+varje\s+(?!" + _TIMES + r")\w+", after))
    return Quantity(low, high, unit, per_days, approximate, share, each=each)


# ---------------------------------------------------------------- deadlines

_MONTH_NAMES: Final = {month.sv: n for n, month in enumerate(MONTHS, start=1)}
_DEADLINE: Final = re.compile(
    rf"\b(?P<word>senast|före|innan|fram till|klar(?:t|a)?|färdig(?:t|a)?)\s+(?:senast\s+|till\s+)?(?:i\s+|den\s+)?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?:(?P<day>\d{{1,2}})(?::?[ae])?\s+)?(?P<month>{'|'.join(_MONTH_NAMES)})(?:\s+(?P<year>\d{{4}}))?)",
    re.IGNORECASE,
)


def deadline(text: str, start: dt.date | None) -> dt.date | None:
    """The last day that a text gives; a month without a year is the first one from `start`."""
    found = _DEADLINE.search(text)
    if found is None:
        return None
    before = found["word"].lower() in ("före", "innan")
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        if year < 1900 or not 1 <= month <= 12:
            return None
    else:
        month = _MONTH_NAMES[found["month"].lower()]
        year = int(found["year"]) if found["year"] else _year_of(month, start)
        day = int(found["day"]) if found["day"] else (1 if before else days_in(year, month))
    if not 1 <= month <= 12 or not 1 <= day <= days_in(year, month):
        return None
    return dt.date(year, month, day) - dt.timedelta(days=before)


def _year_of(month: int, start: dt.date | None) -> int:
    if start is None:
        return 2000
    return start.year + (month < start.month)


def opening_hours(schedule: str) -> float | None:
    """The hours of ”16–18” or ”20–01”."""
    found = re.search(
        r"(?<![\d.])(\d{1,2})(?:[.:](\d{2}))?\s*[–-]\s*(\d{1,2})(?:[.:](\d{2}))?(?![\d])", schedule
    )
    if found is None:
        return None
    first, last = (int(found[n]) + int(found[n + 1] or 0) / 60 for n in (1, 3))
    return (last - first) % 24 or 24.0
