"""Figures as JSON (docs/schema/summary.schema.json)."""

import json
from typing import Any, Final

from medborgarlofte.i18n import Language
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.stats import PromiseFigures, Row, counted

VERSION: Final = 1


def write(summary: Summary, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Every promise; with `--by` also the rows."""
    envelope: dict[str, Any] = {
        "version": VERSION,
        "documents": [document_row(one) for one in summary.promises],
    }
    if summary.by:
        envelope["by"] = summary.by
        envelope["rows"] = [_row(row) for row in summary.rows]
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def document_row(one: PromiseFigures) -> dict[str, Any]:
    """The figures of one promise."""
    period = one.promise.period
    return {
        "id": one.id,
        "kind": "medborgarlöfte",
        "title": one.promise.title,
        "period": {
            "start": str(period.start) if period.start else None,
            "end": str(period.last_date) if period.last_date else None,
        },
        "standing": one.stage,
        "places": list(one.places),
        "police_areas": list(one.police_areas),
        "commitments": {"total": len(one.units), "by_party": dict(one.by_party)},
        "measurable": sum(unit.measurable for unit in one.units),
        "responsible": sum(unit.responsible for unit in one.units),
        "follow_ups": one.follow_ups,
        "latest_follow_up": str(one.latest.date) if one.latest else None,
        "statuses": counted(one.units),
        "days_left": one.days_left,
        "with_drafts": one.with_drafts,
        "filled": round(one.filled, 3),
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "label": row.label or None,
        "promises": row.promises,
        "commitments": len(row.units),
        "measurable": row.measurable,
        "responsible": row.responsible,
        "statuses": row.statuses,
    }
