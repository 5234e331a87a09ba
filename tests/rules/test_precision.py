"""The rules stay as right as they are on the labelled texts."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from each import each

pytestmark = pytest.mark.slow

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

precision = import_module("lint_precision")
kinds = import_module("expression_kinds")


def test_warnings_and_errors_are_nearly_always_deserved() -> None:
    tally = precision.measure()
    grave = [rule for rule, severity in precision.severities().items() if severity in ("error", "warning")]
    right = sum(tally.right[rule] for rule in grave)
    wrong = sum(tally.wrong[rule] for rule in grave)
    missed = sum(tally.missed[rule] for rule in grave)

    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.90


@each(kinds.SETS)
def test_expressions_of_every_kind_are_found_and_no_others(part: str) -> None:
    tally = kinds.measure(part)
    right, wrong, missed = (sum(counted.values()) for counted in tally[:3])

    assert set(tally.right) == set(kinds.KINDS)
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.95


def test_the_published_table_of_kinds_is_what_is_measured() -> None:
    page = precision.TABLE.read_text(encoding="utf-8")

    assert page.endswith(kinds.table({part: kinds.measure(part) for part in kinds.SETS}))


def test_marks_are_taken_out_of_a_text() -> None:
    assert kinds.parse_marks("{count rate|Två pass i veckan}, {clock|kl. 8}.") == (
        "Två pass i veckan, kl. 8.",
        [("count", 0, 17), ("rate", 0, 17), ("clock", 19, 24)],
    )
