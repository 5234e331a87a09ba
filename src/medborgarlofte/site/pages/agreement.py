"""Page of an agreement and its promises."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_of
from medborgarlofte.load import LoadedDocument, address_of
from medborgarlofte.model.agreement import Agreement, AgreementArea
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.taxonomy import covers
from medborgarlofte.site.page import Page, Site, title_of
from medborgarlofte.site.places import by_party, by_start, crumbs, name_of
from medborgarlofte.site.views import MatrixRow, Run, Verdict
from medborgarlofte.stats import year_of


def pages(site: Site) -> Iterator[Page]:
    """One page per agreement."""
    for loaded, agreement in site.workspace.of_kind(Agreement):
        within = [other for other, promise in site.workspace.of_kind(Promise) if promise.part_of == loaded.id]
        yield Page(
            address=address_of(loaded.id),
            template="agreement",
            title=agreement.title,
            sources=(loaded.id, *(other.id for other in within)),
            make=partial(_data, site, agreement, within),
            subjects=(loaded.id,),
            owners=tuple(party.name for party in agreement.parties),
        )


def _data(site: Site, agreement: Agreement, within: list[LoadedDocument]) -> dict[str, Any]:
    promises = sorted(within, key=by_start)
    coded = [area for area in agreement.areas if area.categories] if promises else []
    years = [name_of(site, loaded) for loaded in promises]
    matrix = [
        MatrixRow(area.title, [_commitments_in(loaded.document, area) for loaded in promises])
        for area in coded
    ]
    return {
        "agreement": agreement,
        "by_party": list(by_party(agreement)),
        "promises": [site.titled(loaded.id) for loaded in promises],
        "matrix": matrix,
        "columns": years if len(set(years)) == len(years) else [site.title(loaded) for loaded in promises],
        "verdict": _verdict(site, matrix, promises) if matrix else None,
        "crumbs": crumbs(site, agreement),
    }


def _commitments_in(promise: Any, area: AgreementArea) -> int:
    """Number of a promise's commitments under focus areas that an area of the agreement covers."""
    focus = {
        one.id
        for one in promise.focus_areas
        if any(
            covers(category, own)
            for own in (one.category, *one.categories)
            if own
            for category in area.categories
        )
    }
    return sum(not focus.isdisjoint(commitment.focus) for commitment in promise.commitments)


def _verdict(site: Site, rows: list[MatrixRow], promises: list[LoadedDocument]) -> Verdict:
    """”3 av 5 samverkansområden har åtaganden i löftet 2026”."""
    latest = next(
        (n for n, one in reversed([*enumerate(promises)]) if not one.document.is_draft), len(promises) - 1
    )
    taken = sum(row.numbers[latest] > 0 for row in rows)
    name = year_of(promises[latest].document) or title_of(promises[latest])
    left = ", ".join(row.name for row in rows if not row.numbers[latest])
    missing = Text("Utan åtagande: ", "Without a commitment: ")
    rest = Text(
        f"samverkansområden har åtaganden i löftet {name}",
        f"areas of cooperation have commitments in the promise {name}",
    )
    return Verdict(
        site.say(QUESTION),
        format_of(taken, len(rows))[site.lang],
        site.say(rest),
        below=[[Run(site.say(missing)), Run(left, own=True), Run(".")]] if left else (),
    )


QUESTION: Final = Text(
    "Tar löftena upp det parterna kommit överens om?", "Do the promises take up what was agreed?"
)
