"""What a commitment binds to in numbers, and what it means when one quantity becomes another."""

import datetime as dt
from typing import Any, Final

import pytest

from diff.promises_of_pairs import new_promise
from medborgarlofte.diff.measures import (
    Measure,
    effects,
    limits,
    matched,
    measures,
    period_days,
    same,
    shifted,
    universals,
    yearly,
)
from medborgarlofte.language.quantities import YEAR_DAYS, Quantity
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.record import Period

LEAP_YEAR: Final = 366.0


def _commitment(row: dict[str, Any]) -> Commitment:
    promise: Any = new_promise({"id": "K1", "part": "kommunen", "text": "Vi är ute.", **row}).document
    return promise.commitments[0]  # type: ignore[no-any-return]


def _measures(row: dict[str, Any], days: float | None = LEAP_YEAR) -> list[tuple[str, Quantity]]:
    return [(measure.field, measure.quantity) for measure in measures(_commitment(row), days)]


def _told(
    row: dict[str, Any], days: float | None = LEAP_YEAR
) -> list[tuple[str, float | None, float | None]]:
    return [(field, quantity.low, quantity.per_days) for field, quantity in _measures(row, days)]


# ---------------------------------------------------------------- out of a commitment


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ({"från": "2024-01-01", "till": "2024-01-01"}, 1),
        ({"från": "2024-02", "till": "2024-03"}, 60),
        ({"från": "2023", "till": "2024"}, 731),
        ({"från": "2024-01-01", "till": "2024-06-30", "förlängd_till": "2024-12-31"}, 366),
        ({"från": "2024-01-01", "tills_vidare": True}, None),
        ({"till": "2024-01-01"}, None),
    ],
)
def test_a_period_is_as_long_as_from_its_first_day_to_its_last(
    period: dict[str, Any], days: int | None
) -> None:
    assert days == period_days(Period.model_validate(period))


@pytest.mark.parametrize(
    ("target", "quantity"),
    [
        ({"minst": 4, "enhet": "kvällar", "per": "vecka"}, Quantity(4, None, "kvällar", 7)),
        ({"högst": 4, "enhet": "kvällar", "per": "2 veckor"}, Quantity(None, 4, "kvällar", 14)),
        ({"exakt": 4, "enhet": "kvällar", "per": "perioden"}, Quantity(4, None, "kvällar", LEAP_YEAR)),
        ({"mellan": [3, 4], "cirka": "ja"}, Quantity(3, 4, approximate=True)),
        ({"minst": 80, "enhet": "procent", "av": "eleverna"}, Quantity(0.8, None, "eleverna", share=True)),
        ({"mellan": [25, 50], "enhet": "Procent"}, Quantity(0.25, 0.5, share=True)),
        ({"högst": 5, "enhet": "%"}, Quantity(None, 0.05, share=True)),
        ({"alla": "ja", "enhet": "skolor"}, Quantity(1, None, "skolor", share=True)),
        ({"inga": "ja", "enhet": "inbrott"}, Quantity(None, 0, "inbrott")),
        ({"inom": "24 timmar"}, Quantity(None, None, hours=24)),
        ({"inom": "kort tid"}, Quantity(None, None)),
        ({"minst": 3, "inom": "2 veckor"}, Quantity(3, None, hours=336)),
        ({"minst": 2, "enhet": "besök", "för_varje": "skola"}, Quantity(2, None, "besök", each=True)),
    ],
)
def test_a_target_is_a_quantity(target: dict[str, Any], quantity: Quantity) -> None:
    assert _measures({"mål": target}) == [("mål", quantity)]


def test_a_count_over_a_period_without_end_has_no_rate() -> None:
    assert _measures({"mål": {"minst": 4, "per": "perioden"}}, None) == [("mål", Quantity(4, None))]
    assert _measures({"mål": {"minst": 4, "per": "vecka"}}, None) == [("mål", Quantity(4, None, per_days=7))]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"text": "Vi är ute minst 10 kvällar."}, [("mål", 10, None)]),
        ({"text": "Vi är ute minst 104 kvällar per år.", "mål": {"minst": 2, "per": "vecka"}}, [("mål", 2, 7)]),
        (
            {"text": "Vi är ute minst 104 kvällar per år.", "mål": {"minst": 3, "per": "vecka"}},
            [("mål", 3, 7), ("mål", 104, YEAR_DAYS)],
        ),
        ({"text": "Vi är ute minst 10 kvällar.", "mål": {"minst": 10, "per": "år"}}, [("mål", 10, YEAR_DAYS)]),
        ({"text": "Vi är ute minst 10 kvällar.", "tid": "varje fredag"}, [("mål", 10, None), ("tid", 1, 7)]),
        ({"text": "Vi är ute varje fredag.", "tid": "varje fredag kl. 18–21"}, [("mål", 1, 7)]),
        ({"tid": "varje fredag och varje lördag"}, [("tid", 1, 7)]),
        ({}, []),
    ],
)  # fmt: skip
def test_what_is_said_twice_is_told_once(
    row: dict[str, Any], told: list[tuple[str, float, float | None]]
) -> None:
    assert told == _told(row)


