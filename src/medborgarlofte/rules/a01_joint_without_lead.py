"""A01: a joint commitment that nobody leads."""

from collections.abc import Iterator

from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.rules.rule import Case, Hit, Rule, excerpt, live
from medborgarlofte.text import Text


def check(case: Case) -> Iterator[Hit]:
    for index, commitment in enumerate(case.document.commitments):
        joint = TOGETHER in commitment.parties or len(commitment.parties) > 1
        if joint and commitment.led_by is None:
            yield Hit(("åtaganden", index, "part"), {"id": commitment.id, "said": excerpt(commitment.text)})


RULE = Rule(
    code="A01",
    name="joint-without-lead",
    scope=(Promise,),
    stages=live("warning"),
    message=Text(
        "{id} (”{said}”) lovas gemensamt, men ingen leder det.",
        "{id} (“{said}”) is promised jointly, but nobody leads it.",
    ),
    why=Text(
        "Det som är allas ansvar blir lätt ingens. Någon måste kalla till mötet.",
        "What is everybody's responsibility easily becomes nobody's. Somebody must call the meeting.",
    ),
    help=Text(
        "Skriv vem som håller ihop det under ”leds_av”.", "Write who holds it together under “leds_av”."
    ),
    source="BRA-ATG, THESIS, KIL",
    bad="åtaganden:\n  - id: G1\n    leds_av:\n",
    good="åtaganden:\n  - id: G1\n    leds_av: polisen\n",
    check=check,
    concerns_missing=True,
)
