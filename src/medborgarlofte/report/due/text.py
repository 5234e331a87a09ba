"""Deadlines on a day: their words, plain text and JSON (docs/schema/due.schema.json)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.follow_up.deadline import STATE_LABELS, Deadline
from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.formats import View, to_json, wrap
from medborgarlofte.swedish import format_number


class DueResult(NamedTuple):
    """Deadlines, earliest first."""

    deadlines: Sequence[Deadline]
    today: dt.date
    until: dt.date
    """Last day that was looked at."""


def distance(deadline: Deadline, today: dt.date, lang: Language) -> str:
    """”om 3 dagar”, ”i dag”, ”1 dag sedan”."""
    days = (deadline.day - today).days
    if days == 0:
        return Text("i dag", "today")[lang]
    count = format_number(abs(days), lang)
    unit = Text("dag" if abs(days) == 1 else "dagar", "day" if abs(days) == 1 else "days")[lang]
    if days < 0:
        return Text(f"{count} {unit} sedan", f"{count} {unit} ago")[lang]
    return Text(f"om {count} {unit}", f"in {count} {unit}")[lang]


def closing_parts(due: DueResult, lang: Language) -> Iterator[tuple[str, bool]]:
    """Number of overdue and coming deadlines, in parts with warning flags."""
    if not due.deadlines:
        nothing = Text(
            f"Inget har en dag till och med {due.until}. Längre fram: lofte due --within 5å",
            f"Nothing is due up to and including {due.until}. Further ahead: lofte due --within 5y",
        )
        yield nothing[lang], False
        return
    late = sum(deadline.state == "overdue" for deadline in due.deadlines)
    rest = len(due.deadlines) - late
    yield Text(f"{late} {'försenat' if late == 1 else 'försenade'}", f"{late} overdue")[lang], late > 0
    yield Text(f", {rest} kommande.", f", {rest} to come.")[lang], False


def write_text(due: DueResult, view: View) -> str:
    """Two lines per deadline, then counts."""
    lines = [
        line for deadline in due.deadlines for line in _deadline(deadline, due.today, view.lang, view.width)
    ]
    closing = "".join(words for words, _ in closing_parts(due, view.lang))
    return "\n".join([*lines, closing]) + "\n"


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
