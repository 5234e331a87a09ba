"""T06: ”i våras” in a text that is read for years."""

import re
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, also_archived
from medborgarlofte.source.finding import Finding

_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


def check(context: RuleContext) -> Iterator[Finding]:
    pattern = LEXICON.pattern("relative_time")
    for field in context.texts("prose", "commitment", "area", "purpose", "goal", "comment"):
        told: set[tuple[int, int]] = set()
        for found in pattern.finditer(field.plain):
            sentence = field.sentence_at(found.start())
            if sentence not in told and not _YEAR.search(field.text[slice(*sentence)]):
                told.add(sentence)
                yield Finding(RULE, field.route, {"said": " ".join(found[0].split())}, found.span())


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
