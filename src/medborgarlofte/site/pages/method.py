"""About the method: medborgarlöften, statuses and figures."""

from collections.abc import Iterator

from medborgarlofte.diff.describe import COUNTED
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import EFFECT_LABELS
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.site.page import Page, Site


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="om-metoden",
        template="method",
        title=site.say(Text("Så läser du sidorna", "How to read the pages")),
        sources=(),
        make=lambda: {
            "statuses": [(status, row.label, row.meaning) for status, row in STANDINGS.items()],
            "effects": list(EFFECT_LABELS.values()),
            "kinds": [labels[0] for labels in COUNTED.values()],
        },
    )
