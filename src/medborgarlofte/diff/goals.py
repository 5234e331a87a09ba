"""What became of the outcome goals: a goal that is lowered binds to less."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from medborgarlofte.diff.fields import Shift, Step, differences, item_evidence, label_of
from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.measures import Measure, effects, in_text, matched
from medborgarlofte.diff.model import NEAR_CERTAIN, Effect, Evidence, Worded
from medborgarlofte.diff.similarity import similarities
from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Change as Trend
from medborgarlofte.language.expressions import Count, Share
from medborgarlofte.language.facts import name_of
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.promise import OutcomeGoal, Promise
from medborgarlofte.swedish import format_number

Direction = Literal["up", "down"]


def goal_differences(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Each goal that was dropped, came or differs."""
    field = declared(Promise)["outcome_goals"]
    path = (Step(field.alias, field.label),)
    for old, new in _paired(before.outcome_goals, after.outcome_goals, shift):
        if old is None or new is None:
            piece = item_evidence(path, old, new)
            effect: Effect = "weakened" if new is None else "sharpened"
            yield Evidence(piece.field, piece.old, piece.new, effect, piece.label, is_item=True)
        else:
            step = Step(old.id or name_of(old), Text(_called(old), _called(old)), is_item=True)
            yield from _compared(old, new, shift, (*path, step))


def _called(goal: OutcomeGoal) -> str:
    return goal.indicator or name_of(goal)


def _paired(
    olds: Sequence[OutcomeGoal], news: Sequence[OutcomeGoal], shift: Shift
) -> Iterator[tuple[OutcomeGoal | None, OutcomeGoal | None]]:
    """The same goal: in the same words, by its indicator, or by id where the words are alike too."""
    left = list(news)
    for old in olds:
        found = next((new for is_same in _PASSES for new in left if is_same(old, new, shift)), None)
        if found is not None:
            left = [new for new in left if new is not found]
        yield old, found
    yield from ((None, new) for new in left)


def _same_words(old: OutcomeGoal, new: OutcomeGoal, shift: Shift) -> bool:
    texts = normal(old.text), normal(new.text)
    return texts[0] == texts[1] or shift.same(*texts)


def _same_indicator(old: OutcomeGoal, new: OutcomeGoal, _shift: Shift) -> bool:
    return bool(old.indicator and new.indicator) and normal(old.indicator or "") == normal(
        new.indicator or ""
    )


def _same_id(old: OutcomeGoal, new: OutcomeGoal, shift: Shift) -> bool:
    if old.id is None or old.id != new.id:
        return False
    return shift.versions or similarities([old.text], [new.text])[0][0] >= NEAR_CERTAIN


_PASSES: Final = (_same_words, _same_indicator, _same_id)


def _compared(old: OutcomeGoal, new: OutcomeGoal, shift: Shift, path: Sequence[Step]) -> Iterator[Evidence]:
    figures = list(_target_value(old, new, path))
    if not figures and old.target_value is None and new.target_value is None:
        figures = list(_figures_in_text(old, new, path))
    yield from figures
    yield from differences(old, new, shift, without=("id", "text", "target_value"), above=path)
    if not _same_words(old, new, shift) and not (figures and _without_figures(old) == _without_figures(new)):
        key = Step("mål", declared(OutcomeGoal)["text"].label)
        yield Evidence(_route((*path, key)), old.text, new.text, "neutral", label_of((*path, key)))


def _without_figures(goal: OutcomeGoal) -> str:
    """The words of a goal without its numbers, to see whether more than they differ."""
    return " ".join(word for word in normal(goal.text).split() if not word.isdigit())


def _route(path: Sequence[Step]) -> str:
    return "/".join(step.key for step in path)


# ---------------------------------------------------------------- figures


def _target_value(old: OutcomeGoal, new: OutcomeGoal, path: Sequence[Step]) -> Iterator[Evidence]:
    values = old.target_value, new.target_value
    if values[0] == values[1]:
        return
    key = Step("målvärde", declared(OutcomeGoal)["target_value"].label)
    label = label_of((*path, key))
    effect: Effect
    if values[0] is None or values[1] is None:
        effect = "weakened" if values[1] is None else "sharpened"
    else:
        label = _LOWERED if values[1] < values[0] else _RAISED
        label = Text(f"{label.sv} ”{path[-1].label.sv}”", f"{label.en} “{path[-1].label.en}”")
        effect = _effect(values[0], values[1], _direction(old), _direction(new))
        if _unit(old) != _unit(new):
            effect = "neutral"
    yield Evidence(_route((*path, key)), _figure(old), _figure(new), effect, label)


_LOWERED: Final = Text("sänkt effektmål", "lowered outcome goal")
_RAISED: Final = Text("höjt effektmål", "raised outcome goal")


def _effect(old: float, new: float, *directions: Direction | None) -> Effect:
    """A value further in the direction of the goal binds to more; neutral where no direction is known."""
    known = {direction for direction in directions if direction}
    if len(known) != 1:
        return "neutral"
    return "sharpened" if (new > old) == (known == {"up"}) else "weakened"


def _direction(goal: OutcomeGoal) -> Direction | None:
    """Which way is better: from the baseline to the target value, else as the words of the goal say."""
    if (
        goal.baseline is not None
        and goal.target_value is not None
        and goal.target_value != goal.baseline.value
    ):
        return "up" if goal.target_value > goal.baseline.value else "down"
    for found in in_text(goal.text):
        if isinstance(found, Trend):
            return found.direction or None
        if isinstance(found, (Count, Share)) and (found.bounds.low is None) != (found.bounds.high is None):
            return "up" if found.bounds.high is None else "down"
    return None


def _figure(goal: OutcomeGoal) -> Worded | None:
    if goal.target_value is None:
        return None
    unit = _unit(goal)
    words = [f"{format_number(goal.target_value, lang)} {unit}".strip() for lang in ("sv", "en")]
    return Worded(goal.target_value, Text(*words))


def _unit(goal: OutcomeGoal) -> str:
    return (goal.baseline.unit if goal.baseline else None) or ""


def _figures_in_text(old: OutcomeGoal, new: OutcomeGoal, path: Sequence[Step]) -> Iterator[Evidence]:
    """Where no target value is given, the figures of the wording."""
    before, after = ([Measure(found, "mål") for found in in_text(goal.text)] for goal in (old, new))
    key = Step("mål", declared(OutcomeGoal)["text"].label)
    for one, other in matched(before, after):
        if one is None or other is None:
            found: list[Effect] = ["weakened" if other is None else "sharpened"]
        else:
            found = list(dict.fromkeys(effects(one, other, None, None)))
        for effect in found:
            sides = one and one.found, other and other.found
            yield Evidence(_route((*path, key)), sides[0], sides[1], effect, label_of((*path, key)))
