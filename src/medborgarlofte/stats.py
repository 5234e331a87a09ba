"""Figures: units, promises and grouped rows."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from medborgarlofte.follow_up.reports import FollowUps, Report, follow_ups, latest_reports, reported
from medborgarlofte.follow_up.schedule import planned
from medborgarlofte.i18n import Text
from medborgarlofte.language.measurable import is_measured
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.lifecycle import Stage
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER, Document
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.swedish import sort_key
from medborgarlofte.timeline import end_of, stage_of


@dataclass(frozen=True)
class Unit:
    """One counted commitment."""

    promise: str
    commitment: Commitment
    status: str
    """The latest one; ”ingen uppgift” when there is none."""
    report: Report | None
    source: Promise = field(repr=False)
    responsible: bool
    parties: tuple[str, ...]
    """Names, ”tillsammans” for joint ones; empty where nobody is named."""
    focus: tuple[str, ...]
    """Slugs of the categories of its focus areas."""

    @cached_property
    def measurable(self) -> bool:
        """Whether it can be verified afterwards; reads the wording, which pages do without."""
        return is_measured(self.source, self.commitment)


@dataclass(frozen=True)
class PromiseFigures:
    """Figures of one promise."""

    loaded: LoadedDocument
    promise: Promise
    places: tuple[str, ...]
    police_areas: tuple[str, ...]
    stage: Stage
    units: tuple[Unit, ...]
    follow_ups: int
    latest: FollowUp | None
    """The latest follow-up that reports anything."""
    history: FollowUps
    """Its follow-ups, those that had been written by the day."""
    today: dt.date
    days_left: int | None
    """Until the period ends; None without an end, and negative once it has ended."""

    @property
    def id(self) -> str:
        return self.loaded.id

    @property
    def with_drafts(self) -> bool:
        """Whether a draft is counted: the promise, or a follow-up of it."""
        return self.promise.is_draft or any(row.is_draft for _, row in self.history)

    @cached_property
    def year(self) -> str:
        """Years of the period: ”2024” or ”2023–2027”."""
        return year_of(self.promise)

    @cached_property
    def by_party(self) -> Mapping[str, int]:
        """Commitments by party, joint ones under ”tillsammans”."""
        counted = Counter(name for unit in self.units for name in unit.parties or ("",))
        order = [*(party.name for party in self.promise.parties), TOGETHER, ""]
        return {name: counted[name] for name in dict.fromkeys((*order, *counted)) if counted[name]}

    @cached_property
    def next_due(self) -> dt.date | None:
        """The next planned follow-up, today or later."""
        until = self.today + dt.timedelta(days=800)
        ahead = planned(self.promise, self.history, today=self.today, until=until)
        return next((row.day for row in ahead if row.day >= self.today and not row.met), None)

    @cached_property
    def filled(self) -> float:
        """Share of the form that is filled in, 0 to 1."""
        return sum(bool(part(self.promise)) for part in PARTS) / len(PARTS)


def year_of(document: Document) -> str:
    """Years of a document's period: ”2024” or ”2023–2027”; empty without one."""
    period = document.period
    if period is None:
        return ""
    first, last = (str(day.year) if day else "" for day in (period.start, period.last_date))
    return first if first == last else f"{first}–{last}"


PARTS: Final[tuple[Callable[[Promise], object], ...]] = (
    lambda p: p.period.start,
    lambda p: p.period.last_date or p.period.until_further_notice,
    lambda p: p.agreement,
    lambda p: p.evidence,
    lambda p: p.focus_areas,
    lambda p: p.commitments,
    lambda p: any(c.responsible for c in p.commitments),
    lambda p: p.follow_up_plan and p.follow_up_plan.next_due,
    lambda p: p.follow_up_plan and p.follow_up_plan.reported_to,
    lambda p: p.feedback,
    lambda p: p.signatures,
    lambda p: p.decisions or p.registration_no,
    lambda p: p.publications,
    lambda p: p.contacts,
)
"""The parts that a complete promise has."""


def figures(
    workspace: Workspace, *, today: dt.date, ids: frozenset[str] | None = None
) -> list[PromiseFigures]:
    """Figures of promises, by place and period.

    `ids` selects some of them.
    """
    counted_promises = [
        figures_of(workspace, loaded, promise, today)
        for loaded, promise in workspace.of_kind(Promise)
        if loaded.id in (workspace.asked if ids is None else ids)
    ]
    return sorted(
        counted_promises, key=lambda one: ([sort_key(place) for place in one.places], one.year, one.id)
    )


