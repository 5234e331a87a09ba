"""Deadlines as an iCalendar file."""

from medborgarlofte.exporting.calendar import Event, write_calendar
from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.due.text import DueResult
from medborgarlofte.report.formats import View


def write_ics(due: DueResult, view: View) -> str:
    """Calendar whose events keep their UID."""
    name = Text("Medborgarlöften: att göra", "Promises to residents: to do")[view.lang]
    events = (event_of(deadline, view.lang) for deadline in due.deadlines)
    return write_calendar(events, name=name, lang=view.lang, stamp=due.today)


def event_of(deadline: Deadline, lang: Language) -> Event:
    """A deadline as an all-day event."""
    return Event(deadline.uid, deadline.day, f"{deadline.what[lang]}: {deadline.title}", deadline.document)
