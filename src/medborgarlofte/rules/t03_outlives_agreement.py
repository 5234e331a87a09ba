"""T03: the promise holds outside the period of its agreement."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, also_archived
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    framed = context.workspace.valid.get(context.document.part_of or "")
    if framed is None or not isinstance(framed.document, Agreement):
        return
    period, frame = context.document.period, framed.document.period
    if period.last_date and frame.last_date and period.last_date.last > frame.last_date.last:
        what = Text(
            f"Löftet gäller till {period.last_date.last}, men överenskommelsen bara till {frame.last_date.last}.",
            f"The promise holds until {period.last_date.last}, but the agreement only until {frame.last_date.last}.",
        )
        yield Finding(RULE, ("period", "förlängd_till" if period.extended_to else "till"), {"what": what})
    if period.start and frame.start and period.start.first < frame.start.first:
        what = Text(
            f"Löftet gäller från {period.start.first}, men överenskommelsen först från {frame.start.first}.",
            f"The promise holds from {period.start.first}, but the agreement only from {frame.start.first}.",
        )
        yield Finding(RULE, ("period", "från"), {"what": what})


RULE = Rule(
    code="T03",
    name="outlives-agreement",
    scope=(Promise,),
    stages=also_archived("warning"),
    message=Text("{what}", "{what}"),
    why=Text("Då förlorar löftet sin ram mitt i.", "Then the promise loses its frame midway."),
    help=Text(
        "Korta löftet, eller ange den nya överenskommelsen under ”ingår_i”.",
        "Shorten the promise, or name the new agreement under “ingår_i”.",
    ),
    source="BRA-SOK",
    bad="period: {från: 2024-01-01, till: 2027-06-30}\nåtaganden:\n  - {id: K1, mål: {per: år}}\n",
    good="period: {från: 2024-01-01, till: 2026-12-31}\nåtaganden:\n  - {id: K1, mål: {per: år}}\n",
    check=check,
)
