"""T04: signed late, long before the period, or without date."""

import datetime as dt

from medborgarlofte.language import word_lists
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    document = context.document
    start = document.period.start
    if document.status == "utkast":
        return
    rows = document.signatures or document.decisions
    signed = [row.date.first for row in rows if row.date]
    if not signed:
        yield Finding(RULE, ("undertecknat",), {"message": _UNKNOWN}, on_key=True)
    elif start:
        earliest, latest = min(signed), max(signed)
        if latest > start.first + dt.timedelta(days=word_lists.threshold("signed_days")):
            days = (latest - start.first).days
            what = Text(
                f"Det undertecknades {latest}, {days} dagar efter att perioden började.",
                f"It was signed on {latest}, {days} days after the period started.",
            )
            yield Finding(RULE, _route(context, latest), {"message": what})
        elif isinstance(document, Promise) and document.signatures and earliest < start.first - _LONG_BEFORE:
            what = Text(
                f"Det undertecknades {earliest}, {(start.first - earliest).days} dagar innan perioden började.",
                f"It was signed on {earliest}, {(start.first - earliest).days} days before the period started.",
            )
            yield Finding(RULE, _route(context, earliest), {"message": what})


_LONG_BEFORE = dt.timedelta(days=366)
"""Further ahead nobody signs; the date is that of the promise before."""


def _route(context: RuleContext, day: dt.date) -> tuple[str | int, ...]:
    for key, rows in (("undertecknat", context.document.signatures), ("beslut", context.document.decisions)):
        for index, row in enumerate(rows):
            if row.date and row.date.first == day:
                return (key, index, "datum")
    raise LookupError(day)


_UNKNOWN = Text(
    "Det framgår inte när dokumentet undertecknades.", "It does not say when the document was signed."
)

RULE = Rule(
    code="T04",
    name="signed-late",
    scope=(Promise, Agreement),
    stages=also_archived("warning"),
    message=Text(
        "Löftet är inte undertecknat i tid, eller så framgår det inte när.",
        "The promise was not signed in time, or it does not say when.",
    ),
    why=Text(
        "Den som skriver under tar ansvar. Det som skrivs under i efterhand kan inte ha styrt arbetet fram till dess.",
        "Whoever signs takes responsibility. What is signed afterwards cannot have guided the work until then.",
    ),
    help=Text(
        "Ange under ”undertecknat” när löftet skrevs under. Är dagen fel: rätta den. Om det skrevs under sent: låt perioden börja då.",
        "Give the date of signing under “undertecknat”. If the day is wrong: correct it. If it was signed late: let the period start then.",
    ),
    source="BRA-SOK, VING-22; gränsen är lofte",
    bad="undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2024-05-06}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2024-05-06}\n",
    good="undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2024-01-08}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2024-01-08}\n",
    check=check,
    concerns_missing=True,
)
