"""T01: nonexistent date in the text."""

import datetime as dt
import re
from typing import Final

from medborgarlofte.language.calendar import MONTH_NUMBERS, Moment
from medborgarlofte.language.expressions import Deadline, Window
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, TextField, at_all_stages
from medborgarlofte.swedish import ImpossibleDateError, check_date

_DIGIT: Final = re.compile(r"\d")
_NUMERIC: Final = re.compile(r"\d[-/]\d")
_MONTHS: Final = frozenset([*MONTH_NUMBERS, "jul"])
_LEAP_YEAR = 2024
"""29 February without a year may be right."""


def check(context: RuleContext) -> Findings:
    """Nonexistent days, reversed windows and dates that lie ahead."""
    yield from _ahead(context)
    yield from _years_ahead(context)
    yield from _before_decided(context)
    yield from _after_completed(context)
    for field in context.texts(
        "prose", "commitment", "area", "line", "goal", "purpose", "comment", "heading"
    ):
        if not _may_date(field):
            continue
        for expression in field.analysis.of(Deadline, Window):
            moments = [
                expression.moment,
                *([expression.until] if isinstance(expression, Window) and expression.until else []),
            ]
            problems = [finding for moment in moments for finding in _impossible(field, moment)]
            yield from problems
            if isinstance(expression, Window) and not problems and _is_reversed(expression):
                values = {"date": field.words_at(expression), "reason": _REVERSED}
                yield Finding(RULE, field.route, values, (expression.start, expression.end))


def _ahead(context: RuleContext) -> Findings:
    """Evidence and decisions from the future, and a publication that is dated more than a year ahead."""
    document = context.document
    signed = document.signatures and not document.is_draft  # else T04 looks at the decisions
    for key, rows, limit in (
        ("beslut", document.decisions if signed else (), context.today),
        ("underlag", getattr(document, "evidence", ()), context.today),
        ("publicerat", document.publications, context.today + dt.timedelta(days=366)),
    ):
        for index, row in enumerate(rows):
            if row.date and row.date.first > limit:
                values = {"date": str(row.date), "reason": _today(context)}
                yield Finding(RULE, (key, index, "datum"), values, severity="warning")


def _years_ahead(context: RuleContext) -> Findings:
    """Measured values of a year to come."""
    document, measured = context.document, list[tuple[tuple[str | int, ...], int | None]]()
    for index, goal in enumerate(getattr(document, "outcome_goals", ())):
        measured.append((("effektmål", index, "utgångsvärde", "år"), goal.baseline and goal.baseline.year))
    for key, rows in (
        ("siffror", getattr(document, "figures", ())),
        ("indikatorer", getattr(document, "indicators", ())),
    ):
        measured += [((key, index, "år"), row.year) for index, row in enumerate(rows)]
    for route, year in measured:
        if year and year > context.today.year:
            yield Finding(RULE, route, {"date": year, "reason": _today(context)}, severity="warning")


def _before_decided(context: RuleContext) -> Findings:
    """Publication long before the decision and the signatures."""
    document = context.document
    days = [row.date.first for row in (*document.decisions, *document.signatures) if row.date]
    for index, row in enumerate(document.publications if days and not document.is_draft else ()):
        if row.date and row.date.last + _EARLY < min(days):
            reason = Text(f"dokumentet beslutades {min(days)}", f"the document was decided on {min(days)}")
            values = {"date": str(row.date), "reason": reason}
            yield Finding(RULE, ("publicerat", index, "datum"), values, severity="warning")


_EARLY: Final = dt.timedelta(days=182)
"""How long before the decision a proposal may be published."""


def _after_completed(context: RuleContext) -> Findings:
    """Situation picture of a time after it was completed."""
    document = context.document
    end = document.period.end if isinstance(document, SituationPicture) and document.period else None
    if end and end.last > document.date.last:
        reason = Text(
            f"lägesbilden blev klar {document.date}", f"the picture was completed on {document.date}"
        )
        yield Finding(RULE, ("avser", "till"), {"date": str(end), "reason": reason}, severity="warning")


def _today(context: RuleContext) -> Text:
    return Text(f"i dag är det {context.today}", f"today is {context.today}")


def _may_date(field: TextField) -> bool:
    """Cheap test before the full reading: digits, and a month in digits or by name."""
    if not _DIGIT.search(field.text):
        return False
    words = "-".join(field.analysis.vocabulary).split("-")  # “mars-april” is two months
    return not _MONTHS.isdisjoint(words) or _NUMERIC.search(field.text) is not None


def _impossible(field: TextField, moment: Moment) -> Findings:
    if moment.precision != "day" or moment.month is None:
        return
    try:
        check_date(moment.year or _LEAP_YEAR, moment.month, moment.day)
    except ImpossibleDateError as error:
        start, end = moment.span
        start = next((n for n in range(start, end) if field.text[n].isdigit()), start)
        yield Finding(
            RULE, field.route, {"date": field.text[start:end], "reason": error.reason}, (start, end)
        )


def _is_reversed(expression: Window) -> bool:
    """True if the last day is not after the first."""
    first, last = (_day(moment) for moment in (expression.moment, expression.until))
    return first is not None and last is not None and last <= first


def _day(moment: Moment | None) -> dt.date | None:
    return moment.last(None) if moment and moment.precision == "day" and moment.year else None


_REVERSED = Text("slutet kommer före början", "the end comes before the beginning")


RULE = Rule(
    code="T01",
    name="invalid-date",
    scope=(Promise, Agreement, FollowUp, SituationPicture),
    stages=at_all_stages("error", archive="warning"),
    message=Text(
        "Datumet ”{date}” kan inte stämma: {reason}.", "The date “{date}” cannot be right: {reason}."
    ),
    why=Text(
        "Ett datum som inte finns går inte att följa upp, och felet syns när texten är publicerad.",
        "A date that does not exist cannot be followed up, and the mistake shows once the text is published.",
    ),
    help=Text(
        "Kontrollera datumet mot beslutet och rätta det.",
        "Check the date against the decision and correct it.",
    ),
    source="KARLSTAD-P",
    bad="inledning: Löftet gäller till den 31 juni 2024.\n",
    good="inledning: Löftet gäller till den 30 juni 2024.\n",
    check=check,
    looks_for=(Deadline, Window),
)
