"""Validation reports as plain text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from rich.cells import cell_len

from medborgarlofte.diagnostic import SEVERITY_WORDS, Diagnostic
from medborgarlofte.i18n import Language, escape_controls
from medborgarlofte.report.check.result import REMEDY, WHY, Checked, Streamed, closing, location
from medborgarlofte.report.formats import MAX_WIDTH, View, wrap
from medborgarlofte.source.positions import Span

_TAB: Final = " " * 4
_NEAR: Final = 4
"""How many times the width is read on either side of a span: more than fits, also of characters without width."""


_NARROW: Final = re.compile("[ -~¡-¬®-ÿ–—’“”…]*")
"""Characters that take one cell each."""


class Frame(NamedTuple):
    """Source line cut to the width, with span."""

    number: str
    line: str
    start: int
    """Cells before the underline."""
    length: int
    """Cells of the underline, at least one."""


def source_frame(text: str, span: Span, width: int) -> Frame | None:
    """Frame of a span, or None without such a line.

    `width` includes the gutter.
    """
    lines = _lines(text)
    if not text or span.line > len(lines):
        return None
    line = lines[span.line - 1]
    start = span.column - 1
    end = max(span.end_column - 1 if span.end_line == span.line else len(line.rstrip()), start)
    number, near = str(span.line), _NEAR * width
    before, marked, after = (
        part.replace("\t", _TAB)
        for part in (
            line[max(start - near, 0) : start],
            line[start : min(end, start + near)],
            line[end : end + near],
        )
    )
    room, whole = max(width - len(number) - 5, 20), f"{before}{marked}{after.rstrip()}"
    if len(whole) <= room and _NARROW.fullmatch(whole):
        return Frame(number, whole.rstrip(), len(before), max(len(marked), 1))
    before, marked, after = _cut(before, marked, after.rstrip(), room)
    shown = f"{before}{marked}{after}".rstrip()
    return Frame(number, shown, cell_len(before), max(cell_len(marked), 1))


def plain_frame(text: str, span: Span, width: int) -> Iterator[str]:
    """Frame as two lines of plain text, if any."""
    frame = source_frame(text, span, min(width, MAX_WIDTH))
    if frame:
        yield f"  {frame.number} | {frame.line}".rstrip()
        yield f"  {' ' * len(frame.number)} | {' ' * frame.start}{'^' * frame.length}"


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """Lines of a text; cached, since findings share files."""
    return text.split("\n")


def _cut(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """Three parts cut to `room` cells, keeping the marked start."""
    if cell_len(before + marked + after) <= room:
        return before, marked, after
    if cell_len(before) > room // 3:
        before = "…" + _first(before[::-1], room // 3)[::-1]
    left = room - cell_len(before)
    if cell_len(marked) > left:
        return before, _first(marked, left - 1) + "…", ""
    left -= cell_len(marked)
    if cell_len(after) > left:
        after = _first(after, left - 1) + "…" if left else ""
    return before, marked, after


def _first(text: str, cells: int) -> str:
    """Longest prefix that fits."""
    if _NARROW.fullmatch(text):
        return text[:cells]
    taken = ""
    for character in text:
        if cell_len(taken + character) > cells:
            break
        taken += character
    return taken


STATISTICS_FROM: Final = 11
"""Findings from which a table of rules helps."""


@Streamed
def write_text(checked: Checked, view: View) -> Iterator[str]:
    """Findings with source line, explanation, remedy; totals."""
    for file, diagnostics in groupby(checked.each(), attrgetter("file")):
        text = checked.texts.get(file, "")
        for diagnostic in diagnostics:
            if diagnostic.waived is None:
                yield "\n".join(_finding(diagnostic, text, view.lang, view.width)) + "\n\n"
    if checked.tally.open >= STATISTICS_FROM:
        yield write_statistics(checked, view)
    else:
        yield closing(checked, view.lang) + "\n"


def _finding(diagnostic: Diagnostic, text: str, lang: Language, width: int) -> Iterator[str]:
    yield f"{location(diagnostic)} {SEVERITY_WORDS[diagnostic.severity][lang]} {diagnostic.code}"
    yield from plain_frame(text, diagnostic.span, width)
    yield from _paragraphs("", diagnostic.message(lang), width)
    yield from _paragraphs(f"{WHY[lang]}: ", diagnostic.why(lang), width)
    yield from _paragraphs(f"{REMEDY[lang]}: ", diagnostic.help(lang), width)


@lru_cache(maxsize=1024)
def _paragraphs(label: str, text: str, width: int) -> tuple[str, ...]:
    """Wrapped lines of a text; cached, as reasons repeat."""
    return tuple(
        line for paragraph in text.split("\n") for line in wrap(paragraph, width, f"  {label}", "  ")
    )


@Streamed
def write_compact(checked: Checked, view: View) -> Iterator[str]:
    """`path:line:column: severity code message`, then the counts."""
    for d in checked.each():
        if d.waived is None:
            yield f"{location(d)}: {SEVERITY_WORDS[d.severity][view.lang]} {d.code} {escape_controls(d.message(view.lang))}\n"
    yield closing(checked, view.lang) + "\n"


def write_statistics(checked: Checked, view: View) -> str:
    """Count, code and name per rule; totals."""
    lines = [f"{row.times:5}  {row.code}  {row.notice.name}" for row in checked.tally.rules()]
    return "\n".join([*lines, closing(checked, view.lang)]) + "\n"
