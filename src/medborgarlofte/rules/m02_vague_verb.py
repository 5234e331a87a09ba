"""M02: vague verb such as “verka för”."""

from medborgarlofte.language.expressions import MEASURING, Predicate
from medborgarlofte.language.measurable import is_measured
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    """Vague predicates in texts without a measure."""
    promise = context.document
    for commitment, field in context.commitment_texts:
        predicates = field.analysis.of(Predicate)
        if predicates and not commitment.no_target and not is_measured(promise, commitment):
            values = {
                "id": commitment.id,
                "quote": field.words_at(predicates[0]),
                "text": excerpt(commitment.text),
            }
            yield Finding(RULE, field.route, values, (predicates[0].start, predicates[0].end))


RULE = Rule(
    code="M02",
    name="vague-verb",
    stages=when_live("warning"),
    message=Text(
        "Åtagande {id}: det går inte att se när ”{quote}” är gjort.",
        "Commitment {id}: it is unclear when “{quote}” is done.",
    ),
    why=Text(
        "Att ni arbetar med, utvecklar eller verkar för något går alltid att säga. Ingen kan svara ja eller nej på om det är gjort.",
        "You can always say that you work with, develop or strive for something. Nobody can answer yes or no to whether it is done.",
    ),
    help=Text(
        "Skriv vad någon ska göra: vem, vad, var, hur många eller hur ofta, och till när.",
        "Say what somebody will do: who, what, where, how many or how often, and by when.",
    ),
    source="LULEA, DS16",
    bad="åtaganden:\n  - id: K2\n    text: Vi ska verka för ökad trygghet i Stadsparken.\n    mål:\n    senast:\n",
    good="åtaganden:\n  - id: K2\n    text: Vi byter 40 lampor i Stadsparken före den 1 november.\n",
    check=check,
    looks_for=(Predicate, *MEASURING),
)
