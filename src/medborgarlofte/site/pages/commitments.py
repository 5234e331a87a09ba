"""List of commitments with a script-free filter."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import SHORT_PARTIES
from medborgarlofte.model.statuses import BEST_FIRST, STANDINGS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.focus_area import themes
from medborgarlofte.site.progress import commitment_rows
from medborgarlofte.site.views import Row, Run
from medborgarlofte.stats import PromiseFigures, Unit

PARTY_KINDS: Final = {
    **SHORT_PARTIES,
    "bostadsbolag": Text("Bostadsbolag", "Housing company"),
    "förening": Text("Förening", "Association"),
    "myndighet": Text("Myndighet", "Authority"),
    "företag": Text("Företag", "Company"),
    "annan": Text("Annan", "Other"),
}
"""Filter labels of party kinds. The style sheet has a rule for each place in the list: p1, p2 …"""

FILTERS: Final = {
    "p": (Text("Vem lovar", "Who promises"), PARTY_KINDS),
    "s": (
        Text("Hur det går", "How it goes"),
        {status: STANDINGS[status].label for status in BEST_FIRST},
    ),
    "t": (Text("Ämne", "Theme"), {key: category.label for key, category in categories().items()}),
}
"""Heading and labels of each filter, by the letter that its classes begin with."""
CLASSES: Final = {
    letter: {key: f"{letter}{number}" for number, key in enumerate(labels, start=1)}
    for letter, (_, labels) in FILTERS.items()
}


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="alla-ataganden",
        template="commitments",
        title=site.say(Text("Alla åtaganden", "All commitments")),
        sources=tuple(site.workspace.documents),
        make=lambda: _data(site),
    )


MANY: Final = 1000
"""Limit of commitments on the page; beyond it the page links to places and themes."""


def _data(site: Site) -> dict[str, Any]:
    every = list(site.figures.values())
    if sum(len(one.units) for one in every) <= MANY:
        rows = [row for one in every for row in listed(site, one)]
        return {"rows": rows, "filters": filters(site, rows), "places": [], "themes": []}
    counts = Counter(place for one in every for place in one.places for _ in one.units)
    return {
        "rows": [],
        "filters": [],
        "places": [(place, f"{site.place_addresses[place]}.html", counts[place]) for place in site.by_place],
        "themes": [(label, link, sum(statuses.values())) for label, link, statuses in themes(site)],
    }


def listed(site: Site, figures: PromiseFigures) -> Iterator[Row]:
    """Commitments of a promise, with what they are filtered by and the promise they are from."""
    rows = commitment_rows(site, figures, folded=False)
    kinds = {party.id: party.kind for party in figures.promise.parties}
    title = site.title(figures.loaded)
    for unit in figures.units:
        key = unit.commitment.id
        yield rows[key]._replace(
            id="",
            classes=_classes(unit, kinds),
            source=Run(title, site.link(figures.id), own=True),
        )


def _classes(unit: Unit, kinds: Mapping[str, str]) -> list[str]:
    own = [kinds[party] for party in unit.commitment.parties if party in kinds] or list(kinds.values())
    found = {"p": own, "s": [unit.status], "t": unit.focus}
    return [CLASSES[letter][key] for letter, keys in found.items() for key in dict.fromkeys(keys)]


ALL: Final = Text("Alla", "All")


class Choice(NamedTuple):
    """One option of a filter."""

    value: str
    """Class of the rows it shows; empty for all."""
    label: str
    number: int


class Filter(NamedTuple):
    """A group of options."""

    name: str
    label: str
    choices: Sequence[Choice]


def filters(site: Site, rows: Sequence[Row]) -> list[Filter]:
    """Filters by party, status and theme, with counts; those of one choice left out."""
    counts = Counter(name for row in rows for name in row.classes)
    found = []
    for letter, (heading, labels) in FILTERS.items():
        choices = [
            Choice(name, site.say(labels[key]), counts[name])
            for key, name in CLASSES[letter].items()
            if counts[name]
        ]
        if len(choices) > 1:
            found.append(Filter(letter, site.say(heading), [Choice("", site.say(ALL), len(rows)), *choices]))
    return found
