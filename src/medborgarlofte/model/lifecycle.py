"""Where a document stands on a given day: what follows from its status and period and is never written."""

import datetime as dt
from typing import Final, Literal

from medborgarlofte.i18n import Text
from medborgarlofte.model.record import Period

Stage = Literal["utkast", "kommande", "gäller", "avslutat", "ersatt", "upphävt"]

STAGE_LABELS: Final[dict[Stage, Text]] = {
    "utkast": Text("Utkast", "Draft"),
    "kommande": Text("Kommande", "To come"),
    "gäller": Text("Gäller", "In force"),
    "avslutat": Text("Avslutat", "Ended"),
    "ersatt": Text("Ersatt", "Replaced"),
    "upphävt": Text("Upphävt", "Revoked"),
}


def lifecycle_stage(status: str | None, period: Period, today: dt.date) -> Stage:
    """The standing of a promise or an agreement; without an end it is in force until replaced."""
    if status == "utkast":
        return "utkast"
    if status == "ersatt":
        return "ersatt"
    if status == "upphävt":
        return "upphävt"
    if period.start and today < period.start.first:
        return "kommande"
    if period.last_date and today > period.last_date.last:
        return "avslutat"
    return "gäller"
