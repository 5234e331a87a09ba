"""The faulty files in tests/data/err, each with what a person is told about it in both languages.

Regenerate the `.out` and `.en.out` files with `pytest --update-golden`, and read the difference.
"""

import dataclasses
import re
from functools import cache

import pytest

from corpus import ERR
from each import each
from medborgarlofte.i18n import Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.formats import View

FILES = sorted(path.name for path in ERR.glob("*.yaml"))
GOLDEN: dict[Language, str] = {"sv": ".out", "en": ".en.out"}


@cache
def _folder() -> Workspace:
    return load(["."], ERR)


def _checked(name: str) -> Workspace:
    """What is said of one file when `lofte validate x.yaml` is run in its folder."""
    whole = _folder()
    found = tuple(diagnostic for diagnostic in whole.diagnostics if diagnostic.file == name)
    return dataclasses.replace(whole, diagnostics=found, files=(name,))


def _said(workspace: Workspace, lang: Language) -> str:
    checked = CheckResult(workspace.diagnostics, workspace.files, workspace.texts)
    return CHECK_FORMATS["text"](checked, View(lang, 100, False))


def _heads(said: str, severities: tuple[str, str, str]) -> list[tuple[str, int, int, int, str]]:
    """Every finding's file, line, column, severity and code, as they stand in the text."""
    pattern = re.compile(rf"^(\S+\.yaml):(\d+):(\d+) ({'|'.join(severities)}) ([A-Z]\d\d)$", re.MULTILINE)
    return [
        (file, int(line), int(column), severities.index(severity), code)
        for file, line, column, severity, code in pattern.findall(said)
    ]


@each(FILES[::12])
def test_messages_about_a_file_is_the_same_when_it_is_requested_alone(name: str) -> None:
    alone = load([name], ERR)

    assert (name,) == alone.files
    assert _checked(name).diagnostics == alone.diagnostics


@each(FILES)
def test_a_faulty_file_is_answered_as_written_beside_it(name: str, update_golden: bool) -> None:
    workspace = _checked(name)

    for lang, suffix in GOLDEN.items():
        path = ERR / name.replace(".yaml", suffix)
        said = _said(workspace, lang)
        if update_golden:
            path.write_text(said, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == said


@each(FILES)
def test_a_faulty_file_has_an_error_and_every_finding_a_place(name: str) -> None:
    workspace = _checked(name)

    assert workspace.has_errors
    for diagnostic in workspace.diagnostics:
        span = diagnostic.span
        assert name == diagnostic.file
        assert span.line >= 1
        assert span.column >= 1
        assert (span.end_line, span.end_column) >= (span.line, span.column)


@each(FILES)
def test_swedish_and_english_find_the_same_at_the_same_places(name: str) -> None:
    workspace = _checked(name)
    swedish = _heads(_said(workspace, "sv"), ("fel", "varning", "tips"))
    english = _heads(_said(workspace, "en"), ("error", "warning", "info"))

    assert len(workspace.diagnostics) == len(swedish)
    assert swedish == english


def test_every_expected_output_has_its_file(update_golden: bool) -> None:
    if update_golden:
        pytest.skip("the output is being written")
    stems = {name.removesuffix(".yaml") for name in FILES}

    assert len(stems) > 90
    assert stems == {path.name.removesuffix(".en.out") for path in ERR.glob("*.en.out")}
    assert stems == {
        path.name.removesuffix(".out") for path in ERR.glob("*.out") if not path.name.endswith(".en.out")
    }
