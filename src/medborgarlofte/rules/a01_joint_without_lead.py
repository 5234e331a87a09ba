"""A01: joint commitment without a lead."""

from medborgarlofte.model.record import TOGETHER
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    for index, commitment in enumerate(context.document.commitments):
        joint = TOGETHER in commitment.parties or len(commitment.parties) > 1
        if joint and commitment.led_by is None:
            yield Finding(
                RULE, ("åtaganden", index, "part"), {"id": commitment.id, "quote": excerpt(commitment.text)}
            )


RULE = Rule(
    code="A01",
    name="joint-without-lead",
    stages=when_live("warning"),
    message=Text(
        "{id} (”{quote}”) lovas gemensamt, men det står inte vem som leder arbetet.",
        "{id} (“{quote}”) is promised jointly, but it does not say who leads the work.",
    ),
    why=Text(
        "Det som är allas ansvar blir lätt ingens. Någon måste ta initiativet.",
        "What is everybody's responsibility easily becomes nobody's. Somebody has to take the initiative.",
    ),
    help=Text(
        "Ange under ”leds_av” vem som håller ihop arbetet.", "Say under “leds_av” who coordinates the work."
    ),
    source="BRA-ATG, THESIS, KIL",
    bad="åtaganden:\n  - id: G1\n    leds_av:\n",
    good="åtaganden:\n  - id: G1\n    leds_av: polisen\n",
    check=check,
    concerns_missing=True,
)
