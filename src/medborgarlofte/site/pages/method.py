"""About the method: medborgarlöften, statuses and figures."""

from collections.abc import Iterator

from medborgarlofte.diff.kinds import CHANGE_WORDS
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import EFFECT_LABELS
from medborgarlofte.model.statuses import BEST_FIRST, STANDINGS
from medborgarlofte.site.page import Page, Site


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="om-metoden",
        template="method",
        title=site.say(Text("Så läser du sidorna", "How to read the pages")),
        sources=(),
        section="about",
        make=lambda: {
            "statuses": [
                (STANDINGS[status].look, STANDINGS[status].label, STANDINGS[status].meaning)
                for status in BEST_FIRST
            ],
            "effects": list(EFFECT_LABELS.values()),
            "changes": [
                (look, words.label, words.meaning) for look, words in CHANGE_WORDS.items() if look != "like"
            ],
        },
    )
