"""Output formats of `summary`."""

from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.report.summary.result import Summary

FORMATS: "Final[Formats[Summary]]" = Formats(__name__, text=("text", "markdown"), data=("json", "csv"))
