"""A check as JSON, for programs; described in docs/schema/validate.schema.json."""

import json
from typing import Any

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.report.check_result import CheckResult

VERSION = 1


def write(checked: CheckResult, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """The envelope has English keys and changes only with a note in the changelog."""
    envelope = {
        "version": VERSION,
        "diagnostics": [_row(diagnostic, lang) for diagnostic in checked.diagnostics],
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
