"""Ranges of days, and rates over them."""

import datetime as dt
import math
from typing import NamedTuple

from medborgarlofte.model.fields import rate_days


class Days(NamedTuple):
    """Range of days, inclusive."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> float:
        """Calendar months, broken months by their days."""
        end = self.last + dt.timedelta(days=1)
        whole = (end.year - self.first.year) * 12 + end.month - self.first.month
        return whole + (end.day - self.first.day) / 30.4375


def units(rate: str, days: Days) -> float:
    """Number of units in a range of days.

    Days and weeks are exact, months and years in halves that are mostly over, terms those mostly inside.
    """
    count, _, unit = rate.rpartition(" ")
    every = int(count or 1)
    if unit.startswith(("dag", "veck")):
        return days.length / ((7 if unit.startswith("veck") else 1) * every)
    if unit.startswith("termin"):
        return _terms(days) / every
    length = round((rate_days(unit) or 1) / 30.4375)
    exact = days.months / (length * every)
    return math.floor(2 * exact + 0.4) / 2 or exact


def _terms(days: Days) -> float:
    """School terms mostly inside the days.

    At least a part of one. Terms are January to mid-June and mid-August to December.
    """
    total = 0
    for year in range(days.first.year, days.last.year + 1):
        for start, end in (
            (dt.date(year, 1, 1), dt.date(year, 6, 15)),
            (dt.date(year, 8, 15), dt.date(year, 12, 31)),
        ):
            within = (min(days.last, end) - max(days.first, start)).days + 1
            total += within > ((end - start).days + 1) * 0.6
    return total or days.months / 6
