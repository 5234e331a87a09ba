"""Pairing of commitments on the labelled sets: what is claimed is right, and the right one is always among the proposals."""

import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from each import each

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

matching: Any = import_module("matching")  # mypy would take the folder of that name for it
SETS, assess, labelled = matching.SETS, matching.assess, matching.labelled
NAMES = [path.stem for path in sorted(SETS.glob("*.yaml"))]


@lru_cache
def _results() -> dict[str, Any]:
    return {one.name: assess(one) for name in NAMES for one in labelled(SETS / f"{name}.yaml")}


def _within_three(result: Any) -> float:
    return float(result.within_three / result.wanted)


def _precision(result: Any) -> float:
    return float(result.right / result.found)


def test_a_pair_that_is_claimed_is_right() -> None:
    assert _precision(_results()["karlshamn"]) == 1.0


def test_the_right_commitment_of_karlshamn_is_always_among_the_three_proposed() -> None:
    assert _within_three(_results()["karlshamn"]) == 1.0


def test_all_sets_together_are_paired_well() -> None:
    results = _results()
    all_of_them = matching.Result(*map(sum, zip(*results.values(), strict=True)))

    assert _precision(all_of_them) >= 0.92
    assert all_of_them.f1 >= 0.83
    assert _within_three(all_of_them) >= 0.97


@each(NAMES)
def test_no_set_is_paired_by_luck(name: str) -> None:
    results = [assess(one) for one in labelled(SETS / f"{name}.yaml")]

    assert min(map(_precision, results)) >= 0.75
    assert min(result.f1 for result in results) >= 0.76
    assert min(_within_three(result) for result in results) >= 0.90


@each(NAMES)
def test_every_link_of_a_set_is_between_commitments_in_it(name: str) -> None:
    for one in labelled(SETS / f"{name}.yaml"):
        olds, news = {item.id for item in one.old}, {item.id for item in one.new}

        assert {old for old, _ in one.links} <= olds
        assert {new for _, new in one.links} <= news
        assert set(one.kinds) == news
