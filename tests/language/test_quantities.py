"""What Swedish texts state in numbers."""

import datetime as dt
import itertools
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import PROMISES, plain
from medborgarlofte.language.quantities import Quantity, deadline, number, opening_hours, quantities
from medborgarlofte.swedish import NUMBER_WORDS

WEEK: Final = 7.0
YEAR: Final = 365.25
MONTH: Final = YEAR / 12

Row = tuple[float | None, float | None, float | None, bool, float | None, bool]
"""low, high, per_days, share, hours, approximate"""


def count(
    low: float | None, high: float | None = None, per: float | None = None, *, about: bool = False
) -> Row:
    """A count, perhaps at a rate."""
    return low, high, per, False, None, about


def share(low: float | None, high: float | None = None, *, about: bool = False) -> Row:
    """A part of a whole."""
    return low, high, None, True, None, about


def within(hours: float) -> Row:
    """A time to do something in."""
    return None, None, None, False, hours, False


def rows(text: str) -> list[Row]:
    """Every quantity of a text."""
    return [(q.low, q.high, q.per_days, q.share, q.hours, q.approximate) for q in quantities(text)]


PHRASES: Final[dict[str, list[Row]]] = {
    # bounds
    "minst 100 kvällar": [count(100)],
    "Minst två nya föräldrastödsgrupper": [count(2)],
    "åtminstone fyra vandringar": [count(4)],
    "lägst 20 kontroller": [count(20)],
    "högst 30 klagomål": [count(None, 30)],
    "maximalt tre ärenden": [count(None, 3)],
    "max 5 ärenden": [count(None, 5)],
    "som mest 12 brott": [count(None, 12)],
    "upp till 40 lampor": [count(None, 40)],
    "inte fler än 65 inbrott": [count(None, 65)],
    "inte mer än tio anmälningar": [count(None, 10)],
    "exakt 4 besök": [count(4)],
    "12 träffar": [count(12)],
    # about
    "cirka 60 kontroller": [count(60, about=True)],
    "ca 60 kontroller": [count(60, about=True)],
    "c:a 60 kontroller": [count(60, about=True)],
    "ungefär hundra samtal": [count(100, about=True)],
    "omkring 25 möten": [count(25, about=True)],
    "runt 25 möten": [count(25, about=True)],
    "minst cirka 20 besök": [count(20, about=True)],
    "ett tiotal träffar": [count(10, about=True)],
    "ett hundratal besök": [count(100, about=True)],
    # spans
    "3–4 trygghetsvandringar": [count(3, 4)],
    "3-4 trygghetsvandringar": [count(3, 4)],
    "3 till 4 vandringar": [count(3, 4)],
    "två till tre kvällar": [count(2, 3)],
    "mellan 3 och 4 vandringar": [count(3, 4)],
    "två-tre gånger": [count(2, 3)],
    # numbers
    "1 000 brev": [count(1000)],
    "1\u00a0000 brev": [count(1000)],
    "10000 brev": [count(10000)],
    "3,5 tjänster": [count(3.5)],
    "ett dussin träffar": [count(12)],
    "två dussin lampor": [count(24)],
    "hundra besök": [count(100)],
    "tvåhundra besök": [count(200)],
    "tjugofem besök": [count(25)],
    "trettiotvå besök": [count(32)],
    "0 brott": [count(0)],
    # rates
    "två kvällar i veckan": [count(2, None, WEEK)],
    "två kvällar per vecka": [count(2, None, WEEK)],
    "två patruller varje vecka": [count(2, None, WEEK)],
    "fyra gånger per år": [count(4, None, YEAR)],
    "fyra gånger om året": [count(4, None, YEAR)],
    "en gång per termin": [count(1, None, YEAR / 2)],
    "en gång i månaden": [count(1, None, MONTH)],
    "ett tillfälle per kvartal": [count(1, None, YEAR / 4)],
    "minst en gång i veckan": [count(1, None, WEEK)],
    "högst 3 besök per tertial": [count(None, 3, YEAR / 3)],
    "2 möten per halvår": [count(2, None, YEAR / 2)],
    "mellan fem och tio kontroller per månad": [count(5, 10, MONTH)],
    "tio nattvandringar under året": [count(10, None, YEAR)],
    "5 kontroller om dagen": [count(5, None, 1)],
    "8 timmar i veckan": [count(8, None, WEEK)],
    "två gånger varje termin": [count(2, None, YEAR / 2)],
    "minst 1 gång varje vecka": [count(1, None, WEEK)],
    "2 ggr per vecka": [count(2, None, WEEK)],
    "2 ggr/år": [count(2, None, YEAR)],
    # frequencies
    "varje vecka": [count(1, None, WEEK)],
    "Varje dag": [count(1, None, 1)],
    "varje kväll": [count(1, None, 1)],
    "varje helg": [count(1, None, WEEK)],
    "varje helgfri torsdag": [count(1, None, WEEK)],
    "varje fredag och lördag": [count(2, None, WEEK)],
    "varje fredag, lördag och söndag": [count(3, None, WEEK)],
    "varannan vecka": [count(1, None, 2 * WEEK)],
    "varannan torsdag": [count(1, None, 2 * WEEK)],
    "en gång varannan vecka": [count(1, None, 2 * WEEK)],
    "vartannat år": [count(1, None, 2 * YEAR)],
    "var tredje vecka": [count(1, None, 3 * WEEK)],
    "var 14:e dag": [count(1, None, 14)],
    "varje vardag": [count(1, None, WEEK / 5)],
    "DAGLIGEN": [count(1, None, 1)],
    "månadsvis": [count(1, None, MONTH)],
    "kvartalsvis": [count(1, None, YEAR / 4)],
    "årligen": [count(1, None, YEAR)],
    "udda torsdagar": [count(1, None, 2 * WEEK)],
    # shares
    "minst 65 procent är trygga": [share(0.65)],
    "65 %": [share(0.65)],
    "65% av eleverna": [share(0.65)],
    "högst 12,5 procent": [share(None, 0.125)],
    "10–20 procent": [share(0.1, 0.2)],
    "cirka 20 procent": [share(0.2, about=True)],
    # times within which
    "inom 24 timmar": [within(24)],
    "inom ett dygn": [within(24)],
    "inom två dygn": [within(48)],
    "inom tre dagar": [within(72)],
    "inom en vecka": [within(168)],
    "inom 2 veckor": [within(336)],
    "inom en månad": [within(730.5)],
    # several
    "minst 4 kontroller per månad och 2 vandringar per år": [count(4, None, MONTH), count(2, None, YEAR)],
    "100 kvällar, minst 20 av dem på helger": [count(100), count(20)],
    "20 nya lampor och 10 kameror": [count(20), count(10)],
    # none
    "en fältassistent": [],
    "ett möte": [],
    "under 2022": [],
    "2023–2027": [],
    "årskurs 7": [],
    "Storgatan 4": [],
    "ungdomar 13–17 år": [],
    "kl. 20–23": [],
    "klockan 20.00": [],
    "väg 23": [],
    "senast 31 oktober": [],
    "före den 1 november": [],
    "den 1 maj": [],
    "från 15 mars till 30 april": [],
    "2024-10-31": [],
    "enligt 9 §": [],
    "ring 114 14": [],
    "hundratals besök": [],
    "": [],
}


