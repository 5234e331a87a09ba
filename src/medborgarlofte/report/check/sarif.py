"""Validation report as SARIF 2.1.0."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.messages import Notice, without_fields
from medborgarlofte.report.check.result import CheckResult

_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
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
                    "driver": {"name": "lofte", "rules": [_rule(notices[code], lang) for code in codes]}
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(d, codes.index(d.code), lang, checked.from_top) for d in checked.diagnostics
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(notice: Notice, lang: Language) -> dict[str, Any]:
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


def _result(
    diagnostic: Diagnostic, index: int, lang: Language, from_top: Mapping[str, str]
) -> dict[str, Any]:
    span = diagnostic.span
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
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
