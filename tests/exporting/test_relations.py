"""The relational export: the same rows in every format, with keys that hold."""

import csv
import datetime as dt
import json
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow.parquet as pq
import pytest

from exporting.collection import TODAY, write_collection
from medborgarlofte.cli.commands.publishing import TABLES
from medborgarlofte.errors import LofteError
from medborgarlofte.exporting import relational
from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.metadata import VIEWS
from medborgarlofte.exporting.relational import FORMATS, write_relations
from medborgarlofte.exporting.relations import RELATIONS
from medborgarlofte.load import Workspace, load
from medborgarlofte.stats import figures
from program import lofte

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    found = load([], write_collection(tmp_path_factory.mktemp("samling")))
    assert found.diagnostics == ()
    return found.without_drafts()


@pytest.fixture(scope="module")
def written(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A folder for each format."""
    folders = {name: tmp_path_factory.mktemp(name) for name in FORMATS}
    for name, folder in folders.items():
        _write(workspace, folder, name)
    return folders


def _write(workspace: Workspace, folder: Path, output: str) -> list[str]:
    made = write_relations(workspace, folder, output, today=TODAY, title="Löften", tick=lambda _: None)
    return [name for name, _ in made]


_OF_SQL: Final[Mapping[str, Callable[[Any], Any]]] = {"boolean": bool, "date": dt.date.fromisoformat}


def _from_sqlite(folder: Path) -> Rows:
    with closing(sqlite3.connect(folder / "loften.sqlite")) as database:
        return {
            relation.name: [
                tuple(_from_sql(cell, field) for cell, field in zip(row, relation.fields, strict=True))
                for row in database.execute(f"SELECT * FROM {relation.name} ORDER BY rowid")  # noqa: S608
            ]
            for relation in RELATIONS
        }


def _from_sql(cell: Any, field: Column) -> Any:
    parse = _OF_SQL.get(field.type)
    return parse(cell) if parse and cell is not None else cell


def _from_parquet(folder: Path) -> Rows:
    return {
        relation.name: [
            tuple(row.values()) for row in pq.read_table(folder / f"{relation.name}.parquet").to_pylist()
        ]
        for relation in RELATIONS
    }


_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": "true".__eq__,
    "date": dt.date.fromisoformat,
}


def _from_csv(folder: Path) -> Rows:
    found: Rows = {}
    for relation in RELATIONS:
        with (folder / f"{relation.name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [field.name for field in relation.fields]
        found[relation.name] = [
            tuple(
                _READ[field.type](cell) if cell else None
                for cell, field in zip(row, relation.fields, strict=True)
            )
            for row in rows
        ]
    return found


def _from_json(folder: Path) -> Rows:
    return {
        relation.name: [
            tuple(
                dt.date.fromisoformat(cell) if cell and field.type == "date" else cell
                for field in relation.fields
                for cell in [row.get(field.name)]
            )
            for row in json.loads((folder / f"{relation.name}.json").read_text(encoding="utf-8"))
        ]
        for relation in RELATIONS
    }


def _from_duckdb(folder: Path) -> Rows:
    with duckdb.connect() as database:
        return {
            relation.name: database.execute(f"FROM '{folder}/{relation.name}.parquet'").fetchall()
            for relation in RELATIONS
        }


def test_every_format_holds_the_same_rows(written: Mapping[str, Path]) -> None:
    rows = _from_parquet(written["parquet"])

    assert _from_sqlite(written["sqlite"]) == rows
    assert _from_csv(written["csv"]) == rows
    assert _from_json(written["json"]) == rows
    assert _from_duckdb(written["parquet"]) == rows


def test_every_table_has_rows_and_no_draft_is_among_them(written: Mapping[str, Path]) -> None:
    rows = _from_parquet(written["parquet"])

    assert {name for name, found in rows.items() if not found} == set()
    assert [row[0] for row in rows["dokument"]] == [
        "ostby/lofte-2024",
        "ostby/lofte-2025",
        "ostby/overenskommelse",
        "ostby/uppfoljning-2024",
        "ostby/uppfoljning-2025",
        "vastby/lofte-2025",
    ]


def test_every_reference_leads_to_a_row(written: Mapping[str, Path]) -> None:
    with closing(sqlite3.connect(written["sqlite"] / "loften.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert len(database.execute("PRAGMA foreign_key_list(besked)").fetchall()) == 3
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_outcome_is_an_interval(written: Mapping[str, Path]) -> None:
    with duckdb.connect() as database:
        rows = database.execute(
            f"SELECT varde, minst, hogst, plats, mal, text FROM '{written['parquet']}/utfall.parquet'"  # noqa: S608
            " WHERE uppfoljning_id = 'ostby/uppfoljning-2024'"
        ).fetchall()

    assert rows == [(60.0, 54.0, 66.0, None, 1, "cirka 60"), (2.0, 2.0, None, "Ängen", 2, "minst 2 (Ängen)")]


def test_a_lowered_number_is_a_weakened_commitment(written: Mapping[str, Path]) -> None:
    with duckdb.connect() as database:
        rows = database.execute(f"FROM '{written['parquet']}/jamforelser.parquet'").fetchall()

    assert rows == [
        ("ostby/lofte-2025", 1, "ostby/lofte-2024", "försvagat", False, 1.0, "K1", "K1"),
        ("ostby/lofte-2025", 2, "ostby/lofte-2024", "behållet", False, 1.0, "P1", "P1"),
    ]


def test_statuses_and_measurable_commitments_are_those_of_the_summary(
    workspace: Workspace, written: Mapping[str, Path]
) -> None:
    units = [unit for one in figures(workspace, today=TODAY) for unit in one.units]
    with duckdb.connect() as database:
        table = f"'{written['parquet']}/ataganden.parquet'"
        statuses = database.execute(f"SELECT utfall_status FROM {table} ORDER BY ALL").fetchall()  # noqa: S608
        measurable = database.execute(f"SELECT count(*) FROM {table} WHERE matbart").fetchone()  # noqa: S608

    assert statuses == sorted((unit.status,) for unit in units)
    assert measurable == (sum(unit.measurable for unit in units),)
    assert len(units) == 6


def test_every_view_can_be_asked(written: Mapping[str, Path]) -> None:
    with closing(sqlite3.connect(written["sqlite"] / "loften.sqlite")) as database:
        found = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in VIEWS}  # noqa: S608

    assert found["gallande_per_lan"] == [("Värmlands län", 1)]
    assert found["genomfort_per_ar"] == [(2024, 2, 1), (2025, 4, 0)]
    assert found["andringar_per_ar"] == [(2025, "behållet", 1), (2025, "försvagat", 1)]
    assert len(found["senaste_status"]) == 6


def test_parquet_has_stable_types_dictionaries_and_a_group_for_so_many_rows(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relational, "ROW_GROUP", 4)
    _write(workspace, tmp_path, "parquet")
    file = pq.ParquetFile(tmp_path / "ataganden.parquet")

    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [4, 2]
    assert {
        file.metadata.row_group(0).column(0).dictionary_page_offset is None,
        str(file.schema_arrow.field("matbart").type) == "bool",
        str(file.schema_arrow.field("nummer").type) == "int64",
    } == {False, True}
    assert [field.name for field in file.schema_arrow] == [field.name for field in RELATIONS[3].fields]


@pytest.mark.parametrize("output", FORMATS)
def test_the_same_documents_give_the_same_bytes(
    workspace: Workspace, written: Mapping[str, Path], tmp_path: Path, output: str
) -> None:
    names = _write(workspace, tmp_path, output)

    assert names == sorted(path.name for path in written[output].iterdir())
    for name in names:
        assert (tmp_path / name).read_bytes() == (written[output] / name).read_bytes(), name


def test_without_pyarrow_the_message_says_what_to_install(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(LofteError) as raised:
        _write(workspace, tmp_path, "parquet")

    assert raised.value.help is not None
    assert "medborgarlofte[data]" in raised.value.help.sv


def test_the_command_offers_every_format() -> None:
    assert (*FORMATS, "xlsx") == TABLES  # the workbook has the tables of the open data


def test_every_key_and_reference_names_columns_there_are() -> None:
    columns = {relation.name: {field.name for field in relation.fields} for relation in RELATIONS}
    for relation in RELATIONS:
        assert {*relation.key, *(name for one in relation.references for name in one.fields)} <= columns[
            relation.name
        ]
        assert all(set(one.target) <= columns[one.table] for one in relation.references)
        assert len(columns[relation.name]) == len(relation.fields)


def test_the_command_writes_a_folder_whole_and_refuses_one_of_another_kind(tmp_path: Path) -> None:
    write_collection(tmp_path)

    done = lofte("export", "--format", "sqlite", "-o", "data", "--today", "2025-06-01", cwd=tmp_path)
    again = lofte("export", "--format", "csv", "-o", "data", "--today", "2025-06-01", cwd=tmp_path)
    mixed = lofte("export", "--format", "csv", "--excel", "-o", "csv", cwd=tmp_path)

    assert (done.code, done.out) == (0, "Klart: 2 filer i data.\n")
    assert sorted(path.name for path in (tmp_path / "data").glob("[!.]*")) == [
        "loften.sqlite",
        "metadata.json",
    ]
    assert again.code == 2
    assert "ligger en databas, som skulle ersättas av tabeller i CSV" in again.err
    assert mixed.code == 2
    assert "--excel hör till exporten utan --format" in mixed.err


def test_a_file_is_not_taken_for_the_folder_that_tables_are_written_to(tmp_path: Path) -> None:
    for name in ("ut.json", "ut.csv", "ut.xlsx"):
        answer = lofte("export", "-o", name, cwd=tmp_path)

        assert (answer.code, list(tmp_path.iterdir())) == (2, []), name
        assert answer.err.startswith(
            f"Fel: -o är en mapp, men ”{name}” ser ut som en fil. Skriv till exempel -o ut."
        )
    assert not (tmp_path / "csv").exists()
