"""`lofte validate` from typed words to exit code."""

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from corpus import ERR, PROMISE, PROMISES, ROOT, copy_of_promises, written_on_another_machine
from medborgarlofte.i18n import LANGUAGES
from program import Answer, lofte
from schemas import validator

SCHEMA = validator("validate")
KARLSHAMN = PROMISES / "karlshamn" / "lofte-2022.yaml"


def test_the_shipped_promises_have_no_errors() -> None:
    answer = lofte("validate", cwd=ROOT)

    assert (answer.code, answer.err) == (0, "")
    assert "Kontrollerade 6 filer." in answer.out or "Inga problem i 6 filer." in answer.out


def test_an_empty_draft_is_called_one(tmp_path: Path) -> None:
    draft = tmp_path / "promises" / "utkast.yaml"
    draft.parent.mkdir()
    head = "dokument: medborgarlöfte\ntitel: Löfte\nstatus: utkast\nperiod: {från: 2030-01-01, till: 2030-12-31}\n"
    draft.write_text(f"{head}parter: [{{id: k, typ: kommun, namn: Exempelby kommun}}]\n", encoding="utf-8")
    empty = lofte("validate", cwd=tmp_path)
    machine = lofte("validate", "--format", "json", cwd=tmp_path)
    draft.write_text(
        f"{draft.read_text(encoding='utf-8')}åtaganden: [{{text: Vi gör 3 besök.}}]\n", encoding="utf-8"
    )
    begun = lofte("validate", cwd=tmp_path)

    assert empty.err == (
        "promises/utkast.yaml är ett utkast utan åtaganden. "
        "Se vad som fattas: lofte validate promises/utkast.yaml --profile granskning\n"
    )
    assert machine.err == ""
    assert "utan åtaganden" not in begun.err


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    """Every faulty file checked as JSON in each language."""
    return {lang: lofte("validate", "--format", "json", "--lang", lang, ".", cwd=ERR) for lang in LANGUAGES}


@pytest.mark.parametrize(("name", "lang"), [("many-values", "sv"), ("windows-1252", "en")])
def test_a_faulty_file_is_answered_as_its_golden_says(name: str, lang: str) -> None:
    answer = lofte("validate", f"{name}.yaml", "--lang", lang, cwd=ERR, COLUMNS="100")
    golden = ERR / f"{name}{'.out' if lang == 'sv' else '.en.out'}"

    assert (1, golden.read_text(encoding="utf-8"), "") == answer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_json_follows_its_schema(answers: dict[str, Answer], lang: str) -> None:
    answer = answers[lang]
    written = json.loads(answer.out)
    SCHEMA.validate(written)

    assert (answer.code, answer.err) == (1, "")
    assert written["summary"]["errors"] > 90
    assert answer.out.endswith("}\n")


def test_json_of_promises_without_errors_follows_its_schema() -> None:
    answer = lofte("validate", "--format", "json", cwd=ROOT)
    written = json.loads(answer.out)
    SCHEMA.validate(written)

    assert (answer.code, written["summary"]["errors"]) == (0, 0)


def test_both_languages_find_the_same_at_the_same_places(answers: dict[str, Answer]) -> None:
    rows = [
        [
            (row["file"], row["line"], row["column"], row["code"], row["severity"], row["route"])
            for row in json.loads(answers[lang].out)["diagnostics"]
        ]
        for lang in LANGUAGES
    ]

    assert len(rows[0]) > 90
    assert rows[0] == rows[1]


def test_the_same_input_gives_the_same_bytes(answers: dict[str, Answer]) -> None:
    again = lofte("validate", "--format", "json", ".", cwd=ERR, PYTHONHASHSEED="12")

    assert answers["sv"] == again


@pytest.mark.parametrize("edit", [("\nåtaganden:", "\nåtagande:"), ("till: 2022-12", "till: 2022-06-31")])
def test_a_slip_in_a_promise_is_one_error(tmp_path: Path, edit: tuple[str, str]) -> None:
    path = copy_of_promises(tmp_path) / "karlshamn" / "lofte-2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*edit, 1), encoding="utf-8")
    answer = lofte("validate", "promises/karlshamn/lofte-2022.yaml", cwd=tmp_path)

    assert answer.code == 1
    assert answer.out.count(" fel ") == 1
    assert re.search(r"\n1 fel, .*Kontrollerade 1 fil\.\n\Z", answer.out)


