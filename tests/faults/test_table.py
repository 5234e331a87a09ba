"""The table of faults in docs/hardening.md and the tests are the same list."""

import ast
import re
from collections import Counter
from typing import Final

from corpus import ROOT
from each import each

SECTION: Final = (
    (ROOT / "docs" / "hardening.md")
    .read_text(encoding="utf-8")
    .partition("\n## Faults\n")[2]
    .partition("\n## ")[0]
)
ROWS: Final = [
    [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    for line in SECTION.splitlines()
    if line.startswith("| ")
][1:]


def _tests(path: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    return {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@each(ROWS, lambda row: row[0])
def test_every_fault_names_a_command_an_outcome_and_a_test_that_there_is(row: list[str]) -> None:
    fault, command, outcome, test = row
    path, _, name = test.strip("`").partition("::")

    assert fault and command and outcome
    assert name in _tests(path)


def test_every_test_of_a_fault_is_in_the_table() -> None:
    named = {row[3].strip("`") for row in ROWS}
    there = {
        f"faults/{path.name}::{name}"
        for path in (ROOT / "tests" / "faults").glob("test_*.py")
        if path.name != "test_table.py"
        for name in _tests(f"faults/{path.name}")
    }

    assert there - named == VARIANTS


VARIANTS: Final = {
    "faults/test_clock.py::test_a_follow_up_is_computed_from_the_day_that_is_requested",
    "faults/test_disk.py::test_a_full_disk_is_reported_in_english_too",
    "faults/test_preview.py::test_a_page_reloads_when_the_site_is_rebuilt",
    "faults/test_preview.py::test_the_page_opens_in_the_browser",
    "faults/test_streams.py::test_ctrl_c_is_reported_in_english_too",
}
"""What is no fault of its own."""


def test_no_fault_occurs_twice() -> None:
    assert [row for row, count in Counter((row[0], row[1]) for row in ROWS).items() if count > 1] == []


TRUTH: Final = re.findall(r"`([\w/]+\.py)::(\w+)`", (ROOT / "docs" / "truth.md").read_text(encoding="utf-8"))


def test_every_test_that_shows_what_is_true_exists() -> None:
    assert [f"{path}::{name}" for path, name in TRUTH if name not in _tests(path)] == []
    assert len(TRUTH) > 30
