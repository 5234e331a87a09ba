"""Every rule shows what it means: its bad example fires it and nothing else, its good example fires nothing."""

import inspect
import re
from pathlib import Path

import pytest

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.expressions import MEASURING
from medborgarlofte.language.format import KINDS
from medborgarlofte.load import load
from medborgarlofte.messages import without_fields
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import lint
from medborgarlofte.rules.rule import Rule
from rules.examples import AFTER, EXAMPLE, findings_of

COMPANIONS = {"M02": ("M01",), "S04": ("M03",), "A03": ("A06",)}
"""A rule, and those that its cause always fires too."""
BY_CODE = [pytest.param(rule, id=rule.code) for rule in RULES]


@pytest.mark.parametrize("rule", BY_CODE)
def test_the_bad_example_fires_exactly_its_rule(rule: Rule, tmp_path: Path) -> None:
    fired = {finding.code for finding in findings_of(rule, rule.bad, tmp_path)}

    assert rule.code in fired
    assert fired <= {rule.code, *COMPANIONS.get(rule.code, ())}


@pytest.mark.parametrize("rule", BY_CODE)
def test_the_good_example_is_silent(rule: Rule, tmp_path: Path) -> None:
    assert findings_of(rule, rule.good, tmp_path) == []


def test_the_example_municipality_passes_the_strictest_profile() -> None:
    workspace = load([str(EXAMPLE)], EXAMPLE)

    assert workspace.diagnostics == ()
    assert lint(workspace, today=AFTER, profile="granskning") == []


def test_every_rule_file_is_listed_and_named_after_its_rule() -> None:
    folder = Path(__file__).parents[2] / "src" / "medborgarlofte" / "rules"
    files = {path.stem for path in folder.glob("[a-z][0-9][0-9]_*.py")}

    assert files == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in RULES} or (
        {name[:3] for name in files} == {rule.code.lower() for rule in RULES}
    )
    assert len(RULES) == len({rule.code for rule in RULES}) == len(files)


@each(RULES, lambda rule: rule.code)
def test_both_languages_have_the_same_fields(rule: Rule) -> None:
    for text in (rule.message, rule.why, rule.help):
        fields = [set(re.findall(r"(?<!\{)\{(\w+)\}", said)) for said in (text.sv, text.en)]

        assert text.sv
        assert text.en
        assert fields[0] == fields[1]


@each(RULES, lambda rule: rule.code)
def test_a_rule_says_what_it_is_about_without_a_finding(rule: Rule) -> None:
    for text in (rule.message.sv, rule.message.en):
        assert len(re.findall(r"[^\W\d_]{2,}", without_fields(text))) >= 2


@each(RULES, lambda rule: rule.code)
def test_a_rule_states_the_kinds_of_expression_that_its_file_reads(rule: Rule) -> None:
    source = Path(inspect.getfile(rule.check)).read_text(encoding="utf-8")
    imported = re.findall(
        r"^from medborgarlofte\.language\.expressions import ([\w, ]+)$", source, re.MULTILINE
    )
    kinds = {kind for names in imported for kind in names.split(", ") if kind not in ("MEASURING", "Located")}
    measured = {kind.__name__ for kind in MEASURING} if "MEASURING" in source else set()

    assert {kind.__name__ for kind in rule.looks_for} == kinds | measured
    assert bool(rule.looks_for) == (".analysis.of(" in source or "analyse(" in source or bool(measured))
    assert ("is_measured(" in source or "measures(" in source) == bool(measured)


def test_every_kind_of_expression_is_looked_for_by_a_rule_or_serves_another() -> None:
    looked_for = {kind for rule in RULES for kind in rule.looks_for}
    serving = {
        ex.Label: "what measures nothing",
        ex.Exemption: "what diff compares",
        ex.Obligation: "what diff compares",
        ex.Condition: "told from a reservation",
    }

    assert looked_for | serving.keys() == set(KINDS)
    assert not looked_for & serving.keys()
