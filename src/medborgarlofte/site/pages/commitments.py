"""List of commitments with a script-free filter."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import SHORT_PARTIES
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.model.statuses import BEST_FIRST, STANDINGS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.site.commitments import commitment_rows
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.focus_area import themes
from medborgarlofte.site.places import Crumb
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
    "s": (Text("Hur det går", "How it goes"), {status: STANDINGS[status].label for status in BEST_FIRST}),
    "t": (Text("Ämne", "Theme"), {key: category.label for key, category in categories().items()}),
}
"""Heading and labels of each filter, by the letter that its classes begin with."""
CLASSES: Final = {
    letter: {key: f"{letter}{number}" for number, key in enumerate(labels, start=1)}
    for letter, (_, labels) in FILTERS.items()
}


MANY: Final = 200
"""Commitments on one page; of more, each place has a page of its own, with an index."""
ADDRESS: Final = "alla-ataganden"
TITLE: Final = Text("Alla åtaganden", "All commitments")


def pages(site: Site) -> Iterator[Page]:
    """The page; of many commitments an index, and a page for each place."""
    every = list(site.figures.values())
    is_split = sum(len(one.units) for one in every) > MANY
    yield Page(
        address=ADDRESS,
        template="commitments",
        title=site.say(TITLE),
        sources=tuple(site.workspace.documents),
        make=partial(_index, site) if is_split else partial(_list, site, every),
    )
    for place, found in _by_place(site).items() if is_split else ():
        yield Page(
            address=_address(site, place),
            template="commitments",
            title=site.say(Text(f"Alla åtaganden i {place}", f"All commitments in {place}")),
            sources=tuple(one.id for one in found),
            make=partial(_list, site, found, place),
            owners=(place,),
        )


def _address(site: Site, place: str) -> str:
    return f"{ADDRESS}/{site.place_addresses[place].rpartition('/')[2]}"


def _by_place(site: Site) -> dict[str, list[PromiseFigures]]:
    """Promises with commitments, by place."""
    found: dict[str, list[PromiseFigures]] = {place: [] for place in site.by_place}
    for one in site.figures.values():
        for place in one.places if one.units else ():
            found[place].append(one)
    return {place: rows for place, rows in found.items() if rows}


def _list(site: Site, every: Sequence[PromiseFigures], place: str = "") -> dict[str, Any]:
    rows = [row for one in every for row in listed(site, one)]
    crumbs = [Crumb(site.say(TITLE), f"{ADDRESS}.html", own=False)] if place else []
    return {"rows": rows, "filters": filters(site, rows), "places": [], "themes": [], "crumbs": crumbs}


def _index(site: Site) -> dict[str, Any]:
    return {
        "rows": [],
        "filters": [],
        "places": [
            (place, f"{_address(site, place)}.html", sum(len(one.units) for one in found))
            for place, found in _by_place(site).items()
        ],
        "themes": [(label, link, sum(statuses.values())) for label, link, statuses in themes(site)],
    }


def listed(site: Site, figures: PromiseFigures) -> Iterator[Row]:
    """Commitments of a promise, with what they are filtered by and the promise they are from."""
    rows = commitment_rows(site, figures, folded=False)
    kinds = {party.id: party.kind for party in figures.promise.parties}
    title = site.title(figures.loaded)
    for unit in figures.units:
        key = unit.commitment.id
        row = rows[key]
        if figures.promise.is_draft:
            row = row._replace(label=site.say(STAGE_LABELS["utkast"]))
        yield row._replace(
            id="",
            classes=_classes(unit, kinds, is_draft=figures.promise.is_draft),
            source=Run(title, site.link(figures.id), own=True),
        )


def _classes(unit: Unit, kinds: Mapping[str, str], *, is_draft: bool) -> list[str]:
    own = [kinds[party] for party in unit.commitment.parties if party in kinds] or list(kinds.values())
    found = {"p": own, "s": [] if is_draft else [unit.status], "t": unit.focus}
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
