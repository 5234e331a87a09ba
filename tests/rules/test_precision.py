"""The rules stay as right as they are on the labelled texts."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

precision = import_module("lint_precision")


def test_warnings_and_errors_are_nearly_always_deserved() -> None:
    tally = precision.measure()
    grave = [rule for rule, severity in precision.severities().items() if severity in ("error", "warning")]
    right = sum(tally.right[rule] for rule in grave)
    wrong = sum(tally.wrong[rule] for rule in grave)
    missed = sum(tally.missed[rule] for rule in grave)

    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.90
