"""Ways to write what was found: functions that return text."""

from collections.abc import Mapping
from typing import Final, Protocol

from medborgarlofte.report import github_report, json_report, junit_report, sarif_report, text_report
from medborgarlofte.report.checked import Checked
from medborgarlofte.text import Language


class DiagnosticFormat(Protocol):
    """Writes a check; `width` and `color` matter only on a terminal."""

    def __call__(self, checked: Checked, *, lang: Language, width: int, color: bool) -> str: ...


DIAGNOSTIC_FORMATS: Final[Mapping[str, DiagnosticFormat]] = {
    "text": text_report.write,
    "json": json_report.write,
    "sarif": sarif_report.write,
    "github": github_report.write,
    "junit": junit_report.write,
    "compact": text_report.write_compact,
}

__all__ = ["DIAGNOSTIC_FORMATS", "Checked", "DiagnosticFormat"]
