"""M09: target that counts more days or evenings than there are."""

import math

from medborgarlofte.diff.measures import period_days
from medborgarlofte.language.phrases import format_target
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.promise import Target
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived
from medborgarlofte.swedish import fold
from medborgarlofte.units import UNITS

_OF_DAYS = tuple(
    fold(unit.forms[2]) for unit in UNITS if unit.is_part_of_day or unit.name in ("dag", "dygn", "vardag")
)
"""“kvällar”, “dagar” and the others of which each day has one."""


def check(context: RuleContext) -> Findings:
    period = period_days(context.document.period)
    for index, commitment in enumerate(context.document.commitments):
        for number, target in enumerate(commitment.targets):
            days = (rate_days(target.per) if target.per else None) or period
            if days and _least(target) > math.ceil(days) and fold(target.unit or "").endswith(_OF_DAYS):
                step = (number,) if len(commitment.targets) > 1 else ()
                values = {"id": commitment.id, "target": format_target(target), "days": math.ceil(days)}
                yield Finding(RULE, ("åtaganden", index, "mål", *step), values)


def _least(target: Target) -> float:
    """The smallest number that keeps the promise."""
    return float(target.at_least or target.exactly or (target.between or (0,))[0])


RULE = Rule(
    code="M09",
    name="more-than-possible",
    stages=also_archived("warning"),
    message=Text(
        "Målet för {id} är {target}, men den tiden har bara {days} dagar.",
        "The target of {id} is {target}, but that time has only {days} days.",
    ),
    why=Text(
        "Ett mål som inte går att nå är ofta ett skrivfel, och löftet ser brutet ut vad ni än gör.",
        "A target that cannot be reached is often a typing error, and the promise looks broken whatever you do.",
    ),
    help=Text(
        "Kontrollera talet och ”per” mot beslutet. Om flera grupper räknas var för sig: skriv ”pass” eller ”insatser” i stället.",
        "Check the number and “per” against the decision. If several teams are counted one by one: write “pass” or “insatser” instead.",
    ),
    bad="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute minst 100 kvällar.\n    mål: {minst: 100, enhet: kvällar, per: vecka}\n",
    good="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute minst 100 kvällar.\n    mål: {minst: 100, enhet: kvällar, per: perioden}\n",
    check=check,
)
