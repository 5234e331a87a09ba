"""Deadlines as plain text."""

import datetime as dt
from collections.abc import Iterator

from medborgarlofte.follow_up.deadline import STATE_LABELS, Deadline
from medborgarlofte.i18n import Language
from medborgarlofte.report.due.result import DueResult
from medborgarlofte.report.due.sentences import closing, distance
from medborgarlofte.report.plain import wrap


def write(due: DueResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Two lines per deadline, then counts."""
    lines = [line for deadline in due.deadlines for line in _deadline(deadline, due.today, lang, width)]
    return "\n".join([*lines, closing(due, lang)]) + "\n"


def _deadline(deadline: Deadline, today: dt.date, lang: Language, width: int) -> Iterator[str]:
    yield f"{deadline.written or deadline.day}  {STATE_LABELS[deadline.state][lang]}, {distance(deadline, today, lang)}"
    yield from wrap(f"{deadline.what[lang]}: {deadline.title} ({deadline.document})", width, "  ", "    ")
