"""Summaries of documents in other languages and in easy Swedish."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.record import Translation
from medborgarlofte.site.languages import Alternate, alternates_of
from medborgarlofte.site.page import Page, Site, title_of


def pages(site: Site) -> Iterator[Page]:
    """One page for each summary."""
    for loaded in site.workspace.documents.values():
        for alternate, row in zip(alternates_of(loaded)[1:], loaded.document.translations, strict=True):
            yield Page(
                address=alternate.address,
                template="translation",
                title=f"{title_of(loaded)} ({alternate.name})",
                sources=(loaded.id,),
                make=partial(_data, site, loaded, alternate, row),
                subjects=(loaded.id,),
                owners=tuple(party.name for party in loaded.document.parties),
            )


def _data(site: Site, loaded: LoadedDocument, alternate: Alternate, row: Translation) -> dict[str, Any]:
    return {
        "document_title": title_of(loaded),
        "language": alternate,
        "text": row.text,
        "whole": site.link(loaded.id),
    }
