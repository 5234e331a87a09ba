"""The forms that a summary can be written in."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.report.summary.data import write_csv, write_json
from medborgarlofte.report.summary.markdown import write_markdown
from medborgarlofte.report.summary.text import write_text
from medborgarlofte.report.summary_result import Summary, SummaryFormat

__all__ = ["SUMMARY_FORMATS", "Summary"]

SUMMARY_FORMATS: Final[Mapping[str, SummaryFormat]] = {
    "text": write_text,
    "markdown": write_markdown,
    "json": write_json,
    "csv": write_csv,
}
