"""What is due: as text for a terminal, as JSON for programs and as a calendar."""

import datetime as dt
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

import click

from medborgarlofte.exporting.calendar import Event, write_calendar
from medborgarlofte.follow_up.deadlines import STATE_LABELS, Deadline, State
from medborgarlofte.i18n import Language, Text
from medborgarlofte.swedish import format_number

VERSION: Final = 1


class DueFormat(Protocol):
    """Writes deadlines; `today` is the day they are counted from, `width` and `color` matter only on a terminal."""

    def __call__(
        self, found: Sequence[Deadline], *, today: dt.date, lang: Language, width: int, color: bool
    ) -> str: ...


def write_text(found: Sequence[Deadline], *, today: dt.date, lang: Language, width: int, color: bool) -> str:
    """Two lines a deadline, soonest first, and a closing count."""
    lines = [line for deadline in found for line in _deadline(deadline, today, lang, width, color)]
    return "\n".join([*lines, _closing(found, lang)]) + "\n"


def _deadline(deadline: Deadline, today: dt.date, lang: Language, width: int, color: bool) -> Iterator[str]:
    label = STATE_LABELS[deadline.state][lang]
    if color:
        label = click.style(label, fg=_COLORS[deadline.state], bold=deadline.state == "overdue")
    yield f"{deadline.day}  {label}{_distance(deadline, today, lang)}"
    said = f"{deadline.what[lang]}: {deadline.title} ({deadline.document})"
    yield from textwrap.wrap(
        said,
        width,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


_COLORS: Final[Mapping[State, str]] = {"overdue": "red", "due": "yellow", "upcoming": "blue"}


def _distance(deadline: Deadline, today: dt.date, lang: Language) -> str:
    days = (deadline.day - today).days
    if days == 0:
        return Text(", i dag", ", today")[lang]
    count = format_number(abs(days), lang)
    one = abs(days) == 1
    if days < 0:
        return Text(
            f", {count} {'dag' if one else 'dagar'} sedan", f", {count} {'day' if one else 'days'} ago"
        )[lang]
    return Text(f", om {count} {'dag' if one else 'dagar'}", f", in {count} {'day' if one else 'days'}")[lang]


def _closing(found: Sequence[Deadline], lang: Language) -> str:
    if not found:
        return Text("Inget har en dag inom den tiden.", "Nothing falls due within that time.")[lang]
    late = sum(deadline.state == "overdue" for deadline in found)
    rest = len(found) - late
    late_sv = "försenat" if late == 1 else "försenade"
    return Text(f"{late} {late_sv}, {rest} kommande.", f"{late} overdue, {rest} to come.")[lang]


def write_json(found: Sequence[Deadline], *, today: dt.date, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """For programs; described in docs/schema/due.schema.json."""
    rows = [
        {
            "date": deadline.day.isoformat(),
            "state": deadline.state,
            "kind": deadline.clock,
            "document": deadline.document,
            "item": deadline.item or None,
            "title": deadline.title,
            "what": deadline.what[lang],
            "days": (deadline.day - today).days,
            "uid": deadline.uid,
        }
        for deadline in found
    ]
    overdue = sum(deadline.state == "overdue" for deadline in found)
    envelope = {"version": VERSION, "today": today.isoformat(), "overdue": overdue, "deadlines": rows}
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def write_ics(found: Sequence[Deadline], *, today: dt.date, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """A calendar that updates when it is read again."""
    name = Text("Medborgarlöften: att göra", "Promises to residents: to do")[lang]
    return write_calendar((event_of(deadline, lang) for deadline in found), name=name, lang=lang)


def event_of(deadline: Deadline, lang: Language) -> Event:
    """A deadline as a day in a calendar."""
    return Event(deadline.uid, deadline.day, f"{deadline.what[lang]}: {deadline.title}", deadline.document)


DUE_FORMATS: Final[Mapping[str, DueFormat]] = {"text": write_text, "json": write_json, "ics": write_ics}
