"""State of a project as plain text."""

from collections.abc import Iterator

from medborgarlofte.i18n import Language
from medborgarlofte.report.formats import Cell
from medborgarlofte.report.status.result import Status
from medborgarlofte.report.status.sentences import (
    DO_NOW,
    HEADINGS,
    cells,
    follow_ups,
    in_columns,
    plain,
    verdict,
)


def write(status: Status, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Verdict, one line for each promise, follow-ups and next commands."""
    lines = [_spaced(list(verdict(status, lang)))]
    if status.promises:
        lines += [follow_ups(status, lang), "", *_table(status, lang)]
    lines += ["", DO_NOW[lang], *(f"  {step.command}  {step.what[lang]}" for step in status.steps)]
    return "\n".join(lines) + "\n"


def _table(status: Status, lang: Language) -> Iterator[str]:
    rows = [[heading[lang] for heading in HEADINGS]]
    for state in status.promises:
        *first, last = cells(state, status, lang)
        rows.append([*map(plain, first), _spaced(last)])
    return in_columns(rows)


def _spaced(cell: Cell) -> str:
    return plain(cell).replace("\N{NO-BREAK SPACE}", " ")
