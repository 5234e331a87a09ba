"""A check as a person reads it in a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from click import style
from rich.cells import cell_len

from medborgarlofte.diagnostic import SEVERITY_WORDS, Diagnostic
from medborgarlofte.i18n import Language, Text, escape_controls
from medborgarlofte.report.check_result import CheckResult
from medborgarlofte.source.finding import SEVERITIES, Severity
from medborgarlofte.source.positions import Span

_COLORS: Final[Mapping[Severity, str]] = {"error": "red", "warning": "yellow", "info": "cyan"}
_TAB: Final = 4
_NEAR: Final = 4
"""How many times the width of the terminal is looked at on either side of a finding; more than fits, also of letters without width."""
_SUMMARY_FROM: Final = 10
"""From how many findings a summary per rule helps."""


def write(checked: CheckResult, *, lang: Language, width: int, color: bool) -> str:
    """Each finding with its line underlined, then what, why and what to do; last the count."""
    pieces = ["\n".join(_finding(d, checked.texts.get(d.file, ""), lang, width, color)) for d in checked.open]
    if len(pieces) > _SUMMARY_FROM:
        pieces.append(statistics(checked, lang).rstrip())
    else:
        pieces.append(closing(checked, lang))
    return "\n\n".join(pieces) + "\n"


def write_compact(checked: CheckResult, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """One line for each finding."""
    lines = [
        f"{escape_controls(d.file, in_line=True)}:{d.span.line}:{d.span.column}: {SEVERITY_WORDS[d.severity][lang]} {d.code} {d.message(lang)}"
        for d in checked.open
    ]
    return "\n".join([*lines, closing(checked, lang)]) + "\n"


def statistics(checked: CheckResult, lang: Language) -> str:
    """How often each code was found, the most frequent first."""
    counted = Counter((d.code, d.notice.name) for d in checked.open)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"{count:5}  {code}  {name}" for (code, name), count in rows]
    return "\n".join([*lines, closing(checked, lang)]) + "\n"


def _finding(diagnostic: Diagnostic, text: str, lang: Language, width: int, color: bool) -> Iterator[str]:
    span, shade = diagnostic.span, _COLORS[diagnostic.severity]
    place = f"{escape_controls(diagnostic.file, in_line=True)}:{span.line}:{span.column}"
    severity = SEVERITY_WORDS[diagnostic.severity][lang]
    code = f"{severity} {diagnostic.code}"
    yield f"{_styled(place, color, bold=True)} {_styled(code, color, fg=shade, bold=True)}"
    yield from frame(text, span, width, shade if color else None)
    yield from _wrapped("", diagnostic.message(lang), width)
    yield from _wrapped(_WHY[lang], diagnostic.why(lang), width)
    yield from _wrapped(_NOW[lang], diagnostic.help(lang), width)


def frame(text: str, span: Span, width: int, shade: str | None) -> Iterator[str]:
    """The line of the source with the span underlined; a long line is cut around the span."""
    lines = _lines(text)
    if not text or span.line > len(lines):
        return
    line = lines[span.line - 1]
    start = span.column - 1
    end = max(span.end_column - 1 if span.end_line == span.line else len(line.rstrip()), start)
    number = str(span.line)
    near = _NEAR * width
    before, marked, after = (
        _shown(part)
        for part in (
            line[max(start - near, 0) : start],
            line[start : min(end, start + near)],
            line[end : end + near],
        )
    )
    before, marked, after = _cut(before, marked, after.rstrip(), max(width - len(number) - 5, 20))
    underline = _styled("^" * max(cell_len(marked), 1), shade is not None, fg=shade)
    yield f"  {number} | {before}{marked}{after}".rstrip()
    yield f"  {' ' * len(number)} | {' ' * cell_len(before)}{underline}"


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """Split once for all findings of a file, which come one after the other."""
    return text.split("\n")


def _cut(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """What fits in the room of the three parts, with the beginning of the marked one always there."""
    if cell_len(before + marked + after) <= room:
        return before, marked, after
    if cell_len(before) > room // 3:
        before = "…" + _last(before, room // 3)
    left = room - cell_len(before)
    if cell_len(marked) > left:
        return before, _first(marked, left - 1) + "…", ""
    left -= cell_len(marked)
    if cell_len(after) > left:
        after = _first(after, left - 1) + "…" if left else ""
    return before, marked, after


def _first(text: str, cells: int) -> str:
    """As many characters as fit."""
    taken = ""
    for character in text:
        if cell_len(taken + character) > cells:
            break
        taken += character
    return taken


def _last(text: str, cells: int) -> str:
    return _first(text[::-1], cells)[::-1]


def _shown(text: str) -> str:
    return text.replace("\t", " " * _TAB)


@lru_cache(maxsize=1024)
def _wrapped(label: str, text: str, width: int) -> tuple[str, ...]:
    """The lines of a text; a rule says why and what to do in the same words each time."""
    indent = "  "
    head = f"{indent}{label} " if label else indent
    return tuple(
        line
        for paragraph in text.split("\n")
        for line in textwrap.wrap(
            paragraph,
            max(width, 40),
            initial_indent=head,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def closing(checked: CheckResult, lang: Language) -> str:
    """How many of what, in how many files."""
    files = len(checked.files)
    if not files:
        return Text(
            "Det fanns inget att kontrollera: inga YAML-filer.", "There was nothing to check: no YAML files."
        )[lang]
    in_files = {
        "sv": f"{files} fil" + ("er" if files > 1 else ""),
        "en": f"{files} file" + ("s" if files > 1 else ""),
    }[lang]
    counts = [
        _count(severity, checked.counted[severity], lang)
        for severity in SEVERITIES
        if checked.counted[severity]
    ]
    waived = len(checked.diagnostics) - len(checked.open)
    if waived:
        counts.append(Text(f"{waived} åtsidosatta", f"{waived} set aside")[lang])
    if not counts:
        return Text(f"Inga problem i {in_files}.", f"No problems in {in_files}.")[lang]
    return Text(
        f"{', '.join(counts)}. Kontrollerade {in_files}.", f"{', '.join(counts)}. Checked {in_files}."
    )[lang]


def _count(severity: Severity, number: int, lang: Language) -> str:
    one, many = _PLURALS[severity]
    return f"{number} {(one if number == 1 else many)[lang]}"


_PLURALS: Final[Mapping[Severity, tuple[Text, Text]]] = {
    "error": (Text("fel", "error"), Text("fel", "errors")),
    "warning": (Text("varning", "warning"), Text("varningar", "warnings")),
    "info": (Text("tips", "hint"), Text("tips", "hints")),
}
_WHY: Final = Text("Varför:", "Why:")
_NOW: Final = Text("Gör så här:", "Do this:")


def _styled(text: str, color: bool, *, fg: str | None = None, bold: bool | None = None) -> str:
    return style(text, fg=fg, bold=bold) if color else text
