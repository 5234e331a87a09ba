"""Lists of commitments and documents."""

from typing import Any, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.places import called, places
from medborgarlofte.model.promise import Promise
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
