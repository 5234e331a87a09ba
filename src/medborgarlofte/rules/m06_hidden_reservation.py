"""M06: a reservation inside the text that is not shown as one."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Reservation
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Looks for a Reservation, the first of each text."""
    for field in context.texts("commitment", "area"):
        if field.role == "commitment" and context.document.commitments[field.route[1]].reservation:
            continue
        for found in field.analysis.of(Reservation)[:1]:
            yield Finding(RULE, field.route, {"said": field.words_at(found)}, (found.start, found.end))


RULE = Rule(
    code="M06",
    name="hidden-reservation",
    scope=(Promise, Agreement),
    stages=when_live("warning"),
    message=Text(
        "”{said}” är ett förbehåll som lätt läses förbi.",
        "“{said}” is a reservation that is easily read past.",
    ),
    why=Text(
        "Det är ärligt att lova med förbehåll, men invånarna ska se det, och det ska gå att redovisa när det användes.",
        "It is honest to promise with a reservation, but residents should see it, and its use should be reported.",
    ),
    help=Text(
        "I ett åtagande: skriv förbehållet under ”förbehåll”, och lova ett tal för övrigt. I en överenskommelse: säg när det gäller.",
        "In a commitment: write the reservation under “förbehåll”, and promise a number otherwise. In an agreement: say when it applies.",
    ),
    source="KIL, FORSHAGA, STENUNG",
    bad="åtaganden:\n  - id: P1\n    text: Polisen fotpatrullerar vid stationen två kvällar i veckan, i mån av resurser.\n",
    good="åtaganden:\n  - id: P1\n    text: Polisen fotpatrullerar vid stationen två kvällar i veckan.\n    förbehåll: Ställs in vid en särskild händelse. Redovisas då i uppföljningen.\n",
    check=check,
)
