"""T06: “i våras” in a text that is read for years."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Relative
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, also_archived
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Looks for a Relative, the first of each sentence."""
    for field in context.texts("prose", "commitment", "area", "purpose", "goal", "comment"):
        reported: set[tuple[int, int]] = set()
        for found in field.analysis.of(Relative):
            sentence = field.sentence_at(found.start)
            if sentence not in reported:
                reported.add(sentence)
                yield Finding(RULE, field.route, {"said": field.words_at(found)}, (found.start, found.end))


RULE = Rule(
    code="T06",
    name="relative-time",
    scope=(Promise, Agreement, FollowUp),
    stages=also_archived("warning"),
    message=Text("”{said}” säger inte vilket år.", "“{said}” does not say which year."),
    why=Text(
        "Texten läses i flera år och kopieras till nästa löfte. Då betyder orden något annat.",
        "The text is read for years and copied into the next promise. Then the words mean something else.",
    ),
    help=Text(
        "Skriv månad och år i stället: ”sedan april 2021”.",
        "Write the month and year instead: “sedan april 2021”.",
    ),
    source="KARLSHAMN-P",
    bad="inledning: Med start i våras har vi tagit fram en lägesbild.\n",
    good="inledning: Sedan april 2023 har vi tagit fram en lägesbild.\n",
    check=check,
)
