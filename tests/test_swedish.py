"""Folding and sorting, reading and writing dates and numbers."""

import datetime as dt
import re
import unicodedata

import pytest

from each import each
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.swedish import (
    MONTHS,
    ImpossibleDateError,
    PartialDate,
    add_months,
    days_in,
    fold,
    format_date,
    format_number,
    guess_date,
    likely_date,
    parse_date,
    parse_number,
    slug,
    sort_key,
)

# ---------------------------------------------------------------- letters


@each(
    [
        ("Åtgärder", "atgarder"),
        ("ÅÄÖ åäö", "aao aao"),
        ("Idé", "ide"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("ABC", "abc"),
        ("", ""),
    ]
)
def test_folding_drops_marks_and_capitals(text: str, folded: str) -> None:
    assert folded == fold(text)


def test_folding_does_not_care_how_letters_are_composed() -> None:
    assert fold("åtgärder") == fold(unicodedata.normalize("NFD", "åtgärder"))


@pytest.mark.parametrize("text", ["ǽ", "Ǣ", "ǿ"])
def test_folding_twice_is_folding_once_for_letters_with_a_mark_over_ae_and_oe(text: str) -> None:
    assert fold(text) == fold(fold(text))


@each(
    [
        ("Våld i nära relation", "vald-i-nara-relation"),
        ("  2.1 – Öppet!  ", "2-1-oppet"),
        ("lofte-2022", "lofte-2022"),
        ("Ж", ""),
        ("", ""),
    ]
)
def test_a_slug_holds_only_letters_digits_and_single_hyphens(text: str, made: str) -> None:
    assert made == slug(text)


def test_the_swedish_alphabet_ends_with_its_own_three_letters() -> None:
    places = [
        "Ödeshög",
        "Älvkarleby",
        "Åmål",
        "Ängelholm",
        "Öckerö",
        "Zinkgruvan",
        "Arboga",
        "Århus",
        "åre",
        "Østby",
    ]

    ordered = [
        "Arboga",
        "Zinkgruvan",
        "Åmål",
        "åre",
        "Århus",
        "Älvkarleby",
        "Ängelholm",
        "Öckerö",
        "Ödeshög",
        "Østby",
    ]

    assert ordered == sorted(places, key=sort_key)


def test_sorting_does_not_care_how_letters_are_composed() -> None:
    assert sort_key("Ängelholm") == sort_key(unicodedata.normalize("NFD", "Ängelholm"))


def test_an_accent_over_e_does_not_change_its_place() -> None:
    assert sort_key("ide") == sort_key("idé") < sort_key("idf")


def test_a_mark_over_a_letter_that_has_no_form_with_it_does_not_change_its_place() -> None:
    assert sort_key("axel") == sort_key("ax\N{COMBINING TILDE}el")


# ---------------------------------------------------------------- dates


@each(
    [
        ("2022", PartialDate(2022)),
        ("2022-06", PartialDate(2022, 6)),
        ("2022-06-30", PartialDate(2022, 6, 30)),
        (" 2024-02-29 ", PartialDate(2024, 2, 29)),
        ("1900", PartialDate(1900)),
        ("2200-12-31", PartialDate(2200, 12, 31)),
    ]
)
def test_a_date_is_as_precise_as_its_source(text: str, date: PartialDate) -> None:
    assert date == parse_date(text)


@each(
    [
        ("2022-06-31", "juni har 30 dagar", "June has 30 days"),
        ("2023-02-29", "februari 2023 har 28 dagar", "February 2023 has 28 days"),
        ("2024-02-30", "februari 2024 har 29 dagar", "February 2024 has 29 days"),
        ("2022-01-00", "januari har 31 dagar", "January has 31 days"),
        ("2022-13", "det finns ingen månad 13", "there is no month 13"),
        ("2022-00-10", "det finns ingen månad 0", "there is no month 0"),
        ("0022", "året 22 är utanför 1900–2200", "the year 22 is outside 1900–2200"),
        ("2201-01-01", "året 2201 är utanför 1900–2200", "the year 2201 is outside 1900–2200"),
    ]
)
def test_a_day_that_does_not_exist_says_why(text: str, reason_sv: str, reason_en: str) -> None:
    with pytest.raises(ImpossibleDateError) as caught:
        parse_date(text)

    assert (reason_sv, reason_en) == (caught.value.reason.sv, caught.value.reason.en)
    assert reason_en == str(caught.value)


@each(["", "22", "2022-6", "2022-06-1", "20220630", "2022/06/30", "juni 2022", "２０２２", "2022-"])
def test_a_date_in_another_form_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$") as caught:
        parse_date(text)

    assert not isinstance(caught.value, ImpossibleDateError)


@each(
    [
        ("31/12 2022", "2022-12-31"),
        ("31/12-2022", "2022-12-31"),
        ("31.12.2022", "2022-12-31"),
        ("2022-1-5", "2022-01-05"),
        ("2022/12/31", "2022-12-31"),
        ("2022.12.31", "2022-12-31"),
        ("20221231", "2022-12-31"),
        ("31 december 2022", "2022-12-31"),
        ("den 31 december 2022", "2022-12-31"),
        ("den 31:e december 2022", "2022-12-31"),
        ("1 MAJ 2022", "2022-05-01"),
        ("5 aug. 2022", "2022-08-05"),
        ("juni 2022", "2022-06"),
        ("2022-6", "2022-06"),
        ("2022/06", "2022-06"),
    ]
)
def test_a_date_written_another_way_is_recognised(text: str, meant: str) -> None:
    assert meant == str(guess_date(text))


@each(["", "våren 2022", "vecka 12", "12/31", "snart", "31 foo 2022", "2022"])
def test_nothing_is_suggested_for_what_is_not_certain(text: str) -> None:
    assert guess_date(text) is None


@each(
    [
        ("2029-12-10 kl. 13:00", "2029-12-10"),
        ("10 december 2029 klockan 9.30", "2029-12-10"),
        ("2029-12-10T08:15:00Z", "2029-12-10"),
        ("47097", "2028-12-10"),
        ("291210", "2029-12-10"),
        ("291310", "None"),
        ("12345", "None"),
        ("kl. 21:00", "None"),
        ("torsdag 31 dec 2029", "2029-12-31"),
        ("ons 30/6 2027", "2027-06-30"),
        ("30.6.27", "2027-06-30"),
        ("senast vecka 44, 2026", "2026-11-01"),
        ("v. 54 2026", "None"),
        ("Q4 2026", "2026-12"),
        ("fjärde kvartalet 2026", "2026-12"),
        ("Q5 2026", "None"),
    ]
)
def test_a_date_with_a_clock_time_or_as_a_number_is_proposed(text: str, meant: str) -> None:
    assert guess_date(text) is None
    assert str(likely_date(text)) == meant


@pytest.mark.parametrize("text", ["31/6 2022", "31 juni 2022", "20220631", "2022-6-31"])
def test_a_guess_that_does_not_exist_says_why(text: str) -> None:
    with pytest.raises(ImpossibleDateError, match="June has 30 days"):
        guess_date(text)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2022", "year", "2022-01-01", "2022-12-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2022-06-30", "day", "2022-06-30", "2022-06-30"),
    ],
)
def test_a_date_covers_from_its_first_day_to_its_last(
    text: str, precision: str, first: str, last: str
) -> None:
    date = parse_date(text)

    assert (precision, first, last) == (date.precision, str(date.first), str(date.last))


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("2027-06-30", "30\u00a0juni 2027", "30\u00a0June 2027"),
        ("2027-06", "juni 2027", "June 2027"),
        ("2027", "2027", "2027"),
    ],
)
def test_a_date_is_written_in_words(text: str, swedish: str, english: str) -> None:
    date = parse_date(text)

    assert (swedish, english) == (format_date(date), format_date(date, "en"))


