"""A slip of the hand in a promise gives one answer, at its place."""

from pathlib import Path
from typing import NamedTuple

import pytest

from corpus import copy_of_promises, written_on_another_machine
from medborgarlofte.load import load

KARLSHAMN = "karlshamn/lofte-2022.yaml"


class Answer(NamedTuple):
    """What the tool says about an edit."""

    code: str
    file: str
    line: int
    column: int
    end_column: int
    message: str
    help: str


def _answers(folder: Path) -> list[Answer]:
    return [
        Answer(d.code, d.file, d.span.line, d.span.column, d.span.end_column, d.message("sv"), d.help("sv"))
        for d in load([], folder).diagnostics
    ]


EDITS = [
    pytest.param(
        ('kommunkod: "1082"', 'kommunkod: "1083"'),
        Answer(
            "D16", f"promises/{KARLSHAMN}", 13, 16, 22,
            "Kommunkoden ”1083” tillhör Sölvesborg, men parten heter ”Karlshamns kommun”.",
            "Karlshamn har kommunkoden ”1082”.",
        ),
        id="the code of another municipality",
    ),
    pytest.param(
        ("\nåtaganden:", "\nåtagande:"),
        Answer(
            "D05", f"promises/{KARLSHAMN}", 46, 1, 9, "Nyckeln ”åtagande” finns inte här.", "Menade du ”åtaganden”?"
        ),
        id="a misspelt key",
    ),
    pytest.param(
        ("part: kommunen", "part: komunen"),
        Answer(
            "X01", f"promises/{KARLSHAMN}", 48, 11, 18, "Inget i ”parter” har id:t ”komunen”.", "Menade du ”kommunen”?"
        ),
        id="a party that is not there",
    ),
    pytest.param(
        ("till: 2022-12", "till: 2022-06-31"),
        Answer(
            "D10", f"promises/{KARLSHAMN}", 7, 9, 19,
            "Datumet ”2022-06-31” finns inte: juni har 30 dagar.",
            "Kontrollera datumet mot beslutet eller källan.",
        ),
        id="a day that does not exist",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "answer"), EDITS)
def test_an_edit_gives_one_answer_at_its_place(tmp_path: Path, edit: tuple[str, str], answer: Answer) -> None:
    path = copy_of_promises(tmp_path) / KARLSHAMN
    text = path.read_text(encoding="utf-8")
    assert edit[0] in text
    path.write_text(text.replace(*edit, 1), encoding="utf-8")

    assert [answer] == _answers(tmp_path)


@pytest.mark.parametrize(("edit", "answer"), EDITS)
def test_an_edit_gives_the_same_answer_on_another_machine(
    tmp_path: Path, edit: tuple[str, str], answer: Answer
) -> None:
    for path in copy_of_promises(tmp_path).rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.as_posix().endswith(KARLSHAMN):
            text = text.replace(*edit, 1)
        path.write_bytes(written_on_another_machine(text))

    assert [answer] == _answers(tmp_path)
