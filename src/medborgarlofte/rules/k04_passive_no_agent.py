"""K04: passive without an agent or party."""

from medborgarlofte.language.expressions import Passive
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    """First Passive of each commitment that names no party."""
    for commitment, field in context.commitment_texts:
        if not commitment.parties:
            for found in field.analysis.of(Passive)[:1]:
                yield Finding(RULE, field.route, {"quote": field.words_at(found)}, (found.start, found.end))


RULE = Rule(
    code="K04",
    name="passive-no-agent",
    stages=when_live("info"),
    message=Text("Det står inte vem som gör det: ”{quote}”.", "It does not say who does it: “{quote}”."),
    why=Text(
        "Invånarna vill veta vem de kan vända sig till.", "Residents want to know whom they can turn to."
    ),
    help=Text(
        "Skriv vem som gör det: ”Områdespolisen besöker …”. Eller ange ”part”.",
        "Say who does it: “Områdespolisen besöker …”. Or give “part”.",
    ),
    source="TVV",
    bad="endast_polisen: ja\nåtaganden:\n  - id: K1\n    part:\n    text: Trygghetsvandringar genomförs två gånger per år.\n",
    good="endast_polisen: ja\nåtaganden:\n  - id: K1\n    part: kommunen\n    text: Kommunen ordnar två trygghetsvandringar per år.\n",
    check=check,
    looks_for=(Passive,),
)
