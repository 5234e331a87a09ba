"""A03: party without a commitment of its own."""

from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live
from medborgarlofte.swedish import fold


def check(context: RuleContext) -> Findings:
    promise = context.document
    if not promise.commitments or promise.police_only:
        return
    if len(promise.parties) > 1 and not any(c.parties or c.led_by for c in promise.commitments):
        yield Finding(RULE, ("åtaganden",), {"message": _NOBODY}, severity="warning", on_key=True)
        return
    for index, party in enumerate(promise.parties):
        if party.kind not in ("kommun", "polis"):
            continue
        names = {fold(party.id), fold(party.name)}
        own = any(
            party.id in c.parties or (c.led_by and fold(c.led_by) in names) for c in promise.commitments
        )
        if not own:
            what = Text(
                f"{party.name} har inget eget åtagande och leder inget gemensamt.",
                f"{party.name} has no commitment of its own and leads no joint one.",
            )
            yield Finding(RULE, ("parter", index, "id"), {"message": what})


_NOBODY = Text("Inget åtagande säger vem som lovar.", "No commitment says who promises it.")


RULE = Rule(
    code="A03",
    name="one-sided",
    stages=when_live("info"),
    message=Text(
        "En part lovar inget eget.",
        "A party promises nothing of its own.",
    ),
    why=Text(
        "Löftet ges tillsammans, så invånarna undrar vad var och en ska göra.",
        "The promise is made together, so residents wonder what each party will do.",
    ),
    help=Text(
        "Skriv ”part” i varje åtagande: den som lovar, eller tillsammans. Om bara polisen lovar: skriv endast_polisen: ja.",
        "Write “part” in each commitment: whoever promises, or tillsammans (together). If only the police make the promise: write endast_polisen: ja.",
    ),
    source="BRA-FML, SKR-ML, KHOLM",
    bad="åtaganden:\n  - id: P1\n    part: kommunen\n  - id: G1\n    leds_av: kommunen\n",
    good="åtaganden:\n  - id: P1\n    part: polisen\n",
    check=check,
    concerns_missing=True,
)
