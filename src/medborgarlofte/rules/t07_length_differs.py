"""T07: stated length differs from the period."""

import re
from typing import Final

from medborgarlofte.language.expressions import Validity
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived

_TOLERANCE_DAYS = 45
"""A promise for a year may begin in mid-January."""


def check(context: RuleContext) -> Findings:
    """Each Validity that is not that of the period."""
    first, last = context.document.period.start, context.document.period.last_date
    if first is None or last is None:
        return
    yield from _title(context, range(first.year, last.last.year + 1))
    days, years = (last.last - first.first).days, (first.year, last.last.year)
    for field in context.texts("prose"):
        for found in field.analysis.of(Validity):
            length = found.days is not None and abs(found.days - days) > _TOLERANCE_DAYS
            if length or found.years not in (None, years):
                values = {"words": field.words_at(found), "first": first, "last": last}
                yield Finding(RULE, field.route, values, (found.start, found.end))


def _title(context: RuleContext, period: range) -> Findings:
    """The only year of a title, where it lies outside the period; agreements may be named by when they were signed."""
    document = context.document
    found = list(_YEAR.finditer(document.title or ""))
    own = {*period}
    if isinstance(document, Agreement):
        own |= {
            row.date.year for rows in (document.signatures, document.decisions) for row in rows if row.date
        }
    if len(found) == 1 and int(found[0][0]) not in own:
        first, last = document.period.start, document.period.last_date
        yield Finding(RULE, ("titel",), {"words": found[0][0], "first": first, "last": last}, found[0].span())


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b(?!\s*[-–/]\s*\d)(?<![-–/]....)")

RULE = Rule(
    code="T07",
    name="length-differs",
    scope=(Promise, Agreement),
    stages=also_archived("warning"),
    message=Text(
        "Texten säger ”{words}”, men perioden är {first}–{last}.",
        "The text says “{words}”, but the period is {first}–{last}.",
    ),
    why=Text(
        "Då vet ingen när löftet slutar gälla, och påminnelserna kommer vid fel tid.",
        "Then nobody knows when the promise ceases to apply, and the reminders come at the wrong time.",
    ),
    help=Text(
        "Kontrollera mot beslutet och rätta ”period” eller texten.",
        "Check against the decision and correct “period” or the text.",
    ),
    bad="inledning: Löftet gäller under två år.\n",
    good="inledning: Löftet gäller under ett år.\n",
    check=check,
    looks_for=(Validity,),
)
