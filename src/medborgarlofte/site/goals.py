"""Outcome goals: the sentence, the bar that says the same, and the values over time."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medborgarlofte.follow_up.figures import Bar
from medborgarlofte.follow_up.goals import DIRECTION_LABELS, GoalStanding, standing_of
from medborgarlofte.follow_up.reports import FollowUps
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import Fact, facts_of
from medborgarlofte.model.promise import OutcomeGoal
from medborgarlofte.model.record import Document
from medborgarlofte.site.page import Site
from medborgarlofte.site.views import Run, Sentence
from medborgarlofte.swedish import format_number
from medborgarlofte.units import PERCENT


class GoalView(NamedTuple):
    """A goal as the component shows it."""

    id: str
    sentence: Sentence
    bar: Bar | None
    values: Sequence[tuple[str, str]]
    source: Sentence
    facts: Sequence[Fact]


def goal_views(
    site: Site, goals: Sequence[OutcomeGoal], history: FollowUps, document: Document
) -> list[GoalView]:
    """Goals with their latest values."""
    return [_view(site, standing_of(goal, history, site.workspace), document) for goal in goals]


def _view(site: Site, row: GoalStanding, document: Document) -> GoalView:
    goal = row.goal
    return GoalView(
        goal.id or "",
        list(_sentence(site, row)),
        _bar(row),
        list(_values(site, row)),
        list(_source(site, goal)),
        facts_of(goal, document, without=("focus",) if len(goal.focus) == 1 else ()),
    )


def _with_unit(site: Site, value: float, unit: str | None) -> str:
    return f"{format_number(value, site.lang)} {unit}" if unit else format_number(value, site.lang)


def _sentence(site: Site, row: GoalStanding) -> Iterator[Run]:
    """The goal as it is written, the latest value, and the target."""
    goal, unit = row.goal, row.goal.baseline.unit if row.goal.baseline else None
    yield Run(goal.text.strip(), own=True)
    if row.latest:
        margin = _margin(site, row.latest.margin, unit) if row.latest.margin else ""
        year = f" {Text('år', 'in')[site.lang]} {row.latest.year}" if row.latest.year else ""
        yield Run(" ")
        yield Run(f"{_with_unit(site, row.latest.value, unit)}{margin}", strong=True)
        yield Run(f"{year}.")
    if goal.target_value is not None:
        target = _with_unit(site, goal.target_value, unit)
        yield Run(Text(f" Målet är {target}.", f" The target is {target}.")[site.lang])
    if row.latest:
        yield Run(f" {DIRECTION_LABELS[row.direction][site.lang]}.")


def _margin(site: Site, margin: float, unit: str | None) -> str:
    """” (± 3 procentenheter)”, in the unit of the value; points where that is a percentage."""
    if unit in PERCENT:
        one = margin == 1
        unit = Text(
            "procentenhet" if one else "procentenheter", "percentage point" if one else "percentage points"
        )[site.lang]
    return f" (± {_with_unit(site, margin, unit)})"


def _bar(row: GoalStanding) -> Bar | None:
    """On the whole scale where it is a percentage, else to the larger of the two."""
    target, latest = row.goal.target_value, row.latest
    if target is None or latest is None or min(target, latest.value) < 0:
        return None
    unit = (row.goal.baseline.unit if row.goal.baseline else None) or ""
    whole = 100.0 if unit in PERCENT else float(max(target, latest.value))
    if not 0 < max(target, latest.value) <= whole:
        return None
    return Bar(round(100 * latest.value / whole, 1), round(100 * target / whole, 1))


def _values(site: Site, row: GoalStanding) -> Iterator[tuple[str, str]]:
    base, latest = row.goal.baseline, row.latest
    unit = base.unit if base else None
    short = "%" if unit == "procent" else unit
    if base:
        label = str(base.year) if base.year else Text("Utgångsvärde", "Baseline")[site.lang]
        yield label, _with_unit(site, base.value, short)
    if latest:
        label = str(latest.year) if latest.year else Text("Senaste värde", "Latest value")[site.lang]
        yield label, _with_unit(site, latest.value, short)
    if row.goal.target_value is not None:
        yield Text("Mål", "Target")[site.lang], _with_unit(site, row.goal.target_value, short)


def _source(site: Site, goal: OutcomeGoal) -> Iterator[Run]:
    """”Källa: Trygghetsmätning 2026.”"""
    if not goal.indicator:
        return
    document_id, _, key = goal.indicator.partition("#")
    known = site.titled(document_id) if key else None
    yield Run(Text("Källa: ", "Source: ")[site.lang])
    yield Run(known[0], f"{known[1]}#{key}", own=True) if known else Run(goal.indicator, own=True)
    yield Run(".")
