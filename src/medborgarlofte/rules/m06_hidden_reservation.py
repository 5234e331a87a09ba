"""M06: a reservation inside the text that is not shown as one."""

import re
from collections.abc import Iterator

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Case, Hit, Rule, live
from medborgarlofte.text import Text
from medborgarlofte.wording.lexicon import LEXICON

_NEGATED = re.compile(r"\b(inte( bara| enbart)?|ej|aldrig|utan)\s*$", re.IGNORECASE)


def check(case: Case) -> Iterator[Hit]:
    for passage in case.texts("commitment", "area"):
        if passage.role == "commitment" and case.document.commitments[passage.route[1]].reservation:
            continue
        for found in LEXICON.pattern("reservations").finditer(passage.plain):
            if not _NEGATED.search(passage.plain[: found.start()]):
                yield Hit(passage.route, {"said": " ".join(found[0].split())}, found.span())
                break


RULE = Rule(
    code="M06",
    name="hidden-reservation",
    scope=(Promise, Agreement),
    stages=live("warning"),
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
