"""A03: a party of the promise that promises nothing of its own."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding
from medborgarlofte.swedish import fold


def check(context: RuleContext) -> Iterator[Finding]:
    promise = context.document
    if not promise.commitments or promise.police_only:
        return
    for index, party in enumerate(promise.parties):
        if party.kind not in ("kommun", "polis"):
            continue
        names = {fold(party.id), fold(party.name)}
        own = any(
            party.id in c.parties or (c.led_by and fold(c.led_by) in names) for c in promise.commitments
        )
        if not own:
            yield Finding(RULE, ("parter", index, "id"), {"party": party.name})


RULE = Rule(
    code="A03",
    name="one-sided",
    scope=(Promise,),
    stages=when_live("info"),
    message=Text(
        "{party} har inget eget åtagande och leder inget gemensamt.",
        "{party} has no commitment of its own and leads no joint one.",
    ),
    why=Text(
        "Löftet ges tillsammans. Invånarna undrar vad parten själv ska göra.",
        "The promise is given together. Residents wonder what the party itself will do.",
    ),
    help=Text(
        "Lägg till ett åtagande, eller låt parten leda ett gemensamt. Lovar bara polisen, skriv endast_polisen: ja.",
        "Add a commitment, or let the party lead a joint one. If only the police promise, write endast_polisen: ja.",
    ),
    source="BRA-FML, SKR-ML, KHOLM",
    bad="åtaganden:\n  - id: P1\n    part: kommunen\n  - id: G1\n    leds_av: kommunen\n",
    good="åtaganden:\n  - id: P1\n    part: polisen\n",
    check=check,
    concerns_missing=True,
)
