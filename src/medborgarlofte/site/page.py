"""Pages of the site and their shared data."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any, Final, Literal

from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import Change, Comparison
from medborgarlofte.exporting.open_data import open_data
from medborgarlofte.follow_up.reports import FollowUps, follow_ups
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_title
from medborgarlofte.load import LoadedDocument, Workspace, address_of
from medborgarlofte.model.config import Accessibility, Website
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import located, place_name, places
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.site.dates import comments_until, dates_of, newest
from medborgarlofte.stats import PromiseFigures, figures
from medborgarlofte.swedish import PartialDate, slug, sort_key
from medborgarlofte.timeline import consecutive, is_followed_up

Section = Literal["", "places", "themes", "about"]


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
    subjects: tuple[str, ...] = ()
    """Ids of the documents that the page shows; it is a draft when one of them is."""
    section: Section = ""
    """Entry of the main navigation that the page lies under."""


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
    today: dt.date | None = None
    """The day that pages of several municipalities are about."""

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
    def comparison(self) -> Callable[[str], Comparison | None]:
        """Comparison of a promise with its predecessor, by id; the last ones are kept."""
        return lru_cache(maxsize=COMPARISONS)(self._comparison)

    def confirmed(self, document_id: str) -> list[Change]:
        """Changes of a promise since its predecessor, guesses left out."""
        comparison = self.comparison(document_id)
        return [change for change in comparison.changes if not change.is_guess] if comparison else []

    def _comparison(self, document_id: str) -> Comparison | None:
        former, loaded = self.before.get(document_id), self.workspace.documents[document_id]
        if former is None:
            return None
        return compare(former, loaded, followed_up=is_followed_up(self.workspace, former.id))

    @cached_property
    def figures(self) -> Mapping[str, PromiseFigures]:
        """Figures of each promise, by id.

        What pages show of them does not depend on today.
        """
        everything = frozenset(self.workspace.documents)
        return {one.id: one for one in figures(self.workspace, today=dt.date.max, ids=everything)}

    @cached_property
    def has_grounds(self) -> bool:
        """Whether there is anything that promises rest on."""
        documents = [loaded.document for loaded in self.workspace.documents.values()]
        return any(
            not isinstance(one, (Promise, FollowUp)) or getattr(one, "evidence", ()) for one in documents
        )

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

    @cached_property
    def latest(self) -> Mapping[str, PromiseFigures]:
        """Promises that are adopted and have no adopted successor, by id."""
        followed = {old.id for old, new in self.chain if not new.document.is_draft}
        return {
            key: one for key, one in self.figures.items() if not one.promise.is_draft and key not in followed
        }

    def follow_ups(self, promise_id: str) -> FollowUps:
        """Follow-ups of a promise, oldest first."""
        return follow_ups(self.workspace, promise_id)

    # ------------------------------------------------------------ addresses and days

    def absolute(self, address: str) -> str | None:
        """Address with the base URL; None where that is not known."""
        base = self.website.base_url
        return f"{base.rstrip('/')}/{address}" if base else None

    def link(self, document_id: str) -> str:
        """Address of a document's page, relative to root."""
        return f"{address_of(document_id)}.html"

    def titled(self, document_id: str | None) -> tuple[str, str] | None:
        """Title and address of a document with a page."""
        loaded = self.workspace.documents.get(document_id or "")
        return (self.title(loaded), self.link(loaded.id)) if loaded else None

    def title(self, loaded: LoadedDocument) -> str:
        """The title of a document as others refer to it; that of a draft says so."""
        return self.say(format_title(loaded.document, title_of(loaded)))

    def is_draft(self, page: Page) -> bool:
        """Whether a page shows a document that is only a draft."""
        return any(document_id in self.drafts for document_id in page.subjects)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """Ids of the documents that are only drafts."""
        return frozenset(loaded.id for loaded in self.workspace.drafts)

    def draft_mark(self, page: Page) -> Text | None:
        """What is said at the top of a page that shows a draft, or that counts one among others."""
        if self.is_draft(page):
            dates = (comments_until(self.workspace.documents[key].document) for key in page.subjects)
            return next((OPEN.format({"until": until}) for until in dates if until), IS_DRAFT)
        return WITH_DRAFTS if self.drafts.intersection(page.sources) else None

    def date(self, document_id: str) -> PartialDate | None:
        """Last change of a document: from version control, else the newest date it states, as precise as there."""
        if day := self.updated.get(document_id):
            return PartialDate.of(day)
        loaded = self.workspace.documents.get(document_id)
        return newest(dates_of(loaded.document)) if loaded else None

    def updated_of(self, page: Page) -> PartialDate | None:
        """Last change of a page's sources."""
        return newest(filter(None, map(self.date, page.sources)))

    @cached_property
    def open_data(self) -> Mapping[str, Callable[[], bytes]]:
        """Open data files by name, lazily computed."""
        return {name: cache(make) for name, make in open_data(self.workspace, modified=self.modified)}

    @cached_property
    def day(self) -> dt.date:
        """Today, where it is given; else the last day that any document knows of."""
        return self.today or self.modified or dt.date.min

    def known_day(self, places: Iterable[str]) -> dt.date:
        """Today, where it is given; else the last day that the documents of some places know of."""
        return self.today or max(
            (self._days.get(place, dt.date.min) for place in places), default=dt.date.min
        )

    @cached_property
    def _days(self) -> Mapping[str, dt.date]:
        return {
            place: max((date.last for one in documents if (date := self.date(one.id))), default=dt.date.min)
            for place, documents in self.by_place.items()
        }

    @cached_property
    def modified(self) -> dt.date | None:
        """Last day on which any document is known to have changed."""
        dates = filter(None, map(self.date, self.workspace.documents))
        return max((date.last for date in dates if date.precision == "day"), default=None)


COMPARISONS: Final = 200
"""How many comparisons are kept, many more than the promises of a place."""

IS_DRAFT: Final = Text(
    "Det här är inte beslutat och kan ändras.", "This has not been adopted and may change."
)
OPEN: Final = Text(
    "Inget är beslutat. Lämna synpunkter till och med {until}.",
    "Nothing has been adopted. You can comment until {until}.",
)
WITH_DRAFTS: Final = Text(
    "Här är utkast med, som inte är beslutade och kan ändras.",
    "Drafts are included here, which have not been adopted and may change.",
)


def title_of(loaded: LoadedDocument) -> str:
    """Title of a document, else its id."""
    return loaded.document.title or loaded.id


def _code(document: Document, place: str) -> str | None:
    for party in located(document):
        if party.kind == "kommun" and place_name(party) == place:
            return party.municipality_code
    return None


PageKind = Callable[[Site], Iterator[Page]]
