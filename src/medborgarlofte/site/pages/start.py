"""Start page: introduction, news and places."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from medborgarlofte.follow_up.reports import reported
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.chart import chart
from medborgarlofte.site.data_files import first_date
from medborgarlofte.site.listing import by_start, card
from medborgarlofte.site.page import Page, Site, title_of
from medborgarlofte.site.pages.commitments import filtered
from medborgarlofte.stats import counted
from medborgarlofte.swedish import PartialDate

NEWEST = 5
FEW = 60
"""Limit of commitments on the start page."""


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="index",
        template="start",
        title=site.name,
        sources=tuple(site.workspace.documents),
        make=lambda: _data(site),
        about=site.say(ABOUT),
    )


ABOUT = Text(
    "Vad polis och kommun har lovat invånarna, och hur det gick.",
    "What police and municipality have promised residents, and how it went.",
)


def _data(site: Site) -> dict[str, Any]:
    documents = [loaded.document for loaded in site.workspace.documents.values()]
    units = [unit for one in site.figures.values() for unit in one.units]
    reported = [unit for unit in units if unit.report is not None]
    return {
        "places": [
            (place, f"{site.place_addresses[place]}.html", [card(site, loaded) for loaded in _shown(found)])
            for place, found in site.by_place.items()
        ],
        "promises": sum(isinstance(document, Promise) for document in documents),
        "agreements": sum(isinstance(document, Agreement) for document in documents),
        "commitments": len(units),
        "reported": len(reported),
        "chart": chart({}) if not reported else chart(counted(units)),
        "newest": _newest(site),
        **filtered(site, limit=FEW),
    }


class News(NamedTuple):
    """A new promise or follow-up."""

    date: PartialDate
    title: str
    link: str
    is_follow_up: bool
    is_draft: bool


def _newest(site: Site) -> list[News]:
    found: list[tuple[dt.date, News]] = []
    for loaded, promise in site.workspace.of_kind(Promise):
        if first := first_date(loaded):
            link = site.link(loaded.id)
            news = News(first.stated, promise.title, link, is_follow_up=False, is_draft=promise.is_draft)
            found.append((first.day, news))
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        about = site.workspace.documents.get(follow_up.promise)
        title = title_of(about) if about else follow_up.title or site.say(FollowUp.LABEL)
        if (about or not follow_up.promise) and reported([(loaded, follow_up)]):
            link = site.link(loaded.id)
            news = News(follow_up.date, title, link, is_follow_up=True, is_draft=follow_up.is_draft)
            found.append((follow_up.date.last, news))
    found.sort(key=lambda row: (-row[0].toordinal(), row[1].link))
    return [news for _, news in found[:NEWEST]]


def _shown(found: tuple[LoadedDocument, ...]) -> list[LoadedDocument]:
    """Promises and agreements, newest first."""
    rows = [loaded for loaded in found if isinstance(loaded.document, (Promise, Agreement))]
    return sorted(rows, key=by_start, reverse=True)