@pytest.mark.parametrize("written", ["datum:", "datum: 2024-12-45", "datum 2024-12-31", "datum: 31/12 2024"])
def test_a_date_that_cannot_be_read_is_one_error_in_all_follow_ups(tmp_path: Path, written: str) -> None:
    lofte("new", "--example", "prova", cwd=tmp_path)
    project = tmp_path / "prova"
    file = project / "promises" / "exempelby" / "uppfoljning-2024-12-31.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("datum: 2024-12-31", written, 1), encoding="utf-8"
    )
    answer = lofte("validate", "--format", "json", "--today", "2025-01-01", cwd=project)
    errors = [found for found in json.loads(answer.out)["diagnostics"] if found["severity"] == "error"]

    assert [(Path(found["file"]).name, found["line"]) for found in errors] == [(file.name, 4)]


def test_a_document_on_standard_input_is_checked() -> None:
    faulty = KARLSHAMN.read_text(encoding="utf-8").replace("titel:", "titl:", 1)
    answer = lofte("validate", "-", cwd=ROOT, stdin=written_on_another_machine(faulty))

    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith("<stdin>:3:1 fel D05\n  3 | titl: Medborgarlöfte för Karlshamn 2022\n")


def test_a_document_on_standard_input_may_refer_to_the_promises_of_the_working_directory() -> None:
    answer = lofte(
        "validate", "-", cwd=PROMISES, stdin=(PROMISES / "karlshamn" / "lofte-2024.yaml").read_bytes()
    )

    assert "X02" not in answer.out


def test_nothing_on_standard_input_is_reported() -> None:
    answer = lofte("validate", "-", cwd=ROOT)

    assert (answer.code, answer.err) == (1, "")
    assert "<stdin>:1:1 fel Y05" in answer.out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("sv", "Det fanns inget att kontrollera: inga YAML-filer.\n"),
        ("en", "There was nothing to check: no YAML files.\n"),
    ],
)
def test_an_empty_folder_speaks(tmp_path: Path, lang: str, said: str) -> None:
    (tmp_path / "promises").mkdir()

    assert said == lofte("validate", "--lang", lang, cwd=tmp_path).out


def test_a_folder_beside_the_one_where_the_command_runs_is_checked() -> None:
    answer = lofte("validate", "../karlstad", cwd=PROMISES / "karlshamn")

    assert "Kontrollerade 1 fil." in answer.out or "Inga problem i 1 fil." in answer.out


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "a.yaml").mkdir()
    (tmp_path / "promises" / "big.yaml").write_bytes(b"#" * 1_000_001)
    answer = lofte("validate", cwd=tmp_path)

    assert answer.code == 1
    assert answer.out.startswith("promises/big.yaml:1:1 fel Y02\n")
    assert "a.yaml" not in answer.out


def test_a_code_is_explained() -> None:
    swedish = lofte("validate", "--explain", "d10", cwd=ROOT)
    english = lofte("validate", "--explain", "D10", "--lang", "en", cwd=ROOT)

    assert (swedish.code, swedish.err) == (0, "")
    assert swedish.out.startswith("D10 impossible-date\n\nDatumet ”…” finns inte: ….\n")
    assert "Why: " in english.out


def test_a_schema_is_the_one_in_docs() -> None:
    answer = lofte("schema", "uppfoljning", cwd=ROOT)

    assert (answer.code, answer.err) == (0, "")
    assert (ROOT / "docs" / "schema" / "uppfoljning.schema.json").read_text(encoding="utf-8") == answer.out


def test_the_schema_without_a_kind_is_for_all_of_them() -> None:
    written = json.loads(lofte("schema", cwd=ROOT).out)
    jsonschema.Draft202012Validator.check_schema(written)

    assert written["properties"]["dokument"]["enum"] == [
        "medborgarlöfte",
        "samverkansöverenskommelse",
        "uppföljning",
        "lägesbild",
        "åtgärdsplan",
        "trygghetsmätning",
        "medborgardialog",
    ]


# ---------------------------------------------------------------- counts for programs


def test_statistics_for_programs_are_counts_for_each_code(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PROMISE, encoding="utf-8")
    whole = json.loads(lofte("validate", "a.yaml", "--format", "json", cwd=tmp_path).out)
    counted = json.loads(lofte("validate", "a.yaml", "--statistics", "--format", "json", cwd=tmp_path).out)

    SCHEMA.validate(counted)
    assert counted["summary"] == whole["summary"]
    assert {row["code"]: row["count"] for row in counted["statistics"]} == Counter(
        row["code"] for row in whole["diagnostics"] if not row["waived"]
    )
    assert "diagnostics" not in counted


@pytest.mark.parametrize("output", ["sarif", "github", "junit"])
def test_statistics_that_a_format_cannot_hold_are_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "a.yaml").write_text(PROMISE, encoding="utf-8")
    answer = lofte("validate", "a.yaml", "--statistics", "--format", output, cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert f"--statistics finns som text och json, inte som {output}." in answer.err