def test_a_count_over_two_years_is_no_other_measure_than_its_rate() -> None:
    text = {"text": "Vi är ute minst 104 kvällar."}

    assert [low for _, low, _ in _told(text | {"mål": {"minst": 1, "per": "vecka"}}, 731)] == [1]
    assert [low for _, low, _ in _told(text | {"tid": "varje fredag"}, 731)] == [104]
    assert [low for _, low, _ in _told(text | {"tid": "varje fredag"}, 366)] == [104, 1]


# ---------------------------------------------------------------- the same or not


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Quantity(2, None, per_days=7), Quantity(104, None, per_days=YEAR_DAYS), True),
        (Quantity(2, None, per_days=7), Quantity(99, None, per_days=YEAR_DAYS), False),
        (Quantity(100, None), Quantity(100, None, per_days=YEAR_DAYS), True),
        (Quantity(100, None), Quantity(100, None, per_days=7), True),
        (Quantity(100, None, per_days=30), Quantity(100, None, per_days=7), False),
        (Quantity(100, None, per_days=YEAR_DAYS), Quantity(96, None, per_days=YEAR_DAYS), True),
        (Quantity(100, None, per_days=YEAR_DAYS), Quantity(95, None, per_days=YEAR_DAYS), False),
        (Quantity(3, None), Quantity(3, 4), True),
        (Quantity(3, 5), Quantity(3, 4), False),
        (Quantity(2, 4, per_days=7), Quantity(104, 208, per_days=YEAR_DAYS), True),
        (Quantity(3, 4), Quantity(None, 4), False),
        (Quantity(None, 4), Quantity(None, 4, per_days=7), True),
        (Quantity(None, 4), Quantity(None, 8), False),
        (Quantity(0.5, None, share=True), Quantity(0.5, None), False),
        (Quantity(0.5, None, share=True), Quantity(0.5, None, share=True), True),
        (Quantity(None, None, hours=24), Quantity(None, None, hours=24.5), True),
        (Quantity(None, None, hours=24), Quantity(None, None, hours=48), False),
        (Quantity(3, None, hours=24), Quantity(None, None, hours=24), True),
        (Quantity(3, None, hours=24), Quantity(5, None, hours=24), True),
        (Quantity(3, None, hours=24), Quantity(None, None, hours=48), False),
        (Quantity(3, None, hours=24), Quantity(3, None, hours=48), True),
        (Quantity(3, None, hours=24), Quantity(3, None), True),
        (Quantity(None, None, hours=24), Quantity(3, None), False),
    ],
)
def test_two_quantities_are_the_same_when_they_say_one_thing(
    one: Quantity, other: Quantity, expected: bool
) -> None:
    assert (expected, expected) == (same(one, other, LEAP_YEAR), same(other, one, LEAP_YEAR))


def test_a_count_is_held_against_a_rate_over_the_period() -> None:
    count, rate = Quantity(104, None), Quantity(1, None, per_days=7)

    assert [same(count, rate, days) for days in (365, 730)] == [False, True]
    assert [same(rate, count, days) for days in (365, 730)] == [False, True]
    assert same(Quantity(52, None), rate, None)


@pytest.mark.parametrize(
    ("quantity", "days", "expected"),
    [
        (Quantity(2, 4, "x", YEAR_DAYS / 2), None, Quantity(4, 8, "x", YEAR_DAYS)),
        (Quantity(2, None, "x"), YEAR_DAYS * 2, Quantity(1, None, "x", YEAR_DAYS)),
        (Quantity(None, 4, "x"), YEAR_DAYS / 2, Quantity(None, 8, "x", YEAR_DAYS)),
        (Quantity(2, 4, "x"), None, Quantity(2, 4, "x")),
        (Quantity(0.5, None, share=True), 30, Quantity(0.5, None, share=True)),
        (Quantity(2, None, hours=24), 30, Quantity(2, None, hours=24)),
    ],
)
def test_a_quantity_is_counted_over_a_year(
    quantity: Quantity, days: float | None, expected: Quantity
) -> None:
    assert expected == yearly(quantity, days)


# ---------------------------------------------------------------- weaker or sharper


