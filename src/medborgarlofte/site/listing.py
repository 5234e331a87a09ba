"""Lists of commitments and documents."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.places import called, places
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER, Party
from medborgarlofte.model.references import is_reference
from medborgarlofte.model.survey import Survey
from medborgarlofte.site.page import Site
from medborgarlofte.stats import year_of
from medborgarlofte.swedish import sort_key


class Crumb(NamedTuple):
    """A breadcrumb."""

    title: str
    link: str
    own: bool = True
    """Whether the title is the document's own."""


def crumbs(site: Site, document: Any) -> list[Crumb]:
    """Breadcrumbs of a document with one place."""
    found = [place for place in places(document) if place in site.place_addresses]
    if len(found) != 1:
        return []
    return [Crumb(called(found[0]), f"{site.place_addresses[found[0]]}.html")]


def promise_crumb(site: Site, promise_id: str) -> Crumb:
    """”Löftet 2026”, which leads to a promise."""
    loaded = site.workspace.documents[promise_id]
    year = year_of(loaded.document)
    name = Text(f"Löftet {year}", f"The promise {year}") if year else Text("Löftet", "The promise")
    return Crumb(site.say(name), site.link(promise_id), own=False)


def goal_sources(site: Site, loaded: LoadedDocument, promise: Promise) -> list[str]:
    """Ids of surveys that measure a promise's goals."""
    named = [
        (goal.indicator or "").partition("#")[0]
        for goal in promise.outcome_goals
        if is_reference(goal.indicator or "")
    ]
    beside = [survey.id for survey, _ in site.workspace.of_kind(Survey) if survey.folder == loaded.folder]
    return [*named, *beside] if named else []


class Card(NamedTuple):
    """A document in a list."""

    title: str
    link: str
    document: Any


def card(site: Site, loaded: LoadedDocument) -> Card:
    """Title and address of a document."""
    return Card(site.title(loaded), site.link(loaded.id), loaded.document)


def by_start(loaded: LoadedDocument) -> tuple[str, str]:
    """Sort key: start of period or date, then id."""
    period = loaded.document.period
    start = period.start if period else None
    day = start or loaded.document.date
    return (day.first.isoformat() if day else "", sort_key(loaded.id))


class Promised(NamedTuple):
    """The commitments under one heading."""

    names: list[str]
    """The parties that promise; empty when the verb says it all."""
    verb: Text
    commitments: list[Commitment]


def by_party(document: Promise | Agreement) -> Iterator[Promised]:
    """The commitments of each party in its order, then the joint ones, then those without a party."""
    parties = {party.id: party for party in document.parties}
    groups: dict[tuple[str, ...], list[Commitment]] = {(party.id,): [] for party in document.parties}
    for commitment in document.commitments:
        groups.setdefault(commitment.parties, []).append(commitment)
    joint = [key for key in groups if len(key) > 1 or TOGETHER in key]
    order = [*((party.id,) for party in document.parties), *joint, ()]
    for key in order:
        if groups.get(key):
            yield Promised(*_heading(key, parties), groups[key])


def _heading(key: tuple[str, ...], parties: dict[str, Party]) -> tuple[list[str], Text]:
    if not key:
        return [], Text("Åtaganden utan angiven part", "Commitments without a stated party")
    if TOGETHER in key:
        return [], Text("Tillsammans lovar vi", "Together we promise")
    names = [parties[party].name for party in key]
    return names, Text("lovar", "promise" if len(names) > 1 else "promises")
