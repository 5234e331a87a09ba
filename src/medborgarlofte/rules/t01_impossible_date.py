"""T01: a date in the text that is not in the calendar."""

import re
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, at_all_stages
from medborgarlofte.source.finding import Finding
from medborgarlofte.swedish import MONTHS, ImpossibleDateError, check_date

_NAMES = {month.sv: number for number, month in enumerate(MONTHS, start=1)}
_IN_WORDS = re.compile(
    rf"(?<![\w.,])(?P<day>\d{{1,2}})(?::?[ae])?\s+(?P<month>{'|'.join(_NAMES)}|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.)(?:\s+(?P<year>(?:19|20)\d\d))?(?!\w)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?P<day>\d(?<![\w/.-]\d)\d?)/(?P<month>\d{1,2})[ -](?P<year>(?:19|20)\d\d)(?!\w)")
_DAY = r"(?:den\s+)?(?P<d{n}>\d{{1,2}})\s+(?P<m{n}>{names})\s+(?P<y{n}>\d{{4}})"
_FROM_TO = re.compile(
    r"från\s+(?:och med\s+)?"
    + _DAY.format(n=1, names="|".join(_NAMES))
    + r"\s+(?:till|t\.o\.m\.)(?:\s+och med)?\s+"
    + _DAY.format(n=2, names="|".join(_NAMES)),
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_IN_DIGITS = re.compile(
    r"(?P<year>\d(?<![\w/-]\d)(?:(?<=1)9|(?<=2)0)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for field in context.texts(
        "prose", "commitment", "area", "line", "goal", "purpose", "comment", "heading"
    ):
        if not _DIGIT.search(field.text):
            continue
        for pattern in (_IN_WORDS, _IN_DIGITS, _SLASHED):
            for found in pattern.finditer(field.text):
                name = found["month"].lower().rstrip(".")
                month = next((n for full, n in _NAMES.items() if full.startswith(name)), None) or int(name)
                # 29 February without a year may be right, so the year is taken as a leap year.
                year = int(found["year"] or 2024)
                try:
                    check_date(year, month, int(found["day"]))
                except ImpossibleDateError as error:
                    yield Finding(RULE, field.route, {"date": found[0], "reason": error.reason}, found.span())
        for found in _FROM_TO.finditer(field.text):
            first, last = (
                (int(found[f"y{n}"]), _NAMES[found[f"m{n}"].lower()], int(found[f"d{n}"])) for n in (1, 2)
            )
            if last <= first:
                yield Finding(RULE, field.route, {"date": found[0], "reason": _REVERSED}, found.span())


_REVERSED = Text("slutet kommer före början", "the end comes before the beginning")

RULE = Rule(
    code="T01",
    name="invalid-date",
    scope=(Promise, Agreement, FollowUp),
    stages=at_all_stages("error", archive="warning"),
    message=Text("Datumet ”{date}” finns inte: {reason}.", "The date “{date}” does not exist: {reason}."),
    why=Text(
        "Ett datum som inte finns gör löftet omöjligt att följa upp, och det syns i tryck.",
        "A date that does not exist makes the promise impossible to follow up, and it shows in print.",
    ),
    help=Text("Rätta datumet mot beslutet.", "Mend the date against the decision."),
    source="KARLSTAD-P",
    bad="inledning: Löftet gäller till den 31 juni 2024.\n",
    good="inledning: Löftet gäller till den 30 juni 2024.\n",
    check=check,
)
