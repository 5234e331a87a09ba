"""R08: a commitment that is nearly the same as one before, without saying that it continues it."""

from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    before, promise = context.before, context.document
    if before is None or not isinstance(older := before.document, Promise):
        return
    order = {commitment.id: index for index, commitment in enumerate(promise.commitments)}
    texts = {commitment.id: commitment.text for commitment in older.commitments}
    for change in context.figure_changes:
        if change.is_unconfirmed and not change.is_guess:
            values = {
                "id": change.new[0],
                "old": change.old[0],
                "document": before.id,
                "former": excerpt(texts[change.old[0]]),
            }
            yield Finding(RULE, ("åtaganden", order[change.new[0]], "id"), values)


RULE = Rule(
    code="R08",
    name="unstated-continuation",
    stages=when_live("info"),
    message=Text(
        "{id} liknar {old} i ”{document}” (”{former}”), men säger inte att det är samma åtagande. Om det är det: skriv "
        "fortsätter: [{document}#{old}]",
        "{id} resembles {old} in “{document}” (“{former}”), but does not say that it is the same commitment. If it is, write: "
        "fortsätter: [{document}#{old}]",
    ),
    why=Text(
        "Annars gissar jämförelsen utifrån orden, och invånarna kan få se ett åtagande som borttaget fast det finns kvar.",
        "Otherwise the comparison guesses from the words, and residents may see a commitment as dropped although it remains.",
    ),
    help=Text(
        "Skriv id:t under ”fortsätter” i åtagandet, eller gå igenom alla förslag med lofte diff --confirm.",
        "Write the id under “fortsätter” in the commitment, or go through all suggestions with lofte diff --confirm.",
    ),
    bad="åtaganden:\n  - id: P1\n    text: Polisen fotpatrullerar vid stationen minst två kvällar varje vecka.\n    fortsätter:\n",
    good="åtaganden:\n  - id: P1\n    fortsätter: [exempelby/lofte-2023#P1]\n",
    check=check,
)
