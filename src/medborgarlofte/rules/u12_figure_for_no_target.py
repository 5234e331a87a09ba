"""U12: figure for a target that does not exist, or two for the same."""

from medborgarlofte.follow_up.assessment import wrong_numbers
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.reported import reported
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    for index, item, commitment in reported(context):
        for at, unknown in wrong_numbers(commitment.targets, item.actuals).items():
            step = (at, "mål") if len(item.actuals) > 1 else ("mål",)
            values = {"what": _what(commitment, item.actuals[at].target or 1, unknown=unknown)}
            yield Finding(RULE, ("poster", index, "utfall", *step), values)


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
    why=Text(
        "Då jämförs talet inte med det som lovades, och ett mål kan se ut att sakna utfall.",
        "Then the figure is not compared with what was promised, and a target may seem to lack an outcome.",
    ),
    help=Text(
        "Räkna målen i åtagandet uppifrån, från 1, och skriv numret under ”mål”. Om två tal gäller samma mål: skriv ett tal, "
        "eller ange ”plats” eller ”år” på vart och ett.",
        "Count the targets of the commitment from the top, from 1, and give the number under “mål”. If two figures are for "
        "the same target: give one figure, or state “plats” or “år” on each.",
    ),
    bad="poster:\n  - {åtagande: K2, status: genomfört, utfall: {värde: 5, mål: 3}}\n",
    good="poster:\n  - {åtagande: K2, status: genomfört, utfall: {värde: 5, mål: 1}}\n",
    check=check,
)
