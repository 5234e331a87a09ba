"""List of commitments with a script-free filter."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from medborgarlofte.i18n import Text
from medborgarlofte.model.statuses import STANDING_LABELS
from medborgarlofte.site.listing import category_labels, filters, listed
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.focus_area import focus_address
from medborgarlofte.swedish import slug

PARTY_KINDS = {
    "kommun": Text("Kommunen", "The municipality"),
    "polis": Text("Polisen", "The police"),
    "stadsdel": Text("Stadsdelen", "The district"),
    "region": Text("Regionen", "The region"),
    "bostadsbolag": Text("Bostadsbolag", "Housing company"),
    "forening": Text("Förening", "Association"),
    "myndighet": Text("Myndighet", "Authority"),
    "foretag": Text("Företag", "Company"),
    "annan": Text("Annan", "Other"),
}
"""Filter labels of party kinds, by folded name."""


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="alla-ataganden",
        template="commitments",
        title=site.say(Text("Alla åtaganden", "All commitments")),
        sources=tuple(site.workspace.documents),
        make=lambda: _data(site),
    )


MANY = 1000
"""Limit of commitments on the page; beyond it the page links to places and themes."""


def _data(site: Site) -> dict[str, Any]:
    found = filtered(site, limit=MANY)
    if found["rows"]:
        return {**found, "places": [], "themes": []}
    places = Counter(place for one in site.figures.values() for place in one.places for _ in one.units)
    themes = Counter(slug for one in site.figures.values() for unit in one.units for slug in unit.focus)
    labels = category_labels(site)
    return {
        **found,
        "places": [(place, f"{site.place_addresses[place]}.html", places[place]) for place in site.by_place],
        "themes": [
            (label, f"{focus_address(key)}.html", themes[key]) for key, label in labels.items() if themes[key]
        ],
    }


def filtered(site: Site, limit: int | None = None) -> dict[str, Any]:
    """List and filters; empty above the limit."""
    count = sum(len(one.units) for one in site.figures.values())
    few = limit is None or count <= limit
    rows = [row for one in site.figures.values() for row in listed(site, one)] if few else []
    labels = {
        "part": (
            site.say(Text("Vem lovar", "Who promises")),
            {key: site.say(text) for key, text in PARTY_KINDS.items()},
        ),
        "status": (
            site.say(Text("Hur gick det", "How it went")),
            {slug(status): site.say(label) for status, label in STANDING_LABELS.items()},
        ),
        "tema": (site.say(Text("Ämne", "Theme")), category_labels(site)),
    }
    return {"rows": rows, "filters": filters(site, rows, labels), "status_labels": STANDING_LABELS}
