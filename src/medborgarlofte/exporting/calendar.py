"""All-day events as iCalendar (RFC 5545)."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import quote

import icalendar

EPOCH: Final = dt.date(2000, 1, 1)
"""DTSTAMP of an event whose document has no known change date."""


class Event(NamedTuple):
    """All-day event."""

    uid: str
    """The same for as long as the event is the same, however its day and title change."""
    day: dt.date
    title: str
    text: str = ""
    link: str = ""
    changed: dt.date | None = None
    """When the document behind it was last changed, from version control."""


def write_calendar(events: Iterable[Event], *, name: str, lang: str, stamp: dt.date = EPOCH) -> str:
    """Deterministic iCalendar file.

    DTSTAMP and SEQUENCE, by which calendars detect the newer version of an event, come from the change date
    of its document, else from `stamp`: never from the day of the event, which may move to an earlier one.
    """
    calendar = icalendar.Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//lofte//medborgarlofte//{lang.upper()}")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", icalendar.vText(_plain(name)))
    for event in events:
        calendar.add_component(_event(event, stamp))
    data: bytes = calendar.to_ical(sorted=False)
    return data.decode()


def _event(event: Event, stamp: dt.date) -> icalendar.Event:
    made = icalendar.Event()
    made.add("UID", "".join(_plain(event.uid).split()))
    made.add("DTSTAMP", _moment(event.changed or stamp))
    if event.changed:
        made.add("LAST-MODIFIED", _moment(event.changed))
        made.add("SEQUENCE", max((event.changed - EPOCH).days, 0))
    made.add("DTSTART", event.day)
    made.add("DTEND", event.day + dt.timedelta(days=1))
    made.add("SUMMARY", _plain(event.title))
    if event.text:
        made.add("DESCRIPTION", _plain(event.text))
    if event.link:
        made.add("URL", _uri(event.link))
    made.add("TRANSP", "TRANSPARENT")
    return made


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)


def _plain(value: str) -> str:
    """Text without control characters other than newlines."""
    lines = "\n".join(value.splitlines()).replace("\t", " ")
    return "".join(
        character for character in lines if (character >= " " or character == "\n") and character != "\x7f"
    )


def _uri(value: str) -> str:
    """Single-line address with forbidden characters percent-encoded."""
    return quote("".join(c for c in value if c > " " and c != "\x7f"), safe=":/?#[]@!$&'()*+,;=%~")
