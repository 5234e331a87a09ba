"""S01: adopted promise without a core part."""

from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    promise = context.document
    if promise.status == "utkast":
        return
    for key, present in (
        ("fokusområden", promise.focus_areas),
        ("åtaganden", promise.commitments),
        ("uppföljningsplan", promise.follow_up_plan),
        ("undertecknat", promise.signatures or promise.decisions),
    ):
        has_dangling = key == "fokusområden" and any(one.focus for one in promise.commitments)
        if not present and not has_dangling:  # else each reference to it is an error
            yield Finding(RULE, (key,), {"part": key})


RULE = Rule(
    code="S01",
    name="missing-core-part",
    stages=when_live("error"),
    message=Text("Löftet saknar ”{part}”.", "The promise has no “{part}”."),
    why=Text(
        "Fokusområden, åtaganden, uppföljningsplan och underskrift är det som gör texten till ett löfte. "
        "Utan dem vet invånarna inte vad som lovas, vem som lovar och när de får besked.",
        "Focus areas, commitments, a follow-up plan and a signature are what make the text a promise. "
        "Without them residents cannot know what is promised, who promises it and when they will hear more.",
    ),
    help=Text(
        "Lägg till ”{part}”. Om löftet inte är beslutat än: skriv status: utkast.",
        "Add “{part}”. If the promise has not been adopted yet: write status: utkast.",
    ),
    source="BRA-ATG, KARLSHAMN-P",
    bad="undertecknat:\nbeslut:\n",
    good="undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2023-12-18}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2023-12-18}\n",
    check=check,
    concerns_missing=True,
)
