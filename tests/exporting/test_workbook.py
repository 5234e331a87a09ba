"""The Excel workbook: a sheet for each table, typed cells, and nothing that runs."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from invented import FILE, PROMISE, project
from medborgarlofte.exporting.office import write_workbook
from medborgarlofte.exporting.tables import TABLES
from medborgarlofte.load import load
from program import lofte


@pytest.fixture
def book(tmp_path: Path) -> Any:
    text = PROMISE.replace("namn: Exempelby kommun}", 'namn: Stockholms stad, kommunkod: "0180"}', 1)
    text = text.replace("Fältgruppen är ute minst 100 kvällar.", '"=1+1 kvällar [se bilaga 2]."')
    return load_workbook(
        io.BytesIO(write_workbook(load([], project(tmp_path, **{FILE: text})), title="Löften"))
    )


def _rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_every_table_has_a_sheet_with_its_columns(book: Any) -> None:
    assert book.sheetnames == [*(table.file.removesuffix(".csv") for table in TABLES), "beskrivning"]
    for table in TABLES:
        sheet = book[table.file.removesuffix(".csv")]
        assert [cell.value for cell in sheet[1]] == [column.name for column in table.columns]
    about = _rows(book["beskrivning"])
    assert len(about) == sum(len(table.columns) for table in TABLES)


def test_cells_are_typed_and_a_code_stays_text(book: Any) -> None:
    [row] = _rows(book["loften"])

    assert row["kommun_id"] == "0180"
    assert row["fran"] == dt.datetime(2024, 1, 1)  # noqa: DTZ001
    assert row["ataganden"] == 4
    assert row["tills_vidare"] is False


def test_a_text_is_never_a_formula(book: Any) -> None:
    cells = [
        cell
        for row in book["ataganden"].iter_rows()
        for cell in row
        if cell.value == "=1+1 kvällar [se bilaga 2]."
    ]

    assert [cell.data_type for cell in cells] == ["s"]


def test_the_same_content_has_the_same_bytes_and_no_time(tmp_path: Path) -> None:
    workspace = load([], project(tmp_path))
    data = write_workbook(workspace, title="Löften")

    assert data == write_workbook(workspace, title="Löften")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_the_workbook_is_written_to_a_folder_of_its_own(tmp_path: Path) -> None:
    project(tmp_path)
    answer = lofte("export", "--format", "xlsx", "-o", "excel", cwd=tmp_path)

    assert (answer.code, answer.out, answer.err) == (0, "Klart: 1 fil i excel.\n", "")
    assert lofte("export", "-o", "excel", cwd=tmp_path).code == 2
