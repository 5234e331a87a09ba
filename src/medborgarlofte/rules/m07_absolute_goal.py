"""M07: “alla ska känna sig trygga”, a goal that is never met."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Absolute
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Looks for an Absolute."""
    for field in context.texts("prose", "commitment"):
        for found in field.analysis.of(Absolute):
            yield Finding(RULE, field.route, {"said": field.words_at(found)}, (found.start, found.end))


RULE = Rule(
    code="M07",
    name="absolute-goal",
    scope=(Promise,),
    stages=when_live("info"),
    message=Text("”{said}” kan aldrig bli helt sant.", "“{said}” can never be wholly true."),
    why=Text(
        "Ett mål som gäller alla eller noll blir aldrig uppfyllt, hur bra ni än arbetar.",
        "A goal for all or for zero is never met, however well you work.",
    ),
    help=Text(
        "Skriv ett mål som går att nå: en andel, från vilket värde och till när.",
        "Write a goal that can be reached: a share, from which value and by when.",
    ),
    source="KARLSHAMN-P (2021)",
    bad="inledning: Alla ska känna sig trygga i Exempelby.\n",
    good="inledning: Minst 65 procent ska vara trygga ute sent 2024. Året före var det 58 procent.\n",
    check=check,
)
