"""A bar of statuses as shapes: the same numbers as the table beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from medborgarlofte.follow_up.reports import STANDING_LABELS
from medborgarlofte.i18n import Text

WIDTH: Final = 640
GAP: Final = 4
"""Between two parts, so that they can be told apart without their colours."""

LOOKS: Final[Mapping[str, str]] = {
    "genomfört": "done", "delvis genomfört": "partly", "pågår": "waiting", "ej påbörjat": "waiting",
    "ej genomfört": "undone", "utgått": "undone", "går ej att bedöma": "unknown", "ingen uppgift": "unknown",
}  # fmt: skip
"""The look of each status; several may share one, since the word is always beside it."""

SIGNS: Final[Mapping[str, str]] = {
    "genomfört": "✓", "delvis genomfört": "◐", "pågår": "→", "ej påbörjat": "○",
    "ej genomfört": "✕", "utgått": "✕", "går ej att bedöma": "?", "ingen uppgift": "–",
}  # fmt: skip
"""A sign before the word, for those who skim."""

FILLS: Final[Mapping[str, str]] = {
    "done": "#17643a", "partly": "#7a4b00", "undone": "#a3231f", "waiting": "#35506b", "unknown": "#4d5661",
}  # fmt: skip
"""Colours in the markup itself, for where the style sheet does not reach."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bar and one row of the table."""

    status: str
    label: Text
    count: int
    x: float
    width: float
    look: str
    fill: str


class Chart(NamedTuple):
    """The bar as a whole."""

    parts: tuple[Part, ...]
    total: int
    width: int = WIDTH


def chart(statuses: Mapping[str, int]) -> Chart:
    """The parts in the order of the statuses, as wide as their share."""
    total = sum(statuses.values())
    room = WIDTH - GAP * (len(statuses) - 1)
    parts, x = [], 0.0
    for status, count in statuses.items():
        width = round(room * count / total, 1)
        look = LOOKS[status]
        parts.append(Part(status, STANDING_LABELS[status], count, round(x, 1), width, look, FILLS[look]))
        x += width + GAP
    return Chart(tuple(parts), total)
