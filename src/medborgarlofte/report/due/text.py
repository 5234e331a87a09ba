"""Deadlines as plain text and JSON (docs/schema/due.schema.json)."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from medborgarlofte.follow_up.deadline import STATE_LABELS, Deadline
from medborgarlofte.i18n import Language
from medborgarlofte.report.due.result import DueResult, closing, distance
from medborgarlofte.report.formats import View, to_json
from medborgarlofte.report.plain import wrap


def write_text(due: DueResult, view: View) -> str:
    """Two lines per deadline, then counts."""
    lines = [
        line for deadline in due.deadlines for line in _deadline(deadline, due.today, view.lang, view.width)
    ]
    return "\n".join([*lines, closing(due, view.lang)]) + "\n"


def _deadline(deadline: Deadline, today: dt.date, lang: Language, width: int) -> Iterator[str]:
    yield f"{deadline.written or deadline.day}  {STATE_LABELS[deadline.state][lang]}, {distance(deadline, today, lang)}"
    yield from wrap(f"{deadline.what[lang]}: {deadline.title} ({deadline.document})", width, "  ", "    ")


VERSION: Final = 1


def write_json(due: DueResult, view: View) -> str:
    """Deadlines with days from today, negative when past."""
    rows = [
        {
            "date": deadline.day.isoformat(),
            "stated": str(deadline.written) if deadline.written else None,
            "state": deadline.state,
            "kind": deadline.kind,
            "document": deadline.document,
            "item": deadline.item or None,
            "title": deadline.title,
            "what": deadline.what[view.lang],
            "days": (deadline.day - due.today).days,
            "uid": deadline.uid,
        }
        for deadline in due.deadlines
    ]
    overdue = sum(deadline.state == "overdue" for deadline in due.deadlines)
    envelope = {"version": VERSION, "today": due.today.isoformat(), "overdue": overdue, "deadlines": rows}
    return to_json(envelope)
