"""Lists of commitments and documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from medborgarlofte.follow_up.reports import Report
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.references import is_reference
from medborgarlofte.model.statuses import NOT_REPORTED
from medborgarlofte.model.survey import Survey
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.site.page import Site
from medborgarlofte.stats import PromiseFigures, counted
from medborgarlofte.swedish import slug, sort_key


class Crumb(NamedTuple):
    """A breadcrumb."""

    title: str
    link: str


def crumbs(site: Site, document: Any) -> list[Crumb]:
    """Breadcrumbs of a document with one place."""
    found = [place for place in places(document) if place in site.place_addresses]
    if len(found) != 1:
        return []
    return [Crumb(found[0], f"{site.place_addresses[found[0]]}.html")]


def goal_sources(site: Site, loaded: LoadedDocument, promise: Promise) -> list[str]:
    """Ids of surveys that measure a promise's goals."""
    named = [
        (goal.indicator or "").partition("#")[0]
        for goal in promise.outcome_goals
        if is_reference(goal.indicator or "")
    ]
    beside = [survey.id for survey, _ in site.workspace.of_kind(Survey) if survey.folder == loaded.folder]
    return [*named, *beside] if named else []


class Listed(NamedTuple):
    """Commitment in a list across promises."""

    commitment: Commitment
    status: str
    report: Report | None
    parties: tuple[str, ...]
    party_kinds: str
    """Kinds of parties for the filter: ”kommun polis”."""
    focus: str
    """Categories for the filter."""
    title: str
    page: str
    link: str
    """Address of the commitment on its page."""
    place: str
    tells_place: bool
    """Whether neither title nor parties name the place."""


def listed(site: Site, figures: PromiseFigures, focus: str = "") -> Iterator[Listed]:
    """Commitments of a promise, optionally of one category."""
    kinds = {party.id: party.kind for party in figures.promise.parties}
    everyone = " ".join(dict.fromkeys(slug(kind) for kind in kinds.values()))
    for unit in figures.units:
        if focus and focus not in unit.focus:
            continue
        own = " ".join(
            dict.fromkeys(slug(kinds[party]) for party in unit.commitment.parties if party in kinds)
        )
        yield Listed(
            unit.commitment,
            unit.status,
            unit.report,
            unit.parties,
            own or everyone,
            " ".join(unit.focus),
            site.title(figures.loaded),
            site.link(figures.id),
            f"{site.link(figures.id)}#{unit.commitment.id}",
            ", ".join(figures.places),
            any(place not in f"{figures.promise.title} {' '.join(unit.parties)}" for place in figures.places),
        )


ALL: Final = Text("Alla", "All")


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a filter."""

    value: str
    """Value in the markup; empty for all."""
    label: str
    count: int


class Filter(NamedTuple):
    """A group of options."""

    name: str
    label: str
    choices: Sequence[Choice]


def filters(
    site: Site, rows: Sequence[Listed], labels: Mapping[str, tuple[str, Mapping[str, str]]]
) -> list[Filter]:
    """Filters by party, status and theme, with counts.

    `labels` maps each filter to its heading and the labels of its values.
    """
    words = {
        "part": [row.party_kinds.split() for row in rows],
        "status": [[slug(row.status)] for row in rows],
        "tema": [row.focus.split() for row in rows],
    }
    found = []
    for name, values in words.items():
        heading, called = labels[name]
        occurring = {value for row in values for value in row}
        choices = [Choice(v, called[v], sum(v in row for row in values)) for v in called if v in occurring]
        if len(choices) > 1:
            found.append(Filter(name, heading, [Choice("", site.say(ALL), len(rows)), *choices]))
    return found


def category_labels(site: Site) -> dict[str, str]:
    """Category labels in taxonomy order."""
    return {key: site.say(category.label) for key, category in categories().items()}


class Card(NamedTuple):
    """A document in a list."""

    title: str
    link: str
    document: Any
    statuses: Mapping[str, int]
    """Number of commitments by status; empty before the first follow-up."""


def card(site: Site, loaded: LoadedDocument) -> Card:
    """Document with its commitments' statuses."""
    one = site.figures.get(loaded.id)
    is_reported = one is not None and any(unit.status != NOT_REPORTED for unit in one.units)
    statuses = counted(one.units) if one and is_reported else {}
    return Card(site.title(loaded), site.link(loaded.id), loaded.document, statuses)


def by_start(loaded: LoadedDocument) -> tuple[str, str]:
    """Sort key: start of period or date, then id."""
    period = loaded.document.period
    start = period.start if period else None
    day = start or loaded.document.date
    return (day.first.isoformat() if day else "", sort_key(loaded.id))
