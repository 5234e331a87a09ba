"""A region: who has a promise in force, how it goes, and what they share."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from medborgarlofte.load import Workspace
from medborgarlofte.model.lifecycle import Stage
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.regional.areas import Area
from medborgarlofte.regional.sharing import Shared, shared_wordings
from medborgarlofte.regional.timing import TIMING_LABELS, FollowUpTiming, Timing, timing_of
from medborgarlofte.stats import PromiseFigures
from medborgarlofte.timeline import end_of, stage_of

State = Literal["in-force", "coming", "draft", "ended", "none"]
"""What a municipality has, the best first."""

NO_CRIME: Final = frozenset(["dialog-och-delaktighet", "lagesbild-och-metod", "ovrigt"])
"""Categories of how the work is done; nobody misses them."""

_STATES: Final[Mapping[Stage, State]] = {"gäller": "in-force", "kommande": "coming", "utkast": "draft"}
"""Other stages have ended."""


class PlacePromise(NamedTuple):
    """A promise as one municipality's row shows it."""

    figures: PromiseFigures
    state: State
    until: dt.date | None
    """Last day; None until further notice, or where no end is known."""
    follow_up: FollowUpTiming


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality of the region."""

    name: str
    state: State
    shown: tuple[PlacePromise, ...]
    """Those in force; else the latest that has ended and those to come."""

    @property
    def timing(self) -> Timing | None:
        """Worst timing of what is in force; None when nothing is."""
        found = {row.follow_up.timing for row in self.shown if row.state == "in-force"}
        return next((timing for timing in TIMING_LABELS if timing in found), None)


class Topic(NamedTuple):
    """Commitments of a category by municipality."""

    slug: str
    """Empty for commitments without a category."""
    counts: tuple[int, ...]
    """In the order of the places."""

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Region:
    """Municipalities side by side on a day."""

    area: Area
    today: dt.date
    places: tuple[Place, ...]

    @property
    def in_force(self) -> int:
        return sum(place.state == "in-force" for place in self.places)

    @cached_property
    def timings(self) -> dict[Timing, list[str]]:
        """Municipalities with a promise in force, by the timing of its follow-up; the worst first."""
        found: dict[Timing, list[str]] = {
            timing: [place.name for place in self.places if place.timing == timing]
            for timing in TIMING_LABELS
        }
        return {timing: names for timing, names in found.items() if names}

    @cached_property
    def commitments(self) -> tuple[int, ...]:
        """Commitments of each municipality; one with two topics counts once."""
        return tuple(sum(len(row.figures.units) for row in place.shown) for place in self.places)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Topics that occur, the most common first; those without a topic last."""
        columns = [
            Counter(slug for row in place.shown for unit in row.figures.units for slug in unit.focus or ("",))
            for place in self.places
        ]
        order = [*categories(), ""]
        found = [Topic(slug, tuple(column[slug] for column in columns)) for slug in order]
        used = [topic for topic in found if topic.total]
        return tuple(sorted(used, key=lambda topic: (not topic.slug, -topic.total)))

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """Categories that no promise here takes up, nor a category below them."""
        used = {topic.slug for topic in self.topics}
        used |= {categories()[slug].parent or slug for slug in used if slug}
        return tuple(
            slug for slug, row in categories().items() if row.parent is None and slug not in used | NO_CRIME
        )

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """Wordings that several municipalities use."""
        return tuple(
            shared_wordings(
                (place.name, row.figures, unit)
                for place in self.places
                for row in place.shown
                for unit in row.figures.units
            )
        )


def region_of(
    area: Area, promises: Sequence[PromiseFigures], workspace: Workspace, *, today: dt.date
) -> Region:
    """A region on a day."""
    rows = {name: [] for name in area.places}  # type: dict[str, list[PlacePromise]]
    for one in promises:
        for name in one.places:
            if name in rows:
                rows[name].append(_row(one, workspace, today))
    return Region(area, today, tuple(_place(name, found) for name, found in rows.items()))


def _row(one: PromiseFigures, workspace: Workspace, today: dt.date) -> PlacePromise:
    state = _STATES.get(stage_of(workspace, one.loaded, today), "ended")
    until = end_of(workspace, one.loaded, one.promise)
    return PlacePromise(one, state, until, timing_of(one.promise, one.history, until, today))


def _place(name: str, rows: Sequence[PlacePromise]) -> Place:
    by_state: dict[State, list[PlacePromise]] = {}
    for row in sorted(rows, key=_start):
        by_state.setdefault(row.state, []).append(row)
    state: State = next((s for s in ("in-force", "coming", "draft", "ended") if s in by_state), "none")
    shown = by_state.get("in-force") or [
        row for s in ("ended", "coming", "draft") for row in by_state.get(s, ())[-1:]
    ]
    return Place(name, state, tuple(shown))


def _start(row: PlacePromise) -> tuple[dt.date, str]:
    start = row.figures.promise.period.start
    return start.first if start else dt.date.min, row.figures.id
