"""M02: vague verb such as “verka för”."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Predicate
from medborgarlofte.language.measurable import commitment_texts, is_measured
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Vague predicates in texts without a measure."""
    promise = context.document
    for index, field in commitment_texts(promise, context.text_fields).items():
        commitment = promise.commitments[index]
        predicates = field.analysis.of(Predicate)
        if predicates and not is_measured(promise, commitment):
            values = {
                "id": commitment.id,
                "quote": field.words_at(predicates[0]),
                "text": excerpt(commitment.text),
            }
            yield Finding(RULE, field.route, values, (predicates[0].start, predicates[0].end))


RULE = Rule(
    code="M02",
    name="vague-verb",
    scope=(Promise,),
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
    bad="åtaganden:\n  - id: K2\n    text: Vi ska verka för ökad trygghet i Stadsparken.\n    mål:\n    senast:\n    mål_saknas: Parken byggs om.\n",
    good="åtaganden:\n  - id: K2\n    text: Vi byter 40 lampor i Stadsparken före den 1 november.\n",
    check=check,
)
