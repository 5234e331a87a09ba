"""What is counted: in the example of the handbook, and in three places counted by hand."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from corpus import shipped
from each import each
from example_places import ABY, ALFABY, FILES, TODAY, example, read, three_places
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.load import Workspace
from medborgarlofte.stats import GROUPS, PARTS, PromiseFigures, Row, counted, figures, name_of, rows


def _latest_day(one: PromiseFigures) -> dt.date | None:
    return one.latest.date.last if one.latest else None


def _by_id(workspace: Workspace, today: dt.date = TODAY) -> dict[str, PromiseFigures]:
    return {one.id: one for one in figures(workspace, today=today)}


@pytest.fixture
def found(tmp_path: Path) -> list[PromiseFigures]:
    """The promises of the three places."""
    return figures(three_places(tmp_path), today=TODAY)


@pytest.fixture
def alfaby(found: list[PromiseFigures]) -> PromiseFigures:
    """The promise with everything in it."""
    return found[0]


# ---------------------------------------------------------------- a promise


def test_promises_come_in_swedish_alphabetical_order_of_their_places(found: list[PromiseFigures]) -> None:
    assert [one.id for one in found] == ["alfaby/lofte-2024", "aby/lofte-2023", "ostby/lofte-2024"]


def test_the_promises_of_a_place_come_in_the_order_of_their_years() -> None:
    assert [one.id for one in figures(example(), today=TODAY)] == [
        "exempelby/lofte-2023",
        "exempelby/lofte-2024",
    ]


def test_only_the_promises_requested_are_counted(tmp_path: Path) -> None:
    workspace = three_places(tmp_path)

    assert [one.id for one in figures(workspace, today=TODAY, ids=frozenset(["aby/lofte-2023"]))] == [
        "aby/lofte-2023"
    ]


def test_the_years_of_a_promise(found: list[PromiseFigures]) -> None:
    assert [one.year for one in found] == ["2024", "2023–2027", "2024–"]


def test_every_commitment_is_a_unit_with_its_latest_status(alfaby: PromiseFigures) -> None:
    assert {unit.commitment.id: unit.status for unit in alfaby.units} == {
        "A1": "genomfört",
        "A2": "delvis genomfört",
        "A3": "ej genomfört",
        "A4": "ingen uppgift",
        "A5": "pågår",
    }


def test_what_can_be_ticked_off_is_measurable(found: list[PromiseFigures]) -> None:
    assert {unit.commitment.id for one in found for unit in one.units if unit.measurable} == {
        "A1",
        "A3",
        "Å1",
    }


def test_a_responsible_function_is_one(found: list[PromiseFigures]) -> None:
    assert {unit.commitment.id for one in found for unit in one.units if unit.responsible} == {"A1"}


def test_a_joint_commitment_is_nobody_s_own_and_one_of_two_parties_is_both_s(alfaby: PromiseFigures) -> None:
    assert list(alfaby.by_party.items()) == [
        ("Alfaby kommun", 2),
        ("Polisen i Alfaby", 2),
        ("tillsammans", 1),
        ("", 1),
    ]


def test_an_empty_form_is_no_follow_up(alfaby: PromiseFigures) -> None:
    assert (alfaby.follow_ups, _latest_day(alfaby)) == (2, dt.date(2024, 12, 20))


def test_a_promise_without_follow_ups_has_none(found: list[PromiseFigures]) -> None:
    assert [(one.follow_ups, one.latest) for one in found[1:]] == [(0, None), (0, None)]


@pytest.mark.parametrize("today", [dt.date(2024, 3, 1), dt.date(2024, 9, 1)])
def test_what_was_reported_later_is_not_known_yet(tmp_path: Path, today: dt.date) -> None:
    alfaby = _by_id(three_places(tmp_path), today)["alfaby/lofte-2024"]

    assert (_latest_day(alfaby) or today) <= today
    assert counted(alfaby.units) == (
        {"ingen uppgift": 5} if today.month == 3 else {"pågår": 2, "ingen uppgift": 3}
    )


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (dt.date(2024, 1, 1), dt.date(2024, 6, 30)),
        (dt.date(2024, 6, 30), dt.date(2024, 12, 31)),
        (dt.date(2024, 12, 31), None),
    ],
)
def test_the_next_planned_follow_up_is_the_first_that_is_not_met(
    tmp_path: Path, today: dt.date, expected: dt.date | None
) -> None:
    assert expected == _by_id(three_places(tmp_path), today)["alfaby/lofte-2024"].next_due


@pytest.mark.parametrize(
    ("today", "stage", "left"),
    [
        (dt.date(2023, 12, 31), "kommande", 366),
        (dt.date(2024, 1, 1), "gäller", 365),
        (dt.date(2024, 12, 31), "gäller", 0),
        (dt.date(2025, 1, 1), "avslutat", -1),
    ],
)
def test_days_are_left_up_to_the_last_one(tmp_path: Path, today: dt.date, stage: str, left: int) -> None:
    alfaby = _by_id(three_places(tmp_path), today)["alfaby/lofte-2024"]

    assert (alfaby.stage, alfaby.days_left) == (stage, left)


def test_a_promise_without_an_end_has_no_days_left(found: list[PromiseFigures]) -> None:
    assert (found[2].days_left, found[2].stage) == (None, "utkast")


def test_a_complete_promise_has_every_part_filled_in() -> None:
    assert _by_id(example())["exempelby/lofte-2024"].filled == 1.0


def test_a_promise_has_as_many_parts_filled_in_as_it_has(found: list[PromiseFigures]) -> None:
    # Alfaby: start, end, focus, commitments, a responsible function, next follow-up. Åby: the first four. Östby: period.
    assert [round(one.filled * len(PARTS)) for one in found] == [6, 4, 2]


def test_a_police_party_is_an_area_of_its_own_where_none_is_named(found: list[PromiseFigures]) -> None:
    assert [one.police_areas for one in found] == [("Norra Provlandet",), ("Lokalpolisområde Åby",), ()]


def test_a_promise_without_commitments_counts_none(found: list[PromiseFigures]) -> None:
    assert (found[2].units, dict(found[2].by_party)) == ((), {})


# ---------------------------------------------------------------- rows


def _counts(found: list[PromiseFigures], by: str) -> list[tuple[str, int, int, int, int]]:
    return [
        (row.label, row.promises, len(row.units), row.measurable, row.responsible) for row in rows(found, by)
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("municipality", [("Alfaby kommun", 1, 5, 2, 1), ("Åby kommun", 1, 1, 1, 0)]),
        ("year", [("2023–2027", 1, 1, 1, 0), ("2024", 1, 5, 2, 1)]),
        (
            "focus",
            [
                ("barn-och-unga", 1, 1, 1, 1),
                ("tillgrepp", 1, 1, 1, 0),
                ("trafik", 1, 2, 1, 1),
                ("", 1, 3, 1, 0),
            ],
        ),
        (
            "party",
            [
                ("Alfaby kommun", 1, 2, 1, 1),
                ("Polisen i Alfaby", 1, 2, 0, 0),
                ("tillsammans", 1, 1, 1, 0),
                ("Åby kommun", 1, 1, 1, 0),
                ("", 1, 1, 0, 0),
            ],
        ),
        ("police-area", [("Lokalpolisområde Åby", 1, 1, 1, 0), ("Norra Provlandet", 1, 5, 2, 1)]),
    ],
)
def test_commitments_are_gathered_and_those_without_come_last(
    found: list[PromiseFigures], by: str, expected: Any
) -> None:
    assert expected == _counts(found, by)


def test_the_statuses_of_a_row_come_in_the_order_of_the_labels(found: list[PromiseFigures]) -> None:
    [row, _] = rows(found, "municipality")

    assert list(row.statuses.items()) == [
        ("pågår", 1), ("genomfört", 1), ("delvis genomfört", 1), ("ej genomfört", 1), ("ingen uppgift", 1)
    ]  # fmt: skip


def test_two_promises_of_a_place_are_one_row() -> None:
    [row] = rows(figures(example(), today=TODAY), "municipality")

    assert (row.label, row.promises, len(row.units)) == ("Exempelby kommun", 2, 7)


def test_a_promise_of_two_municipalities_counts_in_both(tmp_path: Path) -> None:
    both = ABY.replace(
        "  - {id: polisen", "  - {id: grannen, typ: kommun, namn: Östby kommun}\n  - {id: polisen"
    )
    found = figures(read(tmp_path, **{"promises/aby/lofte-2023.yaml": both}), today=TODAY)

    assert _counts(found, "municipality") == [("Åby kommun", 1, 1, 1, 0), ("Östby kommun", 1, 1, 1, 0)]


def test_a_focus_area_named_twice_counts_once(tmp_path: Path) -> None:
    text = ALFABY.replace("{id: annat, rubrik: Annat}", "{id: annat, rubrik: Annat, kategori: trafik}")
    text = text.replace("fokus: [unga, trafik]", "fokus: [annat, trafik]")
    found = figures(read(tmp_path, **{"promises/alfaby/lofte-2024.yaml": text}), today=TODAY)

    assert ("trafik", 1, 3, 2, 1) in _counts(found, "focus")  # A1 by two areas of one category, A2 and A3


@each(GROUPS)
def test_no_commitment_is_lost(by: str) -> None:
    for workspace in (example(), shipped()):
        found = figures(workspace, today=TODAY)
        every = {(unit.promise, unit.commitment.id) for one in found for unit in one.units}
        assert every == {(unit.promise, unit.commitment.id) for row in rows(found, by) for unit in row.units}


def test_the_statuses_add_up_to_the_commitments() -> None:
    for workspace in (example(), shipped()):
        for one in figures(workspace, today=TODAY):
            assert len(one.units) == sum(counted(one.units).values())


@each(GROUPS)
def test_nothing_gives_no_rows(by: str) -> None:
    assert rows([], by) == []


def test_a_row_is_called_by_its_name_in_each_language() -> None:
    assert name_of("focus", "trafik") == Text(
        "Trafiksäkerhet och trafikbrott", "Road safety and traffic offences"
    )
    assert name_of("party", "tillsammans") == Text("tillsammans", "together")
    assert name_of("year", "") == Text("(inte angivet)", "(not stated)")
    assert name_of("municipality", "Åby kommun") == Text("Åby kommun", "Åby kommun")
    assert all(head[lang] for head, _ in GROUPS.values() for lang in LANGUAGES)


def test_a_row_counts_each_promise_once(found: list[PromiseFigures]) -> None:
    assert Row("x", found[0].units + found[1].units).promises == 2


def test_every_follow_up_is_read_whatever_its_file_is_called(tmp_path: Path) -> None:
    renamed = {name.replace("uppfoljning-2", "a"): text for name, text in FILES.items()}

    assert _latest_day(_by_id(read(tmp_path, **renamed))["alfaby/lofte-2024"]) == dt.date(2024, 12, 20)
