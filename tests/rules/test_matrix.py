"""Which rule must, and must not, fire on each of the five real documents under the profile granskning."""

import datetime as dt
import functools
import json
from pathlib import Path
from typing import Final

from typer.testing import CliRunner

from each import each
from medborgarlofte.cli.app import program
from medborgarlofte.cli.session import Session

ROOT: Final = Path(__file__).parents[2]
PROMISES: Final = ROOT / "promises"

# A missing plan is U01 alone and a missing signature S01 alone: one cause, one finding.
MATRIX: Final = {
    ("karlshamn/lofte-2022",): (
        "S03 R01 M01 M02 M04 M05 A01 A02 U01 U02 T02 T04 T06 K01 K05 K06 W03 W05",
        "S02 S04 P01 T03 R02",
    ),
    ("karlshamn/lofte-2024",): ("S03 R02 R06 R07 T02 T04 T06 A02 A04 U01 K01 W05", "S02 T03 P01"),
    ("karlstad/lofte-2023",): (
        "S01 S02 S03 S04 R01 M01 M02 M05 M06 A01 A02 U01 K01 K03 K06 P01 W05",
        "T01 T02 R02",
    ),
    ("karlshamn/overenskommelse-2021",): ("T04 T06 M06 U01 K01 K05 K06 W05", "R04 T03"),
    ("solvesborg/lofte-2022", "solvesborg/overenskommelse-2022"): (
        "S01 R02 M01 M04 A01 A02 A03 U01 T02 T04 K01 K03 W05",
        "P01 S02 T03",
    ),
}


@functools.cache
def found() -> list[dict[str, str]]:
    """What `lofte validate --profile granskning --format json` says of promises/."""
    session = Session("sv", ROOT, dt.date(2026, 11, 22), 100, color=False, interactive=False)
    answer = CliRunner().invoke(program(session), ["validate", "--profile", "granskning", "--format", "json"])
    rows: list[dict[str, str]] = json.loads(answer.stdout)["diagnostics"]
    return rows


@each(MATRIX.items(), lambda row: row[0][0])
def test_the_matrix_holds(documents: tuple[str, ...], expected: tuple[str, str]) -> None:
    must, must_not = (set(codes.split()) for codes in expected)
    files = {f"promises/{document}.yaml" for document in documents}

    fired = {row["code"] for row in found() if row["file"] in files}

    assert set() == must - fired
    assert set() == must_not & fired


def test_a_high_readability_index_is_only_a_hint_on_the_oldest_promise() -> None:
    grave = [row for row in found() if row["code"] == "K02" and row["severity"] != "info"]

    assert [row["file"] for row in grave if "karlshamn/lofte-2022" in row["file"]] == []


def test_the_wrong_expansion_is_an_error() -> None:
    severities = {row["severity"] for row in found() if row["code"] == "K03" and "solvesborg" in row["file"]}

    assert "error" in severities
