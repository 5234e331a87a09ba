"""Validation report as GitHub workflow commands."""

from typing import Final

from medborgarlofte.i18n import Language, escape_controls
from medborgarlofte.report.check.result import CheckResult

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """One line for each open finding."""
    lines = []
    for diagnostic in checked.open:
        span = diagnostic.span
        same_line = f",endColumn={span.end_column}" if span.line == span.end_line else ""
        file = checked.from_top.get(diagnostic.file, diagnostic.file)
        place = (
            f"file={_property(file)},line={span.line},endLine={span.end_line},col={span.column}{same_line}"
        )
        title = _property(f"{diagnostic.code} {diagnostic.notice.name}")
        text = f"{diagnostic.message(lang)} {diagnostic.help(lang)}"
        lines.append(f"::{_COMMANDS[diagnostic.severity]} {place},title={title}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return escape_controls(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
