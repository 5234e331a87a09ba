"""Compact validation report for a terminal (`--compact`)."""

from itertools import groupby

from medborgarlofte.diagnostic import SEVERITY_WORDS, Diagnostic
from medborgarlofte.i18n import Language, escape_controls
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.check.terminal import draw_closing
from medborgarlofte.report.formats import Cell, Part
from medborgarlofte.report.terminal import Screen, cell_widths


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:
    """One line per finding below each path; totals."""
    screen = Screen(width=width, color=color)
    places = [f"{d.span.line}:{d.span.column}" for d in checked.open]
    room = max(map(len, places), default=0)
    rows: list[tuple[str, list[Cell]]] = [
        (d.file, [f"  {place:>{room}}", *_severity_and_code(d, lang), d.message(lang)])
        for d, place in zip(checked.open, places, strict=True)
    ]
    widths = cell_widths([row for _, row in rows])[:-1]
    for file, found in groupby(rows, key=lambda row: row[0]):
        screen.paragraph((escape_controls(file, in_line=True), "path"))
        screen.aligned([row for _, row in found], widths)
    if rows:
        screen.blank()
    draw_closing(screen, checked, lang)
    return str(screen)


def _severity_and_code(diagnostic: Diagnostic, lang: Language) -> list[Part]:
    severity = diagnostic.severity
    return [(SEVERITY_WORDS[severity][lang], f"finding.{severity}"), (diagnostic.code, "code")]
