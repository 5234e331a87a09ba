"""What became of the focus areas, and of the problems that were named beside them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from medborgarlofte.diff.fields import Shift, Step, differences, list_differences
from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.model import Change, Evidence, Kind, Worded
from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.promise import FocusArea, Problem, Promise

CHOSEN: Final = "vald"
"""The evidence that a problem became a focus area, or the other way round."""
_PROBLEM: Final = Worded("problemområde", Text("problemområde", "problem named"))
_FOCUS: Final = Worded("fokusområde", Text("fokusområde", "focus area"))


def area_changes(before: Promise, after: Promise, shift: Shift) -> Iterator[Change]:
    """By category, else by title; a guess is never needed."""
    kept = _same(before.focus_areas, after.focus_areas)
    for old, new in kept:
        yield _kept(old, new, shift)
    left_old = _without(before.focus_areas, [old for old, _ in kept])
    left_new = _without(after.focus_areas, [new for _, new in kept])
    chosen, unchosen = _chosen(before, after), _chosen(after, before)
    for problem, area in chosen:
        yield _moved(problem, area, Evidence(CHOSEN, _PROBLEM, _FOCUS, "neutral"))
    for problem, area in unchosen:
        yield _moved(area, problem, Evidence(CHOSEN, _FOCUS, _PROBLEM, "neutral"))
    for area in _without(left_old, [area for _, area in unchosen]):
        yield Change("dropped", (area.title,), ())
    for area in _without(left_new, [area for _, area in chosen]):
        yield Change("new", (), (area.title,))


def _kept(old: FocusArea, new: FocusArea, shift: Shift) -> Change:
    found: list[Evidence] = []
    if normal(old.title) != normal(new.title):
        found.append(Evidence("rubrik", old.title, new.title, "neutral"))
    found += differences(old, new, shift, without=("id", "title"))
    kind: Kind = "reworded" if found else "kept"
    return Change(kind, (old.title,), (new.title,), "identical", 1.0, tuple(found))


def _moved(old: FocusArea | Problem, new: FocusArea | Problem, piece: Evidence) -> Change:
    return Change("moved", (old.title,), (new.title,), "identical", 1.0, (piece,))


def problem_differences(before: Promise, after: Promise, shift: Shift) -> Iterator[Evidence]:
    """Problems item by item, without those that became focus areas or were focus areas before."""
    field = declared(Promise)["problems"]
    olds = _without(before.problems, [problem for problem, _ in _chosen(before, after)])
    news = _without(after.problems, [problem for problem, _ in _chosen(after, before)])
    return list_differences(olds, news, shift, (Step(field.alias, field.label),))


def _chosen(one: Promise, other: Promise) -> list[tuple[Any, Any]]:
    """The problems of one promise that are focus areas of the other, and were not that before."""
    taken = {id(side) for pair in _same(one.focus_areas, other.focus_areas) for side in pair}
    problems = _without(one.problems, [problem for problem, _ in _same(one.problems, other.problems)])
    return _same(problems, [area for area in other.focus_areas if id(area) not in taken])


def _same(olds: Sequence[Any], news: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Pairs by category and title, then by what of them both have."""
    left_old, left_new = list(olds), list(news)
    found = []
    for is_same in _PASSES:
        for old in tuple(left_old):
            match = next((new for new in left_new if is_same(old, new)), None)
            if match is not None:
                found.append((old, match))
                left_old = _without(left_old, [old])
                left_new = _without(left_new, [match])
    return found


def _by_both(one: Any, other: Any) -> bool:
    return normal(one.title) == normal(other.title) and _by_either(one, other)


def _by_either(one: Any, other: Any) -> bool:
    if one.category and other.category:
        return bool(one.category == other.category)
    return normal(one.title) == normal(other.title)


_PASSES: Final[Sequence[Callable[[Any, Any], bool]]] = (_by_both, _by_either)


def _without(items: Sequence[Any], gone: Sequence[Any]) -> list[Any]:
    """The items that are not among some, which may be equal to others."""
    taken = {id(item) for item in gone}
    return [item for item in items if id(item) not in taken]
