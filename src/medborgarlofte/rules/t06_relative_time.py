"""T06: “i våras” in a text that is read for years."""

import re
from typing import Final

from medborgarlofte.language.expressions import Relative
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, TextField, also_archived


def check(context: RuleContext) -> Findings:
    """Looks for a Relative, the first of each sentence."""
    one_year = _is_one_year(context.document)
    dated = isinstance(context.document, FollowUp)
    for field in context.texts("prose", "commitment", "area", "purpose", "goal", "comment"):
        reported: set[tuple[int, int]] = set()
        for found in field.analysis.of(Relative):
            sentence = field.sentence_at(found.start)
            fixed = (one_year and _is_of_the_year(field, found)) or (dated and _is_of_the_day(field, found))
            if sentence not in reported and not fixed:
                reported.add(sentence)
                yield Finding(RULE, field.route, {"said": field.words_at(found)}, (found.start, found.end))


def _is_one_year(document: Promise | Agreement | FollowUp) -> bool:
    """Whether the period lies in one calendar year, which “under året” then means."""
    period = document.period
    start, end = (period.start, period.last_date) if period else (None, None)
    return start is not None and end is not None and start.year == end.year


def _is_of_the_year(field: TextField, found: Relative) -> bool:
    """Whether it means the only year there is: “under året”, but neither a season nor “årets satsning”."""
    words = field.text[found.start : found.end].lower()
    return _THE_YEAR.fullmatch(words) is not None


_THE_YEAR: Final = re.compile(
    r"(?:under |i |av |inför )*(?:hela )?(?:året|årets gång|verksamhetsåret|kalenderåret)(?: om| ut)?"
)


def _is_of_the_day(field: TextField, found: Relative) -> bool:
    """Whether it means the day of the follow-up, which every follow-up gives, or the season next to it."""
    words = field.text[found.start : found.end].lower()
    return words in _THE_DAY or _SEASON.fullmatch(words) is not None


_THE_DAY: Final = frozenset(
    ("hittills", "för närvarande", "just nu", "i nuläget", "i dagsläget", "i dagens läge", "för tillfället")
)

_SEASON: Final = re.compile(
    r"(?:(?:under|i|till|sedan|sedan i) )?(?:våras|somras|höstas|vintras|vår(?:en)?|sommar(?:en)?|höst(?:en)?|vinter(?:n)?)"
)

RULE = Rule(
    code="T06",
    name="relative-time",
    scope=(Promise, Agreement, FollowUp),
    stages=also_archived("warning"),
    message=Text(
        "Det framgår inte vilket år ”{said}” syftar på.", "It does not say which year “{said}” refers to."
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
    looks_for=(Relative,),
)
