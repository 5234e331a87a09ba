"""Pages of the site and their shared data."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from medborgarlofte.exporting.open_data import open_data
from medborgarlofte.follow_up.reports import FollowUps, follow_ups
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import LoadedDocument, Workspace, address_of
from medborgarlofte.model.config import Accessibility, Website
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import place_name, places
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.stats import PromiseFigures, figures
from medborgarlofte.swedish import slug, sort_key
from medborgarlofte.timeline import consecutive


@dataclass(frozen=True, slots=True)
class Page:
    """One page, as HTML and as Markdown."""

    address: str
    """Without suffix: karlshamn/lofte-2022."""
    template: str
    """Without suffix: promise."""
    title: str
    sources: tuple[str, ...]
    """Ids of documents; the newest gives the page its date."""
    make: Callable[[], dict[str, Any]]
    """Computes the template data."""
    about: str = ""
    """One sentence for search engines and previews."""
    owners: tuple[str, ...] = ()
    """Parties; page owners when the configuration names none."""

    @property
    def root(self) -> str:
        """Relative path to the start page's folder."""
        return "../" * self.address.count("/")


def comparison_address(document_id: str) -> str:
    """Address of a promise's comparison, without suffix."""
    return f"{address_of(document_id)}-jamforelse"


@dataclass(frozen=True)
class Site:
    """Input and derived data of all pages."""

    workspace: Workspace
    lang: Language
    updated: Mapping[str, dt.date] = field(default_factory=dict)
    """Last change of each document by id, from version control."""

    def say(self, text: Text) -> str:
        return text[self.lang]

    @property
    def website(self) -> Website:
        return self.workspace.config.website

    @property
    def accessibility(self) -> Accessibility | None:
        return self.workspace.config.accessibility

    @property
    def name(self) -> str:
        return self.website.name or self.say(Text("Medborgarlöften", "Promises to residents"))

    # ------------------------------------------------------------ what hangs together

    @cached_property
    def chain(self) -> tuple[tuple[LoadedDocument, LoadedDocument], ...]:
        """Pairs of a promise and its successor."""
        return tuple(consecutive(self.workspace))

    @cached_property
    def before(self) -> Mapping[str, LoadedDocument]:
        """Predecessor of each promise, by id."""
        return {new.id: old for old, new in self.chain}

    @cached_property
    def after(self) -> Mapping[str, LoadedDocument]:
        """Successor of each promise, by id."""
        return {old.id: new for old, new in self.chain}

    @cached_property
    def figures(self) -> Mapping[str, PromiseFigures]:
        """Figures of each promise, by id.

        What pages show of them does not depend on today.
        """
        everything = frozenset(self.workspace.documents)
        return {one.id: one for one in figures(self.workspace, today=dt.date.max, ids=everything)}

    @cached_property
    def by_place(self) -> Mapping[str, tuple[LoadedDocument, ...]]:
        """Documents by place, in Swedish alphabetical order.

        Follow-ups go with their promise.
        """
        documents: dict[str, list[LoadedDocument]] = {}
        promises = {loaded.id: promise for loaded, promise in self.workspace.of_kind(Promise)}
        for loaded in self.workspace.documents.values():
            document = loaded.document
            about = promises.get(document.promise) if isinstance(document, FollowUp) else document
            for place in places(about) if about else ():
                documents.setdefault(place, []).append(loaded)
        return {place: tuple(documents[place]) for place in sorted(documents, key=sort_key)}

    def places(self, document_id: str) -> tuple[str, ...]:
        """Places of a published document."""
        loaded = self.workspace.documents.get(document_id)
        return tuple(places(loaded.document)) if loaded else ()

    @cached_property
    def place_addresses(self) -> Mapping[str, str]:
        """Address of each place's page.

        Includes the code where known, since Håbo and Habo fold alike.
        """
        addresses: dict[str, str] = {}
        for place, documents in self.by_place.items():
            code = next(filter(None, (_code(loaded.document, place) for loaded in documents)), "")
            stem = "-".join(part for part in (code, slug(place)[:60].strip("-")) if part) or "plats"
            taken = set(addresses.values())
            number, address = 2, f"kommun/{stem}"
            while address in taken:
                address, number = f"kommun/{stem}-{number}", number + 1
            addresses[place] = address
        return addresses

    def follow_ups(self, promise_id: str) -> FollowUps:
        """Follow-ups of a promise, oldest first."""
        return follow_ups(self.workspace, promise_id)

    # ------------------------------------------------------------ addresses and days

    def link(self, document_id: str) -> str:
        """Address of a document's page, relative to root."""
        return f"{address_of(document_id)}.html"

    def titled(self, document_id: str | None) -> tuple[str, str] | None:
        """Title and address of a document with a page."""
        loaded = self.workspace.documents.get(document_id or "")
        return (title_of(loaded), self.link(loaded.id)) if loaded else None

    def day(self, document_id: str) -> dt.date | None:
        """Last change, from git, else from its dates."""
        if document_id in self.updated:
            return self.updated[document_id]
        loaded = self.workspace.documents.get(document_id)
        return max(_days(loaded.document), default=None) if loaded else None

    def updated_of(self, page: Page) -> dt.date | None:
        """Last change of a page's sources."""
        return max(filter(None, map(self.day, page.sources)), default=None)

    @cached_property
    def open_data(self) -> Mapping[str, Callable[[], bytes]]:
        """Open data files by name, lazily computed."""
        modified = max(filter(None, map(self.day, self.workspace.documents)), default=None)
        return {name: cache(make) for name, make in open_data(self.workspace, modified=modified)}


def title_of(loaded: LoadedDocument) -> str:
    """Title of a document, else its id."""
    return loaded.document.title or loaded.id


def _code(document: Document, place: str) -> str | None:
    for party in document.parties:
        if party.kind == "kommun" and place_name(party) == place:
            return party.municipality_code
    return None


def _days(document: Document) -> Iterator[dt.date]:
    """Dates of signature, publication and writing."""
    dates = [*(row.date for row in document.publications), *(row.date for row in document.signatures)]
    yield from (date.last for date in dates if date)
    if document.date:
        yield document.date.last


PageKind = Callable[[Site], Iterator[Page]]
