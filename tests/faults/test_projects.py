"""Several projects in one call, folders beside them that may not be read, and the settings of each."""

import json
import os
import subprocess
from pathlib import Path
from typing import Final

import pytest

from invented import FILE, ID, PROMISE, project
from program import lofte, lofte_with_fault

OTHER: Final = "promises/exempelby/lofte-2025.yaml"
NEXT_YEAR: Final = PROMISE.replace("2024", "2025").replace("2023", "2024")
FOLLOWING: Final = NEXT_YEAR.replace("parter:", f"föregångare: {ID}\nparter:", 1)
VAGUE: Final = PROMISE.replace("Fältgruppen är ute minst 100 kvällar.", "Vi ska verka för trygghet.").replace(
    "    mål: {minst: 100, enhet: kvällar, per: perioden}\n", ""
)


def _two(folder: Path) -> Path:
    """Two projects whose files have the same names; the settings of b are stricter."""
    for name in ("a", "b"):
        project(folder / name, **{FILE: VAGUE, OTHER: FOLLOWING})
    (folder / "b" / "lofte.toml").write_text('[regler]\nM01 = "fel"\n', encoding="utf-8")
    return folder


def _rows(*words: str, cwd: Path) -> list[tuple[str, str, str]]:
    answer = lofte("validate", *words, "--format", "json", "--today", "2024-06-01", cwd=cwd)
    return [(row["file"], row["code"], row["severity"]) for row in json.loads(answer.out)["diagnostics"]]


@pytest.mark.parametrize(
    "paths",
    [
        ("a/promises", "b/promises"),
        ("b/promises", "a/promises"),
        ("b", "a"),
        (".",),
        ("a", "b/promises", "."),
    ],
    ids=" ".join,
)
def test_each_of_several_projects_has_its_own_ids_and_settings(
    tmp_path: Path, paths: tuple[str, ...]
) -> None:
    _two(tmp_path)
    alone = [*_rows("a/promises", cwd=tmp_path), *_rows("b/promises", cwd=tmp_path)]

    assert _rows(*paths, cwd=tmp_path) == alone
    assert (f"a/{FILE}", "M01", "warning") in alone
    assert (f"b/{FILE}", "M01", "error") in alone
    assert "X05" not in {code for _, code, _ in alone}


def test_only_the_files_that_are_named_are_checked(tmp_path: Path) -> None:
    _two(tmp_path)
    answer = lofte("validate", f"a/{FILE}", f"b/{OTHER}", "--compact", "--today", "2024-06-01", cwd=tmp_path)

    assert answer.out.endswith("Kontrollerade 2 filer.\n")
    assert f"a/{OTHER}" not in answer.out


@pytest.mark.parametrize("words", [("render",), ("export",), ("summary",), ("due",)], ids=" ".join)
def test_what_is_made_for_one_project_says_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    _two(tmp_path)
    answer = lofte(*words, "a/promises", "b/promises", cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert "hör till flera samlingar av löften (a/, b/)" in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_loose_files_of_one_name_do_not_meet(tmp_path: Path) -> None:
    project(tmp_path, **{"x/l.yaml": PROMISE, "y/l.yaml": PROMISE})

    assert "X05" not in {code for _, code, _ in _rows("x/l.yaml", "y/l.yaml", cwd=tmp_path)}


@pytest.mark.parametrize("output", ["github", "sarif"])
def test_what_is_wrong_in_settings_is_at_its_place_in_their_file(tmp_path: Path, output: str) -> None:
    _two(tmp_path)
    text = '# ZZ9 = 1\n[[filer]]\nnamn = "ZZ9 = x"\nregler = {M01 = "av", ZZ9 = "av"}\n'
    (tmp_path / "a" / "lofte.toml").write_text(text, encoding="utf-8")
    out = lofte("validate", "a", "b", "--select", "L", "--format", output, cwd=tmp_path).out

    if output == "github":
        assert out.startswith("::error file=a/lofte.toml,line=4,endLine=4,col=23,endColumn=26,title=L03")
    else:
        [place] = json.loads(out)["runs"][0]["results"][0]["locations"]
        assert place["physicalLocation"]["artifactLocation"] == {"uri": "a/lofte.toml"}
        assert place["logicalLocations"] == [{"fullyQualifiedName": "filer/0/regler/ZZ9"}]


@pytest.mark.parametrize("where", ["a", "a/promises/exempelby"])
def test_services_get_the_path_from_the_top_of_the_repository(tmp_path: Path, where: str) -> None:
    _two(tmp_path)
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True, capture_output=True)
    words = ("validate", "--select", "M01", "--today", "2024-06-01")
    github = lofte(*words, "--format", "github", cwd=tmp_path / where).out
    sarif = json.loads(lofte(*words, "--format", "sarif", cwd=tmp_path / where).out)
    text = lofte(*words, "--compact", cwd=tmp_path / where).out

    assert f"::warning file=a/{FILE}," in github
    assert (
        sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == f"a/{FILE}"
    )
    assert f"a/{FILE}" not in text.replace(str(tmp_path), "")


