"""Start page: introduction, news and places."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.chart import chart
from medborgarlofte.site.data_files import first_day
from medborgarlofte.site.listing import by_start, card
from medborgarlofte.site.page import Page, Site, title_of
from medborgarlofte.site.pages.commitments import filtered
from medborgarlofte.stats import counted

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
        "done": sum(unit.status == "genomfört" for unit in reported),
        "chart": chart({}) if not reported else chart(counted(units)),
        "newest": _newest(site),
        **filtered(site, limit=FEW),
    }


class News(NamedTuple):
    """A new promise or follow-up."""

    day: dt.date
    title: str
    link: str
    is_follow_up: bool


def _newest(site: Site) -> list[News]:
    found = [
        News(day, promise.title, site.link(loaded.id), is_follow_up=False)
        for loaded, promise in site.workspace.of_kind(Promise)
        if (day := first_day(loaded))
    ]
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        if follow_up.promise in site.figures:
            title = title_of(site.workspace.documents[follow_up.promise])
            found.append(News(follow_up.date.last, title, site.link(loaded.id), is_follow_up=True))
    return sorted(found, key=lambda news: (-news.day.toordinal(), news.link))[:NEWEST]


def _shown(found: tuple[LoadedDocument, ...]) -> list[LoadedDocument]:
    """Promises and agreements, newest first."""
    rows = [loaded for loaded in found if isinstance(loaded.document, (Promise, Agreement))]
    return sorted(rows, key=by_start, reverse=True)
