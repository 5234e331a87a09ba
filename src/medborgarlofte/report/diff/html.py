"""Comparisons as a self-contained HTML page."""

from collections.abc import Sequence

from medborgarlofte.i18n import Language
from medborgarlofte.report.diff.result import Compared
from medborgarlofte.site.comparison import standalone


def write(rows: Sequence[Compared], /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """A page with its style sheet inside."""
    return standalone([(row.comparison, row.old, row.new) for row in rows], lang)
