"""About the method: medborgarlöften, statuses and figures."""

from collections.abc import Iterator

from medborgarlofte.diff.describe import COUNTED
from medborgarlofte.follow_up.reports import STANDING_LABELS
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import EFFECT_LABELS
from medborgarlofte.site.page import Page, Site

MEANINGS = {
    "ej påbörjat": Text("Arbetet har inte börjat.", "The work has not begun."),
    "pågår": Text("Arbetet har börjat men är inte klart.", "The work has begun but is not finished."),
    "genomfört": Text("Det som lovades är gjort.", "What was promised has been done."),
    "delvis genomfört": Text(
        "En del är gjort, men inte allt. Skälet ska stå bredvid.",
        "Some of it has been done, but not all. The reason should stand beside it.",
    ),
    "ej genomfört": Text(
        "Det blev inte gjort. Skälet ska stå bredvid.", "It was not done. The reason should stand beside it."
    ),
    "utgått": Text(
        "Parterna har tagit tillbaka åtagandet under perioden.",
        "The parties have withdrawn the commitment during the period.",
    ),
    "går ej att bedöma": Text(
        "Det finns inget underlag som visar om det blev gjort.", "Nothing shows whether it was done."
    ),
    "ingen uppgift": Text(
        "Ingen uppföljning nämner åtagandet. Det är inte detsamma som att det inte blev gjort.",
        "No follow-up mentions the commitment. That is not the same as its not being done.",
    ),
}


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="om-metoden",
        template="method",
        title=site.say(Text("Så läser du sidorna", "How to read the pages")),
        sources=(),
        make=lambda: {
            "statuses": [(status, STANDING_LABELS[status], MEANINGS[status]) for status in STANDING_LABELS],
            "effects": list(EFFECT_LABELS.values()),
            "kinds": [labels[0] for labels in COUNTED.values()],
        },
    )
