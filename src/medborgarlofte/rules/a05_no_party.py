"""A05: commitment without a party."""

from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    promise, commitments = context.document, context.document.commitments
    if (
        promise.police_only
        or len(promise.parties) < 2
        or not any(commitment.parties for commitment in commitments)
    ):
        return  # where none does, A03 reports it once
    for index, commitment in enumerate(commitments):
        if not commitment.parties:
            values = {"id": commitment.id, "words": excerpt(commitment.text)}
            yield Finding(RULE, ("åtaganden", index, "id"), values)


RULE = Rule(
    code="A05",
    name="no-party",
    stages=when_live("warning"),
    message=Text(
        "{id} (”{words}”) säger inte vem som lovar, men andra åtaganden gör det.",
        "{id} (“{words}”) does not say who promises it, although other commitments do.",
    ),
    why=Text(
        "Åtagandet hamnar utanför när löftet visas och räknas per part, och ingen behöver svara för det.",
        "The commitment is left out where the promise is shown and counted by party, and nobody has to answer for it.",
    ),
    help=Text(
        "Skriv ”part”: en parts id, flera id eller tillsammans.",
        "Write “part”: the id of a party, several ids or tillsammans (together).",
    ),
    source="BRA-ATG",
    bad="åtaganden:\n  - {id: K2, part: }\n",
    good="åtaganden:\n  - {id: K2, part: kommunen}\n",
    check=check,
    concerns_missing=True,
)
