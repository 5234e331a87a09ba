"""Figures for programs: JSON (docs/schema/summary.schema.json) and CSV."""

import csv
import io
from typing import Any, Final

from medborgarlofte.model.statuses import NOT_REPORTED
from medborgarlofte.report.formats import View, to_json
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.stats import PromiseFigures, Row, counted

VERSION: Final = 1


def write_json(summary: Summary, _view: View) -> str:
    """Every promise; with `--by` also the rows."""
    envelope: dict[str, Any] = {
        "version": VERSION,
        "documents": [document_row(one) for one in summary.promises],
    }
    if summary.by:
        envelope["by"] = summary.by
        envelope["rows"] = [_json_row(row) for row in summary.rows]
    return to_json(envelope)


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


def _json_row(row: Row) -> dict[str, Any]:
    return {
        "label": row.label or None,
        "promises": row.promises,
        "commitments": len(row.units),
        "measurable": row.measurable,
        "responsible": row.responsible,
        "statuses": row.statuses,
    }


def write_csv(summary: Summary, _view: View) -> str:
    """Line per promise or row: commas, CRLF, ASCII headings."""
    headings = [*(_ROW if summary.by else _PROMISE), *_COLUMNS]
    drafts = frozenset(one.id for one in summary.promises if one.with_drafts)
    table = (
        [_flat_row(row, drafts) for row in summary.rows]
        if summary.by
        else [_flat(one) for one in summary.promises]
    )
    written = io.StringIO()
    writer = csv.DictWriter(written, fieldnames=headings, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(table)
    return written.getvalue()


_PROMISE: Final = (
    "id", "titel", "fran", "till", "lage", "med_utkast", "kommuner", "ataganden", "matbara", "med_ansvarig", "uppfoljningar", "senast_uppfoljt",
)  # fmt: skip
_ROW: Final = ("rubrik", "loften", "loften_med_utkast", "ataganden", "matbara", "med_ansvarig")
_COLUMNS: Final = {
    "ej_paborjat": "ej påbörjat", "pagar": "pågår", "genomfort": "genomfört", "delvis_genomfort": "delvis genomfört",
    "ej_genomfort": "ej genomfört", "utgatt": "utgått", "gar_ej_att_bedoma": "går ej att bedöma",
    "ingen_uppgift": NOT_REPORTED,
}  # fmt: skip


def _flat(one: PromiseFigures) -> dict[str, object]:
    made = document_row(one)
    return {
        "id": one.id,
        "titel": one.promise.title,
        "fran": made["period"]["start"],
        "till": made["period"]["end"],
        "lage": one.stage,
        "med_utkast": "true" if one.with_drafts else "false",
        "kommuner": "; ".join(one.places),
        "ataganden": len(one.units),
        "matbara": made["measurable"],
        "med_ansvarig": made["responsible"],
        "uppfoljningar": one.follow_ups,
        "senast_uppfoljt": made["latest_follow_up"],
        **{column: made["statuses"].get(status, 0) for column, status in _COLUMNS.items()},
    }


def _flat_row(row: Row, drafts: frozenset[str]) -> dict[str, object]:
    return {
        "rubrik": row.label,
        "loften": row.promises,
        "loften_med_utkast": len({unit.promise for unit in row.units} & drafts),
        "ataganden": len(row.units),
        "matbara": row.measurable,
        "med_ansvarig": row.responsible,
        **{column: row.statuses.get(status, 0) for column, status in _COLUMNS.items()},
    }