@pytest.mark.parametrize("text", PHRASES)
def test_a_phrase_states_its_quantities(text: str) -> None:
    assert PHRASES[text] == rows(text)


@pytest.mark.parametrize("text", [text for text in PHRASES if text])
def test_a_phrase_states_the_same_inside_a_sentence(text: str) -> None:
    assert PHRASES[text] == rows(f"Vi lovar {text[0].lower()}{text[1:]}.")


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(PHRASES) >= 100


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("minst 100 kvällar", "kvällar"),
        ("två nya föräldrastödsgrupper under året", "nya föräldrastödsgrupper"),
        ("12 kontroller per år", "kontroller"),
        ("två kvällar i veckan", "kvällar"),
        ("20 procent av eleverna", ""),
        ("fyra gånger per år", ""),
    ],
)
def test_what_is_counted_is_told_as_written(text: str, unit: str) -> None:
    [found] = quantities(text)

    assert unit == found.unit


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("minst tre besök på varje skola", True),
        ("tre möten för varje område", True),
        ("tre besök på skolan", False),
        ("tre besök i varje månad", False),
        ("tre besök. På varje skola finns en lapp", False),
    ],
)
def test_a_number_for_each_place_is_told(text: str, each: bool) -> None:
    assert [each] == [q.each for q in quantities(text)][:1]


