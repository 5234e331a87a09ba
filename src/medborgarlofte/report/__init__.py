"""Output formats of the commands.

One package per command: `text.py` is plain text, `data.py` what programs read, `terminal.py` the view of a terminal.
What the command found, and the words for it, are in `result.py`, or in `text.py` where that is short. The formats of every
command are in the tables below (see `formats.py`).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from medborgarlofte.report.formats import Formats

if TYPE_CHECKING:
    from medborgarlofte.regional import Region
    from medborgarlofte.report.check.result import CheckResult
    from medborgarlofte.report.diff.text import Compared
    from medborgarlofte.report.due.text import DueResult
    from medborgarlofte.report.status.result import Status
    from medborgarlofte.report.summary.result import Summary

CHECK_FORMATS: "Final[Formats[CheckResult]]" = Formats(
    "check", text=("text", "compact"), data=("json", "sarif", "github", "junit")
)
COMPARE_FORMATS: "Final[Formats[Region]]" = Formats("compare", text=("text", "json"))
DIFF_FORMATS: "Final[Formats[Sequence[Compared]]]" = Formats(
    "diff", text=("text", "markdown"), data=("json", "html")
)
DUE_FORMATS: "Final[Formats[DueResult]]" = Formats("due", text=("text", "json"), ics=("ics",))
STATUS_FORMATS: "Final[Formats[Status]]" = Formats("status", text=("text", "json"))
SUMMARY_FORMATS: "Final[Formats[Summary]]" = Formats(
    "summary", text=("text", "markdown"), data=("json", "csv")
)
