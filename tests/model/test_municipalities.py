"""The 290 municipalities, by code and by the names they go by."""

import re
from collections import Counter

from each import each
from medborgarlofte.model.municipalities import (
    EXAMPLE_CODE,
    Municipality,
    by_name,
    is_same_place,
    municipalities,
)

ALL = tuple(municipalities().values())


def test_there_are_290_municipalities_in_21_counties() -> None:
    assert len(ALL) == 290
    assert len({municipality.county for municipality in ALL}) == 21


def test_every_code_is_four_digits_as_text_and_the_example_is_none_of_them() -> None:
    assert [code for code in municipalities() if not re.fullmatch("[0-9]{4}", code)] == []
    assert EXAMPLE_CODE not in municipalities()


def test_the_first_two_digits_say_the_county() -> None:
    counties = {(municipality.code[:2], municipality.county) for municipality in ALL}

    assert len(counties) == 21


def test_every_name_is_one_municipality() -> None:
    assert [name for name, count in Counter(m.name.casefold() for m in ALL).items() if count > 1] == []


@each(ALL, lambda municipality: municipality.code)
def test_a_municipality_is_recognised_by_every_form_of_its_name(municipality: Municipality) -> None:
    genitive = municipality.name if municipality.name[-1] in "sxz" else f"{municipality.name}s"
    forms = (
        municipality.name,
        f"{municipality.name} kommun",
        f"{genitive} kommun",
        f" {genitive.upper()} KOMMUN ",
    )

    assert [municipality] * 4 == [by_name(form) for form in forms]


@each(
    [
        ("Falu kommun", "2080"),
        ("Region Gotland", "0980"),
        ("Göteborgs Stad", "1480"),
        ("Malmö stad", "1280"),
        ("Borås Stad", "1490"),
        ("Stockholms stads", "0180"),
        ("Håbo kommun", "0305"),
        ("Habo kommun", "0643"),
    ]
)
def test_the_names_that_go_their_own_way_are_recognised(written: str, code: str) -> None:
    found = by_name(written)
    assert found is not None

    assert code == found.code


@each(["", "kommun", "s", "Exempelby kommun", "Lokalpolisområde Karlshamn", "Hallands län"])
def test_what_is_no_municipality_is_not_recognised(written: str) -> None:
    assert by_name(written) is None


@each(
    [
        ("Karlshamns kommun", True),
        ("Karlshamn", True),
        ("Sölvesborgs kommun", False),
        ("Exempelby kommun", False),
        ("Kommunstyrelsen i Karlshamn", True),
        ("Näsviken", True),
    ]
)
def test_a_partys_name_is_compared_with_its_code(written: str, same: bool) -> None:
    assert same is is_same_place(written, municipalities()["1082"])


def test_two_municipalities_that_fold_alike_are_two_places() -> None:
    assert not is_same_place("Håbo kommun", municipalities()["0643"])
    assert not is_same_place("Habo kommun", municipalities()["0305"])
