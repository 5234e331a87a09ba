"""Validation report as JSON (docs/schema/validate.schema.json)."""

import json
from collections.abc import Iterator
from typing import Any, Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import Checked, joined

VERSION = 1
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",\n      ", ": ")).encode
"""A flat object with a line for each key; `indent` would be ten times as slow."""


def stream(checked: Checked, /, *, lang: Language, width: int, color: bool) -> Iterator[str]:  # noqa: ARG001 - a Writer
    """All diagnostics, and counts of open ones."""
    yield f'{{\n  "version": {VERSION},\n  "diagnostics": ['
    before = ""
    for diagnostic in checked.each():
        fields = _encode(_row(diagnostic, lang))[1:-1]
        yield f"{before}\n    {{\n      {fields}\n    }}"
        before = ","
    yield f"{chr(10) + '  ' if before else ''}],\n"
    yield f"{_dumps({'summary': _summary(checked)}).removeprefix('{' + chr(10))}\n"


write: Final = joined(stream)


def write_statistics(checked: Checked) -> str:
    """Count per rule, most frequent first."""
    rows = [{"code": row.code, "name": row.notice.name, "count": row.times} for row in checked.tally.rules()]
    return _dumps({"version": VERSION, "statistics": rows, "summary": _summary(checked)}) + "\n"


def _dumps(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _summary(checked: Checked) -> dict[str, int]:
    counts = checked.tally.severities
    return {
        "files": len(checked.files),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "infos": counts["info"],
    }


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
