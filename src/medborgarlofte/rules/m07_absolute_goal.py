"""M07: unattainable goal, “alla ska känna sig trygga”."""

from medborgarlofte.language.expressions import Absolute
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    """Absolute expressions."""
    for field in context.texts("prose", "commitment"):
        for absolute in field.analysis.of(Absolute):
            yield Finding(
                RULE, field.route, {"quote": field.words_at(absolute)}, (absolute.start, absolute.end)
            )


RULE = Rule(
    code="M07",
    name="absolute-goal",
    stages=when_live("info"),
    message=Text("”{quote}” går inte att uppfylla helt.", "“{quote}” can never be fully met."),
    why=Text(
        "Ett mål som gäller alla eller ingen blir aldrig uppfyllt, hur bra ni än arbetar.",
        "A goal that covers everybody or nobody is never met, however well you work.",
    ),
    help=Text(
        "Skriv ett mål som går att nå: en andel, vilket värde ni utgår från och till när.",
        "Write a goal that can be reached: a share, the value you start from and by when.",
    ),
    source="KARLSHAMN-P (2021)",
    bad="inledning: Alla ska känna sig trygga i Exempelby.\n",
    good="inledning: Minst 65 procent ska vara trygga ute sent 2024. Året före var det 58 procent.\n",
    check=check,
    looks_for=(Absolute,),
)
