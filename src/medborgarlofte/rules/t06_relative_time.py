"""T06: relative time such as “i våras”."""

import re
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Relative
from medborgarlofte.language.fields import TextField
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, also_archived
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """First relative time of each sentence."""
    one_year = _is_one_year(context.document)
    for field in context.texts("prose", "commitment", "area", "purpose", "goal", "comment"):
        reported: set[tuple[int, int]] = set()
        for relative in field.analysis.of(Relative):
            sentence = field.sentence_at(relative.start)
            if sentence not in reported and not (one_year and _is_of_the_year(field, relative)):
                reported.add(sentence)
                yield Finding(
                    RULE, field.route, {"quote": field.words_at(relative)}, (relative.start, relative.end)
                )


def _is_one_year(document: Promise | Agreement | FollowUp) -> bool:
    """True for a period within one calendar year."""
    period = document.period
    start, end = (period.start, period.last_date) if period else (None, None)
    return start is not None and end is not None and start.year == end.year


def _is_of_the_year(field: TextField, relative: Relative) -> bool:
    """True for unambiguous references to the only year."""
    words = field.text[relative.start : relative.end].lower()
    if re.fullmatch(r"(?:under |i |hela |av )*(?:året?s?|verksamhetsåret|kalenderåret)(?: om)?", words):
        return True
    is_promised = field.role in ("commitment", "purpose", "goal")
    return (
        is_promised
        and re.match(r"(?:under|i|till) (?:vår|sommar|höst|vint)", words) is not None
        and words[-1] != "s"
    )


RULE = Rule(
    code="T06",
    name="relative-time",
    scope=(Promise, Agreement, FollowUp),
    stages=also_archived("warning"),
    message=Text(
        "Det framgår inte vilket år ”{quote}” syftar på.", "It does not say which year “{quote}” refers to."
    ),
    why=Text(
        "Texten läses i flera år och kopieras ofta till nästa löfte. Då betyder orden något annat.",
        "The text is read for years and often copied into the next promise. Then the words mean something else.",
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
