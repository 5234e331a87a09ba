"""Type of a fix, and edits shared by the fixers."""

from collections.abc import Callable
from typing import NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.source.editing import Edit
from medborgarlofte.source.positions import Span
from medborgarlofte.source.reader import Source


class Fix(NamedTuple):
    """Edits of a source text that remove one finding."""

    what: Text
    edits: tuple[Edit, ...]
    certain: bool = True
    """False where the fix is only probably what was meant; it is applied when somebody agrees."""

    @property
    def line(self) -> int:
        return self.edits[0].span.line


Fixer = Callable[[Diagnostic, Source], Fix | None]
"""Fix of a finding in a source text; None where only the writer knows."""


def replaced(span: Span, text: str, what: Text, *, certain: bool = True) -> Fix:
    """Fix that replaces one span."""
    return Fix(what, (Edit(span, text),), certain)


def on_line(number: int, start: int, end: int, text: str) -> Edit:
    """Edit of the columns [start, end) of a line, from 0."""
    return Edit(Span(number, start + 1, number, end + 1), text)


def written(source: Source, span: Span) -> str | None:
    """Source text of a span on one line, else None."""
    if span.line != span.end_line or span.line > len(source.lines):
        return None
    return source.lines[span.line - 1][span.column - 1 : span.end_column - 1]
