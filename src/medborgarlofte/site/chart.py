"""Bar chart of statuses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.statuses import STANDINGS, Look

WIDTH: Final = 640
GAP: Final = 4
"""Space between parts, which parts them without colour."""

LOOKS: Final = {standing: row.look for standing, row in STANDINGS.items()}
SIGNS: Final = {standing: row.sign for standing, row in STANDINGS.items()}
FILLS: Final[Mapping[Look, str]] = {
    "done": "#17643a", "partly": "#7a4b00", "undone": "#a3231f", "waiting": "#35506b", "unknown": "#4d5661",
}  # fmt: skip
"""Colours without the style sheet."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bar."""

    status: str
    label: Text
    count: int
    x: float
    width: float
    look: Look
    fill: str


class Chart(NamedTuple):
    """A bar chart."""

    parts: tuple[Part, ...]
    total: int
    width: int = WIDTH


def chart(statuses: Mapping[str, int]) -> Chart:
    """Chart with parts proportional to the counts."""
    total = sum(statuses.values())
    room = WIDTH - GAP * (len(statuses) - 1)
    parts, x = [], 0.0
    for status, count in statuses.items():
        width = round(room * count / total, 1)
        look = LOOKS[status]
        parts.append(Part(status, STANDINGS[status].label, count, round(x, 1), width, look, FILLS[look]))
        x += width + GAP
    return Chart(tuple(parts), total)