# ---------------------------------------------------------------- closed folders beside


def _closed(folder: Path, closed: str, *words: str) -> tuple[int, str]:
    path = folder / closed
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0)
    try:
        answer = lofte_with_fault("bound", words=words, cwd=folder)
    finally:
        path.chmod(0o755)
    return answer.code, answer.out + answer.err


@pytest.mark.parametrize(
    "words", [("validate",), ("validate", "--fix"), ("due", "--today", "2024-01-01")], ids=" ".join
)
def test_a_closed_folder_beside_a_file_is_not_needed(tmp_path: Path, words: tuple[str, ...]) -> None:
    project(tmp_path, **{"d/l.yaml": PROMISE})

    assert _closed(tmp_path, "d/closed", words[0], "d/l.yaml", *words[1:])[0] == 0


def test_what_lies_in_a_closed_folder_may_be_there(tmp_path: Path) -> None:
    project(
        tmp_path, **{FILE: FOLLOWING.replace(ID, "annan/lofte-2024"), OTHER: FOLLOWING.replace(ID, "borta/x")}
    )
    words = ("validate", "promises/exempelby", "--select", "X", "--compact")
    code, said = _closed(tmp_path, "promises/annan", *words)

    assert code == 1
    assert "Det finns inget dokument ”borta/x”" in said
    assert "annan/lofte-2024" not in said


@pytest.mark.parametrize("asked", ["promises", "promises/annan", "promises/annan/x.yaml", "."])
def test_a_closed_folder_that_was_requested_is_reported(tmp_path: Path, asked: str) -> None:
    code, said = _closed(project(tmp_path), "promises/annan", "validate", asked)

    assert code == 2
    assert "går inte att läsa" in said


def test_a_file_beside_whose_name_is_not_utf_8_is_not_needed(tmp_path: Path) -> None:
    project(tmp_path)
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/promises/l\xf6fte.yaml")).write_text(
            PROMISE, encoding="utf-8"
        )
    except OSError:
        pytest.skip("the file system refuses the name")

    assert lofte("validate", FILE, cwd=tmp_path).code == 0
    assert lofte("validate", cwd=tmp_path).code == 2


# ---------------------------------------------------------------- an answer to the machine


@pytest.mark.parametrize("output", ["text", "json", "ics"])
def test_a_file_that_cannot_be_read_is_no_good_answer_to_a_nightly_job(tmp_path: Path, output: str) -> None:
    project(tmp_path, **{FILE: PROMISE.replace("titel:", "titel")})
    answer = lofte("due", "--today", "2025-06-01", "--format", output, cwd=tmp_path)

    assert answer.code == 1
    assert "Har fel och är inte med: promises/exempelby/lofte-2024.yaml" in answer.err
