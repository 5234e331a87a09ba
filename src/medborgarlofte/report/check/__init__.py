"""Output formats of `validate`."""

from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.report.check.result import CheckResult

FORMATS: "Final[Formats[CheckResult]]" = Formats(
    __name__, text=("text", "compact"), data=("json", "sarif", "github", "junit")
)
