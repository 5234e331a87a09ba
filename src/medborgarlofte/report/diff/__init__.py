"""Output formats of `diff`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.report.diff.text import Compared

FORMATS: "Final[Formats[Sequence[Compared]]]" = Formats(
    __name__, text=("text", "markdown"), data=("json", "html")
)