@pytest.mark.parametrize(
    ("weak", "sharp"),
    [
        (Quantity(80, None), Quantity(100, None)),
        (Quantity(100, None, approximate=True), Quantity(100, None)),
        (Quantity(None, 8), Quantity(None, 4)),
        (Quantity(3, 5), Quantity(3, 4)),
        (Quantity(1, None, per_days=14), Quantity(1, None, per_days=7)),
        (Quantity(99, None, per_days=YEAR_DAYS), Quantity(2, None, per_days=7)),
        (Quantity(None, 4), Quantity(3, 4)),
        (Quantity(None, None, hours=48), Quantity(None, None, hours=24)),
        (Quantity(3, None), Quantity(3, None, hours=24)),
        (Quantity(3, None, hours=48), Quantity(3, None, hours=24)),
        (Quantity(3, None), Quantity(3, None, each=True)),
        (Quantity(50, None), Quantity(1, None, share=True)),
        (Quantity(0.5, None, share=True), Quantity(1, None, share=True)),
    ],
)
def test_a_quantity_binds_to_more_than_another(weak: Quantity, sharp: Quantity) -> None:
    assert list(effects(weak, sharp, LEAP_YEAR, LEAP_YEAR)) == ["sharpened"]
    assert list(effects(sharp, weak, LEAP_YEAR, LEAP_YEAR)) == ["weakened"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity(100, None), Quantity(100, None)),
        (Quantity(100, None, approximate=True), Quantity(100, None, approximate=True)),
        (Quantity(100, None), Quantity(97, None)),
        (Quantity(2, None, per_days=7), Quantity(104, None, per_days=YEAR_DAYS)),
        (Quantity(104, None), Quantity(2, None, per_days=7)),
        (Quantity(None, 4), Quantity(None, 4)),
        (Quantity(3, 4), Quantity(3, None)),
        (Quantity(None, 0), Quantity(3, None)),
        (Quantity(0.5, None, share=True), Quantity(50, None)),
        (Quantity(None, None, hours=24), Quantity(None, None, hours=24)),
        (Quantity(3, None, each=True), Quantity(3, None, each=True)),
    ],
)
def test_some_quantities_bind_to_as_much(one: Quantity, other: Quantity) -> None:
    assert list(effects(one, other, LEAP_YEAR, LEAP_YEAR)) == []
    assert list(effects(other, one, LEAP_YEAR, LEAP_YEAR)) == []


def test_a_share_that_becomes_a_time_is_gone() -> None:
    share, time = Quantity(0.4, None, share=True), Quantity(None, None, hours=24)

    assert list(effects(share, time, LEAP_YEAR, LEAP_YEAR)) == ["sharpened", "weakened"]
    assert list(effects(time, share, LEAP_YEAR, LEAP_YEAR)) == ["weakened", "sharpened"]


def test_a_quantity_may_be_weaker_in_one_way_and_sharper_in_another() -> None:
    old, new = Quantity(100, None, hours=24), Quantity(80, None, hours=12)

    assert list(effects(old, new, LEAP_YEAR, LEAP_YEAR)) == ["sharpened", "weakened"]
    assert list(effects(Quantity(3, 5), Quantity(4, 6), None, None)) == ["sharpened", "weakened"]


def test_a_count_is_held_against_a_rate_over_its_own_period() -> None:
    count, rate = Quantity(104, None), Quantity(1, None, per_days=7)

    assert list(effects(count, rate, 365, 730)) == ["weakened"]
    assert list(effects(count, rate, 730, 365)) == []
    assert list(effects(rate, count, 730, 365)) == ["sharpened"]
    assert list(effects(rate, count, 365, 730)) == []
    assert list(effects(count, Quantity(104, None), 365, 730)) == []


# ---------------------------------------------------------------- which became which


def _measure(low: float, unit: str, **more: Any) -> Measure:
    return Measure(Quantity(low, None, unit, **more), "mål")


