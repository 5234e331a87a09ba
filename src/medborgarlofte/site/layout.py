"""Template data that every page has."""

from pathlib import Path
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import enumerated, format_when
from medborgarlofte.site.languages import Alternate, alternates_of
from medborgarlofte.site.page import Page, Section, Site

FOOTER: Final = (
    ("om-metoden", Text("Så läser du sidorna", "How to read the pages")),
    ("alla-ataganden", Text("Alla åtaganden", "All commitments")),
    ("oppna-data", Text("Öppna data", "Open data")),
)
"""Pages about the pages, linked from every footer."""

DRAFT_MARK: Final = Text("Utkast: ", "Draft: ")
"""Before the title of a draft."""

GROUNDS: Final = "underlag"
"""Address of the page of what promises rest on."""
GROUNDS_TITLE: Final = Text("Det löftena bygger på", "What the promises rest on")

STATEMENT: Final = "tillganglighet"
"""Address of the accessibility statement."""

FILES: Final = (
    ("flode.xml", Text("Följ nyheter (Atom)", "Follow news (Atom)")),
    ("datum.ics", Text("Datum till kalendern", "Dates for your calendar")),
    (f"{STATEMENT}.html", Text("Tillgänglighetsredogörelse", "Accessibility statement")),
)
"""What the footer links to after the pages."""


class Entry(NamedTuple):
    """An entry of the main navigation."""

    link: str
    text: str
    current: str
    """Value of aria-current; empty on other pages."""


def navigation(site: Site, page: Page) -> list[Entry]:
    """Start, the place or places, the themes, and about the pages."""
    single = next(iter(site.place_addresses.values())) if len(site.place_addresses) == 1 else None
    places = Text("År för år", "Year by year") if single else Text("Kommuner", "Municipalities")
    rows: list[tuple[Section | None, str, str, Text]] = [
        (None, "index", "", Text("Start", "Start")),
        ("places", single or "index", "" if single else "#avsnitt:platser", places),
        ("themes", "index", "#avsnitt:amnen", Text("Ämnen", "Themes")),
        ("about", "om-metoden", "", Text("Om sidorna", "About")),
    ]
    entries = []
    for section, address, fragment, text in rows:
        here = (
            "page" if page.address == address and not fragment else "true" if page.section == section else ""
        )
        entries.append(Entry(f"{address}.html{fragment}", site.say(text), here))
    return entries


def logo_name(written: str) -> str:
    """File name of the logotype on the site."""
    return f"logotyp{Path(written).suffix.lower()}"


def shared(site: Site, page: Page) -> dict[str, Any]:
    """Data of the layout."""
    draft = site.draft_mark(page)
    is_draft, updated = site.is_draft(page), site.updated_of(page)
    owner = site.website.publisher if site.website.publisher != site.name else None
    grounds = [(f"{GROUNDS}.html", site.say(GROUNDS_TITLE))] if site.has_grounds else []
    links = [
        *grounds,
        *((f"{name}.html", site.say(text)) for name, text in FOOTER),
        *((name, site.say(text)) for name, text in FILES),
    ]
    return {
        "title": f"{site.say(DRAFT_MARK)}{page.title}" if is_draft else page.title,
        "is_draft": is_draft,
        "draft": site.say(draft) if draft else None,
        "address": page.address,
        "root": "../" * page.address.count("/"),
        "about": page.about,
        "site_name": site.name,
        "site_owner": owner,
        "named": bool(site.website.name or site.website.publisher),
        "logo": logo_name(site.website.logo) if site.website.logo else None,
        "navigation": navigation(site, page),
        "footer_links": links,
        "owner": site.website.owner or site.website.publisher or enumerated(page.owners)[site.lang] or None,
        "updated": updated,
        "updated_when": "".join(format_when(updated, site.lang)) if updated else None,
        "canonical": site.absolute(f"{page.address}.html"),
        "base": site.absolute("") or "",
        "email": site.website.email,
        "crumbs": [],
        "languages": alternates(site, page),
        "structured": None,
    }


def alternates(site: Site, page: Page) -> list[Alternate]:
    """The languages that a page can be read in; empty for one."""
    loaded = site.workspace.documents.get(page.subjects[0]) if page.subjects else None
    found = alternates_of(loaded) if loaded else []
    return found if any(one.address == page.address for one in found) else []


def page_data(site: Site, page: Page) -> dict[str, Any]:
    """All data of a page's template."""
    return {**shared(site, page), **page.make()}
