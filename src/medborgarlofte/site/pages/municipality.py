"""Place pages: a timeline of documents."""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.chart import chart
from medborgarlofte.site.listing import Card, by_start, card
from medborgarlofte.site.page import Page, Site, comparison_address
from medborgarlofte.stats import counted


class Step(NamedTuple):
    """A promise with its follow-ups and comparison."""

    promise: Card
    follow_ups: list[Card]
    comparison: str | None
    """Address of the comparison with the predecessor."""


def pages(site: Site) -> Iterator[Page]:
    """One page for each place."""
    for place, found in site.by_place.items():
        yield Page(
            address=site.place_addresses[place],
            template="municipality",
            title=place,
            sources=tuple(loaded.id for loaded in found),
            make=partial(_data, site, place, found),
            about=site.say(
                Text(
                    f"Löften till invånarna i {place}, år för år.",
                    f"Promises to residents of {place}, year by year.",
                )
            ),
            owners=(place,),
        )


def _data(site: Site, place: str, found: tuple[LoadedDocument, ...]) -> dict[str, Any]:
    promises = sorted(
        (loaded for loaded in found if isinstance(loaded.document, Promise)), key=by_start, reverse=True
    )
    units = [unit for loaded in promises for unit in site.figures[loaded.id].units]
    others = [loaded for loaded in found if not isinstance(loaded.document, (Promise, Agreement, FollowUp))]
    return {
        "place": place,
        "agreements": [
            card(site, loaded)
            for loaded in sorted(found, key=by_start, reverse=True)
            if isinstance(loaded.document, Agreement)
        ],
        "steps": [_step(site, loaded) for loaded in promises],
        "others": [card(site, loaded) for loaded in sorted(others, key=by_start, reverse=True)],
        "commitments": len(units),
        "chart": chart(counted(units)) if any(unit.report for unit in units) else None,
    }


def _step(site: Site, loaded: LoadedDocument) -> Step:
    compared = f"{comparison_address(loaded.id)}.html" if loaded.id in site.before else None
    return Step(
        card(site, loaded), [card(site, source) for source, _ in site.follow_ups(loaded.id)], compared
    )
