"""Totals over several follow-ups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from medborgarlofte.follow_up.outcome import figure_of
from medborgarlofte.model.follow_up import Actual, Counting, FollowUp, FollowUpItem
from medborgarlofte.model.promise import Commitment, Target
from medborgarlofte.units import is_length, is_share

Reported = Sequence[tuple[FollowUp, FollowUpItem]]
"""The items about one commitment, oldest first, each with its follow-up."""

_Key = tuple[int | None, str | None, str | None, int | None]
"""Target, unit, place and year: figures with the same key count the same thing."""

_NOT_ADDED: Final = re.compile(r"promille|‰|index|medel|genomsnitt|snitt|median|.*\bper\b")
"""Units of rates and averages, where a sum means nothing; so does one of shares."""


class Problem(NamedTuple):
    """Why a figure is wrong or cannot be added."""

    kind: str
    """”uncounted”: not stated what it counts. ”lowered”: a figure so far that is below the one before."""
    item: FollowUpItem
    before: Actual | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """Figures of a commitment up to a follow-up."""

    actuals: tuple[Actual, ...] = ()
    """One for each thing that is counted."""
    is_partial: bool = False
    """Whether it is the latest part alone, because the whole is not known."""
    problems: tuple[Problem, ...] = ()


def total_of(commitment: Commitment, reported: Reported) -> Total:
    """Add up the figures of one commitment.

    The total is the latest figure that counts the promise so far (`räknat: hittills`) plus every later one
    that counts since the previous report (`sedan förra`). Where it is not stated, or a share or time is
    counted, nothing is added: the latest figure is used alone and the total is partial.
    """
    running: dict[_Key, Actual] = {}
    partial: set[_Key] = set()
    problems: list[Problem] = []
    for follow_up, item in reported:
        counting = counting_of(follow_up, item)
        if counting is None and all(actual.number is None for actual in running.values()):
            counting = "hittills"  # the first number: the part so far is all there is
        if counting is None and item.actuals and all(_is_of_all(commitment, one) for one in item.actuals):
            counting = "hittills"
        if counting == "hittills":
            _drop_parts(running, commitment, item)
        for actual in item.actuals:
            key = _key(commitment, actual)
            before = running.get(key)
            running[key] = actual
            if counting == "hittills":
                if before is not None and key not in partial and _is_lower(commitment, actual, before):
                    problems.append(Problem("lowered", item, before))
                partial.discard(key)
                continue
            if counting is None and actual.number is not None:
                problems.append(Problem("uncounted", item))
            added = _add(before, actual) if before is not None and is_additive(commitment, actual) else None
            if counting == "sedan förra" and key not in partial and (before is None or added is not None):
                running[key] = added or actual
            else:
                partial.add(key)
    return Total(tuple(running.values()), bool(partial), tuple(problems))


def _is_of_all(commitment: Commitment, actual: Actual) -> bool:
    """True for “31 av 40” where 40 is what the target asks for."""
    figure = figure_of(actual) if actual.text else None
    if figure is None or figure.share is None or not figure.share[0] or not figure.low > 0:
        return False
    whole = round(100 * figure.low / figure.share[0])
    return any(whole in (target.exactly, target.at_least) for target in targets_of(commitment, actual))


def _drop_parts(running: dict[_Key, Actual], commitment: Commitment, item: FollowUpItem) -> None:
    """Remove figures of places and years that a figure of the whole replaces."""
    for actual in item.actuals:
        target, unit, place, year = _key(commitment, actual)
        if actual.number is not None and place is None and year is None:
            for key in [key for key in running if key[:2] == (target, unit) and key[2:] != (None, None)]:
                del running[key]


def counting_of(follow_up: FollowUp, item: FollowUpItem) -> Counting | None:
    """What an item's figures count.

    Without a part of the period (`avser`) they count the promise so far.
    """
    stated = item.counted or follow_up.counted
    return stated or ("hittills" if follow_up.period is None else None)


def _key(commitment: Commitment, actual: Actual) -> _Key:
    """What a figure counts. A unit that is left out is that of the target."""
    target = actual.target if len(commitment.targets) > 1 else None
    own = targets_of(commitment, actual)
    unit = actual.unit or (own[0].unit if len(own) == 1 else None)
    return target, unit.casefold() if unit else None, actual.place, actual.year


def targets_of(commitment: Commitment, actual: Actual) -> Sequence[Target]:
    """The target a figure is about, or all of them."""
    targets = commitment.targets
    if actual.target is not None and 0 < actual.target <= len(targets):
        return targets[actual.target - 1 : actual.target]
    return targets


def is_additive(commitment: Commitment, actual: Actual) -> bool:
    """True for counts; shares and times cannot be added."""
    if actual.text is not None or _is_level(actual.unit):
        return False
    return not any(
        target.within
        or target.all
        or _is_level(target.unit)
        or (target.at_most is not None and target.per is None and is_length(target.unit))  # of each case
        for target in targets_of(commitment, actual)
    )


def _is_level(unit: str | None) -> bool:
    return is_share(unit) or _NOT_ADDED.match((unit or "").casefold()) is not None


def _add(before: Actual, actual: Actual) -> Actual | None:
    """Sum of two figures, or None.

    None where one is in words, or one is approximate and the other a lower bound.
    """
    kinds = {
        name
        for one in (before, actual)
        for name in ("value", "about", "at_least")
        if getattr(one, name) is not None
    }
    kinds.discard("value")
    if len(kinds) > 1:
        return None
    numbers = [one.number for one in (before, actual)]
    if None in numbers:
        return None
    total = sum(number for number in numbers if number is not None)
    [kind] = kinds or {"value"}
    return actual.model_copy(update={"value": None, "about": None, "at_least": None, kind: total})


def _is_lower(commitment: Commitment, actual: Actual, before: Actual) -> bool:
    if not is_additive(commitment, actual) or before.number is None:
        return False
    now, then = figure_of(actual), figure_of(before)
    return now is not None and then is not None and now.high < then.low  # NaN compares as False


def items_of(follow_ups: Sequence[FollowUp], commitment: str) -> Iterator[tuple[FollowUp, FollowUpItem]]:
    """Items about a commitment, in order."""
    for follow_up in follow_ups:
        for item in follow_up.items:
            if item.commitment == commitment:
                yield follow_up, item
