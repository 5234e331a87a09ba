"""Figures over promises for programs: JSON and CSV."""

import csv
import io
import json
from typing import Any, Final

from medborgarlofte.follow_up.reports import NOT_REPORTED
from medborgarlofte.i18n import Language
from medborgarlofte.report.summary_result import Summary
from medborgarlofte.stats import PromiseFigures, Row, counted

VERSION: Final = 1


def write_json(summary: Summary, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """Described in docs/schema/summary.schema.json."""
    envelope: dict[str, Any] = {"version": VERSION, "documents": [_document(one) for one in summary.promises]}
    if summary.by:
        envelope["by"] = summary.by
        envelope["rows"] = [_row(row) for row in summary.rows]
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def _document(one: PromiseFigures) -> dict[str, Any]:
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
        "latest_follow_up": one.latest.isoformat() if one.latest else None,
        "statuses": counted(one.units),
        "days_left": one.days_left,
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


def write_csv(summary: Summary, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """Comma, CRLF and headings without å, ä, ö: a line a promise, or a line a row."""
    headings = [*(_ROW if summary.by else _PROMISE), *_COLUMNS]
    table = (
        [_flat_row(row) for row in summary.rows] if summary.by else [_flat(one) for one in summary.promises]
    )
    written = io.StringIO()
    writer = csv.DictWriter(written, fieldnames=headings, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(table)
    return written.getvalue()


_PROMISE: Final = (
    "id", "titel", "fran", "till", "kommuner", "ataganden", "matbara", "med_ansvarig", "uppfoljningar", "senast_uppfoljt",
)  # fmt: skip
_ROW: Final = ("rubrik", "loften", "ataganden", "matbara", "med_ansvarig")
_COLUMNS: Final = {
    "ej_paborjat": "ej påbörjat", "pagar": "pågår", "genomfort": "genomfört", "delvis_genomfort": "delvis genomfört",
    "ej_genomfort": "ej genomfört", "utgatt": "utgått", "gar_ej_att_bedoma": "går ej att bedöma",
    "ingen_uppgift": NOT_REPORTED,
}  # fmt: skip


def _flat(one: PromiseFigures) -> dict[str, object]:
    made = _document(one)
    return {
        "id": one.id,
        "titel": one.promise.title,
        "fran": made["period"]["start"],
        "till": made["period"]["end"],
        "kommuner": "; ".join(one.places),
        "ataganden": len(one.units),
        "matbara": made["measurable"],
        "med_ansvarig": made["responsible"],
        "uppfoljningar": one.follow_ups,
        "senast_uppfoljt": made["latest_follow_up"],
        **{column: made["statuses"].get(status, 0) for column, status in _COLUMNS.items()},
    }


def _flat_row(row: Row) -> dict[str, object]:
    return {
        "rubrik": row.label,
        "loften": row.promises,
        "ataganden": len(row.units),
        "matbara": row.measurable,
        "med_ansvarig": row.responsible,
        **{column: row.statuses.get(status, 0) for column, status in _COLUMNS.items()},
    }
