"""The start page: what this is, what is newest, and every place with its promises."""

from collections.abc import Iterator
from typing import Any

from medborgarlofte.load import Loaded
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.chart import chart
from medborgarlofte.site.data_files import entries
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.commitments import filtered
from medborgarlofte.site.view import by_start, card
from medborgarlofte.summary.figures import counted
from medborgarlofte.text import Text

NEWEST = 5
FEW = 60
"""Commitments that have room on the start page itself."""


def pages(site: Site) -> Iterator[Page]:
    """One page."""
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
    told = [unit for unit in units if unit.word is not None]
    newest = sorted(entries(site), key=lambda entry: (-entry.day.toordinal(), entry.id))
    return {
        "places": [
            (place, f"{site.place_addresses[place]}.html", [card(site, loaded) for loaded in _shown(found)])
            for place, found in site.by_place.items()
        ],
        "promises": sum(isinstance(document, Promise) for document in documents),
        "agreements": sum(isinstance(document, Agreement) for document in documents),
        "commitments": len(units),
        "told": len(told),
        "done": sum(unit.status == "genomfört" for unit in told),
        "chart": chart({}) if not told else chart(counted(units)),
        "newest": [entry for entry in newest if "#" not in entry.link][:NEWEST],
        "base": f"{site.website.base_url.rstrip('/')}/" if site.website.base_url else "",
        **filtered(site, limit=FEW),
    }


def _shown(found: tuple[Loaded, ...]) -> list[Loaded]:
    """Promises and agreements, the newest first."""
    rows = [loaded for loaded in found if isinstance(loaded.document, (Promise, Agreement))]
    return sorted(rows, key=by_start, reverse=True)
