"""Deadlines as JSON (docs/schema/due.schema.json)."""

import json
from typing import Final

from medborgarlofte.i18n import Language
from medborgarlofte.report.due.result import DueResult

VERSION: Final = 1


def write(due: DueResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
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
            "what": deadline.what[lang],
            "days": (deadline.day - due.today).days,
            "uid": deadline.uid,
        }
        for deadline in due.deadlines
    ]
    overdue = sum(deadline.state == "overdue" for deadline in due.deadlines)
    envelope = {"version": VERSION, "today": due.today.isoformat(), "overdue": overdue, "deadlines": rows}
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"
