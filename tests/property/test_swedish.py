"""What holds for every text, date and number."""

import datetime as dt
import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.swedish import (
    PartialDate,
    fold,
    format_date,
    format_number,
    parse_date,
    parse_number,
    slug,
    sort_key,
)

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"

dates = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)),
    st.integers(1, 3),
)
numbers = st.one_of(
    st.integers(-(10**12) + 1, 10**12 - 1),
    st.decimals(-999_999_999, 999_999_999, places=6).map(float),
)


@given(st.text())
@example("Ǣǽǿ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(st.text())
def test_folding_does_not_see_how_letters_are_composed(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text())
def test_a_slug_holds_only_what_every_address_can(text: str) -> None:
    made = slug(text)

    assert re.fullmatch("[a-z0-9-]*", made)
    assert re.search("^-|-$|--", made) is None
    assert made == slug(made)


@given(st.lists(st.text(ALPHABET)))
def test_words_are_sorted_as_the_swedish_alphabet_is(words: list[str]) -> None:
    by_letter = sorted(words, key=lambda word: [ALPHABET.index(letter) for letter in word])

    assert by_letter == sorted(words, key=sort_key)


@given(st.lists(st.text(ALPHABET + ALPHABET.upper()), min_size=2, max_size=2))
def test_capitals_do_not_matter_in_sorting(words: list[str]) -> None:
    one, other = words

    assert (sort_key(one) < sort_key(other)) == (sort_key(one.upper()) < sort_key(other.lower()))


@given(dates)
def test_a_date_reads_as_it_is_written(date: PartialDate) -> None:
    assert date == parse_date(str(date))


@given(dates)
def test_a_date_covers_at_least_a_day_and_at_most_a_year(date: PartialDate) -> None:
    assert 0 <= (date.last - date.first).days < 366
    assert date.first.year == date.last.year == date.year


@given(dates)
def test_a_date_in_words_says_its_year(date: PartialDate) -> None:
    for lang in LANGUAGES:
        assert format_date(date, lang).endswith(str(date.year))


@given(numbers)
def test_a_number_reads_as_it_is_written(number: float) -> None:
    assert number == parse_number(format_number(number))


@given(st.text(alphabet="0123456789-/ .:junimajdec"))
def test_a_text_is_read_as_a_date_only_when_it_is_one(text: str) -> None:
    try:
        date = parse_date(text)
    except ValueError:
        assert re.fullmatch("(19|20)[0-9][0-9]|(19|20)[0-9][0-9]-(0[1-9]|1[0-2])", text.strip()) is None
    else:
        assert text.strip() == str(date)


@given(st.text(alphabet="0123456789 .,-\u00a0\u202f\u2212"))
def test_any_text_is_a_number_or_a_value_error(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError:
        assert re.fullmatch("[0-9]{1,12}", text) is None
    else:
        assert number == parse_number(format_number(number))
