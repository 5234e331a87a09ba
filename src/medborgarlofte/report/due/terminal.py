"""Deadlines drawn for a terminal."""

import datetime as dt
from dataclasses import replace
from itertools import groupby
from typing import Final

from medborgarlofte.follow_up.deadline import STATE_LABELS, Deadline
from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.due.text import DueResult, closing_parts, distance
from medborgarlofte.report.formats import Cell, View
from medborgarlofte.report.terminal import Screen
from medborgarlofte.swedish import MONTHS, PartialDate, format_date

WEEKDAYS: Final = (
    Text("mån", "Mon"), Text("tis", "Tue"), Text("ons", "Wed"), Text("tors", "Thu"), Text("fre", "Fri"),
    Text("lör", "Sat"), Text("sön", "Sun"),
)  # fmt: skip
_STYLES: Final = {"overdue": "overdue", "due": "finding.warning", "upcoming": "heading"}


def write_text(due: DueResult, view: View) -> str:
    """Overdue, current and coming deadlines by month.

    Then the counts and the calendar command.
    """
    screen = Screen(width=view.width, color=view.color)
    rows = [
        (_heading(deadline, view.lang), _row(deadline, due.today, view.lang)) for deadline in due.deadlines
    ]
    days, distances = (max((len(row[i]) for _, row in rows), default=0) for i in range(2))
    for (heading, style), found in groupby(rows, key=lambda row: row[0]):
        screen.paragraph((heading, style))
        lines: list[list[Cell]] = [
            [f"  {day}", (ahead, style if style != "heading" else ""), [f"{what}: ", (document, "id")]]
            for _, (day, ahead, what, document) in found
        ]
        screen.aligned(lines, [days + 2, distances])
    if rows:
        screen.blank()
    screen.paragraph(*((words, "overdue" if late else "") for words, late in closing_parts(due, view.lang)))
    if rows:
        command = "lofte due -o uppfoljning.ics"
        screen.paragraph(Text("I din kalender: ", "In your calendar: ")[view.lang], (command, "command"))
    return str(screen)


def _heading(deadline: Deadline, lang: Language) -> tuple[str, str]:
    """”Försenat”, ”Nu” or the month, with style."""
    style = _STYLES[deadline.state]
    if deadline.state != "upcoming":
        return STATE_LABELS[deadline.state][lang].capitalize(), style
    written = deadline.written or PartialDate(deadline.day.year, deadline.day.month)
    return format_date(replace(written, day=None), lang).capitalize(), style


def _row(deadline: Deadline, today: dt.date, lang: Language) -> tuple[str, str, str, str]:
    """Day, distance, subject and document."""
    day = deadline.day
    if deadline.written:
        coarse = format_date(deadline.written, lang)
        return coarse, distance(deadline, today, lang), deadline.what[lang], deadline.document
    written = f"{WEEKDAYS[day.weekday()][lang]} {day.day} {MONTHS[day.month - 1][lang]}"
    if deadline.state != "upcoming" and day.year != today.year:
        written += f" {day.year}"
    what = deadline.what[lang]
    return written, distance(deadline, today, lang), what, deadline.document
