"""Validation reports for a terminal."""

from collections import Counter
from itertools import groupby
from typing import Final

from medborgarlofte.diagnostic import SEVERITY_WORDS, Diagnostic
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.messages import without_fields
from medborgarlofte.report.check.result import (
    COUNTED,
    NO_PROBLEMS,
    REMEDY,
    WHY,
    CheckResult,
    closing_parts,
    location,
)
from medborgarlofte.report.check.text import source_frame
from medborgarlofte.report.formats import Cell, Part, View
from medborgarlofte.report.terminal import MEASURE, Column, Screen, cell_widths, count
from medborgarlofte.source.finding import SEVERITIES

TABLES_FROM: Final = 4
"""Findings from which the closing tables help."""
WORST_FILES: Final = 5


def write_text(checked: CheckResult, view: View) -> str:
    """Findings with source lines, tables, totals."""
    screen = Screen(width=view.width, color=view.color)
    file = None
    for diagnostic in checked.open:
        if file not in {None, diagnostic.file}:
            screen.rule()
        file = diagnostic.file
        _finding(screen, diagnostic, checked.texts.get(file, ""), view.lang)
        screen.blank()
    if len(checked.open) >= TABLES_FROM:
        _draw_rules(screen, checked, view.lang)
        _draw_worst_files(screen, checked, view.lang)
    _draw_closing(screen, checked, view.lang)
    return str(screen)


def _finding(screen: Screen, diagnostic: Diagnostic, text: str, lang: Language) -> None:
    severity = diagnostic.severity
    word = (SEVERITY_WORDS[severity][lang], f"finding.{severity}")
    screen.paragraph((diagnostic.message(lang), "heading"), lead=[word, " ", (diagnostic.code, "code"), "  "])
    screen.paragraph(location(diagnostic), lead="  ")
    frame = source_frame(text, diagnostic.span, min(screen.width, MEASURE))
    if frame:
        screen.frame(*frame, f"underline.{severity}")
    screen.labelled(WHY[lang], diagnostic.why(lang), label_style="why", style="why")
    screen.labelled(REMEDY[lang], diagnostic.help(lang), label_style="remedy")


def _draw_rules(screen: Screen, checked: CheckResult, lang: Language) -> None:
    """Add a table of rules by count."""
    columns = [
        Column(Text("Antal", "Count")[lang], right=True),
        Column(Text("Regel", "Rule")[lang]),
        Column(Text("Vad", "What")[lang], wraps=True),
        Column(Text("Nivå", "Level")[lang]),
    ]
    rows: list[list[Cell]] = [
        [
            str(row.times),
            (row.code, "code"),
            without_fields(row.notice.message[lang]).replace("….", "…"),
            (SEVERITY_WORDS[row.severity][lang], f"finding.{row.severity}"),
        ]
        for row in checked.tally.rules()
    ]
    screen.table(columns, rows)
    screen.blank()


def _draw_worst_files(screen: Screen, checked: CheckResult, lang: Language) -> None:
    """Add a table of the worst files."""
    counts = {d.file: Counter[str]() for d in checked.open}
    for diagnostic in checked.open:
        counts[diagnostic.file][diagnostic.severity] += 1
    if len(counts) < 2:
        return
    worst = sorted(counts, key=lambda file: ([-counts[file][severity] for severity in SEVERITIES], file))
    columns = [Column(Text("Flest fynd", "Most findings")[lang])]
    columns += [Column(COUNTED[severity][1][lang].capitalize(), right=True) for severity in SEVERITIES]
    rows: list[list[Cell]] = [
        [(file, "path"), *(count(counts[file][s], _COUNT_STYLES[s]) for s in SEVERITIES)]
        for file in worst[:WORST_FILES]
    ]
    screen.table(columns, rows)
    screen.blank()


_COUNT_STYLES: Final = {"error": "error", "warning": "finding.warning", "info": "finding.info"}


def _draw_closing(screen: Screen, checked: CheckResult, lang: Language) -> None:
    """Add totals and the `--explain` hint."""
    screen.paragraph(
        *(
            (words, _COUNT_STYLES[severity] if severity else "ok" if words == NO_PROBLEMS[lang] else "")
            for words, severity in closing_parts(checked, lang)
        )
    )
    if checked.open:
        code = checked.tally.rules()[0].code
        more = Text("Mer om en regel: ", "More about a rule: ")[lang]
        screen.paragraph(more, (f"lofte validate --explain {code}", "command"))


def write_compact(checked: CheckResult, view: View) -> str:
    """One line per finding below each path; totals."""
    screen = Screen(width=view.width, color=view.color)
    places = [f"{d.span.line}:{d.span.column}" for d in checked.open]
    room = max(map(len, places), default=0)
    rows: list[tuple[str, list[Cell]]] = [
        (d.file, [f"  {place:>{room}}", *_severity_and_code(d, view.lang), d.message(view.lang)])
        for d, place in zip(checked.open, places, strict=True)
    ]
    widths = cell_widths([row for _, row in rows])[:-1]
    for file, found in groupby(rows, key=lambda row: row[0]):
        screen.paragraph((escape_controls(file, in_line=True), "path"))
        screen.aligned([row for _, row in found], widths)
    if rows:
        screen.blank()
    _draw_closing(screen, checked, view.lang)
    return str(screen)


def _severity_and_code(diagnostic: Diagnostic, lang: Language) -> list[Part]:
    severity = diagnostic.severity
    return [(SEVERITY_WORDS[severity][lang], f"finding.{severity}"), (diagnostic.code, "code")]


def write_statistics(checked: CheckResult, view: View) -> str:
    """Row per rule, most frequent first; totals."""
    screen = Screen(width=view.width, color=view.color)
    if checked.open:
        _draw_rules(screen, checked, view.lang)
    _draw_closing(screen, checked, view.lang)
    return str(screen)
