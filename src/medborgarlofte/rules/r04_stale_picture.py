"""R04: situation picture older than two years."""

import datetime as dt

from medborgarlofte.language import word_lists
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live
from medborgarlofte.swedish import add_months
from medborgarlofte.timeline import stage_of

IN_FORCE = dt.date(2023, 7, 1)
"""When the act came into force; older documents are not held to it."""


def check(context: RuleContext) -> Findings:
    promise = context.document
    pictures = [
        (row.date.last, index)
        for index, row in enumerate(promise.evidence)
        if row.kind == "lägesbild" and row.date is not None
    ]
    if not pictures or promise.period.start is None:
        return
    newest, index = max(pictures)
    asked = promise.period.start.first
    if stage_of(context.workspace, context.loaded, context.today) == "gäller":
        asked = max(asked, context.today)
    late = asked > add_months(newest, int(word_lists.threshold("picture_months")))
    if promise.period.start.first >= IN_FORCE and late:
        months = (asked.year - newest.year) * 12 + asked.month - newest.month - (asked.day < newest.day)
        yield Finding(RULE, ("underlag", index, "datum"), {"months": months})


RULE = Rule(
    code="R04",
    name="stale-picture",
    stages=when_live("warning"),
    message=Text(
        "Den nyaste lägesbilden är {months} månader gammal.",
        "The newest situation picture is {months} months old.",
    ),
    why=Text(
        "Enligt 6 § ska kommunen uppdatera lägesbilden minst vartannat år. Är den gammal kan löftet rikta in sig på fel problem.",
        "Under section 6 the municipality must update the picture at least every other year. If it is old, the promise may "
        "target the wrong problems.",
    ),
    help=Text(
        "Uppdatera lägesbilden och lägg till den under ”underlag” med datum.",
        "Update the picture and add it under “underlag” with its date.",
    ),
    source="SFS 2023:196 6 §",
    bad="underlag:\n  - {typ: lägesbild, datum: 2021-10-15, rubrik: Lägesbild 2021}\n",
    good="underlag:\n  - {typ: lägesbild, datum: 2023-10-15, rubrik: Lägesbild 2023}\n",
    check=check,
)
