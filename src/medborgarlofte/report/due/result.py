"""Deadlines and the current day."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from medborgarlofte.follow_up.deadline import Deadline


class DueResult(NamedTuple):
    """Deadlines, earliest first."""

    deadlines: Sequence[Deadline]
    today: dt.date
    until: dt.date
    """Last day that was looked at."""
