"""Validation report as SARIF 2.1.0, for code scanning services."""

import json
from typing import Any, Final
from urllib.parse import quote

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.messages import Notice, without_fields
from medborgarlofte.report.check.result import CheckResult

_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """One run: the rules that fired, and a result for each finding; waived ones are suppressed."""
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
                "results": [_result(d, codes.index(d.code), lang) for d in checked.diagnostics],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(notice: Notice, lang: Language) -> dict[str, Any]:
    return {
        "id": notice.code,
        "name": notice.name,
        "shortDescription": {"text": without_fields(notice.message[lang])},
        "fullDescription": {"text": without_fields(notice.why[lang])},
        "help": {"text": without_fields(notice.help[lang])},
    }


def _result(diagnostic: Diagnostic, index: int, lang: Language) -> dict[str, Any]:
    span = diagnostic.span
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message(lang)} {diagnostic.why(lang)} {diagnostic.help(lang)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(diagnostic.file)},
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
