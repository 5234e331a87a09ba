"""Swedish letters, dates and numbers."""

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from medborgarlofte.i18n import Text

MONTHS: Final = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("mars", "March"),
    Text("april", "April"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augusti", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)

# ---------------------------------------------------------------- letters


def fold(text: str) -> str:
    """Lower case without diacritics: ”Åtgärder” becomes ”atgarder”."""
    return _fold(text) if not text.isascii() else text.lower()


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return bare.replace("æ", "ae").replace("ø", "o")


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """URL slug: a-z, 0-9 and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


@lru_cache(maxsize=4096)
def sort_key(text: str) -> str:
    """Sort key of the Swedish alphabet; é sorts as e."""
    return "".join(_SORT.get(c) or fold(c) for c in unicodedata.normalize("NFC", text).casefold())


_SORT: Final = {"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}"}  # the three that follow z in ASCII


# ---------------------------------------------------------------- dates

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Day, month or year, as precise as its source."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: dt.date, precision: Precision = "day") -> "PartialDate":
        """A day, or the month or year that it lies in."""
        return cls(
            day.year, None if precision == "year" else day.month, day.day if precision == "day" else None
        )

    @property
    def precision(self) -> Precision:
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first(self) -> dt.date:
        """First day covered."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """Last day covered."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or days_in(self.year, month))

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


class ImpossibleDateError(ValueError):
    """Well-formed date that does not exist; see `reason`."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def days_in(year: int, month: int) -> int:
    """Number of days in a month."""
    return calendar.monthrange(year, month)[1]


def add_months(day: dt.date, months: int) -> dt.date:
    """Date some months later, clamped to the month's end.

    The last day of a month stays the last.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = days_in(year, month + 1)
    return dt.date(
        year, month + 1, length if day.day == days_in(day.year, day.month) else min(day.day, length)
    )


def parse_date(text: str) -> PartialDate:
    """Parse ”2022”, ”2022-06” or ”2022-06-30”.

    Raises ImpossibleDateError for a day that does not exist, ValueError for another form.
    """
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text.strip())
    if not found:
        raise ValueError(text)
    year = int(found[1])
    month, day = (int(part) if part else None for part in found.group(2, 3))
    check_date(year, month, day)
    return PartialDate(year, month, day)


def check_date(year: int, month: int | None, day: int | None) -> None:
    """Raise ImpossibleDateError unless the day exists."""
    if not 1900 <= year <= 2200:
        raise ImpossibleDateError(
            Text(f"året {year} är utanför 1900–2200", f"the year {year} is outside 1900–2200")
        )
    if month is None:
        return
    if not 1 <= month <= 12:
        raise ImpossibleDateError(Text(f"det finns ingen månad {month}", f"there is no month {month}"))
    if day is None:
        return
    length = days_in(year, month)
    name = MONTHS[month - 1]
    if not 1 <= day <= length:
        when = Text(f"{name.sv} {year}", f"{name.en} {year}") if month == 2 else name
        raise ImpossibleDateError(
            Text(f"{when.sv} har {length} dagar", f"{when.en} has {length} days"),
        )


def guess_date(text: str) -> PartialDate | None:
    """Likely date for ”31/12 2022”, ”31 december 2022”, ”2022-1-5”.

    None when ambiguous. Raises ImpossibleDateError.
    """
    plain = re.sub("[\u2010-\u2015\u2212]", "-", fold(text.strip()))
    plain = re.sub(r"[ t]00:00(?::00(?:\.0+)?)?z?$", "", plain)  # midnight, as spreadsheets add it
    names = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in (fold(month.sv) for month in MONTHS))
    for pattern in (
        r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?P<d>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})[-/. ]+(?P<y>[0-9]{4})",
        rf"(?:den )?(?P<d>[0-9]{{1,2}})(?::?e)? (?P<n>{names})\.?,? (?P<y>[0-9]{{4}})",
        rf"(?P<n>{names})\.? (?P<y>[0-9]{{4}})",
        r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})",
    ):
        if found := re.fullmatch(pattern, plain):
            parts = found.groupdict()
            year = int(parts["y"])
            month = int(parts["m"]) if parts.get("m") else _month_number(parts["n"])
            day = int(parts["d"]) if parts.get("d") else None
            if "/" in plain and day and day <= 12 < month:  # an American date: 12/31/2030
                month, day = day, month
            check_date(year, month, day)
            return PartialDate(year, month, day)
    return None


