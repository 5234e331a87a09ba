"""Tables for Excel: nothing in them is changed by Excel, and nothing runs."""

import csv
import io
from pathlib import Path

from each import each
from folder_state import folder_with, promise_text
from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.tables import TABLES, format_cell, write_excel_csv

TEXT = Column("tid", "Schema")


@each([
        "0180", "00", "12345678901234567", "1e5", "2024-01", "2024-01-31", "1/2", "3-4", "1.10", "10-11", "18:00",
        "5 %", "12,50", "3 maj", "maj 2024", "1 jan 24", "dec-24",
    ])  # fmt: skip
def test_a_text_that_excel_would_change_is_given_as_text(text: str) -> None:
    assert format_cell(TEXT, text) == f'="{text}"'


@each(
    [
        "1082",
        "Exempelby",
        "lofte-2024",
        "5 pass",
        "2024",
        "0180 kommun",
        "1 234,5",
        "maj",
        "Mars",
        "K1",
        "",
        "a 1/2",
    ]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert format_cell(TEXT, text) == text


@each(["=1+1", "+46", "-5", "@a", "\t=1", " =1", '="0180"&A1'])
def test_what_begins_as_a_formula_does_not_run(text: str) -> None:
    assert format_cell(TEXT, text) == f"'{text}"


def test_numbers_dates_and_gaps_are_for_excel_to_read() -> None:
    assert format_cell(Column("a", "", "number"), 1.5) == "1,5"
    assert format_cell(Column("a", "", "date"), "2024-12-31") == "2024-12-31"
    assert format_cell(TEXT, None) == ""


def test_the_code_of_a_municipality_keeps_its_zero(tmp_path: Path) -> None:
    text = promise_text().replace("Exempelby kommun", "Stockholms kommun").replace("9999", "0180")
    workspace = folder_with(tmp_path, {"lofte": text})
    rows = csv.DictReader(io.StringIO(write_excel_csv(TABLES[0], workspace).decode()), delimiter=";")

    assert [row["kommun_id"] for row in rows] == ['="0180"']
