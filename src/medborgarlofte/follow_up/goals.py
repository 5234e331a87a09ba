"""Outcome goals: baseline, target and latest value."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from medborgarlofte.follow_up.reports import FollowUps
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.promise import OutcomeGoal
from medborgarlofte.model.references import is_reference
from medborgarlofte.model.survey import Survey

Direction = Literal["reached", "nearer", "unchanged", "farther", "unknown"]

DIRECTION_LABELS: Final[dict[Direction, Text]] = {
    "reached": Text("Målet är nått", "The goal is reached"),
    "nearer": Text("Närmare målet", "Nearer the goal"),
    "unchanged": Text("Oförändrat", "Unchanged"),
    "farther": Text("Längre från målet", "Farther from the goal"),
    "unknown": Text("Går inte att avgöra", "Undetermined"),
}


class Latest(NamedTuple):
    """Newest value of an indicator."""

    value: float
    year: int | None
    margin: float | None = None
    """How far the value may be off in both directions, in the same unit."""
    document: str = ""
    """Id of the survey that has it."""


class GoalStanding(NamedTuple):
    """Goal and its assessment."""

    goal: OutcomeGoal
    latest: Latest | None
    direction: Direction


def standing_of(goal: OutcomeGoal, history: FollowUps, workspace: Workspace) -> GoalStanding:
    """Baseline, target and latest value of a goal, compared.

    A change within the stated margin of the latest value counts as none: the data show no more.
    """
    latest = _latest(goal, history, workspace)
    return GoalStanding(goal, latest, _direction(goal, latest))


def _latest(goal: OutcomeGoal, history: FollowUps, workspace: Workspace) -> Latest | None:
    reported = [
        Latest(row.value, row.year or document.date.year)
        for _, document in history
        for row in document.indicators
        if goal.id is not None and row.indicator == goal.id
    ]
    values = [*_surveyed(goal, workspace), *reported]
    baseline = goal.baseline.year if goal.baseline else None
    later = [value for value in values if baseline is None or value.year is None or value.year > baseline]
    # Of two values from one year the later report counts; when both say the same, the one with its margin.
    newest = max(enumerate(later), key=lambda row: (row[1].year or 0, row[0]), default=(0, None))[1]
    same = [value for value in later if newest and value[:2] == newest[:2] and value.margin is not None]
    return same[-1] if same else newest


def _surveyed(goal: OutcomeGoal, workspace: Workspace) -> list[Latest]:
    """Survey answers to an indicator's question."""
    if not goal.indicator or not is_reference(goal.indicator):
        return []
    name, _, question = goal.indicator.partition("#")
    return [
        Latest(result.value, result.year or survey.date.year, result.margin, loaded.id)
        for loaded, survey in _surveys(workspace).get(name.rpartition("/")[0], ())
        for result in survey.results
        if result.id == question
    ]


@lru_cache(maxsize=1)
def _surveys(workspace: Workspace) -> Mapping[str, Sequence[tuple[LoadedDocument, Survey]]]:
    """Surveys of each folder, oldest first."""
    found: dict[str, list[tuple[LoadedDocument, Survey]]] = {}
    for loaded, survey in sorted(workspace.of_kind(Survey), key=lambda row: row[1].date.last):
        found.setdefault(loaded.folder, []).append((loaded, survey))
    return found


def _direction(goal: OutcomeGoal, latest: Latest | None) -> Direction:
    if latest is None:
        return "unknown"
    start = goal.baseline.value if goal.baseline else None
    if goal.target_value is None or start is None:  # without a baseline it is not known which way is better
        return "unknown"
    upwards = goal.target_value >= start
    if (latest.value >= goal.target_value) if upwards else (latest.value <= goal.target_value):
        return "reached"
    moved = latest.value - start
    if abs(moved) <= (latest.margin or 0):
        return "unchanged"
    return "nearer" if (moved > 0) == upwards else "farther"
