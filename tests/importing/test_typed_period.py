"""Periods as people type them."""

import datetime as dt
from typing import Final

import pytest

from each import each
from medborgarlofte.importing.typed_period import parse_typed_date, parse_typed_period
from medborgarlofte.swedish import ImpossibleDateError

TODAY: Final = dt.date(2026, 3, 1)


@each(
    [
        ("2026", "2026", "2026"),
        ("hela 2026", "2026", "2026"),
        ("the whole of 2026", "2026", "2026"),
        ("året 2026.", "2026", "2026"),
        ("nästa år", "2027", "2027"),
        ("this year", "2026", "2026"),
        ("2026–2027", "2026", "2027"),
        ("2026-2027", "2026", "2027"),
        ("2026/27", "2026", "2027"),
        ("26-27", "2026", "2027"),
        ("läsåret 26/27", "2026", "2027"),
        ("2026, 2027 och 2028", "2026", "2028"),
        ("2026 t.o.m. 2028", "2026", "2028"),
        ("2026-12", "2026-12", "2026-12"),
        ("mars 2026", "2026-03", "2026-03"),
        ("oktober", "2026-10", "2026-10"),
        ("1 jan 2026 - 31 dec 2026", "2026-01-01", "2026-12-31"),
        ("den 1 januari till den 30 juni 2026", "2026-01-01", "2026-06-30"),
        ("1/1-31/12 2026", "2026-01-01", "2026-12-31"),
        ("1.1.2026-31.12.2026", "2026-01-01", "2026-12-31"),
        ("20260101-20261231", "2026-01-01", "2026-12-31"),
        ("2026-01-01--2026-12-31", "2026-01-01", "2026-12-31"),
        ("2026-01-01 2026-12-31", "2026-01-01", "2026-12-31"),
        ("from 1 Jan 2026 to 31 Dec 2027", "2026-01-01", "2027-12-31"),
        ("1 mars–31 okt", "2026-03-01", "2026-10-31"),
        ("jan–dec 2026", "2026-01", "2026-12"),
        ("september 2026 – juni 2027", "2026-09", "2027-06"),
        ("september–juni 2027", "2026-09", "2027-06"),
        ("våren 2026", "2026-01", "2026-06"),
        ("hösten 2026 till våren 2027", "2026-07", "2027-06"),
        ("första halvåret 2026", "2026-01", "2026-06"),
        ("Q1 2026", "2026-01", "2026-03"),
        ("tertial 2 2026", "2026-05", "2026-08"),
        ("2 år från 1 jan 2026", "2026-01-01", "2027-12-31"),
        ("two years from 1 March 2026", "2026-03-01", "2028-02-29"),
        ("tre år från 2026", "2026", "2028"),
    ]
)
def test_a_period_is_read_however_it_is_written(typed: str, start: str, end: str) -> None:
    period = parse_typed_period(typed, TODAY, 2026)

    assert (str(period.start), str(period.end), period.is_open) == (start, end, False)


@pytest.mark.parametrize(
    "typed",
    [
        "från 1 januari 2026 tills vidare",
        "1 jan 2026 och tills vidare",
        "1 January 2026 until further notice",
    ],
)
def test_an_open_period_has_no_end(typed: str) -> None:
    period = parse_typed_period(typed, TODAY)

    assert (str(period.start), period.end, period.is_open) == ("2026-01-01", None, True)


def test_a_day_says_only_when_it_starts() -> None:
    period = parse_typed_period("1 jan 2026", TODAY)

    assert (str(period.start), period.end, period.is_open) == ("2026-01-01", None, False)


@each(
    [
        "",
        "-",
        "hej",
        "2026 hej",
        "hela tiden",
        "2027-2026",
        "31 dec 2026 - 1 jan 2026",
        "årsskiftet 2026",
        "99999",
        "1/3-26",
    ]
)
def test_what_is_not_understood_whole_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_typed_period(typed, TODAY)


@pytest.mark.parametrize(
    "typed", ["31 juni 2026 - 31 dec 2026", "2026-06-31", "30 februari 2026", "2026-02-30 till 2026-03-01"]
)
def test_a_day_that_does_not_exist_is_named(typed: str) -> None:
    with pytest.raises(ImpossibleDateError, match="days"):
        parse_typed_period(typed, TODAY)


@each(
    [
        ("2026-06-30", "2026-06-30"),
        ("30 juni 2026", "2026-06-30"),
        ("30 June 2026", "2026-06-30"),
        ("juni 2026", "2026-06"),
        ("2026", "2026"),
    ]
)
def test_a_date_is_read_however_it_is_written(typed: str, date: str) -> None:
    assert str(parse_typed_date(typed)) == date
