"""CSV variants for Swedish Excel."""

import datetime as dt
import re
from typing import Final

from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.tables import Table, write_csv
from medborgarlofte.load import Workspace


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
