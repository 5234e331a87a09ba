"""U09: more than an exact number."""

from collections.abc import Iterator

from medborgarlofte.follow_up.outcome import figure_of
from medborgarlofte.language.phrases import format_actual, format_target
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.model.promise import Commitment, Target
from medborgarlofte.rules.reported import reported, total
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    for index, item, commitment in reported(context):
        for target, actual in (
            _exceeded(commitment, total(context, commitment).actuals) if item.actuals else ()
        ):
            values = {"id": commitment.id, "actual": format_actual(actual), "target": format_target(target)}
            yield Finding(RULE, ("poster", index, "utfall"), values)


def _exceeded(commitment: Commitment, actuals: tuple[Actual, ...]) -> Iterator[tuple[Target, Actual]]:
    """Counts above an exact target; rates are not compared."""
    for number, target in enumerate(commitment.targets, start=1):
        if (
            target.exactly is None
            or target.per not in (None, "perioden")
            or target.for_each
            or target.approximate
        ):
            continue
        for actual in actuals:
            figure = figure_of(actual) if actual.target == number or len(commitment.targets) == 1 else None
            if figure and figure.per_days is None and not figure.each and figure.low > target.exactly:
                yield target, actual


RULE = Rule(
    code="U09",
    name="exact-exceeded",
    scope=(FollowUp,),
    stages=also_archived("info"),
    message=Text(
        "Utfallet för {id} är {actual}, men löftet gäller exakt {target}.",
        "The outcome of {id} is {actual}, but the promise is exactly {target}.",
    ),
    why=Text(
        "Antingen är talet fel eller så blev det mer än ni lovade. Då vill läsaren veta varför.",
        "Either the figure is wrong or you did more than you promised. Then readers want to know why.",
    ),
    help=Text(
        "Kontrollera talet. Om det stämmer: skriv i ”kommentar” varför det blev fler.",
        "Check the figure. If it is right: say in “kommentar” why there were more.",
    ),
    bad="poster:\n  - {åtagande: K2, status: genomfört, utfall: 7}\n",
    good="poster:\n  - {åtagande: K2, status: genomfört, utfall: 5}\n",
    check=check,
)
