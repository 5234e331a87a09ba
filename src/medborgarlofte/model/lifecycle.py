"""Lifecycle stage, derived from status and period."""

import datetime as dt
from typing import Final, Literal, cast

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


def lifecycle_stage(
    status: str | None, period: Period, today: dt.date, *, end: dt.date | None = None
) -> Stage:
    """Stage of a promise or agreement on a day.

    `end` is its last day where that depends on a successor. Until further notice, or without an end, it is in force.
    """
    if status in ("utkast", "ersatt", "upphävt"):
        return cast("Stage", status)
    if period.start and today < period.start.first:
        return "kommande"
    if end is None and period.last_date and not period.until_further_notice:
        end = period.last_date.last
    return "avslutat" if end and today > end else "gäller"