def test_a_calendar_date_is_written_as_a_partial_one() -> None:
    assert format_date(PartialDate(2022, 3, 1)) == format_date(dt.date(2022, 3, 1))


def test_there_are_twelve_months_in_both_languages() -> None:
    assert 12 == len({month.sv for month in MONTHS}) == len({month.en for month in MONTHS})


@pytest.mark.parametrize(("year", "days"), [(2023, 28), (2024, 29), (2100, 28), (2000, 29)])
def test_february_follows_the_calendar(year: int, days: int) -> None:
    assert days == days_in(year, 2)


@each(
    [
        ("2024-01-15", 0, "2024-01-15"),
        ("2024-01-15", 1, "2024-02-15"),
        ("2024-03-15", -2, "2024-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2023-12-01", 1, "2024-01-01"),
        ("2024-11-30", 1, "2024-12-31"),
        ("2024-05-15", 12, "2025-05-15"),
        ("2024-05-15", -30, "2021-11-15"),
        ("2023-01-30", 1, "2023-02-28"),
        ("2024-01-30", 1, "2024-02-29"),
        ("2024-01-31", 3, "2024-04-30"),
        ("2023-02-28", 1, "2023-03-31"),
        ("2024-02-28", 1, "2024-03-28"),
        ("2024-02-29", 12, "2025-02-28"),
    ]
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: str, months: int, later: str) -> None:
    assert later == str(add_months(dt.date.fromisoformat(day), months))


# ---------------------------------------------------------------- numbers


@each(
    [
        ("104", 104),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("1 000", 1000),
        ("1\u00a0000\u00a0000", 1_000_000),
        ("1\u202f000,25", 1000.25),
        ("-2", -2),
        ("\N{MINUS SIGN}2", -2),
        (" 7 ", 7),
        ("0", 0),
        ("4,0", 4),
        ("0180", 180),
        ("0.125", 0.125),
        ("1000.125", 1000.125),
        ("1,125", 1.125),
    ]
)
def test_numbers_are_read_as_swedes_write_them(text: str, number: float) -> None:
    read = parse_number(text)

    assert (number, type(number)) == (read, type(read))


@each(
    [
        "",
        "många",
        "1 00",
        "10 0000",
        "1,2,3",
        "1e3",
        "0x10",
        "1_000",
        "١٢",
        "3,",
        ",5",
        "+5",
        "1 000 00",
        "NaN",
        "1.000",
        "12.500",
        "-1.000.000",
    ]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse_number(text)


@each(
    [
        (0, "0", "0"),
        (104, "104", "104"),
        (1000, "1\u00a0000", "1,000"),
        (1234567, "1\u00a0234\u00a0567", "1,234,567"),
        (3.5, "3,5", "3.5"),
        (1000.25, "1\u00a0000,25", "1,000.25"),
        (-2.5, "-2,5", "-2.5"),
        (100.0, "100", "100"),
        (2**53 + 1, "9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993", "9,007,199,254,740,993"),
    ]
)
def test_numbers_are_written_as_each_language_does(number: float, swedish: str, english: str) -> None:
    assert (swedish, english) == (format_number(number), format_number(number, "en"))


@each([("en", 1), ("ett", 1), ("två", 2), ("elva", 11), ("tjugo", 20), ("hundra", 100)])
def test_number_words_are_known(word: str, number: int) -> None:
    assert number == NUMBER_WORDS[word]
