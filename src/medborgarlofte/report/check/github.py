"""Validation report as GitHub workflow commands."""

from collections.abc import Iterator
from typing import Final

from medborgarlofte.i18n import Language, escape_controls
from medborgarlofte.report.check.result import Checked, joined

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def stream(checked: Checked, /, *, lang: Language, width: int, color: bool) -> Iterator[str]:  # noqa: ARG001 - a Writer
    """One line for each open finding."""
    for diagnostic in checked.each():
        if diagnostic.waived is not None:
            continue
        span = diagnostic.span
        same_line = f",endColumn={span.end_column}" if span.line == span.end_line else ""
        file = checked.from_top.get(diagnostic.file, diagnostic.file)
        place = (
            f"file={_property(file)},line={span.line},endLine={span.end_line},col={span.column}{same_line}"
        )
        title = _property(f"{diagnostic.code} {diagnostic.notice.name}")
        text = f"{diagnostic.message(lang)} {diagnostic.help(lang)}"
        yield f"::{_COMMANDS[diagnostic.severity]} {place},title={title}::{_data(text)}\n"


write: Final = joined(stream)


def _data(text: str) -> str:
    return escape_controls(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
