"""How often a promise is followed up, and the words for it."""

from typing import Final, Literal

from medborgarlofte.i18n import Text

CADENCES = Literal["vecka", "månad", "kvartal", "tertial", "halvår", "år", "perioden"]
CADENCE_LABELS: Final = {
    "vecka": Text("varje vecka", "every week"),
    "månad": Text("varje månad", "every month"),
    "kvartal": Text("varje kvartal", "every quarter"),
    "tertial": Text("varje tertial", "every four months"),
    "halvår": Text("varje halvår", "every half-year"),
    "år": Text("varje år", "every year"),
    "perioden": Text("en gång under perioden", "once in the period"),
}