VISITS: Final = _measure(1, "besök")
EVENINGS: Final = _measure(2, "kvällar", per_days=7)
MORE_EVENINGS: Final = _measure(3, "kvällar", per_days=7)
SHARE: Final = _measure(0.5, "elever", share=True)
LARGER_SHARE: Final = _measure(0.8, "elever", share=True)
SHARE_A_YEAR: Final = _measure(0.8, "elever", share=True, per_days=YEAR_DAYS)
SHARE_OF_THE: Final = _measure(0.8, "eleverna", share=True)
PUPILS: Final = _measure(100, "elever")
PUPILS_A_YEAR: Final = _measure(100, "elever", per_days=YEAR_DAYS)
SOON: Final = Measure(Quantity(None, None, hours=24), "mål")
SOONER: Final = Measure(Quantity(None, None, hours=12), "mål")
NUMBER: Final = _measure(3, "")
LARGER_NUMBER: Final = _measure(4, "")
EVENINGS_IN_ALL: Final = _measure(100, "kvällar")


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([EVENINGS], [MORE_EVENINGS], [(EVENINGS, MORE_EVENINGS)]),
        ([VISITS], [SHARE], [(VISITS, SHARE)]),
        ([VISITS, EVENINGS], [MORE_EVENINGS, VISITS], [(VISITS, VISITS), (EVENINGS, MORE_EVENINGS)]),
        ([SHARE, EVENINGS], [MORE_EVENINGS, LARGER_SHARE], [(SHARE, LARGER_SHARE), (EVENINGS, MORE_EVENINGS)]),
        ([SOON, VISITS], [VISITS, SOONER], [(SOON, SOONER), (VISITS, VISITS)]),
        ([NUMBER], [VISITS, LARGER_NUMBER], [(NUMBER, LARGER_NUMBER), (None, VISITS)]),
        ([NUMBER], [SOON, LARGER_NUMBER], [(NUMBER, LARGER_NUMBER), (None, SOON)]),
        ([EVENINGS], [EVENINGS_IN_ALL, MORE_EVENINGS], [(EVENINGS, MORE_EVENINGS), (None, EVENINGS_IN_ALL)]),
        ([SHARE], [PUPILS, SHARE_A_YEAR], [(SHARE, SHARE_A_YEAR), (None, PUPILS)]),
        ([SHARE], [PUPILS_A_YEAR, SHARE_OF_THE], [(SHARE, SHARE_OF_THE), (None, PUPILS_A_YEAR)]),
        ([VISITS], [EVENINGS, VISITS], [(VISITS, VISITS), (None, EVENINGS)]),
        ([VISITS, EVENINGS], [EVENINGS], [(EVENINGS, EVENINGS), (VISITS, None)]),
        ([VISITS, SHARE], [EVENINGS], [(VISITS, None), (SHARE, None), (None, EVENINGS)]),
        ([VISITS], [], [(VISITS, None)]),
        ([], [VISITS], [(None, VISITS)]),
        ([], [], []),
    ],
)  # fmt: skip
def test_measures_that_speak_of_the_same_thing_are_held_together(
    old: list[Measure], new: list[Measure], pairs: list[tuple[Measure | None, Measure | None]]
) -> None:
    there, back = list(matched(old, new)), list(matched(new, old))

    assert sorted(map(repr, pairs)) == sorted(map(repr, there))
    assert sorted(map(repr, pairs)) == sorted(repr((one, other)) for other, one in back)


def test_of_measures_that_are_equally_alike_the_first_belong_together() -> None:
    one, two, three = (_measure(n, "besök") for n in (1, 2, 3))

    assert list(matched([one, two], [three, two])) == [(one, three), (two, two)]
    assert list(matched([one, two], [three])) == [(one, three), (two, None)]


# ---------------------------------------------------------------- how much is covered


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Samtliga skolor och alla förskolor besöks.", ["skolor", "förskolor"]),
        ("Vi besöker varje Fritidsgård.", ["fritidsgård"]),
        ("100 procent av eleverna", ["eleverna"]),
        ("alla våra parker och hela kommunens E-handel", ["parker", "e-handel"]),
        ("Vi är ute varje fredag, alla vardagar, varje lov och varje torsdagskväll.", []),
        ("Vi besöker några skolor.", []),
    ],
)
def test_what_a_text_covers_wholly(text: str, nouns: list[str]) -> None:
    assert nouns == universals(text)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("De flesta Trapphus, vissa parker och ett urval av skolor", ["trapphus", "parker", "skolor"]),
        ("Vi besöker alla skolor.", []),
    ],
)
def test_what_a_text_covers_in_part(text: str, nouns: list[str]) -> None:
    assert nouns == limits(text)


@pytest.mark.parametrize(
    ("day", "old", "new", "expected"),
    [
        ("2023-06-30", "2023-01-01", "2024-01-01", "2024-06-30"),
        ("2023-06-15", "2023-01-01", "2024-04-01", "2024-09-15"),
        ("2024-02-10", "2023-09-01", "2022-11-01", "2023-04-10"),
        ("2023-06-30", None, "2024-01-01", "2023-06-30"),
        ("2023-06-30", "2023-01-01", None, "2023-06-30"),
    ],
)
def test_a_day_moves_as_far_as_the_period(day: str, old: str | None, new: str | None, expected: str) -> None:
    starts = [dt.date.fromisoformat(start) if start else None for start in (old, new)]

    assert expected == str(shifted(dt.date.fromisoformat(day), *starts))
