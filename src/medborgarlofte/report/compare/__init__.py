"""Output formats of `compare`."""

from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.regional import Region

FORMATS: "Final[Formats[Region]]" = Formats(__name__, text=("text", "json"))
