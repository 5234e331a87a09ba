"""T03: promise outside its agreement's period."""

import re

from medborgarlofte.model.record import Period
from medborgarlofte.model.written_values import period_in_words
from medborgarlofte.rules.rule import Agreement, Finding, Findings, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    period, frame = context.document.period, _frame(context)
    if frame is None:
        return
    if period.last_date and frame.last_date and period.last_date.last > frame.last_date.last:
        what = Text(
            f"Löftet gäller till {period.last_date.last}, men överenskommelsen gäller bara till {frame.last_date.last}.",
            f"The promise applies until {period.last_date.last}, but the agreement only until {frame.last_date.last}.",
        )
        yield Finding(RULE, ("period", "förlängd_till" if period.extended_to else "till"), {"message": what})
    if period.start and frame.start and period.start.first < frame.start.first:
        what = Text(
            f"Löftet gäller från {period.start.first}, men överenskommelsen gäller först från {frame.start.first}.",
            f"The promise applies from {period.start.first}, but the agreement only from {frame.start.first}.",
        )
        yield Finding(RULE, ("period", "från"), {"message": what})


def _frame(context: RuleContext) -> Period | None:
    """Period of the agreement, in the collection or as the promise states it."""
    framed = context.workspace.valid.get(context.document.part_of or "")
    if framed is not None and isinstance(framed.document, Agreement):
        return framed.document.period
    stated = context.document.agreement.period if context.document.agreement else None
    days = re.findall(r"\d{4}(?:-\d\d)*", period_in_words(stated) or "") if stated else []
    return Period.model_validate({"från": days[0], "till": days[-1]}) if days else None


RULE = Rule(
    code="T03",
    name="outlives-agreement",
    stages=also_archived("warning"),
    message=Text(
        "Löftet gäller när överenskommelsen inte gäller.",
        "The promise applies when the agreement does not.",
    ),
    why=Text(
        "Då saknar löftet en överenskommelse under en del av tiden.",
        "Then the promise is not covered by an agreement for part of the time.",
    ),
    help=Text(
        "Korta löftets period, eller ange en överenskommelse som gäller hela tiden under ”ingår_i”.",
        "Shorten the period of the promise, or give an agreement that covers all of it under “ingår_i”.",
    ),
    source="BRA-SOK",
    bad="period: {från: 2024-01-01, till: 2027-06-30}\nåtaganden:\n  - {id: K1, mål: {per: år}}\n",
    good="period: {från: 2024-01-01, till: 2026-12-31}\nåtaganden:\n  - {id: K1, mål: {per: år}}\n",
    check=check,
)
