"""Output formats of `summary`, one module each."""

from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.report.summary.result import Summary

FORMATS: "Final[Formats[Summary]]" = Formats(__name__, "text", "markdown", "json", "csv")
