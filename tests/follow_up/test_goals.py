"""How an outcome goal stands: its newest value, from follow-ups and surveys, beside where it began and should end."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from folder_state import EXAMPLE, PARTIES, folder_with, follow_up_text, promise_text
from medborgarlofte.follow_up.goals import DIRECTION_LABELS, GoalStanding, Latest, standing_of
from medborgarlofte.follow_up.reports import follow_ups
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.promise import Promise

UP: Final = "utgångsvärde: {värde: 58, enhet: procent, år: 2023}, målvärde: 65"
DOWN: Final = "utgångsvärde: {värde: 40, enhet: anmälda brott, år: 2023}, målvärde: 30"
FROM_SURVEY: Final = "indikator: exempelby/matning-2023#trygga-ute, "


def _goal(figures: str) -> str:
    return promise_text(more=f"effektmål: [{{id: E1, text: Fler är trygga., {figures}}}]\n")


def _survey(date: str, value: str, *, margin: str = "", year: str = "", key: str = "trygga-ute") -> str:
    more = (f", osäkerhet: {margin}" if margin else "") + (f", år: {year}" if year else "")
    return (
        f"dokument: trygghetsmätning\ntitel: Trygghetsmätning\ndatum: {date}\n{PARTIES}"
        f"resultat: [{{id: {key}, fråga: Trygga ute, värde: {value}, enhet: procent{more}}}]\n"
    )


def _told(date: str, value: str, year: str = "") -> str:
    more = f", år: {year}" if year else ""
    return follow_up_text(
        date, f"sammanfattning: x\nindikatorer: [{{indikator: E1, värde: {value}{more}}}]\n"
    )


def _standing(workspace: Workspace, name: str = "exempelby/lofte") -> GoalStanding:
    promise = workspace.documents[name].document
    assert isinstance(promise, Promise)
    return standing_of(promise.outcome_goals[0], follow_ups(workspace, name), workspace)


def _stands(folder: Path, figures: str, documents: Mapping[str, str]) -> GoalStanding:
    return _standing(folder_with(folder, {"lofte": _goal(figures), **documents}))


# ---------------------------------------------------------------- which way it went


@pytest.mark.parametrize(
    ("figures", "value", "expected"),
    [
        (UP, "65", "reached"),
        (UP, "70", "reached"),
        (UP, "64,9", "nearer"),
        (UP, "59", "nearer"),
        (UP, "58", "unchanged"),
        (UP, "57", "farther"),
        (DOWN, "30", "reached"),
        (DOWN, "0", "reached"),
        (DOWN, "31", "nearer"),
        (DOWN, "40", "unchanged"),
        (DOWN, "41", "farther"),
    ],
)
def test_a_value_is_compared_with_the_baseline_and_the_target(
    tmp_path: Path, figures: str, value: str, expected: str
) -> None:
    lifecycle_stage = _stands(tmp_path, figures, {"u": _told("2024-12-31", f'"{value}"')})

    assert expected == lifecycle_stage.direction


@pytest.mark.parametrize(
    ("value", "margin", "expected"),
    [
        ("62", "3", "nearer"),
        ("61", "3", "unchanged"),
        ("55", "3", "unchanged"),
        ("54", "3", "farther"),
        ("59", "", "nearer"),
        ("65", "8", "reached"),
        ("60.5", "2.5", "unchanged"),
    ],
)
def test_a_change_within_the_margin_is_none(tmp_path: Path, value: str, margin: str, expected: str) -> None:
    surveys = {
        "matning-2023": _survey("2023-09-30", "58", margin="3"),
        "matning-2024": _survey("2024-09-30", value, margin=margin),
    }

    assert expected == _stands(tmp_path, FROM_SURVEY + UP, surveys).direction


@pytest.mark.parametrize(
    "figures",
    [
        UP,
        "utgångsvärde: {värde: 58, år: 2023}",
        "målvärde: 65",
        "indikator: Andel som är trygga ute sent",
    ],
)
def test_without_a_new_value_nothing_is_known(tmp_path: Path, figures: str) -> None:
    lifecycle_stage = _stands(tmp_path, figures, {})

    assert (lifecycle_stage.latest, lifecycle_stage.direction) == (None, "unknown")


def test_a_goal_without_a_target_value_is_reported_but_not_judged(tmp_path: Path) -> None:
    lifecycle_stage = _stands(
        tmp_path, "utgångsvärde: {värde: 58, år: 2023}", {"u": _told("2024-12-31", "62")}
    )

    assert (Latest(62, 2024), "unknown") == (lifecycle_stage.latest, lifecycle_stage.direction)


@pytest.mark.parametrize("value", ["8", "12"])
def test_a_goal_without_a_baseline_has_no_direction_and_is_not_called_reached(
    tmp_path: Path, value: str
) -> None:
    """”Färre än 10” and ”fler än 10” have the same target value."""
    assert _stands(tmp_path, "målvärde: 10", {"u": _told("2024-12-31", value)}).direction == "unknown"


def test_every_direction_has_its_label() -> None:
    assert list(DIRECTION_LABELS) == ["reached", "nearer", "unchanged", "farther", "unknown"]


# ---------------------------------------------------------------- where values come from


def test_a_value_comes_from_the_survey_that_asks_the_same_question(tmp_path: Path) -> None:
    surveys = {
        "matning-2023": _survey("2023-09-30", "58"),
        "matning-2024": _survey("2024-11-15", "62", margin="3"),
        "annan": _survey("2025-01-15", "99", key="oro"),
    }

    assert (
        Latest(62, 2024, 3, "exempelby/matning-2024") == _stands(tmp_path, FROM_SURVEY + UP, surveys).latest
    )


def test_a_value_of_the_year_of_the_baseline_or_before_is_not_new(tmp_path: Path) -> None:
    surveys = {
        "matning-2023": _survey("2023-09-30", "58"),
        "matning-2021": _survey("2021-09-30", "70"),
        "matning-2024": _survey("2024-01-31", "64", year="2023"),
    }

    assert _stands(tmp_path, FROM_SURVEY + UP, surveys).latest is None


def test_the_survey_of_another_municipality_does_not_count(tmp_path: Path) -> None:
    home = tmp_path / "promises" / "provstad"
    home.mkdir(parents=True)
    (home / "matning-2024.yaml").write_text(_survey("2024-11-15", "70"), encoding="utf-8")
    lifecycle_stage = _stands(tmp_path, FROM_SURVEY + UP, {"matning-2023": _survey("2023-09-30", "58")})

    assert lifecycle_stage.latest is None


def test_an_indicator_in_words_takes_no_value_from_a_survey(tmp_path: Path) -> None:
    lifecycle_stage = _stands(
        tmp_path, f"indikator: Trygga ute, {UP}", {"matning": _survey("2024-11-15", "70")}
    )

    assert lifecycle_stage.latest is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2024-12-31", "62", "")], Latest(62, 2024)),
        ([("2025-01-31", "62", "2024")], Latest(62, 2024)),
        ([("2024-12-31", "62", ""), ("2025-12-31", "63", "")], Latest(63, 2025)),
        ([("2025-06-30", "63", "2025"), ("2025-12-31", "62", "2024")], Latest(63, 2025)),
        ([("2024-06-30", "60", ""), ("2024-12-31", "63", "")], Latest(63, 2024)),
        ([("2024-06-30", "60", "2023")], None),
    ],
)
def test_a_value_comes_from_the_newest_follow_up_that_reports_it(
    tmp_path: Path, told: list[tuple[str, str, str]], expected: Latest | None
) -> None:
    documents = {f"u{n}": _told(date, value, year) for n, (date, value, year) in enumerate(told)}

    assert expected == _stands(tmp_path, UP, documents).latest


@pytest.mark.parametrize(
    ("survey", "told", "expected"),
    [
        ("2024-11-15", "2025-12-31", Latest(63, 2025)),
        ("2025-11-15", "2024-12-31", Latest(62, 2025, 3, "exempelby/matning-2")),
        ("2024-11-15", "2024-12-31", Latest(63, 2024)),
    ],
)
def test_the_newest_value_counts_and_of_one_year_the_one_reported_last(
    tmp_path: Path, survey: str, told: str, expected: Latest
) -> None:
    documents = {
        "matning-2023": _survey("2023-09-30", "58"),
        "matning-2": _survey(survey, "62", margin="3"),
        "u": _told(told, "63"),
    }

    assert expected == _stands(tmp_path, FROM_SURVEY + UP, documents).latest


def test_the_newer_of_two_surveys_of_a_year_counts(tmp_path: Path) -> None:
    surveys = {
        "matning-2023": _survey("2023-09-30", "58"),
        "matning-2024-host": _survey("2024-10-15", "63"),
        "matning-2024-var": _survey("2024-04-15", "60"),
        "matning-2024-1": _survey("2024-01-15", "59"),
    }

    assert (
        Latest(63, 2024, None, "exempelby/matning-2024-host")
        == _stands(tmp_path, FROM_SURVEY + UP, surveys).latest
    )


def test_a_value_for_another_goal_does_not_count(tmp_path: Path) -> None:
    goals = f"effektmål: [{{id: E1, text: a, {UP}}}, {{id: E2, text: b, målvärde: 1}}, {{text: c, målvärde: 1}}]\n"
    told = follow_up_text("2024-12-31", "sammanfattning: x\nindikatorer: [{indikator: E2, värde: 62}]\n")
    workspace = folder_with(tmp_path, {"lofte": promise_text(more=goals), "u": told})
    promise = workspace.documents["exempelby/lofte"].document
    assert isinstance(promise, Promise)
    found = follow_ups(workspace, "exempelby/lofte")

    assert [standing_of(goal, found, workspace).latest for goal in promise.outcome_goals] == [
        None,
        Latest(62, 2024),
        None,
    ]


def test_the_goal_of_the_example_is_nearer_but_not_reached() -> None:
    lifecycle_stage = _standing(load([], EXAMPLE), "exempelby/lofte-2024")

    assert (Latest(62, 2024, 3, "exempelby/trygghetsmatning-2024"), "nearer") == (
        lifecycle_stage.latest,
        lifecycle_stage.direction,
    )
