"""Periods from headings, facts and running text."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from medborgarlofte.language.calendar import MONTH_NUMBERS
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.swedish import ImpossibleDateError, PartialDate, check_date, parse_date

MONTH: Final = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
"""Names and abbreviations of the months."""
_YEAR: Final = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_SLIP: Final = re.compile(rf"(?:{_YEAR}\s*[–—-]\s*)?(?<!\d)(?:19|20)\d{{3}}(?!\d)(?:\s*[–—-]\s*{_YEAR})?")
"""A year with a digit too many, perhaps in a range."""
_COMPACT: Final = r"(?<!\d)20\d\d(?:0\d|1[0-2])[0-3]\d(?!\d)"
_ISO: Final = rf"(?:{_YEAR}-\d\d(?:-\d\d)?|{_COMPACT})"
_DAY: Final = rf"(?:den\s+)?\d{{1,2}}(?::?[ae])?\s+(?:{MONTH})\.?"
_POINT: Final = rf"(?:{_ISO}|{_DAY}(?:\s+{_YEAR})?|\d{{1,2}}/\d{{1,2}}(?:[ -]{_YEAR})?|(?:{MONTH})\.?(?:\s+{_YEAR})?|(?:(?:årsskiftet|våren|sommaren|hösten|vintern|midsommar|sista \w+)\s+)?{_YEAR}(?:/(?:{_YEAR}|\d\d))?)"
_DASH: Final = r"\s*(?:[–—−]|--?)\s*"
_RANGE: Final = re.compile(
    rf"(?:(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från|mellan|perioden|tiden)\s+)?(?P<first>{_POINT})"
    rf"(?:{_DASH}|\s+(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|till|tom|och)\s+|\s+och\s+pågår?\s+(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|till)\s+)(?:utgången\s+av\s+|slutet\s+av\s+)?(?P<last>{_POINT})(?!\w| års\b)",
    re.IGNORECASE,
)
_BEFORE_DASH: Final = re.compile(rf"^(?:från|tiden|perioden)\s+(?={_POINT}{_DASH})", re.IGNORECASE)
"""What stands before a range with a dash, and is no part of it: ”från 2026–2027”."""
_START: Final = re.compile(
    rf"(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|med\s+start|börja(?:r|de)\s+gälla|trä(?:der|dde)\s+i\s+kraft|från)\s+(?P<first>{_POINT})",
    re.IGNORECASE,
)
_ONWARD: Final = re.compile(rf"(?P<first>{_POINT})(?=\s+och\s+tills\s*vidare)", re.IGNORECASE)
"""What a promise starts with that has no end: ”2026 och tills vidare”."""
_END: Final = re.compile(
    rf"(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|gäller\s+till|fram\s+till|löper\s+till|ut|utgången\s+av|till\s+slutet\s+av)\s+(?:utgången\s+av\s+|slutet\s+av\s+)?(?P<last>{_POINT})",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    rf"(?<!årsskiftet )\b(?P<first>{_YEAR})(?:(?:,\s*{_YEAR})*,?\s+(?:och|samt|&)\s+|/)(?P<last>{_YEAR})\b(?! års\b)",
    re.IGNORECASE,
)
_SCHOOL_YEAR: Final = re.compile(
    r"\b(?:läs|skol)året\s+(?P<first>(?:20)?\d\d)\s*[/–-]\s*(?P<last>(?:20)?\d\d)\b", re.IGNORECASE
)
_LASTS: Final = re.compile(
    rf"\b(?:gäller|löper|giltigt?)\b[^.;]{{0,30}}?\b(?:i|under)\s+(?P<number>\d|{'|'.join(NUMBER_WORDS)})\s+år\b|\b(?P<before>{'|'.join(NUMBER_WORDS)}|\d)\s+år\s+(?:från|framåt)",
    re.IGNORECASE,
)
"""How many years it holds, counted from its first day."""
_SINGLE: Final = re.compile(
    rf"(?:\b(?:våren|sommaren|hösten|vintern|vår|höst)\s+)?(?P<year>(?<![\d/.-]){_YEAR}(?![\d/-]))",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"tills\s*vidare|tills\s+(?:ett\s+)?nytt\s+\w+\s+(?:tecknas|beslutas|antas)|till dess att ett nytt",
    re.IGNORECASE,
)
_HOLDS: Final = re.compile(
    r"\b(?:gäller|giltig\w*|giltighet\w*|löftesperiod\w*|avtalstid\w*|perioden?|sträcker sig|löper|under (?:hela )?20\d\d\b|läsåret|skolåret|under (?:kalender)?året?|omfattar tiden|för (?:hela )?(?:år(?:et)? )?20\d\d|bli(?:r)? gjort|pågår?)\b",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\b(?:medborgarlöfte\w*|löfte\w*|överenskommelse\w*|trygghetslöfte\w*|åtaganden)\b", re.IGNORECASE
)
_NOT_PERIOD: Final = re.compile(
    r"\b(?:undersökning|mätning\w*|enkät\w*|svarade|antogs?|beslut\w*|undertecknad\w*|uppdaterad|publicerad|granskad\w*|lagen?|sedan|jämfört|tidigare|föregående|förra|avlöser|tecknas|statistik\w*|anmälda|anmäldes|lägesbild\w*|dnr|diarie\w*|senast|redovis\w*|rapport\w*|utvärder\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """Period; `impossible` if a day does not exist."""

    start: PartialDate | None
    end: PartialDate | None
    text: str
    block: int
    score: int
    until_further_notice: bool = False
    impossible: bool = False
    extended_to: PartialDate | None = None


_EXTENDED: Final = re.compile(
    rf"\bförläng(?P<is_done>d|t|s|des|ts)?\w*\b[^.;]{{0,60}}?\b(?:till och med|t\.?o\.?m\.?|till)\s+(?:utgången\s+av\s+)?(?P<last>{_POINT})",
    re.IGNORECASE,
)


def extension(texts: Iterable[str]) -> PartialDate | None:
    """New last day of a period that has been extended: ”förlängt till och med den 30 juni 2026”."""
    for found in filter(None, map(_EXTENDED.search, texts)):
        try:
            if found["is_done"]:
                return point(found["last"])
        except ValueError:  # without a year, or no day of the calendar
            continue
    return None


def point(text: str, year: int | None = None) -> PartialDate:
    """Day, month or year; `year` is the default.

    Raises ValueError, ImpossibleDateError.
    """
    plain = re.sub(
        r"^(?:den|årsskiftet|våren|sommaren|hösten|vintern|midsommar|sista \w+)\s+",
        "",
        text.strip().lower().rstrip(".,"),
    )
    if re.fullmatch(_COMPACT, plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", plain):
        return parse_date(plain)
    found = _NAMED.fullmatch(plain) or _SLASH.fullmatch(plain)
    written = found and (found["year"] or year)
    if not found or not written:
        raise ValueError(text)
    month = MONTH_NUMBERS.get(found["month"]) or int(found["month"])
    parts = int(written), month, int(found["day"]) if found["day"] else None
    check_date(*parts)
    return PartialDate(*parts)


_NAMED: Final = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?::?[ae])?\s+)?(?P<month>{MONTH})\.?(?:\s+(?P<year>\d{{4}}))?"
)
_SLASH: Final = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[ -](?P<year>\d{4}))?")


def _years_of(text: str) -> tuple[int, int] | None:
    """”2023/2024” and ”2023/24”."""
    found = re.fullmatch(r"(\d{4})/(\d{2,4})", text.strip())
    if not found:
        return None
    last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
    return int(found[1]), int(last)


def _ranges(text: str) -> Iterator[tuple[PartialDate | None, PartialDate | None, str, bool]]:
    """Ranges, last member true for nonexistent days."""
    for found in _RANGE.finditer(text):
        try:
            year = re.search(_YEAR, found["last"])
            first_year = re.search(_YEAR, found["first"])
            known = int((year or first_year)[0]) if (year or first_year) else None  # type: ignore[index]
            split = _years_of(found["first"])
            first = PartialDate(split[0]) if split else point(found["first"], known)
            last = point(found["last"], known or first.year)
        except ImpossibleDateError:
            yield None, None, found[0], True
            continue
        except ValueError:
            continue
        if last.last < first.first:
            continue
        yield first, last, found[0], False


def find_periods(blocks: Sequence[tuple[int, str, bool]]) -> list[FoundPeriod]:
    """Candidate periods, most reliable first.

    Each block has its number, its text, and whether it is a heading.
    """
    made: list[FoundPeriod] = []
    for order, (number, text, heading) in enumerate(blocks):
        titled = bool(_TITLE.search(text))
        base = (
            60 * bool(_LABEL.match(text)) + 40 * bool(_HOLDS.search(text)) + 20 * titled - min(order, 30) // 3
        )
        base += 10 * (1 + titled) * heading
        made += _candidates(number, _EXTENDED.sub("", text), base, heading=heading)
    return sorted(made, key=lambda found: -found.score)


_LABEL: Final = re.compile(
    r"(?:Löftes|Avtals)?(?:period|tid)(?:en)?\s*:|Giltighet(?:stid)?\s*:", re.IGNORECASE
)
"""How a line begins that states the period and nothing else."""


def _candidates(number: int, text: str, base: int, *, heading: bool) -> Iterator[FoundPeriod]:
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text) if not heading else [text]:
        doubt = (
            35
            if _NOT_PERIOD.search(sentence)
            and not re.search(r"\b(?:gäller|perioden?|löpte|gällde)\b", sentence, re.IGNORECASE)
            else 0
        )
        local = 40 if _HOLDS.search(sentence) else 0
        score = base - doubt + local
        if (heading or local) and (slip := _SLIP.search(sentence)):
            yield FoundPeriod(None, None, slip[0], number, score + 10, impossible=True)
            continue
        whole = [*_year_lists(sentence), *_ranges(sentence)][:1] or list(_ranges(sentence))
        for first, last, written, impossible in whole:
            precise = 25 if first and first.day else 15 if first and first.month else 10
            titled = heading and _TITLE.search(sentence) and sentence.rstrip(" :").endswith(written)
            precise += 40 if titled or len(written) > 0.8 * len(sentence) else 0
            shown = _BEFORE_DASH.sub("", written)
            yield FoundPeriod(first, last, shown, number, score + precise + 20, impossible=impossible)
        if whole:
            continue
        half = list(_half_open(number, sentence, score))
        yield from half
        if half:
            continue
        for found in _SINGLE.finditer(sentence):
            if not heading and sentence.startswith(" års", found.end()):
                continue  # ”2026 års löften”
            year = PartialDate(int(found["year"]))
            yield FoundPeriod(year, year, found[0], number, score - (0 if heading else 10))


def _year_lists(text: str) -> Iterator[tuple[PartialDate | None, PartialDate | None, str, bool]]:
    """”2022, 2023 och 2024” and ”läsåret 24/25”."""
    for found in [*_SCHOOL_YEAR.finditer(text), *_YEARS.finditer(text)]:
        first, last = (int(f"20{found[end][-2:]}") for end in ("first", "last"))
        if first < last < first + 8:
            yield PartialDate(first), PartialDate(last), found[0], False


def _half_open(number: int, sentence: str, score: int) -> Iterator[FoundPeriod]:
    start = _START.search(sentence) or _ONWARD.search(sentence)
    end, open_ = _END.search(sentence), _OPEN.search(sentence)
    try:
        first = point(start["first"]) if start else None
        last = point(end["last"]) if end else None
    except ImpossibleDateError:
        yield FoundPeriod(None, None, sentence, number, score + 30, impossible=True)
        return
    except ValueError:
        return
    if first and not last and (lasts := _LASTS.search(sentence)):
        written = (lasts["number"] or lasts["before"]).lower()
        years = NUMBER_WORDS.get(written) or int(written)
        ends = first.first.replace(year=first.year + years, day=min(first.first.day, 28)) - dt.timedelta(1)
        last = PartialDate.of(ends, first.precision)
    if first or last or (open_ and score > 30):
        seen = [found for found in (start, end, open_) if found]
        whole = sentence[min(one.start() for one in seen) : max(one.end() for one in seen)]
        yield FoundPeriod(first, last, whole, number, score + 22, until_further_notice=bool(open_))
