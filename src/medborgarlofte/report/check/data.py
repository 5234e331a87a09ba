"""Validation reports for programs and services."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import NOT_XML, Language, escape_controls
from medborgarlofte.messages import Notice, without_fields
from medborgarlofte.report.check.result import Checked, CheckResult, Streamed
from medborgarlofte.report.formats import View, to_json

VERSION: Final = 1
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",\n      ", ": ")).encode
"""A flat object with a line for each key; `indent` would be ten times as slow."""


@Streamed
def write_json(checked: Checked, view: View) -> Iterator[str]:
    """All diagnostics, and counts of open ones."""
    yield f'{{\n  "version": {VERSION},\n  "diagnostics": ['
    before = ""
    for diagnostic in checked.each():
        fields = _encode(_json_row(diagnostic, view.lang))[1:-1]
        yield f"{before}\n    {{\n      {fields}\n    }}"
        before = ","
    yield f"{chr(10) + '  ' if before else ''}],\n"
    yield to_json({"summary": _summary(checked)}).removeprefix("{\n")


def write_statistics_json(checked: Checked) -> str:
    """Count per rule, most frequent first."""
    rows = [{"code": row.code, "name": row.notice.name, "count": row.times} for row in checked.tally.rules()]
    return to_json({"version": VERSION, "statistics": rows, "summary": _summary(checked)})


def _summary(checked: Checked) -> dict[str, int]:
    counts = checked.tally.severities
    return {
        "files": len(checked.files),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "infos": counts["info"],
    }


def _json_row(diagnostic: Diagnostic, lang: Language) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "name": diagnostic.notice.name,
        "severity": diagnostic.severity,
        "file": diagnostic.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "route": diagnostic.route,
        "message": diagnostic.message(lang),
        "why": diagnostic.why(lang),
        "help": diagnostic.help(lang),
        "waived": diagnostic.waived is not None,
    }


_GITHUB_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


@Streamed
def write_github(checked: Checked, view: View) -> Iterator[str]:
    """One line for each open finding."""
    for diagnostic in checked.each():
        if diagnostic.waived is not None:
            continue
        span = diagnostic.span
        same_line = f",endColumn={span.end_column}" if span.line == span.end_line else ""
        file = checked.from_top.get(diagnostic.file, diagnostic.file)
        place = f"file={_github_property(file)},line={span.line},endLine={span.end_line},col={span.column}{same_line}"
        title = _github_property(f"{diagnostic.code} {diagnostic.notice.name}")
        text = f"{diagnostic.message(view.lang)} {diagnostic.help(view.lang)}"
        yield f"::{_GITHUB_COMMANDS[diagnostic.severity]} {place},title={title}::{_github_data(text)}\n"


def _github_data(text: str) -> str:
    return escape_controls(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def write_junit(checked: CheckResult, view: View) -> str:
    """Test case per file, failed by what fails the validation; other warnings are its output."""
    grave = [d for d in checked.open if d.severity != "info"]
    failing = {d.file for d in grave if d.severity in checked.failing}
    files = sorted({*checked.files, *(d.file for d in grave)})
    suite = ET.Element(
        "testsuite", name="lofte", tests=str(len(files)), failures=str(len(failing)), errors="0"
    )
    for file in files:
        case = ET.SubElement(suite, "testcase", classname="lofte", name=_xml(file))
        own = [d for d in grave if d.file == file]
        for diagnostic in (d for d in own if d.severity in checked.failing):
            message = _xml(diagnostic.message(view.lang))
            failure = ET.SubElement(case, "failure", type=diagnostic.code, message=message)
            failure.text = _xml(_junit_text(diagnostic, view.lang))
        others = [
            f"{d.code}: {d.message(view.lang)}\n{_junit_text(d, view.lang)}\n"
            for d in own
            if d.severity not in checked.failing
        ]
        if others:
            ET.SubElement(case, "system-out").text = _xml("\n".join(others))
    ET.indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"


def _junit_text(diagnostic: Diagnostic, lang: Language) -> str:
    span = diagnostic.span
    return f"{diagnostic.file}:{span.line}:{span.column}\n{diagnostic.why(lang)}\n{diagnostic.help(lang)}"


def _xml(text: str) -> str:
    """Replace the characters that XML 1.0 forbids."""
    return NOT_XML.sub("?", text)


_SARIF_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


def write_sarif(checked: CheckResult, view: View) -> str:
    """One run with rules and results.

    Waived findings are suppressed results.
    """
    notices = {d.code: d.notice for d in checked.diagnostics}
    codes = sorted(notices)
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "lofte",
                        "rules": [_sarif_rule(notices[code], view.lang) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _sarif_result(d, codes.index(d.code), view.lang, checked.from_top)
                    for d in checked.diagnostics
                ],
            }
        ],
    }
    return to_json(log)


def _sarif_rule(notice: Notice, lang: Language) -> dict[str, Any]:
    """SARIF rule, without texts specific to a finding."""
    what, why, now = (_general(text[lang]) for text in (notice.message, notice.why, notice.help))
    name = notice.name.replace("-", " ").capitalize() + "."
    return {
        "id": notice.code,
        "name": notice.name,
        "shortDescription": {"text": next(iter([*what, *why, name]))},
        "fullDescription": {"text": " ".join(why) or name},
        "help": {"text": " ".join(now or why) or name},
    }


def _general(text: str) -> list[str]:
    """Sentences of a text without a {field}."""
    sentences = re.split(r"(?<=[.?!])\s+(?=[^\W\d_a-zåäö]|[”“{])", text)
    return [without_fields(sentence) for sentence in sentences if sentence == _FIELD.sub("", sentence)]


_FIELD: Final = re.compile(r"(?<!\{)\{\w+\}(?!\})")


def _uri(path: str) -> str:
    """Path as URI, relative to the repository."""
    if re.match(r"/|[A-Za-z]:/", path):
        return f"file:///{quote(path.removeprefix('/'), safe='/:')}"
    return quote(path)


def _sarif_result(
    diagnostic: Diagnostic, index: int, lang: Language, from_top: Mapping[str, str]
) -> dict[str, Any]:
    span = diagnostic.span
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message(lang)} {diagnostic.why(lang)} {diagnostic.help(lang)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(from_top.get(diagnostic.file, diagnostic.file))},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                },
                "logicalLocations": [{"fullyQualifiedName": diagnostic.route}],
            }
        ],
    }
    if diagnostic.waived is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": diagnostic.waived}]
    return result
