"""Follow-up form in Excel, and its answers."""

import datetime as dt
import io
import zipfile
from typing import Any, Final

from medborgarlofte.errors import LofteError
from medborgarlofte.exporting.office import load_office, saved
from medborgarlofte.follow_up.answer_lines import Answers, Field, Misread
from medborgarlofte.follow_up.requests import (
    KEYS,
    LABELS,
    SO_FAR,
    TARGET,
    Request,
    instructions,
    so_far,
    targets_of,
)
from medborgarlofte.i18n import Language, Text
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.swedish import fold

SHEET: Final = Text("Uppföljning", "Follow-up")
_ID: Final = "Id"
_COMMITMENT: Final = Text("Åtagande", "Commitment")
MAX_UNPACKED: Final = 100_000_000
"""Size of everything in the workbook when it is unpacked."""
MAX_ROWS: Final = 2_000
MAX_COLUMNS: Final = 50
_WIDTHS: Final = (8, 50, 28, 28, 20, 16, 50)
"""Columns in characters."""


def write_form(request: Request, lang: Language) -> bytes:
    """Workbook with a row to fill in for each commitment. Raises LofteError without openpyxl."""
    book = load_office("openpyxl").Workbook()
    sheet: Any = book.active
    sheet.title = SHEET[lang]
    heading = request.heading(lang)
    book.properties.title, book.properties.language = heading[0], "sv-SE" if lang == "sv" else "en-GB"
    book.properties.creator = "lofte"
    for line in (*heading, "", *instructions(request, lang, table=True), ""):
        sheet.append([line or None])
    head = sheet.max_row + 1
    sheet.append([_ID, _COMMITMENT[lang], TARGET[lang], SO_FAR[lang], *(LABELS[key][lang] for key in KEYS)])
    for commitment in request.commitments:
        text = " ".join(commitment.text.split())
        cells = [commitment.id, text, targets_of(commitment, lang), so_far(commitment, request.about, lang)]
        sheet.append(cells)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.value else cell.data_type  # a wording is never a formula
    _lay_out(sheet, head)
    return saved(book.save)


def _lay_out(sheet: Any, head: int) -> None:
    """Headings, widths, a list of statuses; only the answers may be edited."""
    openpyxl = load_office("openpyxl")
    styles, validation = openpyxl.styles, openpyxl.worksheet.datavalidation
    for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"].font = styles.Font(name="Calibri", bold=True, size=14)
    for cell in sheet[head]:
        cell.font = styles.Font(name="Calibri", bold=True)
        cell.fill = styles.PatternFill("solid", fgColor="E6E6E6")
    for row in sheet.iter_rows(min_row=head + 1):
        for cell in row:
            cell.alignment = styles.Alignment(wrap_text=True, vertical="top")
        for cell in row[4:]:
            cell.protection = styles.Protection(locked=False)
            cell.number_format = "@" if cell.column == 7 else "General"
    statuses = validation.DataValidation(
        type="list", formula1=f'"{",".join(STATUS_LABELS)}"', allow_blank=True
    )
    statuses.add(f"E{head + 1}:E{max(sheet.max_row, head + 1)}")
    sheet.add_data_validation(statuses)
    sheet.freeze_panes = sheet.cell(head + 1, 3)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def read_form(data: bytes) -> Answers:
    """Answers of a workbook. Raises LofteError for a file that is not one of our forms."""
    openpyxl = load_office("openpyxl")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                raise _no_form()
        sheet: Any = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise _no_form() from error
    answers, columns = Answers(), dict[int, str]()
    # A cell that is only coloured at the end of the sheet would make all 17 thousand million before it.
    for row in sheet.iter_rows(
        max_row=min(sheet.max_row, MAX_ROWS), max_col=min(sheet.max_column, MAX_COLUMNS)
    ):
        first = str(row[0].value or "").strip()
        if columns and first:
            for cell in row:
                if cell.column in columns and (value := _text(cell, first, answers)):
                    answers.fields.append(Field(first, columns[cell.column], value, cell.row, cell.column))
        elif first == _ID:
            columns = _columns(row)
        elif first:
            answers.take_heading(first)
    if not columns:
        raise _no_form()
    return answers


def _columns(row: Any) -> dict[int, str]:
    """Key of each answer's column, wherever it has been moved."""
    keys = {fold(word): key for key, label in LABELS.items() for word in (label.sv, label.en)}
    return {cell.column: keys[word] for cell in row if (word := fold(str(cell.value or "").strip())) in keys}


def _text(cell: Any, commitment: str, answers: Answers) -> str:
    """Cell as it would be typed; a date is what Excel made of something else."""
    value = cell.value
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        answers.misread.append(
            Misread(
                cell.row,
                cell.column,
                Text(f"I cell {cell.coordinate} står ett datum.", f"Cell {cell.coordinate} holds a date."),
                Text(
                    "Excel gör om till exempel 3/4 till ett datum.",
                    "Excel turns for example 3/4 into a date.",
                ),
                Text(
                    "Formatera cellen som text och skriv om.", "Format the cell as text and write it again."
                ),
                commitment=commitment,
            )
        )
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:g}".replace(".", ",")
    return " ".join(str(value).split()) if value is not None else ""


def _no_form() -> LofteError:
    return LofteError(
        Text("Det är inget formulär från lofte.", "It is not a form from lofte."),
        Text("Skriv ett med: lofte follow-up ID --mail MAPP --form xlsx", "Write one with: lofte follow-up ID --mail FOLDER --form xlsx"),
    )  # fmt: skip
