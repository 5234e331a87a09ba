"""The page of a cooperation agreement: purposes, areas, council, follow-up, and the promises it frames."""

from collections.abc import Iterator

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.page import Page, Site


def pages(site: Site) -> Iterator[Page]:
    """One page for each agreement."""
    for loaded, agreement in site.workspace.of_kind(Agreement):
        promises = [
            (promise.title, site.link(source.id))
            for source, promise in site.workspace.of_kind(Promise)
            if promise.part_of == loaded.id
        ]
        yield Page(
            address=site.link(loaded.id).removesuffix(".html"),
            template="agreement",
            title=agreement.title,
            data={
                "agreement": agreement,
                "promises": promises,
                "contacts": [c for c in agreement.contacts if c.public and not c.press_only],
            },
        )
