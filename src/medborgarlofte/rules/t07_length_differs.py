"""T07: stated length differs from the period."""

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
    days, years = (last.last - first.first).days, (first.year, last.last.year)
    for field in context.texts("prose"):
        for found in field.analysis.of(Validity):
            length = found.days is not None and abs(found.days - days) > _TOLERANCE_DAYS
            if length or found.years not in (None, years):
                values = {"words": field.words_at(found), "first": first, "last": last}
                yield Finding(RULE, field.route, values, (found.start, found.end))


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
