"""Figures over promises as CSV."""

import csv
import io
from typing import Final

from medborgarlofte.i18n import Language
from medborgarlofte.model.statuses import NOT_REPORTED
from medborgarlofte.report.summary.json import document_row
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.stats import PromiseFigures, Row


def write(summary: Summary, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Line per promise or row: commas, CRLF, ASCII headings."""
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
    made = document_row(one)
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
