"""Views of `lofte` and `lofte list`."""

from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.report.status.result import Status

FORMATS: "Final[Formats[Status]]" = Formats(__name__, text=("text", "json"))
