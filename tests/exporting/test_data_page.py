"""The page about data: its queries run, and give the figures of the summary."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import duckdb
import pytest

from corpus import ROOT
from exporting.collection import TODAY, write_collection
from medborgarlofte.exporting.relational import FORMATS, write_relations
from medborgarlofte.load import load
from medborgarlofte.stats import figures

PAGE: Final = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
SQL: Final = tuple(re.findall(r"(?ms)^```sql\n(.*?)^```", PAGE))
PYTHON: Final = tuple(re.findall(r"(?ms)^```python\n(.*?)^```", PAGE))
Answer = list[tuple[Any, ...]]


class Collection:
    """An exported collection, and what its summary says."""

    def __init__(self, folder: Path) -> None:
        workspace = load([], write_collection(folder)).without_drafts()
        for output in FORMATS:
            made = folder / "data" / output
            made.mkdir(parents=True)
            list(write_relations(workspace, made, output, today=TODAY, title="Löften", tick=lambda _: None))
        self.folder = folder
        self.promises = figures(workspace, today=TODAY)

    @property
    def answers(self) -> list[Answer]:
        """The answer to each query of the page, from the figures of the summary."""
        units = [(int(one.year), unit) for one in self.promises for unit in one.units]
        all_of = Counter(year for year, _ in units)
        measured = Counter(year for year, unit in units if unit.measurable)
        wordings: dict[str, set[str]] = {}
        for one in self.promises:
            for unit in one.units:
                wordings.setdefault(unit.commitment.text, set()).update(one.places)
        copied = [(text, len(places)) for text, places in wordings.items() if len(places) > 1]
        in_force = sum(one.stage == "gäller" and "Karlstad" in one.places for one in self.promises)
        return [
            [("Värmlands län", in_force)],
            [(year, all_of[year], measured[year]) for year in sorted(all_of)],
            [(2025, "försvagat", 1)],
            sorted(copied, key=lambda row: (-row[1], row[0])),
        ]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    return Collection(tmp_path_factory.mktemp("samling"))


def _without_percent(rows: Sequence[Sequence[Any]]) -> Answer:
    return [tuple(row[:3]) for row in rows]


def test_the_page_has_four_queries_for_each_engine() -> None:
    assert len(SQL) == 4
    assert len(PYTHON) == 1
    assert PYTHON[0].count("spark.sql(") == 4


def test_duckdb_gives_the_figures_of_the_summary(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(collection.folder)
    with duckdb.connect() as database:
        found = [_without_percent(database.execute(query).fetchall()) for query in SQL]

    assert found == collection.answers
    assert all(found)


@pytest.mark.data
def test_pyspark_gives_the_figures_of_the_summary(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install -e '.[dev]'")
    monkeypatch.chdir(collection.folder)
    show = (
        "\nimport json\n"
        "print('ANSWERS', json.dumps([[list(row)[:3] for row in frame.collect()]"
        " for frame in (in_force, measurable, weakened, copied)]))\nspark.stop()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", PYTHON[0] + show],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    [answers] = re.findall(r"(?m)^ANSWERS (.*)$", done.stdout)

    assert [[tuple(row) for row in rows] for rows in json.loads(answers)] == collection.answers


@pytest.mark.data
def test_datasette_gives_the_figures_of_the_summary(collection: Collection) -> None:
    pytest.importorskip("datasette", reason="datasette is not installed: pip install -e '.[dev]'")
    [command] = re.findall(r"(?m)^datasette (.*)$", PAGE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "datasette", *command.split(), "--host", "127.0.0.1", "--port", str(port)],
        cwd=collection.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        ask = _asker(f"http://127.0.0.1:{port}")
        statuses = Counter(row["status"] for row in ask("loften/senaste_status.json", _shape="array"))
        done = ask("loften/genomfort_per_ar.json", _shape="array")
        in_force = ask("loften/gallande_per_lan.json", _shape="array")
        described = ask("-/metadata.json")
    finally:
        server.terminate()
        server.wait()

    units = [(int(one.year), unit) for one in collection.promises for unit in one.units]
    assert statuses == Counter(unit.status for _, unit in units)
    assert [(row["ar"], row["ataganden"], row["genomforda"]) for row in done] == [
        (
            year,
            sum(one == year for one, _ in units),
            sum(one == year and unit.status == "genomfört" for one, unit in units),
        )
        for year in sorted({year for year, _ in units})
    ]
    assert [(row["lan"], row["loften"]) for row in in_force] == collection.answers[0]
    assert described["databases"]["loften"]["tables"]["ataganden"]["columns"]["matbart"]


def _asker(address: str) -> Callable[..., Any]:
    """Fetches JSON from a server that may still be starting."""

    def ask(path: str, **query: str) -> Any:
        for attempt in range(100):
            try:
                with urllib.request.urlopen(f"{address}/{path}?{urlencode(query)}") as answer:  # noqa: S310
                    return json.load(answer)
            except OSError:
                if attempt == 99:
                    raise
                time.sleep(0.3)
        return None

    return ask
