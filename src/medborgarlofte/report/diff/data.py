"""Comparisons as JSON (docs/schema/diff.schema.json) and HTML."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from medborgarlofte.diff.describe import as_json, remarks
from medborgarlofte.diff.model import Change
from medborgarlofte.i18n import Language
from medborgarlofte.load import LoadedDocument
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.report.formats import View, to_json

VERSION: Final = 1


def write_json(rows: Sequence[Compared], view: View) -> str:
    """Every change with evidence, kept ones included."""
    envelope = {"version": VERSION, "comparisons": [_comparison(row, view.lang) for row in rows]}
    return to_json(envelope)


def _comparison(row: Compared, lang: Language) -> dict[str, Any]:
    comparison = row.comparison
    return {
        "old": _document(row.old),
        "new": _document(row.new),
        "headline": comparison.headline,
        "suggestions": comparison.suggestions,
        "commitments": [_change(change) for change in comparison.changes],
        "focus_areas": [_change(change) for change in comparison.focus_areas],
        "other": [as_json(piece) for piece in comparison.other],
        "remarks": [
            {"key": noticed.key, "about": noticed.about, "message": sentence[lang]}
            for noticed, sentence in remarks(comparison)
        ],
    }


def _document(loaded: LoadedDocument) -> dict[str, Any]:
    period = loaded.document.period
    dates = (
        {"from": str(period.start or "") or None, "to": str(period.last_date or "") or None}
        if period
        else None
    )
    return {"id": loaded.id, "period": dates, "status": loaded.document.status}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": list(change.old),
        "new": list(change.new),
        "basis": change.basis,
        "score": change.score,
        "evidence": [as_json(piece) for piece in change.evidence],
        "candidates": [asdict(candidate) for candidate in change.candidates],
    }


def write_html(rows: Sequence[Compared], view: View) -> str:
    """A page with its style sheet inside."""
    from medborgarlofte.site.comparison import standalone  # noqa: PLC0415 - jinja, which JSON does not need

    return standalone([(row.comparison, row.old, row.new) for row in rows], view.lang)
