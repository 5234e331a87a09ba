"""`lofte diff --confirm`: what is answered is written into the newer file, and nothing else in it changes."""

import datetime as dt
import difflib
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.cli.confirm import write
from medborgarlofte.cli.session import Session
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import Change
from medborgarlofte.load import load
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.timeline import consecutive
from program import lofte
from terminal import CTRL_C, typed

pytestmark = pytest.mark.slow

Answers = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]

HEAD: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby {year}
period: {{från: {year}-01-01, till: {year}-12-31}}
parter:
  - {{id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}}
  - {{id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}}
åtaganden:
"""
OLD: Final = """\
  - {id: K1, part: kommunen, text: Fritidsgården har öppet minst 100 kvällar under året.}
  - {id: P1, part: polisen, text: Polisen patrullerar till fots i centrum varje vecka.}
"""
BLOCK: Final = """\
  # om ungas fritid
  - id: A1  # förr K1
    part: kommunen
    text: >
      Fritidsgården har öppet
      minst 80 kvällar under året.
  - part: polisen
    text: "Polisen patrullerar i centrum till fots varje månad."   # två blanksteg
    id: A2

# slut
"""
FLOW: Final = """\
  - {id: A1, part: kommunen, text: "Fritidsgården har öppet, minst 80 kvällar under året."}  # förr: K1
  - { part: polisen, text: Polisen patrullerar i centrum till fots varje månad., id: A2 }
