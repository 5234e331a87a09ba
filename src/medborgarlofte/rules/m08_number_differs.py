"""M08: text and target state different numbers."""

import re
from typing import Final

from medborgarlofte.diff.measures import of_target, period_days
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.expressions import Count, Response, Share
from medborgarlofte.language.phrases import format_target
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.promise import Commitment, OutcomeGoal, Target
from medborgarlofte.rules.rule import (
    Finding,
    Findings,
    Rule,
    RuleContext,
    Text,
    TextField,
    also_archived,
)
from medborgarlofte.swedish import fold, format_number
from medborgarlofte.units import PERCENT, is_same_kind

_TOLERANCE = 0.05
"""How far apart two rates may be: a month is not always as long."""


def check(context: RuleContext) -> Findings:
    yield from _goals(context)
    days = period_days(context.document.period)
    for commitment, field in context.commitment_texts:
        if not commitment.targets:
            continue
        figures = [expression for expression in analyse(field.text).of(Count, Share) if _numbers(expression)]
        for target in commitment.targets:
            alike = [expression for expression in figures if _is_same_unit(expression, target)]
            if any(_agrees(expression, target, days) for expression in alike):
                continue
            others = [other for other in commitment.targets if other is not target]
            open_ = [one for one in alike if not any(_agrees(one, other, days) for other in others)]
            if open_:  # a figure that is that of another target says nothing of this one
                first = open_[0]
                values = {
                    "id": commitment.id,
                    "words": field.text[first.start : first.end].strip(),
                    "target": format_target(target),
                }
                yield Finding(RULE, field.route, values, (first.start, first.end))
                break
        else:
            yield from _response(commitment, field)


def _goals(context: RuleContext) -> Findings:
    """The only share in the text of a goal that is neither its value nor its baseline."""
    goals = context.document.outcome_goals
    for field in context.texts("goal"):
        goal = goals[field.route[1]] if field.route[0] == "effektmål" else None
        shares = field.analysis.of(Share) if goal and _is_percent(goal) else ()
        if goal is None or len(shares) != 1 or _is_change(field, shares[0]):
            continue
        known = {goal.target_value, goal.baseline.value if goal.baseline else None}
        numbers = _numbers(shares[0])
        if numbers and not known & {*numbers, *map(round, numbers)}:
            number = format_number(goal.target_value or 0)
            values = {"id": goal.id or "effektmålet", "words": field.words_at(shares[0]), "target": number}
            yield Finding(RULE, field.route, values, (shares[0].start, shares[0].end))


def _is_percent(goal: OutcomeGoal) -> bool:
    """Whether the value of a goal is a share."""
    baseline = goal.baseline
    return goal.target_value is not None and baseline is not None and baseline.unit in PERCENT


def _is_change(field: TextField, share: Share) -> bool:
    """Whether it is by how much something changes: “med 10 procent”, “20 procent färre”, “tio procentenheter”."""
    before, after = field.text[: share.start].split(), field.text[share.end :].split()
    of_points = "enhet" in field.text[share.start : share.end + 8]
    return of_points or "med" in before[-3:] or bool(_COMPARATIVE.match(" ".join(after[:2])))


_COMPARATIVE: Final = re.compile(
    r"(?:\w+ )?(?:färre|fler|flera|mindre|mer|lägre|högre|bättre|sämre|\w+are)\b"
)


def _response(commitment: Commitment, field: TextField) -> Findings:
    """A time of response that is not that of the target: “inom 48 timmar”, {inom: 24 timmar}."""
    for target in commitment.targets:
        stated = [one.days for one in of_target(target, None) if isinstance(one, Response)]
        said = list(analyse(field.text).of(Response)) if stated else []
        if said and not any(abs(one.days - stated[0]) <= _TOLERANCE * stated[0] for one in said):
            first = said[0]
            words = field.text[first.start : first.end].strip()
            values = {"id": commitment.id, "words": words, "target": format_target(target)}
            yield Finding(RULE, field.route, values, (first.start, first.end))
            return


def _numbers(expression: Count | Share) -> tuple[float, ...]:
    factor = 100 if isinstance(expression, Share) else 1
    bounds = (expression.bounds.low, expression.bounds.high)
    return tuple(round(value * factor, 4) for value in bounds if value is not None)


def _targets(target: Target) -> tuple[float, ...]:
    numbers = (target.at_least, target.at_most, target.exactly, *(target.between or ()))
    return tuple(float(number) for number in numbers if number is not None)


def _is_same_unit(expression: Count | Share, target: Target) -> bool:
    """True for the same unit: “kvällsinsatser” and “insatser”."""
    unit = fold(target.unit or "")
    if not _targets(target):
        return False
    if isinstance(expression, Share) or unit in PERCENT:
        return isinstance(expression, Share) and unit in PERCENT
    return is_same_kind(expression.unit, unit)


def _agrees(expression: Count | Share, target: Target, period: float | None) -> bool:
    """True for equal numbers, rates converted."""
    own, stated = _numbers(expression), _targets(target)
    if not _same_direction(expression, target):
        return False
    if set(own) & set(stated):
        return True
    if isinstance(expression, Share):  # a third is written as 33 percent
        return bool({round(one) for one in own if one % 1} & set(stated))
    days = rate_days(target.per) if target.per else None
    target_days = days or period
    text_days = expression.per or period
    if target_days is None or text_days is None:
        return False
    return any(
        abs(one / text_days - other / target_days) <= _TOLERANCE * other / target_days
        for one in own
        for other in stated
    )


def _same_direction(expression: Count | Share, target: Target) -> bool:
    """False for a minimum against a maximum."""
    low, high = expression.bounds.low, expression.bounds.high
    floor, ceiling = low is not None and high is None, high is not None and low is None
    return not (floor and target.at_most is not None) and not (ceiling and target.at_least is not None)


RULE = Rule(
    code="M08",
    name="number-differs",
    stages=also_archived("warning"),
    message=Text(
        "Texten i {id} säger ”{words}”, men målet är {target}.",
        "The text of {id} says “{words}”, but the target is {target}.",
    ),
    why=Text(
        "Invånarna läser texten, men uppföljningen jämför med målet. De måste säga samma sak.",
        "Residents read the text, but the follow-up compares with the target. They must say the same.",
    ),
    help=Text(
        "Kontrollera mot beslutet och rätta ”mål” eller ”målvärde”. Ändra texten bara om löftet inte är undertecknat.",
        "Check against the decision and correct “mål” or “målvärde”. Change the text only if the promise has not been signed.",
    ),
    bad="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute minst 80 kvällar.\n    mål: {minst: 100, enhet: kvällar, per: perioden}\n",
    good="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute minst 100 kvällar.\n    mål: {minst: 100, enhet: kvällar, per: perioden}\n",
    check=check,
    looks_for=(Count, Share, Response),
)
