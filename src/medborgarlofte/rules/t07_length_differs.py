"""T07: stated length differs from the period."""

import re

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Period
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, TextField, also_archived
from medborgarlofte.swedish import NUMBER_WORDS

_COUNT = rf"\d{{1,2}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
_SUBJECT = re.compile(r"\b(?:\w*löftet?|\w*överenskommelsen?|avtalet)\b", re.IGNORECASE)
_LENGTH = re.compile(
    rf"\b(?:gäller|löper|sträcker sig|varar|tecknas|ingås|omfattar)\b(?:\s+\w+){{0,3}}?\s+"
    rf"(?P<quote>(?:under\s+|i\s+|för\s+|på\s+|över\s+)?(?P<count>{_COUNT})\s+(?P<unit>år|månader|månad))\b"
    rf"(?!\s+(?:i taget|framåt|efter|från))",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    rf"\b(?P<quote>(?P<count>{_COUNT})årig[at]?)\s+(?:\w*löfte|\w*överenskommelse|avtal)", re.IGNORECASE
)
_YEARS = re.compile(
    r"\b(?:gäller|löper|sträcker sig|avser|omfattar)\b[^.\d]{0,40}(?P<quote>(?P<first>(?:19|20)\d\d)\s*(?:[–-]|till|och|till och med)\s*"
    r"(?P<last>(?:19|20)\d\d))(?![\d-])",
    re.IGNORECASE,
)
_TOLERANCE_MONTHS = 1.5
"""A promise for a year may begin in mid-January."""


def check(context: RuleContext) -> Findings:
    period = context.document.period
    if period.start is None or period.last_date is None:
        return
    for field in context.texts("prose"):
        for start, end in field.sentences:
            if _SUBJECT.search(field.plain, start, end):
                yield from _sentence(field, start, end, period)


def _sentence(field: TextField, start: int, end: int, period: Period) -> Findings:
    for pattern in (_LENGTH, _ADJECTIVE):
        for match in pattern.finditer(field.plain, start, end):
            count = int(NUMBER_WORDS.get(match["count"].lower(), 0) or match["count"])
            months = count * (1 if match.groupdict().get("unit", "år").startswith("m") else 12)
            if abs(months - _months(period)) > _TOLERANCE_MONTHS:
                yield _finding(field, match, period)
    for match in _YEARS.finditer(field.plain, start, end):
        years = int(match["first"]), int(match["last"])
        if period.start and period.last_date and years != (period.start.year, period.last_date.last.year):
            yield _finding(field, match, period)


def _finding(field: TextField, match: re.Match[str], period: Period) -> Finding:
    values = {"words": match["quote"], "first": period.start, "last": period.last_date}
    return Finding(RULE, field.route, values, match.span("quote"))


def _months(period: Period) -> float:
    if period.start is None or period.last_date is None:
        return 0.0
    return (period.last_date.last - period.start.first).days / 30.4375


RULE = Rule(
    code="T07",
    name="length-differs",
    scope=(Promise, Agreement),
    stages=also_archived("warning"),
    message=Text(
        "Texten säger ”{words}”, men perioden är {first}–{last}.",
        "The text says “{words}”, but the period is {first}–{last}.",
    ),
    why=Text(
        "Då vet ingen när löftet slutar gälla, och påminnelserna kommer vid fel tid.",
        "Then nobody knows when the promise ceases to apply, and the reminders come at the wrong time.",
    ),
    help=Text(
        "Kontrollera mot beslutet och rätta ”period” eller texten.",
        "Check against the decision and correct “period” or the text.",
    ),
    bad="inledning: Löftet gäller under två år.\n",
    good="inledning: Löftet gäller under ett år.\n",
    check=check,
)