"""
BOTH: Final[Answers] = [(("A1",), ("K1",)), (("A2",), ("P1",))]


def _project(folder: Path, new: str, old: str = OLD) -> Path:
    """Two years of promises; answers the newer file."""
    promises = folder / "promises" / "exempelby"
    promises.mkdir(parents=True)
    (promises / "lofte-2023.yaml").write_text(HEAD.format(year=2023) + old, encoding="utf-8")
    path = promises / "lofte-2024.yaml"
    path.write_text(HEAD.format(year=2024) + new, encoding="utf-8", newline="")
    return path


def _session(folder: Path) -> Session:
    return Session(lang="sv", cwd=folder, today=dt.date(2024, 6, 1), width=80, color=False, interactive=True)


def _row(folder: Path) -> Compared:
    valid = load([], folder).valid
    old, new = valid["exempelby/lofte-2023"], valid["exempelby/lofte-2024"]
    return Compared(compare(old, new), old, new)


def _write(folder: Path, answers: Answers = BOTH) -> int:
    return write(_session(folder), _row(folder), answers)


def _bases(folder: Path) -> dict[tuple[str, ...], object]:
    return {change.new: change.basis for change in _row(folder).comparison.changes}


def _added(before: bytes, after: bytes) -> list[str]:
    """The lines that came; fails when one went."""
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    delta = difflib.ndiff(old, new)
    told = [line for line in delta if line[0] in "+-"]
    assert all(line[0] == "+" for line in told), told
    return [line[2:] for line in told]


# ---------------------------------------------------------------- what is written


def test_the_project_has_two_guesses(tmp_path: Path) -> None:
    _project(tmp_path, BLOCK)

    assert _bases(tmp_path) == {("A1",): "likeness", ("A2",): "likeness"}


@pytest.mark.parametrize("new", [BLOCK, FLOW], ids=["block", "flow"])
def test_what_is_confirmed_is_stated_from_then_on(tmp_path: Path, new: str) -> None:
    _project(tmp_path, new)

    assert _write(tmp_path) == 2
    assert _bases(tmp_path) == {("A1",): "stated", ("A2",): "stated"}
    assert not load([], tmp_path).has_errors


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    "mark", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2], ids=["no mark", "a mark", "two marks"]
)
def test_in_block_style_one_line_comes_for_each(tmp_path: Path, end: str, mark: bytes) -> None:
    path = _project(tmp_path, BLOCK)
    before = mark + path.read_text(encoding="utf-8").replace("\n", end).encode()
    path.write_bytes(before)
    _write(tmp_path)

    assert _added(before, path.read_bytes()) == [
        f"    fortsätter: [exempelby/lofte-2023#K1]{end}",
        f"    fortsätter: [exempelby/lofte-2023#P1]{end}",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
def test_in_flow_style_the_line_gets_one_key_more(tmp_path: Path, end: str, mark: bytes) -> None:
    path = _project(tmp_path, FLOW)
    before = mark + path.read_text(encoding="utf-8").replace("\n", end).encode()
    path.write_bytes(before)
    _write(tmp_path)
    expected = before.decode().replace("id: A1", "id: A1, fortsätter: [exempelby/lofte-2023#K1]")

    assert path.read_bytes().decode() == expected.replace(
        "id: A2", "id: A2, fortsätter: [exempelby/lofte-2023#P1]"
    )


@pytest.mark.parametrize("new", [BLOCK, FLOW], ids=["block", "flow"])
def test_a_file_with_decomposed_letters_is_written_right(tmp_path: Path, new: str) -> None:
    path = _project(tmp_path, new.replace("{id: A1, part: kommunen", "{part: kommunen, plats: Åby, id: A1"))
    before = unicodedata.normalize("NFD", path.read_text(encoding="utf-8"))
    path.write_text(before, encoding="utf-8")
    _write(tmp_path)
    after = path.read_text(encoding="utf-8")

    assert _bases(tmp_path) == {("A1",): "stated", ("A2",): "stated"}
    for said in ("    fortsätter: [exempelby/lofte-2023#K1]\n", ", fortsätter: [exempelby/lofte-2023#K1]"):
        after = after.replace(said, "").replace(said.replace("#K1", "#P1"), "")
    assert after == before


def test_an_indented_list_on_the_edge_is_written_with_its_own_indentation(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK.replace("\n  ", "\n").replace("  # om", "# om"))
    before = path.read_bytes()
    _write(tmp_path)

    assert _added(before, path.read_bytes())[0] == "  fortsätter: [exempelby/lofte-2023#K1]\n"
    assert _bases(tmp_path) == {("A1",): "stated", ("A2",): "stated"}


def test_several_old_ones_stand_in_one_list(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    _write(tmp_path, [(("A1",), ("K1", "P1"))])

    assert "    fortsätter: [exempelby/lofte-2023#K1, exempelby/lofte-2023#P1]\n" in path.read_text(
        encoding="utf-8"
    )
    [change] = [c for c in _row(tmp_path).comparison.changes if c.new == ("A1",)]
    assert (change.kind, change.old, change.basis) == ("merged", ("K1", "P1"), "stated")


def test_several_new_ones_get_a_line_each(tmp_path: Path) -> None:
    _project(tmp_path, BLOCK)

    assert _write(tmp_path, [(("A1", "A2"), ("K1",))]) == 2
    [change] = [c for c in _row(tmp_path).comparison.changes if c.old == ("K1",)]
    assert (change.kind, change.new, change.basis) == ("split", ("A1", "A2"), "stated")


def test_nothing_is_written_when_nothing_was_confirmed(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    stamp = path.stat().st_mtime_ns

    assert _write(tmp_path, []) == 0
    assert stamp == path.stat().st_mtime_ns


@pytest.mark.parametrize(
    "written",
    ["[exempelby/lofte-2022#K1]", "exempelby/lofte-2022#K1", "", "~", "[]"],
    ids=lambda text: text[:6],
)
def test_a_commitment_that_already_continues_another_keeps_one_key(tmp_path: Path, written: str) -> None:
    path = _project(tmp_path, FLOW)
    older = path.with_name("lofte-2022.yaml")
    older.write_text(HEAD.format(year=2022) + OLD, encoding="utf-8")
    stated = FLOW.replace("id: A1", f"id: A1, fortsätter: {written}")
    path.write_text(HEAD.format(year=2024) + stated, encoding="utf-8")
    count = _write(tmp_path)

    assert [d.code for d in load([], tmp_path).diagnostics if d.severity == "error"] == []
    assert count == list(_bases(tmp_path).values()).count("stated")


def test_a_promise_of_two_places_follows_the_one_before_in_the_first(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK.replace("kommunen\n", "[kommunen, grannen]\n"))
    neighbour = "  - {id: grannen, typ: kommun, namn: Grannby kommun}\n"
    path.write_text(
        path.read_text(encoding="utf-8").replace("åtaganden:", f"{neighbour}åtaganden:"), encoding="utf-8"
    )
    other = HEAD.format(year=2023).replace("Exempelby", "Grannby") + OLD.replace("vecka", "dag")
    path.with_name("grannby-2023.yaml").write_text(other, encoding="utf-8")
    rows = [Compared(compare(old, new), old, new) for old, new in consecutive(load([], tmp_path))]
    for row in rows:
        write(
            _session(tmp_path), row, [(c.new, c.old) for c in row.comparison.changes if c.basis == "likeness"]
        )

    assert len(rows) == 1
    assert [d.code for d in load([], tmp_path).diagnostics if d.severity == "error"] == []
    assert "stated" in {
        c.basis for old, new in consecutive(load([], tmp_path)) for c in compare(old, new).changes
    }


# ---------------------------------------------------------------- at a terminal


QUESTION: Final = "/N]"
"""How a question ends, whatever the language."""


def _confirm(folder: Path, *keys: str, words: Sequence[str] = ("exempelby",)) -> tuple[int, str]:
    return typed(folder, ("diff", *words, "--confirm"), *((QUESTION, key) for key in keys))


def _written(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "fortsätter" in line]


def test_yes_and_no_are_distinguished(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    guesses: list[Change] = [c for c in _row(tmp_path).comparison.changes if c.basis == "likeness"]
    code, said = _confirm(tmp_path, "y\n", "n\n")
    [first, second] = guesses

    assert (code, len(guesses)) == (0, 2)
    assert _written(path) == [f"fortsätter: [exempelby/lofte-2023#{first.old[0]}]"]
    assert _bases(tmp_path) == {first.new: "stated", second.new: "likeness"}
    assert "- K1: Fritidsgården har öppet minst 100 kvällar under året." in said
    assert "Är det samma åtagande?" in said


def test_no_is_what_enter_means(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    before = path.read_bytes()

    assert _confirm(tmp_path, "\n", "\n")[0] == 0
    assert before == path.read_bytes()


def test_what_is_stated_is_not_asked_again(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    _write(tmp_path)
    before = path.read_bytes()
    code, said = _confirm(tmp_path)

    assert (code, QUESTION in said) == (0, False)
    assert before == path.read_bytes()


def test_the_answers_of_a_document_that_was_gone_through_are_kept_when_one_stops(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    later = path.with_name("lofte-2025.yaml")
    newest = BLOCK.replace("A1", "B1").replace("A2", "B2").replace("80", "70").replace("månad", "kvartal")
    later.write_text(HEAD.format(year=2025) + newest, encoding="utf-8")
    before = later.read_bytes()
    code, _ = _confirm(tmp_path, "y\n", "y\n", "y\n", CTRL_C)

    assert code == 130
    assert len(_written(path)) == 2
    assert before == later.read_bytes()


def test_swedish_answers_are_understood(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)

    assert _confirm(tmp_path, "ja\n", "nej\n")[0] == 0
    assert len(_written(path)) == 1


def test_english_is_asked_in_english(tmp_path: Path) -> None:
    _project(tmp_path, BLOCK)
    code, said = _confirm(tmp_path, "n\n", "n\n", words=("exempelby", "--lang", "en"))

    assert (code, "Is it the same commitment?" in said) == (0, True)


def test_without_a_terminal_it_is_refused(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    before = path.read_bytes()
    answer = lofte("diff", "exempelby", "--confirm", cwd=tmp_path, stdin=b"y\ny\n")

    assert (answer.code, answer.out) == (2, "")
    assert "--confirm frågar, och behöver en terminal." in answer.err
    assert before == path.read_bytes()


def _repository(folder: Path) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "--message", "x")):
        subprocess.run(["git", *words], cwd=folder, check=True)


def test_an_old_version_out_of_git_is_never_written_to(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    _repository(tmp_path)
    before = path.read_bytes()
    documents = ("promises/exempelby/lofte-2023.yaml", "HEAD:promises/exempelby/lofte-2024.yaml")

    assert _confirm(tmp_path, words=documents)[0] == 2
    assert before == path.read_bytes()


def test_a_document_does_not_continue_an_older_version_of_itself(tmp_path: Path) -> None:
    path = _project(tmp_path, BLOCK)
    _repository(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("80", "70"), encoding="utf-8")
    before = path.read_bytes()

    assert _confirm(tmp_path, words=("--since", "HEAD"))[0] == 2
    assert before == path.read_bytes()
