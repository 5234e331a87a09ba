"""A calendar that every program can read, whatever the titles hold, and that updates instead of doubling."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, Final

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from folder_state import EXAMPLE
from medborgarlofte.exporting.calendar import Event, write_calendar
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import load
from medborgarlofte.report.due.ics import event_of, write_ics
from medborgarlofte.report.due.text import DueResult
from medborgarlofte.report.formats import View

DAY: Final = dt.date(2024, 12, 31)
LETTERS: Final = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"))
LINES: Final = st.text("aåö ,;:\\\"'=n🚓👩‍🚒\n", max_size=120) | st.text(LETTERS, max_size=120)
"""Texts of one or more lines, above all of what has a meaning in the format."""


def _written(*events: Event, name: str = "Exempelby") -> str:
    return write_calendar(events, name=name, lang="sv")


def _read(text: str) -> list[icalendar.Event]:
    """The events as another program reads them; it must find nothing wrong."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    assert all(part.name in ("VCALENDAR", "VEVENT") for part in calendar.walk())
    return list(calendar.events)


def _one(text: str) -> Any:
    [event] = _read(text)
    return event


def _lines(text: str) -> list[bytes]:
    return text.encode().split(b"\r\n")


def test_an_event_is_a_whole_day_that_leaves_one_free() -> None:
    event = _one(
        _written(Event("a@lofte", DAY, "Löftet tar slut", "exempelby/lofte", "https://exempelby.example/a"))
    )

    assert (event["UID"], event["SUMMARY"]) == ("a@lofte", "Löftet tar slut")
    assert (event["DESCRIPTION"], event["URL"]) == ("exempelby/lofte", "https://exempelby.example/a")
    assert (DAY, dt.date(2025, 1, 1)) == (event.DTSTART, event.DTEND)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event.DTSTAMP is not None and event.DTSTAMP.tzinfo is not None


def test_the_calendar_says_what_it_is() -> None:
    calendar = icalendar.Calendar.from_ical(_written(name="Löften, Exempelby; 2024"))

    assert (calendar["VERSION"], calendar["METHOD"], calendar["CALSCALE"]) == ("2.0", "PUBLISH", "GREGORIAN")
    assert calendar["PRODID"] == "-//lofte//medborgarlofte//SV"
    assert str(calendar["X-WR-CALNAME"]) in ("Löften, Exempelby; 2024", "Löften\\, Exempelby\\; 2024")


def test_a_calendar_without_events_is_still_one() -> None:
    assert _read(_written()) == []


def test_what_is_not_known_is_left_out() -> None:
    event = _one(_written(Event("a@lofte", DAY, "Löftet tar slut")))

    assert "DESCRIPTION" not in event
    assert "URL" not in event


@pytest.mark.parametrize(
    "day", [dt.date(2024, 2, 28), dt.date(2024, 2, 29), dt.date(2023, 2, 28), dt.date(1900, 1, 1)]
)
def test_a_day_ends_where_the_next_one_begins(day: dt.date) -> None:
    event = _one(_written(Event("a@lofte", day, "x")))

    assert (day, day + dt.timedelta(days=1)) == (event.DTSTART, event.DTEND)


# ---------------------------------------------------------------- which version is newer


def test_the_version_of_an_event_comes_from_the_change_date_of_its_document() -> None:
    event = _one(_written(Event("a@lofte", DAY, "x", changed=dt.date(2024, 3, 1))))

    assert (dt.datetime(2024, 3, 1, tzinfo=dt.UTC),) * 2 == (event.DTSTAMP, event.LAST_MODIFIED)
    assert event["SEQUENCE"] == 8826


def test_the_version_of_an_event_does_not_go_back_when_it_is_moved_to_an_earlier_day() -> None:
    first = _one(_written(Event("a@lofte", DAY, "x", changed=dt.date(2024, 3, 1))))
    moved = _one(_written(Event("a@lofte", dt.date(2024, 11, 30), "x", changed=dt.date(2024, 3, 2))))
    unknown = [_one(_written(Event("a@lofte", day, "x"))) for day in (DAY, dt.date(2024, 11, 30))]

    assert (moved.DTSTAMP > first.DTSTAMP, moved["SEQUENCE"] > first["SEQUENCE"]) == (True, True)
    assert unknown[0].DTSTAMP == unknown[1].DTSTAMP
    assert "SEQUENCE" not in unknown[0]


# ---------------------------------------------------------------- what the lines look like


@given(st.lists(st.tuples(LINES, LINES, LINES), max_size=3), LINES)
def test_lines_are_short_and_end_as_the_standard_says(
    rows: Sequence[tuple[str, str, str]], name: str
) -> None:
    events = [
        Event(f"{n}@lofte", DAY, title, text, f"https://a.se/{link}")
        for n, (title, text, link) in enumerate(rows)
    ]
    text = _written(*events, name=name)

    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r") == text.count("\r\n")
    assert max(map(len, _lines(text))) <= 75
    assert text == b"\r\n".join(line.decode().encode() for line in _lines(text)).decode()


