"""Ways to write what was found: functions that return text."""

from collections.abc import Mapping
from typing import Final, Protocol

from medborgarlofte.i18n import Language
from medborgarlofte.report.check import github as github_report
from medborgarlofte.report.check import json as json_report
from medborgarlofte.report.check import junit as junit_report
from medborgarlofte.report.check import sarif as sarif_report
from medborgarlofte.report.check import text as text_report
from medborgarlofte.report.check_result import CheckResult


class DiagnosticFormat(Protocol):
    """Writes a check; `width` and `color` matter only on a terminal."""

    def __call__(self, checked: CheckResult, *, lang: Language, width: int, color: bool) -> str: ...


DIAGNOSTIC_FORMATS: Final[Mapping[str, DiagnosticFormat]] = {
    "text": text_report.write,
    "json": json_report.write,
    "sarif": sarif_report.write,
    "github": github_report.write,
    "junit": junit_report.write,
    "compact": text_report.write_compact,
}

__all__ = ["DIAGNOSTIC_FORMATS", "CheckResult", "DiagnosticFormat"]
