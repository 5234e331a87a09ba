"""Comparison with the predecessor.

Only confirmed and identical pairs are shown.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.diff.document import compare
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.site.comparison import view
from medborgarlofte.site.listing import crumbs
from medborgarlofte.site.page import Page, Site, comparison_address, title_of
from medborgarlofte.timeline import is_followed_up


def pages(site: Site) -> Iterator[Page]:
    """One page per promise with a predecessor."""
    for old, new in site.chain:
        title = title_of(new)
        yield Page(
            address=comparison_address(new.id),
            template="comparison",
            title=site.say(Text(f"Vad som ändrats: {title}", f"What has changed: {title}")),
            sources=(old.id, new.id, *(source.id for source, _ in site.follow_ups(old.id))),
            make=partial(_data, site, old, new),
            about=site.say(Text(f"Jämfört med {title_of(old)}.", f"Compared with {title_of(old)}.")),
            subjects=(old.id, new.id),
            owners=tuple(party.name for party in new.document.parties),
        )


def _data(site: Site, old: LoadedDocument, new: LoadedDocument) -> dict[str, Any]:
    comparison = compare(old, new, followed_up=is_followed_up(site.workspace, old.id))
    return {
        **view(comparison, old, new, site.lang, lambda name: (site.titled(name) or (name, ""))[0]),
        "old_link": site.link(old.id),
        "new_link": site.link(new.id),
        "crumbs": crumbs(site, new.document),
    }