def test_a_line_is_not_broken_inside_a_letter() -> None:
    text = _written(Event("a@lofte", DAY, "å" * 200))

    assert [len(line) for line in _lines(text) if "å".encode() in line] == [74, 75, 75, 75, 75, 39]


# ---------------------------------------------------------------- what comes back


def _plain(text: str) -> str:
    """A text as it should come back: lines are lines, whatever ends them."""
    return "\n".join(text.splitlines())


@given(LINES, LINES)
def test_every_text_comes_back_as_it_was(title: str, text: str) -> None:
    event = _one(_written(Event("a@lofte", DAY, title, text)))

    assert _plain(title) == str(event["SUMMARY"])
    assert _plain(text) == str(event.get("DESCRIPTION", ""))


ATTACKS: Final = (
    "Möte\r\nEND:VEVENT",
    "Möte\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
    "\r\nATTENDEE:mailto:nagon@exempelby.example",
    "a\rBEGIN:VALARM\rACTION:DISPLAY\rEND:VALARM",
    "a\u2028ATTENDEE:x\u2029b\x85c\x0bd\x0ce",
    "kommatecken, semikolon; kolon: omvänt \\ och \\n",
    "\\",
    "\\\\,",
    'Löftet "Trygg"; X=1:2',
    "a\n b\n\tc",
)


@each(ATTACKS)
def test_nothing_in_a_text_is_taken_for_anything_but_text(attack: str) -> None:
    event = _one(_written(Event("a@lofte", DAY, attack, attack), name=attack))

    assert _plain(attack).split() == str(event["SUMMARY"]).split()
    assert _plain(attack).split() == str(event["DESCRIPTION"]).split()
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"} == set(event)


@each([attack for attack in ATTACKS if "\\" not in attack])
def test_nothing_in_a_link_or_a_name_begins_a_line_of_its_own(attack: str) -> None:
    event = _one(_written(Event(attack, DAY, "x", "", f"https://exempelby.example/{attack}")))

    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "TRANSP"} == set(event)
    assert str(event["URL"]).startswith("https://exempelby.example/")


def _controls(text: str) -> list[str]:
    """What may not stand in a calendar (RFC 5545, 3.1: CONTROL)."""
    return [c for c in text if (c < " " and c not in "\t\r\n") or c == "\x7f"]


@given(st.text(st.characters(max_codepoint=0xA5), max_size=20))
def test_control_characters_of_a_text_never_reach_the_file(text: str) -> None:
    written = _written(Event(f"a{text}@lofte", DAY, f"x{text}", text), name=text)

    assert _controls(written) == []
    _one(written)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_characters_of_a_link_never_reach_the_file(character: str) -> None:
    written = _written(Event("a@lofte", DAY, "x", "", f"https://exempelby.example/{character}a"))

    assert _controls(written) == []
    _one(written)


# ---------------------------------------------------------------- the days of the example


@each(LANGUAGES)
def test_the_calendar_of_the_example_is_read_and_the_same_each_time(lang: Language) -> None:
    today, until = dt.date(2024, 2, 1), dt.date(2027, 1, 31)
    found = deadlines(load([], EXAMPLE), today=today, until=until)
    text = write_ics(DueResult(found, today, today), View(lang, 80, False))
    repeated = DueResult(deadlines(load([], EXAMPLE), today=today, until=until), today, until)
    again = write_ics(repeated, View(lang, 20, True))

    assert text.encode() == again.encode()
    events = _read(text)
    assert [(d.uid, d.day) for d in found] == [(str(event["UID"]), event.DTSTART) for event in events]
    assert [str(event["SUMMARY"]) for event in events] == [event_of(d, lang).title for d in found]
    assert len(events) == len({str(event["UID"]) for event in events}) >= 8


def test_the_same_calendar_on_another_day_has_the_same_events_for_what_is_still_to_come() -> None:
    until = dt.date(2027, 1, 31)
    texts = [
        write_ics(
            DueResult(
                [
                    d
                    for d in deadlines(load([], EXAMPLE), today=today, until=until)
                    if d.day > dt.date(2024, 11, 1)
                ],
                today,
                until,
            ),
            View("sv", 80, False),
        )
        for today in (dt.date(2024, 7, 1), dt.date(2024, 10, 1))
    ]

    events, stamps = zip(
        *(
            (re.sub(r"DTSTAMP:.*\r\n", "", text), set(re.findall(r"DTSTAMP:(.*)\r\n", text)))
            for text in texts
        ),
        strict=True,
    )

    assert events[0] == events[1]
    assert stamps == ({"20240701T000000Z"}, {"20241001T000000Z"})
