"""Deadlines that moved, came or went."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from medborgarlofte.diff.binding import Side
from medborgarlofte.diff.covered import fewer_months
from medborgarlofte.diff.model import Evidence, Worded
from medborgarlofte.i18n import Text
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.values import last_day
from medborgarlofte.model.record import Period
from medborgarlofte.swedish import add_months, format_date

MOVED_DAYS: Final = 3
"""Days that a deadline may move with its period and be the same."""


def compare_deadlines(old: Side, new: Side) -> Iterator[Evidence]:
    """Deadlines, relative to the period's start.

    An earlier one binds to more, a missing one to less.
    """
    before, after = (_due(side) for side in (old, new))
    if before is None and after is None:
        yield from _windows(old, new)
    elif before is None or after is None:
        yield Evidence(
            "senast", _shown(before, old), _shown(after, new), "sharpened" if before is None else "weakened"
        )
    elif isinstance(before, dt.date) and isinstance(after, dt.date):
        moved = (after - move_with_period(before, old.start, new.start)).days
        if not (_is_within(old.period, before) and _is_within(new.period, after)):  # by how little it moved
            moved = min(moved, (after - before).days, key=abs)
        if abs(moved) > MOVED_DAYS and before != after:
            yield Evidence(
                "senast", _shown(before, old), _shown(after, new), "weakened" if moved > 0 else "sharpened"
            )
        elif (old.commitment.due is None) != (new.commitment.due is None):
            yield Evidence("senast", _shown(before, old), _shown(after, new), "neutral")


def _is_within(period: Period, day: dt.date) -> bool:
    """Whether a day is within a period, as far as it is known."""
    first, last = period.start, period.last_date
    return (first is None or first.first <= day) and (last is None or day <= last.last)


def _due(side: Side) -> dt.date | str | None:
    """Last day of field or text, or an undated milestone."""
    if side.commitment.due:
        return side.commitment.due.last
    for found in side.analysis.of(ex.Deadline):
        if found.moment.precision != "clock":
            return last_day(found.moment, side.start, inclusive=found.inclusive) or found.moment.name
    windows = side.analysis.of(ex.Window)
    if len(windows) == 1 and any(token.word.clause == "DECIDE" for token in side.analysis.tokens):
        return (windows[0].until or windows[0].moment).last(side.start)
    return None


def _shown(due: dt.date | str | None, side: Side) -> Worded | str | None:
    """A day as the file gives it, a month as a month."""
    if not isinstance(due, dt.date):
        return due
    day = side.commitment.due or due
    return Worded(due.isoformat(), Text(format_date(day, "sv"), format_date(day, "en")))


def _windows(old: Side, new: Side) -> Iterator[Evidence]:
    """Time windows that appear or disappear.

    Years and seasons only name the period.
    """
    before, after = (
        [one for one in side.analysis.of(ex.Window) if one.moment.precision in ("day", "week", "month")]
        for side in (old, new)
    )
    if fewer_months(old.analysis, new.analysis) or fewer_months(new.analysis, old.analysis):
        return  # “varje helg”, “varje helg i juli”: covered by compare_scope
    other = old if after else new
    names_time = any(token.name in ("MILESTONE", "FEAST", "SEASONDEF") for token in other.analysis.tokens)
    if bool(before) != bool(after) and not names_time:
        yield Evidence(
            "senast",
            before[0] if before else None,
            after[0] if after else None,
            "weakened" if before else "sharpened",
        )


def move_with_period(day: dt.date, from_start: dt.date | None, to_start: dt.date | None) -> dt.date:
    """Day shifted by the distance between two periods."""
    if from_start is None or to_start is None:
        return day
    months = (to_start.year - from_start.year) * 12 + to_start.month - from_start.month
    return add_months(day, months)
