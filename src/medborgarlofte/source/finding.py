"""A problem and its place, not yet tied to a file."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from medborgarlofte.messages import Notice
from medborgarlofte.source.positions import Route, Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


class Finding(NamedTuple):
    """A problem found in a document."""

    notice: Notice
    place: Route | Span
    """Keys and indexes to the value, resolved to a span later; the span itself where the text could not be parsed."""
    values: Mapping[str, object] = {}
    """What fills the {fields} of the notice."""
    chars: tuple[int, int] | None = None
    """Offsets into the text value, when only a part of it is meant."""
    severity: Severity | None = None
    """When it differs from the usual one: that of the rule at this stage, else "error"."""
    on_key: bool = False
    """Point at the key rather than the value."""

    @property
    def span(self) -> Span:
        """Span of a finding of the reader.

        Raises TypeError for a finding placed by route.
        """
        if not isinstance(self.place, Span):
            raise TypeError(f"{self.notice.code} is placed by route")
        return self.place
