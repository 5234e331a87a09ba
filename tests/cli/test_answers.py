"""Answers in files, and names as they are pasted."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from corpus import ROOT
from program import lofte

EXAMPLE = ROOT / "docs/exempel"
DAY = ("--today", "2025-02-01")


@pytest.mark.parametrize(
    ("words", "file", "start"),
    [
        (("summary", "exempelby/lofte-2024"), "tabell.md", "## Medborgarlöfte för Exempelby 2024\n"),
        (("summary",), "tabell.csv", "id,titel,"),
        (("summary", "exempelby/lofte-2024"), "text.txt", "Medborgarlöfte för Exempelby 2024 "),
        (("diff",), "sida.html", "<!doctype html>\n"),
        (("validate",), "fynd.sarif", '{\n  "$schema": '),
        (("validate",), "fynd.xml", '<?xml version="1.0" '),
        (("validate", "--statistics"), "antal.json", '{\n  "version": 1,\n  "statistics": '),
        (("list",), "lista.json", '{\n  "version": 1,\n'),
        (("list",), "lista.txt", "exempelby/atgardsplan-2024 "),
    ],
)
def test_an_answer_is_written_to_a_file_in_the_format_of_its_ending(
    words: tuple[str, ...], file: str, start: str, tmp_path: Path
) -> None:
    answer = lofte(*words, "-o", str(tmp_path / file), cwd=EXAMPLE, env={"FORCE_COLOR": "1"})

    assert (answer.code, answer.out) == (0, f"Skrev {tmp_path / file}.\n")
    assert (tmp_path / file).read_text(encoding="utf-8").startswith(start)


def test_a_file_holds_what_a_pipe_does(tmp_path: Path) -> None:
    lofte("validate", "--format", "json", "-o", str(tmp_path / "fynd.txt"), cwd=EXAMPLE)

    assert json.loads((tmp_path / "fynd.txt").read_text(encoding="utf-8"))["summary"]["files"] == 11
    assert (tmp_path / "fynd.txt").read_text(encoding="utf-8") == lofte(
        "validate", "--format", "json", cwd=EXAMPLE
    ).out


def test_files_of_word_and_excel_are_written_by_other_commands() -> None:
    refused = [lofte("summary", "-o", file, cwd=EXAMPLE) for file in ("tabell.docx", "tabell.XLSX")]

    assert [(one.code, one.out) for one in refused] == [(2, ""), (2, "")]
    assert "".join(one.err for one in refused) == snapshot("""\
Fel: --output: ”tabell.docx” kan inte skrivas här. Dokument för Word, med kommunstyrelsens tabell, skriver: lofte render --format docx.
Se ”lofte summary --help”.
Fel: --output: ”tabell.XLSX” kan inte skrivas här. Tabeller för Excel skriver: lofte export --format xlsx.
Se ”lofte summary --help”.
""")


@pytest.mark.parametrize("file", ["promises/exempelby/lofte-2024.yaml", "lofte.TOML", "promises"])
def test_no_answer_replaces_a_document(file: str) -> None:
    before = sorted((path, path.is_file() and path.read_bytes()) for path in EXAMPLE.rglob("*"))
    answer = lofte("summary", "-o", file, cwd=EXAMPLE)

    assert (answer.code, answer.out) == (2, "")
    assert "Ange en fil för svaret, till exempel svar.txt." in answer.err
    assert before == sorted((path, path.is_file() and path.read_bytes()) for path in EXAMPLE.rglob("*"))


def test_a_dash_is_standard_out() -> None:
    assert lofte("summary", "-o", "-", cwd=EXAMPLE) == lofte("summary", cwd=EXAMPLE)


@pytest.mark.parametrize(
    "pasted",
    [
        r"promises\exempelby\lofte-2024.yaml",
        r'"promises\exempelby\lofte-2024.yaml"',
        r".\promises\exempelby\lofte-2024.yaml",
        "'promises/exempelby/lofte-2024.yaml'",
        r"exempelby\lofte-2024",
    ],
)
@pytest.mark.parametrize("command", ["summary", "diff", "list", "validate"])
def test_a_name_is_understood_as_it_is_pasted(command: str, pasted: str) -> None:
    plain = lofte(command, "promises/exempelby/lofte-2024.yaml", *DAY[: 2 * (command != "diff")], cwd=EXAMPLE)

    assert lofte(command, pasted, *DAY[: 2 * (command != "diff")], cwd=EXAMPLE) == plain
    assert plain.code == 0


def test_a_folder_in_the_way_of_a_quotation_mark_is_meant_without_it(tmp_path: Path) -> None:
    answer = lofte("export", str(EXAMPLE / "promises"), "-o", f'{tmp_path}\\ut"', cwd=tmp_path)

    assert answer.code == 0
    assert (tmp_path / "ut" / "loften.csv").is_file()


def test_each_kind_of_document_has_its_own_state() -> None:
    rows = [line.split() for line in lofte("list", *DAY, cwd=EXAMPLE).out.splitlines()]

    assert {row[1]: row[2] for row in rows} == {
        "åtgärdsplan": "gäller",
        "lägesbild": "klar",
        "medborgarlöfte": "avslutat",
        "medborgardialog": "genomförd",
        "samverkansöverenskommelse": "gäller",
        "trygghetsmätning": "genomförd",
        "uppföljning": "gjord",
    }


def test_a_dialogue_to_come_is_not_carried_out() -> None:
    early = lofte("list", "exempelby/medborgardialog-2023", "--today", "2023-01-01", cwd=EXAMPLE)

    assert "medborgardialog  kommande" in early.out
