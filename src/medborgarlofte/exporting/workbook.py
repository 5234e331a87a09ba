"""All tables as one Excel workbook with typed cells."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.office import load_office, saved
from medborgarlofte.exporting.tables import TABLES
from medborgarlofte.load import Workspace

NAME: Final = "loften.xlsx"
WIDEST: Final = 50
"""Characters of a column at most."""
_ABOUT: Final = ("Blad", "Kolumn", "Innehåll")


def write_workbook(workspace: Workspace, *, title: str) -> bytes:
    """Workbook with a sheet for each table and one about the columns.

    Numbers, dates and truth values are typed; a text stays text, whatever it looks like. Raises LofteError
    without openpyxl.
    """
    book = load_office("openpyxl").Workbook()
    book.properties.title, book.properties.language, book.properties.creator = title, "sv-SE", "lofte"
    for number, table in enumerate(TABLES):
        sheet: Any = book.active if number == 0 else book.create_sheet()
        sheet.title = table.file.removesuffix(".csv")[:31]
        rows = ([row[column.name] for column in table.columns] for row in table.rows(workspace))
        _fill(sheet, table.columns, rows)
    about = [
        [table.file.removesuffix(".csv"), column.name, column.about]
        for table in TABLES
        for column in table.columns
    ]
    _fill(book.create_sheet("beskrivning"), [Column(name, name) for name in _ABOUT], iter(about))
    return saved(book.save)


def _fill(sheet: Any, columns: Any, rows: Iterator[list[Any]]) -> None:
    """Header row and cells, widths by content."""
    openpyxl = load_office("openpyxl")
    widths = [len(column.name) for column in columns]
    sheet.append([column.name for column in columns])
    for number, row in enumerate(rows, start=2):
        for index, (column, value) in enumerate(zip(columns, row, strict=True)):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, index + 1)
            _set(cell, column, value)
            cell.alignment = openpyxl.styles.Alignment(vertical="top", wrap_text=len(str(value)) > WIDEST)
            widths[index] = max(widths[index], min(len(str(value)), WIDEST))
    for index, width in enumerate(widths, start=1):
        sheet.cell(1, index).font = openpyxl.styles.Font(name="Calibri", bold=True)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(index)].width = width + 2
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = sheet.dimensions


def _set(cell: Any, column: Column, value: Any) -> None:
    """A typed cell: ”0180” and ”=1+1” stay text."""
    if column.type == "boolean":
        cell.value = value in (True, "true")
    elif isinstance(value, dt.date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif column.type in ("number", "integer") and isinstance(value, int | float):
        cell.value = value
    else:
        cell.value = load_office("openpyxl").cell.cell.ILLEGAL_CHARACTERS_RE.sub("", str(value))
        cell.data_type, cell.number_format = "s", "@"
