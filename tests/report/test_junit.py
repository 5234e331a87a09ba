"""A check as JUnit XML: a case for each file, failed by errors and warnings."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from corpus import ERR, PROMISE, loaded, shipped
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import LANGUAGES, Language, Text
from medborgarlofte.load import Workspace, load
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.report.check.data import write_junit
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.formats import View
from medborgarlofte.rules.engine import lint

TODAY: Final = dt.date(2024, 6, 1)


def checked(workspace: Workspace) -> CheckResult:
    """Schema and rules together."""
    found = [*workspace.diagnostics, *lint(workspace, today=TODAY, profile="granskning")]
    return CheckResult(tuple(sorted(found, key=lambda d: d.order)), workspace.files, workspace.texts)


def parsed(check: CheckResult, lang: Language = "sv") -> ET.Element:
    """The suite, read as a build server reads it."""
    return ET.fromstring(write_junit(check, View(lang, 80, False)).encode())  # noqa: S314 - our own XML


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_counts_are_those_of_the_cases(lang: Language) -> None:
    for workspace in (shipped(), load(["."], ERR)):
        check = checked(workspace)
        suite = parsed(check, lang)
        cases = suite.findall("testcase")
        grave = [d for d in check.open if d.severity == "error"]

        assert (suite.tag, suite.get("name"), suite.get("errors")) == ("testsuite", "lofte", "0")
        assert str(len(cases)) == suite.get("tests")
        assert sorted(check.files) == [case.get("name") for case in cases]
        assert str(sum(case.find("failure") is not None for case in cases)) == suite.get("failures")
        assert len(grave) == len(suite.findall("testcase/failure"))


def test_a_failure_says_what_where_why_and_what_to_do() -> None:
    [diagnostic] = loaded(PROMISE.replace("titel:", "titl:")).diagnostics
    [failure] = parsed(CheckResult((diagnostic,), ("<stdin>",), {})).findall("testcase/failure")

    assert (failure.get("type"), failure.get("message")) == ("D05", "Nyckeln ”titl” finns inte här.")
    assert f"<stdin>:2:1\n{diagnostic.why('sv')}\n{diagnostic.help('sv')}" == failure.text


def test_hints_and_what_is_set_aside_fail_nothing() -> None:
    [diagnostic] = loaded(PROMISE.replace("titel:", "titl:")).diagnostics
    mild = diagnostic._replace(severity="info"), diagnostic._replace(waived="skäl")
    suite = parsed(CheckResult(mild, ("<stdin>",), {}))

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert suite.findall("testcase/failure") == []


def test_warnings_fail_a_case_only_where_they_fail_the_validation() -> None:
    [diagnostic] = loaded(PROMISE.replace("titel:", "titl:")).diagnostics
    warning = CheckResult((diagnostic._replace(severity="warning"),), ("<stdin>",), {})
    strict = replace(warning, failing=frozenset(["error", "warning"]))

    assert [
        (s.get("failures"), s.findtext("testcase/system-out")) for s in map(parsed, (warning, strict))
    ] == [
        (
            "0",
            f"D05: Nyckeln ”titl” finns inte här.\n<stdin>:2:1\n{diagnostic.why('sv')}\n{diagnostic.help('sv')}\n",
        ),
        ("1", None),
    ]


def test_a_file_without_findings_is_a_case_that_passed() -> None:
    suite = parsed(CheckResult((), ("a.yaml", "b.yaml"), {}))

    assert [case.get("name") for case in suite.findall("testcase")] == ["a.yaml", "b.yaml"]
    assert suite.get("failures") == "0"


def test_what_is_wrong_in_the_settings_is_a_case_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "a.yaml").write_text(PROMISE, encoding="utf-8")
    (tmp_path / "lofte.toml").write_text("x", encoding="utf-8")
    workspace = load([], tmp_path)
    suite = parsed(CheckResult(workspace.diagnostics, workspace.files, workspace.texts))

    assert [(case.get("name"), len(case.findall("failure"))) for case in suite.findall("testcase")] == [
        ("lofte.toml", 1),
        ("promises/a.yaml", 0),
    ]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


def test_odd_characters_are_written_so_that_xml_holds_them() -> None:
    [diagnostic] = loaded(PROMISE.replace("titel:", "titl:")).diagnostics
    odd = SchemaNotice("D99", "odd", Text("<&>\"'\ud800\uffff å 👮", ""), Text("]]>", ""), Text("b", ""))
    changed: Diagnostic = diagnostic._replace(notice=odd, file='a"<b>&\x07.yaml')
    suite = parsed(CheckResult((changed,), (changed.file,), {}))
    [case] = suite.findall("testcase")
    [failure] = case.findall("failure")

    assert case.get("name") == 'a"<b>&?.yaml'
    assert failure.get("message") == "<&>\"'?? å 👮"
    assert failure.text == 'a"<b>&?.yaml:2:1\n]]>\nb'


def test_nothing_checked_is_an_empty_suite() -> None:
    assert [(s.get("tests"), s.get("failures")) for s in [parsed(CheckResult((), (), {}))]] == [("0", "0")]
