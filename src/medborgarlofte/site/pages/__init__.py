"""Pages, one module each."""

from typing import Final

from medborgarlofte.site.page import PageKind
from medborgarlofte.site.pages import (
    accessibility,
    agreement,
    commitments,
    comparison,
    document,
    evidence,
    focus_area,
    follow_up,
    method,
    municipality,
    open_data,
    promise,
    region,
    start,
    translation,
)

PAGES: Final[tuple[PageKind, ...]] = (
    start.pages,
    municipality.pages,
    region.pages,
    promise.pages,
    agreement.pages,
    follow_up.pages,
    comparison.pages,
    document.pages,
    translation.pages,
    evidence.pages,
    focus_area.pages,
    commitments.pages,
    method.pages,
    open_data.pages,
    accessibility.pages,
)
