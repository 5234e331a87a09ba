"""State of a project as plain text."""

from collections.abc import Iterator

from medborgarlofte.i18n import Language
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.sentences import (
    DO_NOW,
    HEADINGS,
    Part,
    done,
    follow_ups,
    left,
    next_day,
    stage,
    verdict,
)


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Verdict, one line for each promise, follow-ups and next commands."""
    lines = [_plain(verdict(status, lang))]
    if status.promises:
        lines += [follow_ups(status, lang), "", *_table(status, lang)]
    lines += ["", DO_NOW[lang], *(f"  {step.command}  {step.what[lang]}" for step in status.steps)]
    return "\n".join(lines) + "\n"


def _table(status: Status, lang: Language) -> Iterator[str]:
    rows = [
        [
            state.id,
            stage(state, lang),
            left(state, lang),
            done(state, lang),
            _plain(next_day(state, status, lang)),
        ]
        for state in status.promises
    ]
    rows.insert(0, [heading[lang] for heading in HEADINGS])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _plain(parts: "Iterator[Part] | list[Part]") -> str:
    words = "".join(part if isinstance(part, str) else part[0] for part in parts)
    return words.replace("\N{NO-BREAK SPACE}", " ")
