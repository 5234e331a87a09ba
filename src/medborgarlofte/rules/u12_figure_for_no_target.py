"""U12: figure for a target that does not exist, two for the same, or one of another unit."""

import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.follow_up.assessment import wrong_numbers
from medborgarlofte.follow_up.figures import target_of
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.reported import reported
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived
from medborgarlofte.units import is_same_kind, scale_of


def check(context: RuleContext) -> Findings:
    for index, item, commitment in reported(context):
        for at, unknown in wrong_numbers(commitment.targets, item.actuals).items():
            step = (at, "mål") if len(item.actuals) > 1 else ("mål",)
            values = {"message": _what(commitment, item.actuals[at].target or 1, unknown=unknown)}
            yield Finding(RULE, ("poster", index, "utfall", *step), values)
        yield from _other_units(index, item.actuals, commitment)
        yield from _other_years(context, index, item.actuals)


def _other_units(index: int, actuals: Sequence[Actual], commitment: Commitment) -> Findings:
    """Figures that count something else than their target."""
    for at, actual in enumerate(actuals):
        target = target_of(commitment, actual)
        unit, promised = actual.unit, target.unit if target else None
        if actual.number is None or not unit or not promised or _may_be_the_same(unit, promised):
            continue
        what = Text(
            f"Utfallet för {commitment.id} räknas i {unit}, men målet i {promised}.",
            f"The outcome of {commitment.id} is counted in {unit}, but the target in {promised}.",
        )
        step = (at, "enhet") if len(actuals) > 1 else ("enhet",)
        yield Finding(RULE, ("poster", index, "utfall", *step), {"message": what}, severity="warning")


def _other_years(context: RuleContext, index: int, actuals: Sequence[Actual]) -> Findings:
    """Figures of years that the promise does not cover."""
    period = context.followed.period if context.followed else None
    start, end = (period.start, period.last_date) if period else (None, None)
    for at, actual in enumerate(actuals):
        if actual.year and start and end and not start.year <= actual.year <= end.year:
            years = "–".join(dict.fromkeys((str(start.year), str(end.year))))
            what = Text(
                f"Utfallet är för {actual.year}, men löftet gäller {years}.",
                f"The outcome is for {actual.year}, but the promise is for {years}.",
            )
            step = (at, "år") if len(actuals) > 1 else ("år",)
            yield Finding(RULE, ("poster", index, "utfall", *step), {"message": what}, severity="warning")


def _may_be_the_same(unit: str, promised: str) -> bool:
    if _COUNTS_ANYTHING.search(f"{unit} {promised}"):
        return True
    return is_same_kind(unit, promised) or scale_of(unit)[0] == scale_of(promised)[0]


_COUNTS_ANYTHING: Final = re.compile(
    r"\b(?:st|stycken|gång|gånger|tillfällen?|procent|insats(?:er)?|aktivitet(?:er)?|pass|person(?:er)?|deltagare)\b|%",
    re.IGNORECASE,
)
"""Units that a target in another unit can be reported in."""


def _what(commitment: Commitment, number: int, *, unknown: bool) -> Text:
    name, count = commitment.id, len(commitment.targets)
    if not unknown:
        return Text(
            f"{name} har två utfall för mål {number}.", f"{name} has two outcomes for target {number}."
        )
    has = _HAS.get(count, Text(f"{count} mål", f"{count} targets"))
    return Text(f"{name} har {has.sv}, inget nummer {number}.", f"{name} has {has.en}, no number {number}.")


_HAS = {0: Text("inget mål i siffror", "no numeric target"), 1: Text("ett mål", "one target")}

RULE = Rule(
    code="U12",
    name="figure-for-no-target",
    scope=(FollowUp,),
    stages=also_archived("error", archive="warning"),
    message=Text(
        "Ett utfall räknar inte det som målet räknar.",
        "An outcome does not count what the target counts.",
    ),
    why=Text(
        "Då jämförs talet inte med det som lovades, och ett mål kan se ut att sakna utfall.",
        "Then the figure is not compared with what was promised, and a target may seem to lack an outcome.",
    ),
    help=Text(
        "Räkna målen i åtagandet uppifrån, från 1, och skriv numret under ”mål”. Om två tal gäller samma mål: skriv ett tal, "
        "eller ange ”plats” eller ”år” på vart och ett. Om talet "
        "räknar något annat än målet: skriv det som text.",
        "Count the targets of the commitment from the top, from 1, and give the number under “mål”. If two figures are for "
        "the same target: give one figure, or state “plats” or “år” on each. If the figure counts something else than "
        "the target: write it as text.",
    ),
    bad="poster:\n  - {åtagande: K2, status: genomfört, utfall: {värde: 5, mål: 3}}\n",
    good="poster:\n  - {åtagande: K2, status: genomfört, utfall: {värde: 5, mål: 1}}\n",
    check=check,
)
