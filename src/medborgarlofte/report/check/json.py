"""Validation report as JSON (docs/schema/validate.schema.json)."""

import json
from typing import Any

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.check.sentences import rule_counts

VERSION = 1


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """All diagnostics, and counts of open ones."""
    return _envelope(checked, "diagnostics", [_row(diagnostic, lang) for diagnostic in checked.diagnostics])


def write_statistics(checked: CheckResult) -> str:
    """Count per rule, most frequent first."""
    rows = [{"code": row.code, "name": row.notice.name, "count": row.times} for row in rule_counts(checked)]
    return _envelope(checked, "statistics", rows)


def _envelope(checked: CheckResult, key: str, rows: list[dict[str, Any]]) -> str:
    envelope = {
        "version": VERSION,
        key: rows,
        "summary": {
            "files": len(checked.files),
            "errors": checked.counted["error"],
            "warnings": checked.counted["warning"],
            "infos": checked.counted["info"],
        },
    }
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def _row(diagnostic: Diagnostic, lang: Language) -> dict[str, Any]:
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
