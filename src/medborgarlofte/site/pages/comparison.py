"""The page that compares a promise with the one before; only pairs that are confirmed or identical are shown."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.changes.compare import compare
from medborgarlofte.changes.series import is_followed_up
from medborgarlofte.load import Loaded
from medborgarlofte.site.comparison import view
from medborgarlofte.site.page import Page, Site, comparison_address, title_of
from medborgarlofte.site.view import crumbs
from medborgarlofte.text import Text


def pages(site: Site) -> Iterator[Page]:
    """One page for each promise that has one before it."""
    for old, new in site.chain:
        title = title_of(new)
        yield Page(
            address=comparison_address(new.id),
            template="comparison",
            title=site.say(Text(f"Vad som ändrats: {title}", f"What has changed: {title}")),
            sources=(old.id, new.id, *(source.id for source, _ in site.follow_ups(old.id))),
            make=partial(_data, site, old, new),
            about=site.say(Text(f"Jämfört med {title_of(old)}.", f"Compared with {title_of(old)}.")),
            owners=tuple(party.name for party in getattr(new.document, "parties", ())),
        )


def _data(site: Site, old: Loaded, new: Loaded) -> dict[str, Any]:
    comparison = compare(old, new, followed_up=is_followed_up(site.workspace, old.id), strict=True)
    return {
        **view(comparison, old, new, site.lang),
        "old_link": site.link(old.id),
        "new_link": site.link(new.id),
        "crumbs": crumbs(site, new.document),
    }