@pytest.mark.parametrize("text", PHRASES)
def test_capitals_make_no_difference(text: str) -> None:
    for written in (text.lower(), text.upper()):
        assert PHRASES[text] == rows(written)


@given(st.text("0123456789 ,.–-%:/abceinorstvåäö", max_size=60))
def test_any_text_is_answered(text: str) -> None:
    for found in quantities(text):
        assert found.low is not None or found.high is not None or found.hours is not None
        assert found.low is None or found.high is None or found.low < found.high
        assert found.per_days is None or found.per_days > 0


@given(
    st.lists(
        st.sampled_from(["minst 3 besök", "varje vecka", "inom 2 dygn", "40 procent", "år 2024"]), max_size=5
    )
)
def test_quantities_add_up(parts: list[str]) -> None:
    apart = [row for part in parts for row in rows(part)]

    assert sorted(map(str, apart)) == sorted(map(str, rows(". ".join(parts))))


def test_the_quantities_of_the_shipped_promises_agree_with_their_fields() -> None:
    """A target that is written in a field stands in the text too, or it would be invented."""
    for path in sorted(PROMISES.rglob("lofte-*.yaml")):
        for commitment in plain(path.read_text(encoding="utf-8")).get("åtaganden", []):
            target = commitment.get("mål")
            if isinstance(target, dict) and "minst" in target:
                assert float(target["minst"]) in [q.low for q in quantities(commitment["text"])], commitment[
                    "id"
                ]


@pytest.mark.parametrize(("word", "value"), NUMBER_WORDS.items())
def test_a_number_in_words_has_its_value(word: str, value: int) -> None:
    assert float(value) == number(word) == number(word.upper())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 000", 1000),
        ("12\u00a0500", 12500),
        ("3,5", 3.5),
        ("två dussin", 24),
        ("fem hundra", 500),
        (" 7 ", 7),
    ],
)
def test_a_number_in_digits_has_its_value(text: str, value: float) -> None:
    assert value == number(text)


@pytest.mark.parametrize("text", ["", "många", "1-2", "två tre fyra", "1.5.2"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any number that is none
        number(text)


START: Final = dt.date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("senast 31 oktober", dt.date(2024, 10, 31)),
        ("Senast den 31 oktober 2025", dt.date(2025, 10, 31)),
        ("senast i oktober", dt.date(2024, 10, 31)),
        ("före den 1 november", dt.date(2024, 10, 31)),
        ("innan 1:a maj 2024", dt.date(2024, 4, 30)),
        ("före juni", dt.date(2024, 5, 31)),
        ("senast februari", dt.date(2025, 2, 28)),
        ("senast 2024-06-30", dt.date(2024, 6, 30)),
        ("före 2024-07-01", dt.date(2024, 6, 30)),
        ("klart till den 15 maj", dt.date(2024, 5, 15)),
        ("senast 31 juni", None),
        ("senast 2024-13-01", None),
        ("senast i höst", None),
        ("den 1 maj", None),
        ("", None),
    ],
)
def test_a_deadline_is_the_last_day(text: str, day: dt.date | None) -> None:
    assert day == deadline(text, START)


@pytest.mark.parametrize("start", [None, dt.date(1900, 1, 1), dt.date(2200, 12, 31)])
def test_a_deadline_needs_no_start(start: dt.date | None) -> None:
    for text in (
        "senast 31 oktober",
        "före den 1 januari",
        "senast i februari",
        "senast 0000-01-01",
        "före 0001-01-01",
    ):
        found = deadline(text, start)
        assert found is None or isinstance(found, dt.date)


@pytest.mark.parametrize(
    ("schedule", "hours"),
    [
        ("varje torsdag 10–11", 1.0),
        ("kl. 16-18", 2.0),
        ("20–01", 5.0),
        ("16.30–18.00", 1.5),
        ("16:15 – 17:00", 0.75),
        ("00–24", 24.0),
        ("varje torsdag", None),
        ("", None),
    ],
)
def test_a_schedule_has_its_hours(schedule: str, hours: float | None) -> None:
    assert hours == opening_hours(schedule)


def test_two_phrases_never_share_a_quantity() -> None:
    first: Quantity
    for first, second in itertools.pairwise(quantities("minst 3 besök, högst 4 möten och 5 brev per år")):
        assert first != second
