"""T06: ”i våras” in a text that is read for years."""

import re
from collections.abc import Iterator

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Case, Hit, Rule, kept
from medborgarlofte.text import Text
from medborgarlofte.wording.lexicon import LEXICON

_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


def check(case: Case) -> Iterator[Hit]:
    pattern = LEXICON.pattern("relative_time")
    for passage in case.texts("prose", "commitment", "area", "purpose", "goal", "comment"):
        told: set[tuple[int, int]] = set()
        for found in pattern.finditer(passage.plain):
            sentence = passage.sentence_at(found.start())
            if sentence not in told and not _YEAR.search(passage.text[slice(*sentence)]):
                told.add(sentence)
                yield Hit(passage.route, {"said": " ".join(found[0].split())}, found.span())


RULE = Rule(
    code="T06",
    name="relative-time",
    scope=(Promise, Agreement, FollowUp),
    stages=kept("warning"),
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
