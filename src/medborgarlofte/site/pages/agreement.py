"""Page of an agreement and its promises."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement, AgreementArea
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.taxonomy import covers
from medborgarlofte.site.listing import by_start, crumbs
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.promised import by_party


def pages(site: Site) -> Iterator[Page]:
    """One page per agreement."""
    for loaded, agreement in site.workspace.of_kind(Agreement):
        within = [other for other, promise in site.workspace.of_kind(Promise) if promise.part_of == loaded.id]
        yield Page(
            address=site.link(loaded.id).removesuffix(".html"),
            template="agreement",
            title=agreement.title,
            sources=(loaded.id, *(other.id for other in within)),
            make=partial(_data, site, agreement, within),
            subjects=(loaded.id,),
            owners=tuple(party.name for party in agreement.parties),
        )


def _data(site: Site, agreement: Agreement, within: list[LoadedDocument]) -> dict[str, Any]:
    promises = sorted(within, key=by_start)
    coded = [area for area in agreement.areas if area.categories]
    return {
        "agreement": agreement,
        "by_party": list(by_party(agreement)),
        "promises": [site.titled(loaded.id) for loaded in promises],
        "matrix": [(area, [_takes_up(loaded.document, area) for loaded in promises]) for area in coded]
        if promises
        else [],
        "crumbs": crumbs(site, agreement),
    }


def _takes_up(promise: Any, area: AgreementArea) -> bool:
    """True if a promise covers an area of the agreement."""
    return any(
        covers(category, own)
        for focus in promise.focus_areas
        for own in (focus.category, *focus.categories)
        if own
        for category in area.categories
    )
