"""The pages of the site, one module each."""

from typing import Final

from medborgarlofte.site.page import PageKind
from medborgarlofte.site.pages import agreement, comparison, follow_up, promise, start

PAGES: Final[tuple[PageKind, ...]] = (
    start.pages,
    promise.pages,
    agreement.pages,
    follow_up.pages,
    comparison.pages,
)
