"""T08: deadline outside the period or contradicting text."""

import datetime as dt

from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.expressions import Deadline
from medborgarlofte.language.values import last_day
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    promise = context.document
    start, end = promise.period.start, promise.period.last_date
    for index, channel in enumerate(promise.feedback):
        if channel.date and start and channel.date.last < start.first:
            what = Text(
                f"Återkopplingen ska ges {channel.date}, men löftet gäller från {start}.",
                f"Feedback is to be given on {channel.date}, but the promise applies from {start}.",
            )
            yield Finding(RULE, ("återkoppling", index, "datum"), {"message": what})
    for index, commitment in enumerate(promise.commitments):
        due = commitment.due
        if due is None:
            continue
        if (end and due.first > end.last and not promise.period.until_further_notice) or (
            start and due.last < start.first
        ):
            what = Text(
                f"{commitment.id} ska vara klart senast {due}, men perioden är {start or '…'}–{end or '…'}.",
                f"{commitment.id} is due on {due}, but the period is {start or '…'}–{end or '…'}.",
            )
            yield Finding(RULE, ("åtaganden", index, "senast"), {"message": what})
        elif stated := _stated(commitment, start.first if start else None):
            day, words = stated
            if not due.first - _A_DAY <= day <= due.last:
                what = Text(
                    f"Texten i {commitment.id} säger ”{words}”, men ”senast” är {due}.",
                    f"The text of {commitment.id} says “{words}”, but “senast” is {due}.",
                )
                yield Finding(RULE, ("åtaganden", index, "senast"), {"message": what})


_A_DAY = dt.timedelta(days=1)
"""What “före den 1 november” and “senast den 1 november” differ by."""


def _stated(commitment: Commitment, start: dt.date | None) -> tuple[dt.date, str] | None:
    """The text's only deadline, and its wording."""
    deadlines = [
        one for one in analyse(commitment.text).of(Deadline) if one.moment.precision in ("day", "month")
    ]
    if len(deadlines) != 1:
        return None
    day = last_day(deadlines[0].moment, start, inclusive=deadlines[0].inclusive)
    return (day, commitment.text[deadlines[0].start : deadlines[0].end]) if day else None


RULE = Rule(
    code="T08",
    name="due-outside-period",
    stages=also_archived("warning"),
    message=Text(
        "Ett slutdatum stämmer inte med perioden eller texten.",
        "A deadline does not agree with the period or the text.",
    ),
    why=Text(
        "Datumet styr påminnelser och uppföljning. Stämmer det inte kan ingen se om löftet hölls i tid.",
        "The date controls reminders and follow-up. If it is wrong, nobody can see whether the promise was kept in time.",
    ),
    help=Text(
        "Kontrollera datumet mot beslutet och rätta ”senast” eller ”period”.",
        "Check the date against the decision and correct “senast” or “period”.",
    ),
    bad="åtaganden:\n  - {id: K2, senast: 2025-03-31}\n",
    good="åtaganden:\n  - {id: K2, senast: 2024-11-01}\n",
    check=check,
    looks_for=(Deadline,),
)