def likely_date(text: str) -> PartialDate | None:
    """Date to propose for a day with a clock time, ”291210”, ”slutet av maj 2029”, ”v. 44 2029” or a day in Excel."""
    plain = re.sub(r"[ ,t]+(?:kl(?:ockan)?\.? *)?[0-9]{1,2}[.:][0-9]{2}.*$", "", fold(text.strip()))
    if re.fullmatch(r"[0-9]{5}", plain) and _EXCEL[0] < int(plain) < _EXCEL[1]:
        day = dt.date(1899, 12, 30) + dt.timedelta(days=int(plain))
        return PartialDate(day.year, day.month, day.day)
    plain = _BEFORE_A_DATE.sub("", plain)
    for number, ordinal in enumerate(("forsta", "andra", "tredje", "fjarde"), start=1):
        plain = plain.replace(f"{ordinal} kvartalet", f"q{number}")
    plain = re.sub(r"^([0-9]{1,2})[./]([0-9]{1,2})[-./ ]([0-9]{2})$", r"\1/\2 20\3", plain)
    if found := re.fullmatch(r"(?:q|kvartal )([1-4]),? ?([0-9]{4})", plain):
        return PartialDate(int(found[2]), int(found[1]) * 3)
    try:
        if found := re.fullmatch(r"(?:v|vecka)\.? ?([0-9]{1,2}),? ?([0-9]{4})", plain):
            return PartialDate.of(dt.date.fromisocalendar(int(found[2]), int(found[1]), 7))
        return guess_date(f"20{plain}" if re.fullmatch(r"[0-9]{6}", plain) else plain)
    except ValueError:  # no such day or week
        return None


_BEFORE_A_DATE: Final = re.compile(
    r"^(?:(?:i|under|senast|sista|(?:slutet|borjan|mitten) av|(?:man|tis|ons|tors|fre|lor|son)(?:dag)?(?:en)?,?) )+"
)
_EXCEL: Final = (36_525, 73_051)
"""Excel counts days from 1899-12-30: those between are of the years 2000–2099."""


def _month_number(name: str) -> int:
    return next(n for n, m in enumerate(MONTHS, start=1) if fold(m.sv).startswith(name))


def format_date(date: PartialDate | dt.date, lang: Literal["sv", "en"] = "sv") -> str:
    """”30 juni 2027”, ”juni 2027” or ”2027”.

    A no-break space follows the day.
    """
    if date.month is None:
        return str(date.year)
    month = MONTHS[date.month - 1][lang]
    if date.day is None:
        return f"{month} {date.year}"
    return f"{date.day}\N{NO-BREAK SPACE}{month} {date.year}"


# ---------------------------------------------------------------- numbers


def parse_number(text: str) -> int | float:
    """Parse ”104”, ”3,5”, ”3.5” or ”1 000”.

    Accepts no-break spaces. Raises ValueError, also for ”1.000”, which means a thousand to some readers and
    one to programs.
    """
    plain = re.sub(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))", "", text.strip())
    plain = plain.replace("\N{MINUS SIGN}", "-")
    is_doubtful = re.fullmatch(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+", plain)
    if is_doubtful or not re.fullmatch(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?", plain):
        raise ValueError(text)
    value = float(plain.replace(",", "."))
    return int(value) if value.is_integer() else value


def format_number(value: float, lang: Literal["sv", "en"] = "sv") -> str:
    """”1 000” and ”3,5”; in English ”1,000” and ”3.5”."""
    written = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    if lang == "en":
        return written
    return written.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
