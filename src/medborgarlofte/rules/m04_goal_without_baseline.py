"""M04: goal without baseline or target value."""

from collections.abc import Iterator

from medborgarlofte.language.classes import classify
from medborgarlofte.model.promise import OutcomeGoal
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def _is_goal(heading: str) -> bool:
    """“Ökad trygghet”, “Färre inbrott”, “Stärkt tillit”."""
    first = classify(heading.split(maxsplit=1)[0].lower())
    return first.clause in ("RISE", "COMPARE") or first.lemma in ("förbättra", "stärka", "förstärka")


def check(context: RuleContext) -> Findings:
    promise = context.document
    for index, goal in enumerate(promise.outcome_goals):
        lacking = list(_lacking(goal))
        if lacking:
            listed = Text(", ".join(t.sv for t in lacking), ", ".join(t.en for t in lacking))
            yield Finding(RULE, ("effektmål", index, "text"), {"goal": goal.text, "lacking": listed})
    covered = {focus for goal in promise.outcome_goals for focus in goal.focus}
    for index, area in enumerate(promise.focus_areas):
        if _is_goal(area.title) and area.id not in covered:
            yield Finding(RULE, ("fokusområden", index, "rubrik"), {"goal": area.title, "lacking": _ALL})


def _lacking(goal: OutcomeGoal) -> Iterator[Text]:
    if goal.indicator is None:
        yield Text("indikator", "an indicator")
    if goal.baseline is None:
        yield Text("utgångsvärde", "a baseline")
    elif goal.baseline.year is None:
        yield Text("år för utgångsvärdet", "the year of the baseline")
    if goal.target_value is None:
        yield Text("målvärde", "a target value")


_ALL = Text(
    "effektmål med indikator, utgångsvärde och målvärde",
    "an outcome goal with indicator, baseline and target value",
)

RULE = Rule(
    code="M04",
    name="goal-without-baseline",
    stages=when_live("warning"),
    message=Text("Målet ”{goal}” saknar {lacking}.", "The goal “{goal}” lacks {lacking}."),
    why=Text(
        "Utan ett utgångsläge går det inte att visa att något har blivit bättre.",
        "Without a baseline there is no way to show that anything has improved.",
    ),
    help=Text(
        "Mät läget nu och ange under ”effektmål”: indikator, utgångsvärde med år och det värde ni vill nå.",
        "Measure the current state and write under “effektmål”: the indicator, the baseline with its year and the value you want to reach.",
    ),
    source="TM-BOV, BRA-SOK",
    bad="effektmål:\n  - id: E1\n    utgångsvärde:\n",
    good="effektmål:\n  - id: E1\n    utgångsvärde: {värde: 58, enhet: procent, år: 2023}\n",
    check=check,
    concerns_missing=True,
)
