"""Days as an iCalendar file (RFC 5545) that a calendar can subscribe to."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from urllib.parse import quote

WIDTH: Final = 75
"""Bytes that a line may have."""


class Event(NamedTuple):
    """A whole day in a calendar."""

    uid: str
    """The same for as long as the event is the same, however its day and words change."""
    day: dt.date
    title: str
    text: str = ""
    link: str = ""


def write_calendar(events: Iterable[Event], *, name: str, lang: str) -> str:
    """The calendar; the same events give the same bytes, so DTSTAMP is the event's own day and not the clock's."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//lofte//medborgarlofte//{lang.upper()}",
        "CALSCALE:GREGORIAN",
    ]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{event.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_text(event.text)}"
    if event.link:
        yield f"URL:{_uri(event.link)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A text value with what has a meaning in the format escaped (RFC 5545, 3.3.11)."""
    plain = "\n".join(value.splitlines()).replace("\t", " ")
    for character, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(character, escaped)
    return "".join(character for character in plain if character >= " " and character != "\x7f")


def _uri(value: str) -> str:
    """An address on one line; what may not stand in one is written as %XX."""
    return quote("".join(c for c in value if c > " " and c != "\x7f"), safe=":/?#[]@!$&'()*+,;=%~")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 bytes, never broken inside a character (RFC 5545, 3.1)."""
    if len(line.encode()) <= WIDTH:
        yield line
        return
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > WIDTH:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece
