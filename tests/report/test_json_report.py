"""A check as JSON, as docs/schema/validate.schema.json describes it."""

import dataclasses
import json
from typing import Any

import pytest
from inline_snapshot import snapshot
from jsonschema import ValidationError

from corpus import ERR, PROMISE, ROOT, loaded, shipped
from each import each
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.formats import View
from schemas import shape_of, validator

SCHEMA = validator("validate")


def _json(workspace: Workspace, lang: Language = "sv") -> Any:
    checked = CheckResult(workspace.diagnostics, workspace.files, workspace.texts)
    return json.loads(CHECK_FORMATS["json"](checked, View(lang, 80, False)))


def test_a_finding_is_a_row() -> None:
    workspace = loaded(PROMISE.replace("part: kommunen", "part: komunen"))

    assert _json(workspace, "en") == snapshot(
        {
            "version": 1,
            "diagnostics": [
                {
                    "code": "X01",
                    "name": "unknown-id",
                    "severity": "error",
                    "file": "<stdin>",
                    "line": 10,
                    "column": 20,
                    "end_line": 10,
                    "end_column": 27,
                    "route": "åtaganden/K1/part",
                    "message": "Nothing in “parter” has the id “komunen”.",
                    "why": "The reference leads nowhere, so the page cannot show what belongs together.",
                    "help": "Did you mean “kommunen”?",
                    "waived": False,
                }
            ],
            "summary": {"files": 1, "errors": 1, "warnings": 0, "infos": 0},
        }
    )


@each(LANGUAGES)
def test_every_answer_follows_the_schema(lang: Language) -> None:
    for workspace in (load(["."], ERR), shipped(), load([str(ERR / "many-values.yaml")], ROOT)):
        SCHEMA.validate(_json(workspace, lang))


@each(
    [
        ({"severity": "fel"}, ("diagnostics", 0)),
        ({"line": 0}, ("diagnostics", 0)),
        ({"code": "d5"}, ("diagnostics", 0)),
        ({"extra": 1}, ("diagnostics", 0)),
        ({"version": 2}, ()),
        ({"errors": -1}, ("summary",)),
    ]
)
def test_an_answer_of_another_shape_does_not_follow_the_schema(
    change: dict[str, Any], where: tuple[str | int, ...]
) -> None:
    answer = _json(loaded(PROMISE.replace("titel:", "titl:")))
    part = answer
    for step in where:
        part = part[step]
    part |= change

    with pytest.raises(ValidationError):
        SCHEMA.validate(answer)


@each(sorted(shape_of("validate")["$defs"]["diagnostic"]["required"]))
def test_every_key_of_a_row_is_there(key: str) -> None:
    answer = _json(loaded(PROMISE.replace("titel:", "titl:")))
    del answer["diagnostics"][0][key]

    with pytest.raises(ValidationError):
        SCHEMA.validate(answer)


def test_what_is_set_aside_is_reported_but_not_counted() -> None:
    workspace = loaded(PROMISE.replace("titel:", "titl:"))
    waived = tuple(diagnostic._replace(waived="skäl") for diagnostic in workspace.diagnostics)
    answer = _json(dataclasses.replace(workspace, diagnostics=waived))

    assert (answer["diagnostics"][0]["waived"], answer["summary"]["errors"]) == (True, 0)


def test_letters_are_written_as_they_are() -> None:
    workspace = loaded(PROMISE.replace("titel:", "titl:"))
    checked = CheckResult(workspace.diagnostics, workspace.files, workspace.texts)

    assert "å" in CHECK_FORMATS["json"](checked, View("sv", 80, False))
