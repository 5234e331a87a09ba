"""The start page: every document by municipality and year."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from medborgarlofte.load import Loaded
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.places import places_of
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.page import Page, Site
from medborgarlofte.swedish import sort_key
from medborgarlofte.text import Text


class Row(NamedTuple):
    """A document in the list."""

    loaded: Loaded
    document: Any
    link: str


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    groups: dict[str, list[Row]] = {}
    for loaded in site.workspace.documents.values():
        document = loaded.document
        if isinstance(document, (Promise, Agreement)):
            for place in places_of(document.parties):
                groups.setdefault(place, []).append(Row(loaded, document, site.link(loaded.id)))
    places = [(place, sorted(groups[place], key=_newest_first)) for place in sorted(groups, key=sort_key)]
    documents = [loaded.document for loaded in site.workspace.documents.values()]
    yield Page(
        address="index",
        template="start",
        title=site.say(Text("Medborgarlöften", "Promises to residents")),
        data={
            "places": places,
            "promises": sum(isinstance(document, Promise) for document in documents),
            "agreements": sum(isinstance(document, Agreement) for document in documents),
            "commitments": sum(len(d.commitments) for d in documents if isinstance(d, Promise)),
        },
    )


def _newest_first(row: Row) -> tuple[int, str]:
    start = row.document.period.start
    return -(start.first.toordinal() if start else 0), row.loaded.id
