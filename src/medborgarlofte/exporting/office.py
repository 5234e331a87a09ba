"""Office files with the same bytes for the same content, and all tables as an Excel workbook."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final

from medborgarlofte.errors import load_extra
from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.tables import TABLES
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIXED: Final = rb"\g<1>1980-01-01T00:00:00Z\g<2>"


def saved(save: Callable[[io.BytesIO], Any]) -> bytes:
    """Zip file written by a library, its times fixed."""
    written, made = io.BytesIO(), io.BytesIO()
    save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MOMENT.sub(_FIXED, data)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, data)
    return made.getvalue()


def load_office(module: str) -> Any:
    """Library of the extra `office`. Raises LofteError without it."""
    return load_extra(
        module,
        "office",
        Text(
            f"Word och Excel kräver ett tillägg som inte är installerat ({module}).",
            f"Word and Excel need an extra that is not installed ({module}).",
        ),
    )


WORKBOOK: Final = "loften.xlsx"
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
