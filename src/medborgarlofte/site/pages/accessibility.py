"""Accessibility statement (13 § lag 2018:1937)."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.site.layout import STATEMENT
from medborgarlofte.site.page import Page, Site

CONFORMANCE = {
    "helt": Text("är helt förenlig med lagen", "fully conforms to the act"),
    "delvis": Text("är delvis förenlig med lagen", "partly conforms to the act"),
    "inte": Text("är inte förenlig med lagen", "does not conform to the act"),
}
REPORT_TO_DIGG = "https://www.digg.se/tdosanmalan"


def pages(site: Site) -> Iterator[Page]:
    """The page, also when nothing is filled in."""
    yield Page(
        address=STATEMENT,
        template="accessibility",
        title=site.say(Text("Tillgänglighetsredogörelse", "Accessibility statement")),
        sources=(),
        make=lambda: {
            "statement_of": site.website.publisher or site.name,
            "statement": site.accessibility,
            "conformance": CONFORMANCE,
            "report_to": _report_to(site),
            "digg": REPORT_TO_DIGG,
        },
    )


def _report_to(site: Site) -> str | None:
    """Contact for shortcomings, else the publisher's email."""
    if site.accessibility and site.accessibility.report_to:
        return site.accessibility.report_to
    return f"mailto:{site.website.email}" if site.website.email else None
