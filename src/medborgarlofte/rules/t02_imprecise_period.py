"""T02: the period is given in months or years."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, also_archived
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    period = context.document.period
    for key, date in (("till", period.end), ("från", period.start)):
        if date is not None and date.precision != "day":
            yield Finding(
                RULE, ("period", key), {"first": str(date.first), "last": str(date.last), "date": str(date)}
            )
            return


RULE = Rule(
    code="T02",
    name="imprecise-period",
    scope=(Promise, Agreement),
    stages=also_archived("info"),
    message=Text(
        "Perioden är skriven som ”{date}”. Den räknas till och med {last}.",
        "The period is written as “{date}”. It is taken to include {last}.",
    ),
    why=Text(
        "Påminnelser och uppföljning räknar i dagar, och ”till 2026” kan läsas på två sätt.",
        "Reminders and follow-up count in days, and “till 2026” can be read in two ways.",
    ),
    help=Text(
        "Står dagarna i beslutet, skriv dem: {first} eller {last}. Behåll källans ord i ”text”.",
        "If the decision gives the days, write them: {first} or {last}. Keep the words of the source in “text”.",
    ),
    source="KOPING",
    bad="period: {från: 2024-01, till: 2024-12, text: januari–december 2024}\n",
    good="period: {från: 2024-01-01, till: 2024-12-31, text: januari–december 2024}\n",
    check=check,
)
