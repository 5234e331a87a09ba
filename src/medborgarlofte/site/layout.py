"""Template data that every page has."""

from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.site.page import Page, Site

NAVIGATION: Final = (
    ("index", Text("Start", "Start")),
    ("alla-ataganden", Text("Alla åtaganden", "All commitments")),
    ("om-metoden", Text("Så läser du sidorna", "How to read the pages")),
    ("oppna-data", Text("Öppna data", "Open data")),
)
"""Main navigation."""

DRAFT_MARK: Final = Text("Utkast: ", "Draft: ")
"""Before the title of a draft."""

STATEMENT: Final = "tillganglighet"
"""Address of the accessibility statement."""


def shared(site: Site, page: Page) -> dict[str, Any]:
    """Data of the layout."""
    base = site.website.base_url
    return {
        "title": page.title,
        "is_draft": site.is_draft(page),
        "draft": site.draft_mark(page),
        "address": page.address,
        "root": page.root,
        "about": page.about,
        "site_name": site.name,
        "named": bool(site.website.name or site.website.publisher),
        "logo": f"logotyp.{site.website.logo.rpartition('.')[2].lower()}" if site.website.logo else None,
        "publisher": site.website.publisher,
        "navigation": [(f"{address}.html", text, address == page.address) for address, text in NAVIGATION],
        "statement_page": f"{STATEMENT}.html",
        "owner": site.website.owner or site.website.publisher or ", ".join(page.owners) or None,
        "updated": site.updated_of(page),
        "canonical": f"{base.rstrip('/')}/{page.address}.html" if base else None,
        "crumbs": [],
        "structured": None,
    }


def page_data(site: Site, page: Page) -> dict[str, Any]:
    """All data of a page's template."""
    return {**shared(site, page), **page.make()}
