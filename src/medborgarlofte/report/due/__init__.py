"""Output formats of `due`."""

from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.report.due.text import DueResult

FORMATS: "Final[Formats[DueResult]]" = Formats(__name__, text=("text", "json"), ics=("ics",))