def figures_of(
    workspace: Workspace, loaded: LoadedDocument, promise: Promise, today: dt.date
) -> PromiseFigures:
    """Figures of one promise."""
    history = [row for row in follow_ups(workspace, loaded.id) if row[1].date.first <= today]
    written = reported(history)
    end = end_of(workspace, loaded, promise)
    return PromiseFigures(
        loaded=loaded,
        promise=promise,
        places=tuple(places(promise)),
        police_areas=tuple(_police_areas(promise)),
        stage=stage_of(workspace, loaded, today),
        units=tuple(_units(loaded.id, promise, latest_reports(promise, history))),
        follow_ups=len(written),
        latest=written[-1][1] if written else None,
        history=history,
        today=today,
        days_left=(end - today).days if end else None,
    )


def _police_areas(promise: Promise) -> Iterator[str]:
    for party in promise.parties:
        if party.local_police_area:
            yield party.local_police_area
        elif party.kind == "polis":
            yield party.name


def _units(promise_id: str, promise: Promise, reports: Mapping[str, Report]) -> Iterator[Unit]:
    names = {party.id: party.name for party in promise.parties}
    areas = {area.id: area.category for area in promise.focus_areas}
    for commitment in promise.commitments:
        report = reports.get(commitment.id)
        focus = dict.fromkeys(areas[key] for key in commitment.focus if areas.get(key))
        yield Unit(
            promise=promise_id,
            commitment=commitment,
            status=(report.item.status if report else None) or NOT_REPORTED,
            report=report,
            source=promise,
            responsible=commitment.responsible is not None,
            parties=tuple(names.get(party, party) for party in commitment.parties),
            focus=tuple(key for key in focus if key),
        )


# ---------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True)
class Row:
    """Commitments under one heading."""

    label: str
    units: tuple[Unit, ...]

    @property
    def promises(self) -> int:
        return len({unit.promise for unit in self.units})

    @property
    def measurable(self) -> int:
        return sum(unit.measurable for unit in self.units)

    @property
    def responsible(self) -> int:
        return sum(unit.responsible for unit in self.units)

    @property
    def statuses(self) -> dict[str, int]:
        """Non-zero counts by status, in display order."""
        return counted(self.units)


def counted(units: Iterable[Unit]) -> dict[str, int]:
    """Non-zero counts by status, in display order."""
    counts = Counter(unit.status for unit in units)
    return {status: counts[status] for status in STANDING_LABELS if counts[status]}


Key = Callable[[PromiseFigures, Unit], Sequence[str]]

GROUPS: Final[Mapping[str, tuple[Text, Key]]] = {
    "municipality": (Text("Kommun", "Municipality"), lambda one, _unit: one.places),
    "year": (Text("År", "Year"), lambda one, _unit: (one.year,)),
    "focus": (Text("Fokusområde", "Focus area"), lambda _one, unit: unit.focus),
    "party": (Text("Part", "Party"), lambda _one, unit: unit.parties),
    "police-area": (Text("Lokalpolisområde", "Local police area"), lambda one, _unit: one.police_areas),
}
"""What the commitments can be gathered under. One that belongs to several, such as two focus areas, counts in each."""


def name_of(by: str, label: str) -> Text:
    """Display name of a row."""
    if by == "focus" and label in categories():
        return categories()[label].label
    if label == TOGETHER:
        return Text("tillsammans", "together")
    return Text(label or "(inte angivet)", label or "(not stated)")


def rows(promises: Sequence[PromiseFigures], by: str) -> list[Row]:
    """Units grouped by a key, in Swedish alphabetical order.

    Those without a value come last, under ””.
    """
    gathered: dict[str, list[Unit]] = {}
    for one in promises:
        for unit in one.units:
            for label in dict.fromkeys(GROUPS[by][1](one, unit)) or ("",):
                gathered.setdefault(label, []).append(unit)
    ordered = sorted(gathered, key=lambda label: (not label, sort_key(name_of(by, label).sv)))
    return [Row(label, tuple(gathered[label])) for label in ordered]
