"""A check as SARIF: the shape that its schema asks for, and the same places as in JSON and text."""

import datetime as dt
import functools
import json
import re
from itertools import product
from typing import Any, Final, cast

import jsonschema
import pytest

from corpus import ERR, PROMISE, ROOT, loaded, shipped
from each import each
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.data import _sarif_rule, _uri
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.explanation import notices
from medborgarlofte.report.formats import View
from medborgarlofte.rules.engine import lint

TODAY: Final = dt.date(2024, 6, 1)


@functools.cache
def validator() -> jsonschema.Draft7Validator:
    """The schema of SARIF 2.1.0, as OASIS published it."""
    return jsonschema.Draft7Validator(
        json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    )


def checked(workspace: Workspace) -> CheckResult:
    """Schema and rules together, as `lofte validate --profile granskning` finds them."""
    found = [*workspace.diagnostics, *lint(workspace, today=TODAY, profile="granskning")]
    return CheckResult(tuple(sorted(found, key=lambda d: d.order)), workspace.files, workspace.texts)


def written(check: CheckResult, name: str, lang: Language = "sv") -> str:
    """The check in a format."""
    return CHECK_FORMATS[name](check, View(lang, 100, False))


def run_of(check: CheckResult, lang: Language = "sv") -> dict[str, Any]:
    """The one run of a SARIF log."""
    log = json.loads(written(check, "sarif", lang))
    [run] = log["runs"]
    return cast("dict[str, Any]", run)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(validator().schema)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("corpus", ["shipped", "nothing", pytest.param("faulty", marks=pytest.mark.slow)])
def test_every_answer_follows_the_schema(corpus: str, lang: Language) -> None:
    check = {
        "shipped": lambda: checked(shipped()),
        "faulty": lambda: checked(load(["."], ERR)),
        "nothing": lambda: CheckResult((), (), {}),
    }[corpus]()

    assert [
        error.message for error in validator().iter_errors(json.loads(written(check, "sarif", lang)))
    ] == []


def test_a_log_of_another_shape_does_not_follow_the_schema() -> None:
    log = json.loads(written(checked(shipped()), "sarif"))
    log["runs"][0]["results"][0]["level"] = "varning"

    assert not validator().is_valid(log)


def test_every_result_names_its_rule_by_code_and_place_in_the_table() -> None:
    run = run_of(checked(shipped()))
    rules = run["tool"]["driver"]["rules"]

    assert sorted({rule["id"] for rule in rules}) == [rule["id"] for rule in rules]
    assert [result["ruleId"] for result in run["results"]] == [
        rules[result["ruleIndex"]]["id"] for result in run["results"]
    ]
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in rules}


@each(LANGUAGES)
def test_messages_about_a_rule_has_no_holes(lang: Language) -> None:
    for rule in run_of(checked(shipped()), lang)["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert re.findall(r"\{\w+\}|\{\{|\}\}", rule[key]["text"]) == [], (rule["id"], key)


@each(product(sorted(notices()), LANGUAGES))
def test_the_title_of_every_rule_is_a_whole_sentence(code: str, lang: Language) -> None:
    rule = _sarif_rule(notices()[code], lang)

    for key in ("shortDescription", "fullDescription", "help"):
        text = rule[key]["text"]
        assert re.search(r"[.?!”)]$", text), text
        assert "…" not in text.replace("titel: …", "") or key == "help", text


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("promises/å b.yaml", "promises/%C3%A5%20b.yaml"),
        ("/tmp/å.yaml", "file:///tmp/%C3%A5.yaml"),  # noqa: S108 - nothing is written there
        ("C:/å.yaml", "file:///C:/%C3%A5.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_path_is_an_address_that_services_read(path: str, uri: str) -> None:
    assert _uri(path) == uri


def test_places_agree_in_sarif_json_and_text() -> None:
    check = checked(shipped())
    rows = json.loads(written(check, "json"))["diagnostics"]
    from_json = [
        (
            row["code"],
            row["file"],
            row["line"],
            row["column"],
            row["end_line"],
            row["end_column"],
            row["route"],
        )
        for row in rows
    ]
    opened = [here[:4] for here, row in zip(from_json, rows, strict=True) if not row["waived"]]
    from_sarif = []
    for result in run_of(check)["results"]:
        [location] = result["locations"]
        [logical] = location["logicalLocations"]
        physical, region = location["physicalLocation"], location["physicalLocation"]["region"]
        from_sarif.append(
            (
                result["ruleId"],
                physical["artifactLocation"]["uri"],
                region["startLine"],
                region["startColumn"],
                region["endLine"],
                region["endColumn"],
                logical["fullyQualifiedName"],
            )
        )
    from_text = [
        (code, file, int(line), int(column))
        for file, line, column, code in re.findall(
            r"^(\S+?):(\d+):(\d+) (?:fel|varning|tips) (\w+)$", written(check, "text"), re.MULTILINE
        )
    ]

    assert len(from_json) > 100
    assert from_json == from_sarif
    assert opened == from_text


def test_messages_agree_in_sarif_and_json() -> None:
    check = checked(shipped())
    rows = json.loads(written(check, "json"))["diagnostics"]

    assert [f"{row['message']} {row['why']} {row['help']}" for row in rows] == [
        result["message"]["text"] for result in run_of(check)["results"]
    ]


def test_every_place_is_in_its_file() -> None:
    workspace = shipped()
    for diagnostic in checked(workspace).diagnostics:
        lines = workspace.texts[diagnostic.file].split("\n")
        span = diagnostic.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


def test_text_underlines_the_columns_that_json_names() -> None:
    check = checked(shipped())
    text = written(check, "text")
    frames = re.findall(r"^  (\d+) \| (.*)\n  +\| ( *)(\^+)$", text, re.MULTILINE)
    whole = [
        (d, frame)
        for d, frame in zip(check.open, frames, strict=True)
        if d.span.line == d.span.end_line and "…" not in frame[1] and "\t" not in frame[1]
    ]

    assert len(whole) > 50
    for diagnostic, (line, _, before, marks) in whole:
        span = diagnostic.span
        assert (span.line, span.column) == (int(line), len(before) + 1)
        assert max(span.end_column - span.column, 1) == len(marks)


def test_severities_have_the_names_that_sarif_gives_them() -> None:
    check = checked(shipped())
    names = {"error": "error", "warning": "warning", "info": "note"}

    assert [names[d.severity] for d in check.diagnostics] == [
        result["level"] for result in run_of(check)["results"]
    ]


def test_columns_are_counted_in_characters() -> None:
    text = PROMISE + "inledning: 👮👮 Löftet gäller till den 31 juni 2024.\n"
    run = run_of(checked(loaded(text)))
    [result] = [result for result in run["results"] if result["ruleId"] == "T01"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = text.splitlines()[region["startLine"] - 1]

    assert run["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "31 juni 2024"


def test_a_file_name_is_an_address() -> None:
    check = checked(loaded(PROMISE.replace("titel:", "titl:")))
    [diagnostic] = [d for d in check.diagnostics if d.code == "D05"]
    odd = CheckResult((diagnostic._replace(file="löften/år 2024#1%.yaml"),), (), {})
    [result] = run_of(odd)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert uri == "l%C3%B6ften/%C3%A5r%202024%231%25.yaml"
    assert list(validator().iter_errors(json.loads(written(odd, "sarif")))) == []


def test_the_same_check_gives_the_same_bytes() -> None:
    assert written(checked(shipped()), "sarif") == written(checked(shipped()), "sarif")
