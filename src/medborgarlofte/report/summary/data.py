"""Figures for programs: JSON (docs/schema/summary.schema.json) and CSV."""

import csv
import io
from collections.abc import Callable, Mapping
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
        "documents": [_document(one) for one in summary.promises],
    }
    if summary.by:
        envelope["by"] = summary.by
        envelope["rows"] = [_json_row(row) for row in summary.rows]
    return to_json(envelope)


def _document(one: PromiseFigures) -> dict[str, Any]:
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
    drafts = frozenset(one.id for one in summary.promises if one.with_drafts)
    by_group: _Columns = {
        "rubrik": lambda row: row.label,
        "loften": lambda row: row.promises,
        "loften_med_utkast": lambda row: len({unit.promise for unit in row.units} & drafts),
        **_COUNTS,
    }
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    columns = by_group if summary.by else _PROMISE
    writer.writerow([*columns, *_STATUSES])
    for item in summary.rows if summary.by else summary.promises:
        statuses = counted(item.units)
        cells = [value(item) for value in columns.values()]
        writer.writerow([*cells, *(statuses.get(status, 0) for status in _STATUSES.values())])
    return written.getvalue()


_Columns = Mapping[str, Callable[[Any], object]]
_COUNTS: Final[_Columns] = {
    "ataganden": lambda one: len(one.units),
    "matbara": lambda one: sum(unit.measurable for unit in one.units),
    "med_ansvarig": lambda one: sum(unit.responsible for unit in one.units),
}
_PROMISE: Final[_Columns] = {
    "id": lambda one: one.id,
    "titel": lambda one: one.promise.title,
    "fran": lambda one: one.promise.period.start,
    "till": lambda one: one.promise.period.last_date,
    "lage": lambda one: one.stage,
    "med_utkast": lambda one: "true" if one.with_drafts else "false",
    "kommuner": lambda one: "; ".join(one.places),
    **_COUNTS,
    "uppfoljningar": lambda one: one.follow_ups,
    "senast_uppfoljt": lambda one: one.latest.date if one.latest else None,
}
_STATUSES: Final = {
    "ej_paborjat": "ej påbörjat", "pagar": "pågår", "genomfort": "genomfört", "delvis_genomfort": "delvis genomfört",
    "ej_genomfort": "ej genomfört", "utgatt": "utgått", "gar_ej_att_bedoma": "går ej att bedöma",
    "ingen_uppgift": NOT_REPORTED,
}  # fmt: skip
