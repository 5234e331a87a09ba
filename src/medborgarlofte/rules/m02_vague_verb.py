"""M02: “verka för”, “arbeta med” and other verbs that are always true."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Predicate
from medborgarlofte.language.measurable import commitment_texts, is_measured
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Looks for a Predicate where M01 finds no measure."""
    promise = context.document
    for index, field in commitment_texts(promise, context.text_fields).items():
        commitment = promise.commitments[index]
        found = field.analysis.of(Predicate)
        if found and not is_measured(promise, commitment):
            values = {
                "id": commitment.id,
                "said": field.words_at(found[0]),
                "text": excerpt(commitment.text),
            }
            yield Finding(RULE, field.route, values, (found[0].start, found[0].end))


RULE = Rule(
    code="M02",
    name="vague-verb",
    scope=(Promise,),
    stages=when_live("warning"),
    message=Text(
        "{id} lovar att ”{said}”, men det går inte att se när det är gjort.",
        "{id} promises to “{said}”, but it cannot be seen when that is done.",
    ),
    why=Text(
        "Att arbeta med, utveckla eller verka för något stämmer alltid. Invånare och journalister kan inte svara ja eller nej.",
        "Working with, developing or striving for something is always true. Residents and journalists cannot answer yes or no.",
    ),
    help=Text(
        "Säg vad någon ska göra: vem, vad, var, hur många eller hur ofta, till när.",
        "Say what somebody will do: who, what, where, how many or how often, by when.",
    ),
    source="LULEA, DS16",
    bad="åtaganden:\n  - id: K2\n    text: Vi ska verka för ökad trygghet i Stadsparken.\n    mål:\n    senast:\n    mål_saknas: Parken byggs om.\n",
    good="åtaganden:\n  - id: K2\n    text: Vi byter 40 lampor i Stadsparken före den 1 november.\n",
    check=check,
)
