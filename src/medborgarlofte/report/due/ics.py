"""Deadlines as an iCalendar file."""

from medborgarlofte.exporting.calendar import Event, write_calendar
from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.due.result import DueResult


def write_ics(due: DueResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Calendar whose events keep their UID."""
    name = Text("Medborgarlöften: att göra", "Promises to residents: to do")[lang]
    events = (event_of(deadline, lang) for deadline in due.deadlines)
    return write_calendar(events, name=name, lang=lang, stamp=due.today)


def event_of(deadline: Deadline, lang: Language) -> Event:
    """A deadline as an all-day event."""
    return Event(deadline.uid, deadline.day, f"{deadline.what[lang]}: {deadline.title}", deadline.document)
