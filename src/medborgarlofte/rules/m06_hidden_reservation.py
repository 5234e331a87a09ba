"""M06: reservation not declared as one."""

from medborgarlofte.language.expressions import Reservation
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    """First reservation of each text."""
    for field in context.texts("commitment", "area"):
        if field.role == "commitment" and context.document.commitments[field.route[1]].reservation:
            continue
        for reservation in field.analysis.of(Reservation)[:1]:
            yield Finding(
                RULE,
                field.route,
                {"quote": field.words_at(reservation)},
                (reservation.start, reservation.end),
            )


RULE = Rule(
    code="M06",
    name="hidden-reservation",
    scope=(Promise, Agreement),
    stages=when_live("warning"),
    message=Text(
        "”{quote}” är ett förbehåll som är lätt att missa.",
        "“{quote}” is a reservation that is easily missed.",
    ),
    why=Text(
        "Det är ärligt att lova med förbehåll. Men invånarna ska kunna se det, och ni ska kunna redovisa när det användes.",
        "A promise with a reservation is honest. But residents should be able to see it, and you should be able to report when it was used.",
    ),
    help=Text(
        "I ett åtagande: skriv det under ”förbehåll” och lova ett tal för allt annat. I en överenskommelse: skriv när det gäller.",
        "In a commitment: write it under “förbehåll” and promise a number for everything else. In an agreement: say when it applies.",
    ),
    source="KIL, FORSHAGA, STENUNG",
    bad="åtaganden:\n  - id: P1\n    text: Polisen fotpatrullerar vid stationen två kvällar i veckan, i mån av resurser.\n",
    good="åtaganden:\n  - id: P1\n    text: Polisen fotpatrullerar vid stationen två kvällar i veckan.\n    förbehåll: Ställs in vid en särskild händelse. Redovisas då i uppföljningen.\n",
    check=check,
    looks_for=(Reservation,),
)
