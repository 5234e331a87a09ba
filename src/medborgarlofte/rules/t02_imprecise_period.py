"""T02: period in months or years."""

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.record import Period
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, also_archived
from medborgarlofte.swedish import PartialDate


def check(context: RuleContext) -> Findings:
    period = context.document.period
    if _is_one_year(period) and not context.source_is_partial:
        return  # a whole year has one first and one last day
    for key, date in (("till", period.end), ("från", period.start)):
        if (
            date is not None
            and date.precision != "day"
            and not (key == "till" and period.until_further_notice)
        ):
            yield Finding(RULE, ("period", key), _values(key, date))
            return


def _is_one_year(period: Period) -> bool:
    """True for a period written as one year."""
    dates = {period.start, period.last_date}
    return len(dates) == 1 and all(date is not None and date.precision == "year" for date in dates)


def _values(key: str, date: PartialDate) -> dict[str, object]:
    """Date as written, its meaning, and its key."""
    if key == "till":
        return {"date": str(date), "key": key, "day": str(date.last), "counted": _UNTIL}
    return {"date": str(date), "key": key, "day": str(date.first), "counted": _FROM}


_UNTIL = Text("till och med", "up to and including")
_FROM = Text("från och med", "from")


RULE = Rule(
    code="T02",
    name="imprecise-period",
    scope=(Promise, Agreement),
    stages=also_archived("info"),
    message=Text(
        "”{key}” är skrivet som ”{date}”. Perioden räknas {counted} {day}.",
        "“{key}” is written as “{date}”. The period counts {counted} {day}.",
    ),
    why=Text(
        "Påminnelser och uppföljning räknas i dagar, och ”till 2026” går att läsa på två sätt.",
        "Reminders and follow-up are counted in days, and “until 2026” can be read in two ways.",
    ),
    help=Text(
        "Om dagen står i beslutet: skriv den under ”{key}”, till exempel {day}. Behåll källans ord i ”text”.",
        "If the decision gives the day: write it under “{key}”, for example {day}. Keep the words of the source in “text”.",
    ),
    source="KOPING",
    bad="period: {från: 2024-01, till: 2024-12, text: januari–december 2024}\n",
    good="period: {från: 2024-01-01, till: 2024-12-31, text: januari–december 2024}\n",
    check=check,
)
