"""Named days: months, weekdays, seasons, feasts, milestones."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from medborgarlofte.swedish import MONTHS, days_in

MONTH_NUMBERS: Final[dict[str, int]] = {
    form: number
    for number, month in enumerate(MONTHS, start=1)
    for form in (
        month.sv,
        f"{month.sv}s",
        *((f"{month.sv[:3]}.", month.sv[:3]) if len(month.sv) > 3 and month.sv != "juli" else ()),
    )
} | {"sept": 9, "sept.": 9}
"""Each month by its name, genitive and abbreviation; “jul” is Christmas, except after a day."""

WEEKDAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
SHORT_WEEKDAYS: Final[dict[str, int]] = {
    "mån": 0, "tis": 1, "ons": 2, "tors": 3, "tor": 3, "fre": 4, "lör": 5, "sön": 6
}  # fmt: skip

SEASONS: Final[dict[str, tuple[int, int]]] = {
    "vår": (5, 31), "sommar": (8, 31), "höst": (11, 30), "vinter": (2, 28)
}  # fmt: skip
"""The last day of each season as month and day; winter ends in the year after."""

Precision = Literal["clock", "day", "week", "month", "season", "milestone", "year"]
Edge = Literal["start", "middle", "end", ""]


@dataclass(frozen=True, slots=True)
class Moment:
    """Named stretch of time, with optional year."""

    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    edge: Edge = ""
    name: str = ""
    """The feast, season or milestone; the number of a week."""
    span: tuple[int, int] = field(default=(0, 0), compare=False)
    """Where it is written."""

    def last(self, start: dt.date | None) -> dt.date | None:
        """Last day, or None if undetermined.

        Without a year, the first one on or after `start`.
        """
        if self.year is not None:
            return self._last_in(self.year)
        first_year = start.year if start else 2000
        for year in (first_year, first_year + 1):
            day = self._last_in(year)
            if day is not None and (start is None or day >= start):
                return day
        return None

    def first(self, start: dt.date | None) -> dt.date | None:
        """First day, in the year of `last`."""
        last = self.last(start)
        if last is None or self.precision in ("day", "milestone"):
            return last
        if self.precision == "week":
            return last - dt.timedelta(days=6)
        if self.precision == "month":
            return last.replace(day=1)
        return dt.date(last.year, 1, 1) if self.precision == "year" else last - dt.timedelta(days=90)

    def _last_in(self, year: int) -> dt.date | None:
        if not 1900 <= year <= 2200:
            return None
        if self.precision == "week":
            weeks = dt.date(year, 12, 28).isocalendar().week
            return dt.date.fromisocalendar(year, min(int(self.name), weeks), 7)
        if self.precision == "season":
            month, day = SEASONS[self.name]
            return dt.date(year + (self.name == "vinter"), month, day)
        if self.precision == "milestone":
            return feast_date(self.name, year) or milestone_date(self.name, year)
        if self.precision == "clock":
            return None
        month = self.month or 12
        days = days_in(year, month) if 1 <= month <= 12 else 0
        day = self.day or {"start": 10, "middle": 20}.get(self.edge, days)
        return dt.date(year, month, day) if 1 <= day <= days else None


# ---------------------------------------------------------------- feasts


def easter(year: int) -> dt.date:
    """Easter Sunday (Gregorian computus of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _easter(offset: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + dt.timedelta(days=offset)


def _weekday(weekday: int, month: int, first: int) -> Callable[[int], dt.date]:
    """Weekday (Monday is 0) on or after a day."""

    def find(year: int) -> dt.date:
        day = dt.date(year, month, first)
        return day + dt.timedelta(days=(weekday - day.weekday()) % 7)

    return find


FEASTS: Final[dict[str, Callable[[int], dt.date]]] = {
    "nyår": _fixed(1, 1), "nyårsafton": _fixed(12, 31), "trettondag": _fixed(1, 6), "trettondagsafton": _fixed(1, 5),
    "tjugondag": _fixed(1, 13), "alla hjärtans dag": _fixed(2, 14), "kvinnodagen": _fixed(3, 8),
    "valborg": _fixed(4, 30), "valborgsmässoafton": _fixed(4, 30), "nationaldagen": _fixed(6, 6),
    "första maj": _fixed(5, 1), "halloween": _fixed(10, 31), "lucia": _fixed(12, 13), "jul": _fixed(12, 25),
    "julafton": _fixed(12, 24), "annandag jul": _fixed(12, 26), "mellandagarna": _fixed(12, 30),
    "fettisdagen": _easter(-47), "fastlagen": _easter(-47), "skärtorsdag": _easter(-3), "långfredag": _easter(-2),
    "påskafton": _easter(-1), "påsk": _easter(0), "annandag påsk": _easter(1), "kristi himmelsfärd": _easter(39),
    "kristi himmelsfärdsdag": _easter(39), "pingst": _easter(49), "pingstafton": _easter(48),
    "mors dag": _weekday(6, 5, 25), "midsommarafton": _weekday(4, 6, 19), "midsommar": _weekday(5, 6, 20),
    "alla helgons dag": _weekday(5, 10, 31), "allhelgona": _weekday(5, 10, 31), "fars dag": _weekday(6, 11, 8),
    "första advent": _weekday(6, 11, 27), "andra advent": _weekday(6, 12, 4), "tredje advent": _weekday(6, 12, 11),
    "fjärde advent": _weekday(6, 12, 18), "advent": _weekday(6, 11, 27), "black friday": _weekday(4, 11, 23),
}  # fmt: skip

TAILS: Final = (
    "", "dag", "dagen", "helg", "helgen", "natt", "natten", "vecka", "veckan", "afton", "aftonen", "firande", "firandet",
)  # fmt: skip
"""What may follow the name of a feast: “påskhelgen”, “julveckan”."""


@lru_cache(maxsize=1024)
def feast_date(name: str, year: int) -> dt.date | None:
    """Day of a feast in a year, or None."""
    found = FEASTS.get(name)
    return found(year) if found else None


MILESTONES: Final[dict[str, tuple[int, int] | None]] = {
    "skolstart": None, "terminsstart": None, "skolavslutning": None, "studenten": None, "semester": None,
    "sommarlov": None, "höstlov": None, "sportlov": None, "påsklov": None, "jullov": None, "vårlov": None,
    "läsårsstart": None, "skolan börjar": None, "skolan slutar": None, "terminen börjar": None, "terminen slutar": None,
    "läsåret börjar": None, "sommaruppehåll": None, "juluppehåll": None, "läsårsslut": None, "terminsslut": None, "lov": None, "månadsskifte": None, "skollov": None, "lönehelg": None, "röd dag": None, "röda dagar": None, "löningshelg": None, "storhelg": None,
    "årsskifte": (12, 31), "årets slut": (12, 31), "årets utgång": (12, 31), "läsårets slut": None, "terminens slut": None, "halvårsskifte": (6, 30), "bokslut": (12, 31), "delårsbokslut": (8, 31), "tertialbokslut": (4, 30),
}  # fmt: skip
"""Moments of the year by name; a day only where the year fixes it."""


def milestone_date(name: str, year: int) -> dt.date | None:
    """Day of a milestone, if the year determines it."""
    day = MILESTONES.get(name)
    return dt.date(year, *day) if day else None
