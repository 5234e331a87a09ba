"""The relational schema as SQLite, Parquet, CSV and JSON.

All writers take the rows one by one in the same order, so that memory does not grow with their number.
"""

import csv
import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TextIO

from medborgarlofte.errors import load_extra
from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.json_documents import json_bytes
from medborgarlofte.exporting.metadata import (
    LICENCES,
    create_table,
    csvw,
    datasette,
    indexes_and_views,
)
from medborgarlofte.exporting.relation_rows import relation_rows
from medborgarlofte.exporting.relations import RELATIONS, Relation
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace

DATABASE: Final = "loften.sqlite"
BATCH: Final = 200
"""Rows of a table that wait to be written."""
ROW_GROUP: Final = 50 * BATCH
"""Rows of a row group of Parquet."""

Cells = tuple[Any, ...]


Add = Callable[[Relation, Cells], None]
"""Adds a row to a table."""
Writer = Callable[[Path, str, str], AbstractContextManager[Add]]
"""Opens the files of a format in a folder, for a title and a licence; finishes them at its end."""


def write_relations(
    workspace: Workspace,
    folder: Path,
    output: str,
    *,
    today: dt.date,
    title: str,
    tick: Callable[[int], None],
) -> Iterator[tuple[str, Path]]:
    """Write all tables to a folder; name and path of each file.

    Raises LofteError where a library is missing.
    """
    tables = {relation.name: relation for relation in RELATIONS}
    licence = LICENCES[workspace.config.website.licence]
    with FORMATS[output](folder, title, licence[2]) as add:
        for number, (name, cells) in enumerate(relation_rows(workspace, today), start=1):
            relation = tables[name]
            add(relation, tuple(_typed(cells.get(field.name), field) for field in relation.fields))
            if not number % BATCH:
                tick(number)
    for path in sorted(folder.iterdir()):
        yield path.name, path


def _typed(value: Any, field: Column) -> Any:
    """Cell in the type of its column."""
    if value is None or (value == "" and not field.required):
        return None
    match field.type:
        case "number":
            return float(value)
        case "boolean":
            return value == "true" if isinstance(value, str) else bool(value)
        case "string":
            return str(value)
    return value


# ---------------------------------------------------------------- CSV and JSON


@contextmanager
def _text_files(folder: Path, suffix: str) -> Iterator[dict[str, TextIO]]:
    """An open text file for each table."""
    with ExitStack() as stack:
        paths = {relation.name: folder / f"{relation.name}.{suffix}" for relation in RELATIONS}
        yield {
            name: stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            for name, path in paths.items()
        }


@contextmanager
def csv_tables(folder: Path, title: str, _licence: str) -> Iterator[Add]:
    """CSV (RFC 4180) with decimal points and ISO dates, described in csv-metadata.json (CSVW)."""
    (folder / "csv-metadata.json").write_bytes(json_bytes(csvw(title)))
    with _text_files(folder, "csv") as files:
        writers = {name: csv.writer(file, lineterminator="\r\n") for name, file in files.items()}
        for relation in RELATIONS:
            writers[relation.name].writerow([field.name for field in relation.fields])
        yield lambda relation, cells: writers[relation.name].writerow(map(_csv_cell, cells))


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return int(value) if isinstance(value, float) and value.is_integer() else value


@contextmanager
def json_tables(folder: Path, _title: str, _licence: str) -> Iterator[Add]:
    """A JSON array for each table, one row a line, without empty cells."""
    encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
    with _text_files(folder, "json") as files:
        before = dict.fromkeys(files, "[\n")

        def add(relation: Relation, cells: Cells) -> None:
            named = zip(relation.fields, cells, strict=True)
            row = encode({field.name: cell for field, cell in named if cell is not None})
            files[relation.name].write(before[relation.name] + row)
            before[relation.name] = ",\n"

        yield add
        for name, file in files.items():
            file.write("[]\n" if before[name] == "[\n" else "\n]\n")


# ---------------------------------------------------------------- SQLite and Parquet


class _Batches:
    """Rows of each table, given on when there are enough."""

    def __init__(self, flush: Callable[[Relation, list[Cells]], None]) -> None:
        self._flush = flush
        self._waiting: dict[str, list[Cells]] = {relation.name: [] for relation in RELATIONS}

    def add(self, relation: Relation, cells: Cells) -> None:
        waiting = self._waiting[relation.name]
        waiting.append(cells)
        if len(waiting) == BATCH:
            self._flush(relation, waiting)
            waiting.clear()

    def finish(self) -> None:
        """Give on what is left."""
        for relation in RELATIONS:
            if self._waiting[relation.name]:
                self._flush(relation, self._waiting[relation.name])


@contextmanager
def sqlite_tables(folder: Path, title: str, licence: str) -> Iterator[Add]:
    """One database with foreign keys and views, and metadata.json for Datasette."""
    (folder / "metadata.json").write_bytes(json_bytes(datasette(title, licence, DATABASE.partition(".")[0])))
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as database:
        # A file of our own that is thrown away when anything fails: nothing to roll back.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096"):
            database.execute(f"PRAGMA {setting}")
        for relation in RELATIONS:
            database.execute(create_table(relation))
        database.execute("BEGIN")

        def insert(relation: Relation, rows: list[Cells]) -> None:
            marks = ", ".join("?" * len(relation.fields))
            statement = f"INSERT INTO {relation.name} VALUES ({marks})"  # noqa: S608 - a name of our own
            plain = ([str(cell) if isinstance(cell, dt.date) else cell for cell in cells] for cells in rows)
            database.executemany(statement, plain)

        batches = _Batches(insert)
        yield batches.add
        batches.finish()
        for statement in indexes_and_views():
            database.execute(statement)
        database.execute("COMMIT")


@contextmanager
def parquet_tables(folder: Path, _title: str, _licence: str) -> Iterator[Add]:
    """One Parquet file for each table, in row groups that are written as they fill.

    Raises LofteError without pyarrow.
    """
    pa = load_extra("pyarrow", "data", Text("För Parquet behövs pyarrow.", "Parquet needs pyarrow."))
    pq = import_module("pyarrow.parquet")
    schemas = _arrow_schemas(pa)
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(
                pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd", use_dictionary=True)
            )
            for name, schema in schemas.items()
        }

        groups: dict[str, list[Any]] = {name: [] for name in schemas}

        def write(name: str) -> None:
            if groups[name]:
                writers[name].write_table(pa.Table.from_batches(groups[name]).combine_chunks(), ROW_GROUP)
                groups[name].clear()

        def gather(relation: Relation, rows: list[Cells]) -> None:
            columns = [list(column) for column in zip(*rows, strict=True)]
            group = groups[relation.name]
            group.append(pa.record_batch(columns, schema=schemas[relation.name]))
            if len(group) * BATCH == ROW_GROUP:
                write(relation.name)

        batches = _Batches(gather)
        yield batches.add
        batches.finish()
        for name in groups:
            write(name)


def _arrow_schemas(pa: Any) -> dict[str, Any]:
    """Arrow schema of each table."""
    kinds = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
    }  # fmt: skip
    return {
        relation.name: pa.schema(
            [
                pa.field(field.name, kinds[field.type], nullable=not field.required)
                for field in relation.fields
            ]
        )
        for relation in RELATIONS
    }


FORMATS: Final[Mapping[str, Writer]] = {
    "sqlite": sqlite_tables,
    "parquet": parquet_tables,
    "csv": csv_tables,
    "json": json_tables,
}
"""Writers by the name of `--format`."""
