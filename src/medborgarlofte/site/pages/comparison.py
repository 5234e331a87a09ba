"""The page that compares a promise with the one before; only pairs that are confirmed or identical are shown."""

from collections.abc import Iterator

from medborgarlofte.changes.compare import compare
from medborgarlofte.changes.series import is_followed_up
from medborgarlofte.site.comparison import view
from medborgarlofte.site.page import Page, Site, comparison_address
from medborgarlofte.text import Text


def pages(site: Site) -> Iterator[Page]:
    """One page for each promise that has one before it."""
    for old, new in site.chain:
        followed = is_followed_up(site.workspace, old.id)
        comparison = compare(old, new, followed_up=followed, strict=True)
        title = getattr(new.document, "title", new.id)
        yield Page(
            address=comparison_address(new.id),
            template="comparison",
            title=site.say(Text(f"Vad som ändrats: {title}", f"What has changed: {title}")),
            data={
                **view(comparison, old, new, site.lang),
                "old_link": site.link(old.id),
                "new_link": site.link(new.id),
            },
        )
