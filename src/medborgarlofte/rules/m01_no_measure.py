"""M01: commitment without quantity, frequency or deadline."""

from medborgarlofte.language.expressions import MEASURING
from medborgarlofte.language.measurable import is_measured
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    """Texts without a measurable expression.

    Measurable are Count, Share, Duration, Response, Schedule, Change, and a Deadline or Window within the
    period.
    """
    promise = context.document
    for commitment, field in context.commitment_texts:
        if not commitment.no_target and not is_measured(promise, commitment):
            yield Finding(RULE, field.route, {"id": commitment.id, "quote": excerpt(commitment.text)})


RULE = Rule(
    code="M01",
    name="no-measure",
    stages=when_live("warning"),
    message=Text(
        "{id} (”{quote}”) säger varken hur mycket, hur ofta eller till när.",
        "{id} (“{quote}”) says neither how much, how often nor by when.",
    ),
    why=Text(
        "Då kan varken ni eller invånarna säga om det blev gjort.",
        "Then neither you nor the residents can say whether it was done.",
    ),
    help=Text(
        "Lägg till ”mål” (antal eller takt), ”tid” (ett schema) eller ”senast” (ett datum). Om ni har valt att "
        "inte ange något tal: skriv varför under ”mål_saknas”.",
        "Add “mål” (a number or a rate), “tid” (a schedule) or “senast” (a date). If you have chosen "
        "not to give a number: say why under “mål_saknas”.",
    ),
    source="BRA-ATG, LULEA",
    bad="åtaganden:\n  - id: K2\n    text: Vi byter lampor i Stadsparken.\n    mål:\n    senast:\n",
    good="åtaganden:\n  - id: K2\n    text: Vi byter 40 lampor i Stadsparken.\n    mål: {exakt: 40, enhet: lampor}\n",
    check=check,
    looks_for=(*MEASURING,),
)
