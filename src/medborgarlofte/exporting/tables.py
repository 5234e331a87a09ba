"""Tables of promises, commitments, follow-ups and parties, as CSV."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from medborgarlofte.exporting.columns import (
    CODES,
    STATED,
    Column,
    as_stated,
    boolean,
    cells_of,
    codes_of,
    columns_of,
    days_of,
    outcome,
)
from medborgarlofte.follow_up.reports import follow_ups, latest_reports, reported
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp, FollowUpItem
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import Document, Party
from medborgarlofte.model.situation_picture import Figure, SituationPicture

Rows = Callable[[Workspace], Iterator[Mapping[str, Any]]]


class Table(NamedTuple):
    """Table: file, row description, columns and rows."""

    file: str
    about: Text
    columns: tuple[Column, ...]
    rows: Rows


KEY: Final = "id"
"""Column that tells the rows of every table apart."""


def _promises(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    for loaded, promise in workspace.of_kind(Promise):
        count = len(reported(follow_ups(workspace, loaded.id)))
        yield {"id": loaded.id, **cells_of(promise, promise), "uppfoljningar": count}


def _commitments(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    for loaded, promise in workspace.of_kind(Promise):
        words = latest_reports(promise, follow_ups(workspace, loaded.id))
        for commitment in promise.commitments:
            word = words.get(commitment.id)
            made = {
                "id": f"{loaded.id}#{commitment.id}",
                "lofte_id": loaded.id,
                "kommun_id": codes_of(promise),
                "lofte_status": promise.status,
            }
            made |= cells_of(commitment, promise)
            item = cells_of(word.item, word.follow_up) if word else {}
            latest = {column.name: item.get(column.name) for column in _LATEST}
            if word:
                latest |= dict(zip(("utfall", "utfall_text"), outcome(word.actuals, word.part), strict=True))
            followed_up = as_stated(word.follow_up.date) if word else None
            status = word.follow_up.status if word else None
            yield made | latest | {"uppfolt": followed_up, "uppfolt_status": status}


def _follow_ups(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    for loaded, follow_up in workspace.of_kind(FollowUp):
        first, last = days_of(follow_up.period)
        for item in follow_up.items:
            yield {
                "id": f"{loaded.id}#{item.commitment}",
                "uppfoljning_id": loaded.id,
                "lofte_id": follow_up.promise,
                "datum": as_stated(follow_up.date),
                "avser_fran": first,
                "avser_till": last,
                "slutlig": boolean(follow_up.final),
                "uppfoljning_status": follow_up.status,
                **cells_of(item, follow_up),
            }


def _records(
    name: str, kind: type[Document], records: Callable[[Any], Iterable[tuple[object, BaseModel]]]
) -> Rows:
    """Rows of a list of records in documents of a kind, each with its key in the document."""

    def rows(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
        for loaded in workspace.documents.values():
            document = loaded.document
            for key, record in records(document) if isinstance(document, kind) else ():
                yield {
                    "id": f"{loaded.id}#{key}",
                    f"{name}_id": loaded.id,
                    f"{name}_status": document.status,
                    **cells_of(record, document),
                }

    return rows


_ITEM: Final = tuple(columns_of(FollowUpItem))
_LATEST: Final = tuple(
    column for column in _ITEM if column.name not in ("atagande", "raknat", "kommentar", "text")
)
"""What a commitment shows of its latest report."""

TABLES: Final[tuple[Table, ...]] = (
    Table(
        "loften.csv",
        Text("Ett medborgarlöfte på varje rad", "One promise on each row"),
        (
            Column("id", "Löftets id: sökvägen till dess fil utan ändelse"),
            *columns_of(Promise),
            Column("uppfoljningar", "Antal uppföljningar", "integer"),
        ),
        _promises,
    ),
    Table(
        "ataganden.csv",
        Text(
            "Ett åtagande på varje rad, med senaste besked",
            "One commitment on each row, with the latest report",
        ),
        (
            Column("id", "Löftets id, # och åtagandets id"),
            Column("lofte_id", "Löftets id"),
            Column("kommun_id", "Kommunkod enligt SCB; flera åtskilda av blanksteg", pattern=CODES),
            Column("lofte_status", "Löftets status: utkast medan det inte är beslutat"),
            *columns_of(Commitment),
            *_LATEST,
            Column("uppfolt", "När det senaste beskedet gavs", pattern=STATED),
            Column(
                "uppfolt_status", "Status för uppföljningen med senaste besked: utkast medan den inte är klar"
            ),
        ),
        _commitments,
    ),
    Table(
        "uppfoljning.csv",
        Text("Ett besked om ett åtagande på varje rad", "One report on a commitment on each row"),
        (
            Column("id", "Uppföljningens id, # och åtagandets id"),
            Column("uppfoljning_id", "Uppföljningens id"),
            Column("lofte_id", "Löftets id"),
            Column("datum", "När uppföljningen gjordes", pattern=STATED),
            Column("avser_fran", "Första dagen som beskedet gäller", "date"),
            Column("avser_till", "Sista dagen som beskedet gäller", "date"),
            Column("slutlig", "Om det är den sista uppföljningen", "boolean"),
            Column("uppfoljning_status", "Uppföljningens status: utkast medan den inte är klar"),
            *_ITEM,
        ),
        _follow_ups,
    ),
    Table(
        "overenskommelser-ataganden.csv",
        Text("Ett åtagande i en överenskommelse på varje rad", "One commitment of an agreement on each row"),
        (
            Column("id", "Överenskommelsens id, # och åtagandets id"),
            Column("overenskommelse_id", "Överenskommelsens id"),
            Column("overenskommelse_status", "Överenskommelsens status: utkast medan den inte är beslutad"),
            *columns_of(Commitment),
        ),
        _records("overenskommelse", Agreement, lambda agreement: ((c.id, c) for c in agreement.commitments)),
    ),
    Table(
        "siffror.csv",
        Text("En siffra i en lägesbild på varje rad", "One figure of a situation picture on each row"),
        (
            Column("id", "Lägesbildens id, # och siffrans nummer"),
            Column("lagesbild_id", "Lägesbildens id"),
            Column("lagesbild_status", "Lägesbildens status: utkast medan den inte är klar"),
            *columns_of(Figure),
        ),
        _records("lagesbild", SituationPicture, lambda picture: enumerate(picture.figures, start=1)),
    ),
    Table(
        "parter.csv",
        Text("En part i ett dokument på varje rad", "One party of a document on each row"),
        (
            Column("id", "Dokumentets id, # och partens id"),
            Column("dokument_id", "Dokumentets id"),
            Column("dokument_status", "Dokumentets status: utkast medan det inte är beslutat"),
            *columns_of(Party),
        ),
        _records("dokument", Document, lambda document: ((party.id, party) for party in document.parties)),
    ),
)


def write_csv(
    table: Table,
    workspace: Workspace,
    format_cell: Callable[[Column, Any], Any] = lambda _, value: value,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> bytes:
    """CSV (RFC 4180) with decimal points and ISO dates."""
    written = io.BytesIO()
    text = io.TextIOWrapper(written, encoding, newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows(workspace):
        writer.writerow([format_cell(column, row[column.name]) for column in table.columns])
    text.flush()
    return written.getvalue()


def write_excel_csv(table: Table, workspace: Workspace) -> bytes:
    """CSV with byte order mark, semicolon and decimal comma."""
    return write_csv(table, workspace, format_cell, ";", "utf-8-sig")


def format_cell(column: Column, value: object) -> str:
    """Cell that Excel shows unchanged.

    A text that Excel would take for a number, a date or a share becomes a formula: ="0180". A text that
    starts like a formula gets an apostrophe, so that nothing in a promise can run.
    """
    cell = "" if value is None else str(value)
    if column.type == "number":
        return cell.replace(".", ",")
    if isinstance(value, dt.date):
        return cell
    if column.type == "string" and _CHANGED_BY_EXCEL.fullmatch(cell):
        return f'="{cell}"'
    runs = cell.lstrip().startswith(("=", "+", "-", "@")) or cell.startswith(("\t", "\r", "\n"))
    return f"'{cell}" if runs else cell


_MONTH: Final = "(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
_CHANGED_BY_EXCEL: Final = re.compile(
    r" *(?:0\d+|\d{16,}|\d+[eE]\d+"  # leading zeros, more digits than Excel keeps, powers of ten
    r"|\d+(?:[.,:/-]+\d+)+ *%?|\d+ *%"  # dates, times, decimals, shares
    rf"|\d{{1,2}}[ -]?{_MONTH}(?:[ -]\d{{2,4}})?|{_MONTH}[ -]?\d{{1,4}}) *",
    re.IGNORECASE | re.ASCII,
)
