"""What earlier runs worked out: taken again only where nothing has changed, and never in the way."""

import datetime as dt
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import medborgarlofte.memory
from corpus import ERR, EXAMPLE, EXEMPELBY, PROMISES
from medborgarlofte.cli.validate import FORMATS
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load import load
from medborgarlofte.memory import FILE, NO_MEMORY, Memory
from medborgarlofte.rules import ahead
from medborgarlofte.rules.engine import lint
from medborgarlofte.source.inputs import inputs_of
from program import COMMAND, environment, lofte, tried

TODAY = dt.date(2024, 6, 1)
OTHER_DAY = dt.date(2026, 3, 1)


class Counter:
    """Answers how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return self.asked


def _ask(folder: Path | None, make: Counter, *key: str) -> int:
    with closing(Memory(folder)) as memory:
        return memory.recall(make, *key)


# ---------------------------------------------------------------- the memory


def test_the_same_question_is_worked_out_once(tmp_path: Path) -> None:
    make = Counter()

    assert [_ask(tmp_path, make, "a", "b"), _ask(tmp_path, make, "a", "b")] == [1, 1]


@pytest.mark.parametrize("other", [("a", "c"), ("a",), ("ab",), ("b", "a"), ("a", "b", "")])
def test_another_question_has_another_answer(tmp_path: Path, other: tuple[str, ...]) -> None:
    make = Counter()

    assert [_ask(tmp_path, make, "a", "b"), _ask(tmp_path, make, *other)] == [1, 2]


def test_another_version_of_the_program_starts_afresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Counter()
    _ask(tmp_path, make, "a")
    monkeypatch.setattr(medborgarlofte.memory, "program", lambda: "another")

    assert _ask(tmp_path, make, "a") == 2


def test_a_program_that_somebody_works_on_is_another_each_time(tmp_path: Path) -> None:
    source = Path(medborgarlofte.memory.__file__).parent
    shutil.copytree(source, tmp_path / "medborgarlofte", ignore=shutil.ignore_patterns("__pycache__"))
    names = []
    for text in ("", "# changed\n"):
        with (tmp_path / "medborgarlofte" / "text.py").open("a", encoding="utf-8") as file:
            file.write(text)
        say = "from medborgarlofte.memory import program; print(program())"
        done = subprocess.run(
            [COMMAND[0], "-c", say], cwd=tmp_path, env=environment(), capture_output=True, check=True
        )
        names.append(done.stdout)

    assert names[0] != names[1]


def test_without_a_folder_nothing_is_remembered() -> None:
    make = Counter()

    assert [NO_MEMORY.recall(make, "a"), NO_MEMORY.recall(make, "a")] == [1, 2]
    assert NO_MEMORY.find("a") is None


def test_what_takes_too_much_room_is_forgotten_oldest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(medborgarlofte.memory, "PAGES", 40)
    make = Counter()
    for number in range(40):
        with closing(Memory(tmp_path)) as memory:
            memory.recall(lambda: os.urandom(8000), str(number))
    with closing(Memory(tmp_path)) as memory:
        known = [memory.find(str(number)) is not None for number in range(40)]

    assert known[-1]
    assert not known[0]
    assert known == sorted(known)
    assert make.asked == 0


# ---------------------------------------------------------------- what may befall it


def _damaged(folder: Path) -> None:
    (folder / FILE).write_bytes(b"Detta \xe4r ingen databas." * 400)


def _cut_short(folder: Path) -> None:
    data = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(data[: len(data) // 2 + 100])


def _emptied(folder: Path) -> None:
    (folder / FILE).write_bytes(b"")


def _a_folder(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).mkdir()


def _another_table(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as file:
        file.execute("DROP TABLE answer")
        file.execute("CREATE TABLE answer (something TEXT)")
        file.commit()


def _bits_turned(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as file, file:
        [(name, value)] = file.execute("SELECT name, value FROM answer").fetchall()
        turned = value[:-3] + bytes([value[-3] ^ 1]) + value[-2:]
        file.execute("UPDATE answer SET value = ? WHERE name = ?", [turned, name])


@pytest.mark.parametrize(
    "befall",
    [_damaged, _cut_short, _emptied, _a_folder, _another_table, _bits_turned],
    ids=lambda f: f.__name__,
)
def test_a_damaged_memory_is_no_memory(tmp_path: Path, befall: object) -> None:
    make = Counter()
    _ask(tmp_path, make, "a")
    assert callable(befall)
    befall(tmp_path)

    assert _ask(tmp_path, make, "a") == 2


def test_a_damaged_file_is_replaced(tmp_path: Path) -> None:
    make = Counter()
    _ask(tmp_path, make, "a")
    _damaged(tmp_path)
    for _ in range(3):
        _ask(tmp_path, make, "a")

    assert make.asked <= 3  # once before, once with the damage, once to fill the new file


@pytest.mark.skipif(os.name == "nt", reason="the rights of Windows are others")
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_in_is_not_trusted(tmp_path: Path, mode: int) -> None:
    make = Counter()
    _ask(tmp_path, make, "a")
    tmp_path.chmod(mode)

    assert _ask(tmp_path, make, "a") == 2


def test_a_folder_that_cannot_be_made_is_no_memory(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    make = Counter()

    assert [_ask(tmp_path / "fil" / "minne", make, "a") for _ in range(2)] == [1, 2]


WRITES_ON_AND_ON: Final = """
import sys
from pathlib import Path
from medborgarlofte.memory import Memory
memory = Memory(Path(sys.argv[1]))
print("begun", flush=True)
for number in range(10**9):
    memory.recall(lambda: f"{number % 5000}" * 500, str(number % 5000))
"""


@pytest.mark.parametrize("after", [0.2, 0.35, 0.5])
def test_one_that_is_killed_while_it_writes_leaves_what_is_right_or_nothing(
    tmp_path: Path, after: float
) -> None:
    command = [COMMAND[0], "-c", WRITES_ON_AND_ON, str(tmp_path)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after)
        writer.kill()
    with closing(Memory(tmp_path)) as memory:
        answers = [(number, memory.recall(lambda: "anew", str(number))) for number in range(5000)]

    assert [pair for pair in answers if pair[1] not in ("anew", f"{pair[0]}" * 500)] == []
    assert _ask(tmp_path, Counter(), "another") == 1


def test_two_at_once_do_not_wait_for_each_other(tmp_path: Path) -> None:
    make = Counter()
    with closing(Memory(tmp_path)) as one, closing(Memory(tmp_path)) as other:
        answers = [one.recall(make, "a"), other.recall(make, "b")]
    with closing(Memory(tmp_path)) as later:
        answers += [later.recall(make, "a"), later.recall(make, "b")]

    assert answers == [1, 2, 1, 2]


def test_a_memory_in_use_for_long_is_gone_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(medborgarlofte.memory, "PATIENCE", 0.1)
    make = Counter()
    _ask(tmp_path, make, "a")
    with closing(sqlite3.connect(tmp_path / FILE)) as file:
        file.execute("BEGIN EXCLUSIVE")

        assert [_ask(tmp_path, make, "a"), _ask(tmp_path, make, "b")] == [1, 2]
    assert [_ask(tmp_path, make, "a"), _ask(tmp_path, make, "b")] == [1, 3]


# ---------------------------------------------------------------- the same with it as without


def _found(root: Path, memory: Memory, today: dt.date) -> list[Diagnostic]:
    workspace = load([], root, memory=memory)
    return [*workspace.diagnostics, *lint(workspace, today=today, profile="granskning")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Everything that there is to read, sound and faulty, in one folder."""
    for number, source in enumerate((PROMISES, EXAMPLE / "promises", EXEMPELBY / "promises")):
        shutil.copytree(source, tmp_path / "promises" / f"del-{number}")
    for path in ERR.rglob("*.yaml"):
        shutil.copy(path, tmp_path / "promises" / f"fel-{path.parent.name}-{path.name}")
    return tmp_path


def test_what_is_found_is_the_same_with_and_without_a_memory(project: Path) -> None:
    plain = {day: _found(project, NO_MEMORY, day) for day in (TODAY, OTHER_DAY)}
    for day in (TODAY, TODAY, OTHER_DAY, TODAY):
        with closing(Memory(project / "minne")) as memory:
            assert _found(project, memory, day) == plain[day]


@settings(max_examples=12)
@given(data=st.data())
def test_no_change_goes_unnoticed(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("projekt")
    shutil.copytree(EXEMPELBY / "promises", root / "promises")
    paths = sorted((root / "promises").rglob("*.yaml"))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(paths))
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        line = data.draw(st.integers(0, len(lines) - 1))
        lines[line] = data.draw(st.sampled_from(["", lines[line] * 2, lines[line].replace("2024", "2023")]))
        path.write_text("".join(lines), encoding="utf-8")
        with closing(Memory(root / "minne")) as memory:
            assert _found(root, memory, TODAY) == _found(root, NO_MEMORY, TODAY)


def test_several_processes_find_what_one_finds(project: Path) -> None:
    inputs, asked, _ = inputs_of([], project, None)
    with closing(Memory(project / "minne")) as memory:
        with ahead.helped(
            inputs,
            project / "lofte.toml",
            memory,
            today=TODAY,
            profile="granskning",
            select=frozenset(),
            ignore=frozenset(),
        ):
            _found(project, memory, TODAY)
        known = [memory.find("content", item.digest) is not None for item in load([], project).valid.values()]

        assert _found(project, memory, TODAY) == _found(project, NO_MEMORY, TODAY)
    assert all(known)
    assert len(known) > 10
    assert len(inputs) == len(asked)


def test_several_processes_are_for_many_unknown_documents(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, _, _ = inputs_of([], project, None)
    with closing(Memory(project / "minne")) as memory:
        few = ahead.pays(inputs, memory)
        monkeypatch.setattr(ahead, "MANY", 5)
        many = ahead.pays(inputs, memory)
        load([], project, memory=memory)
    with closing(Memory(project / "minne")) as memory:
        known = ahead.pays(inputs, memory)
        first = inputs[0].path
        assert first is not None
        first.write_text("# ändrad\n", encoding="utf-8")
        changed = ahead.pays(inputs, memory)

    assert (few, many, known, changed) == (False, True, False, False)


# ---------------------------------------------------------------- the program


def test_it_lies_where_the_system_keeps_such_files(tmp_path: Path) -> None:
    shutil.copytree(EXEMPELBY / "promises", tmp_path / "promises")
    where = {"LOFTE_CACHE": str(tmp_path / "minne")}
    first = lofte("validate", cwd=tmp_path, env=where)
    second = lofte("validate", cwd=tmp_path, env=where)

    assert first == second
    assert [path.name for path in (tmp_path / "minne").iterdir()] == [FILE]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minne", "promises"]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("output", FORMATS)
def test_what_was_found_is_told_in_the_same_words_from_memory(project: Path, output: str, lang: str) -> None:
    words = ("validate", "--today", "2024-06-01", "--lang", lang, "--format", output)
    where = {"LOFTE_CACHE": str(project / "minne")}
    plain = lofte(*words, cwd=project, env={"LOFTE_CACHE": "0"})
    first, second = (lofte(*words, cwd=project, env=where) for _ in range(2))

    assert plain.code == 1
    assert (first, second) == (plain, plain)


def test_nothing_that_matters_changes_unnoticed(project: Path) -> None:
    promise = project / "promises" / "del-2" / "exempelby" / "lofte-2024.yaml"
    other = promise.with_name("nytt.yaml")
    plan = "[webbplats]\nnamn = 'X'\n"
    text = promise.read_text(encoding="utf-8")
    deeds: list[tuple[Callable[[], object], tuple[str, ...]]] = [
        (lambda: None, ()),
        (lambda: promise.write_text(text.replace("titel:", "titl:"), encoding="utf-8"), ()),
        (lambda: promise.write_text(text, encoding="utf-8"), ()),
        (lambda: other.write_text(text, encoding="utf-8"), ()),
        (lambda: other.rename(other.with_name("annat.yaml")), ()),
        (lambda: (project / "lofte.toml").write_text("[regler]\nM01 = 'fel'\n", encoding="utf-8"), ()),
        (lambda: (project / "lofte.toml").write_text(plan, encoding="utf-8"), ()),
        (lambda: None, ("--today", "2025-03-01")),
        (lambda: None, ("--profile", "publicering")),
        (lambda: None, ("--select", "U")),
        (lambda: None, ("--ignore", "U")),
        (lambda: None, ("promises/del-2",)),
        (lambda: None, ("promises/del-0", "promises/del-2")),
        ((project / "lofte.toml").unlink, ()),
    ]
    for do, words in deeds:
        do()
        said = [
            lofte("validate", "--today", "2024-06-01", *words, cwd=project, env={"LOFTE_CACHE": cache})
            for cache in (str(project / "minne"), "0")
        ]
        assert said[0] == said[1]


@pytest.mark.parametrize("output", ["text", "json"])
def test_a_comparison_is_the_same_from_memory(tmp_path: Path, output: str) -> None:
    words = ("diff", "--format", output)
    shutil.copytree(EXEMPELBY / "promises", tmp_path / "promises")
    promise = tmp_path / "promises" / "exempelby" / "lofte-2023.yaml"
    text = promise.read_text(encoding="utf-8")
    for written in (text, text, text.replace("80", "60"), text):
        promise.write_text(written, encoding="utf-8")
        said = [
            lofte(*words, *strict, cwd=tmp_path, env={"LOFTE_CACHE": cache})
            for cache in (str(tmp_path / "minne"), "0")
            for strict in ((), ("--strict",))
        ]

        assert said[:2] == said[2:]
        assert said[0].out


def test_standard_input_is_looked_at_each_time(project: Path) -> None:
    where = {"LOFTE_CACHE": str(project / "minne")}
    texts = [b"dokument: x\n", b"dokument: y\n", b"dokument: x\n"]
    said = [lofte("validate", "-", cwd=project, stdin=text, env=where).out for text in texts]

    assert said[0] == said[2]
    assert "\u201dx\u201d" in said[0]
    assert "\u201dy\u201d" in said[1]


def test_a_file_that_is_written_while_it_is_checked_is_not_remembered_as_it_was(project: Path) -> None:
    promise = "promises/del-2/exempelby/lofte-2024.yaml"
    before = (project / promise).read_bytes()
    deed = f"open({promise!r}, 'ab').write(b'xyzzy: x')"
    where = str(project / "minne")
    words = ["validate", "--today", "2024-06-01"]
    meanwhile = tried(
        "meddled", "sqlite3.connect", "minne", deed, words=words, cwd=project, env={"LOFTE_CACHE": where}
    )
    (project / promise).write_bytes(before)
    after, plain = (lofte(*words, cwd=project, env={"LOFTE_CACHE": cache}) for cache in (where, "0"))

    assert "xyzzy" in meanwhile.out
    assert "xyzzy" not in after.out
    assert after == plain


@pytest.mark.parametrize("off", ["", "0"])
def test_it_can_be_switched_off(tmp_path: Path, off: str) -> None:
    shutil.copytree(EXEMPELBY / "promises", tmp_path / "promises")
    home = tmp_path / "hem"
    lofte("validate", cwd=tmp_path, env={"LOFTE_CACHE": off, "HOME": str(home), "XDG_CACHE_HOME": str(home)})

    assert not home.exists()


def _many(folder: Path, count: int) -> None:
    """So many promises, each unlike the others."""
    text = next((EXEMPELBY / "promises").rglob("lofte-*.yaml")).read_text(encoding="utf-8")
    for number in range(count):
        path = folder / "promises" / f"ort-{number % 30:02}" / f"lofte-{number:03}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}# {number}\n", encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a process group is sent Ctrl-C in another way on Windows")
@pytest.mark.parametrize("after", [1.5, 2.5])
def test_ctrl_c_ends_every_process_without_a_traceback(tmp_path: Path, after: float) -> None:
    _many(tmp_path, 1500)
    with subprocess.Popen(
        [*COMMAND, "validate"],
        cwd=tmp_path,
        env=environment(LOFTE_CACHE=str(tmp_path / "minne")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        time.sleep(after)
        os.killpg(program.pid, signal.SIGINT)
        out, err = program.communicate(timeout=60)

    assert (program.returncode, out, err.decode()) == (130, b"", "\nAvbrutet.\n")


def test_many_files_are_checked_as_few_are(tmp_path: Path) -> None:
    _many(tmp_path, ahead.MANY + 20)
    several = lofte(
        "validate", "--today", "2024-06-01", cwd=tmp_path, env={"LOFTE_CACHE": str(tmp_path / "minne")}
    )
    alone = lofte("validate", "--today", "2024-06-01", cwd=tmp_path, env={"LOFTE_CACHE": "0"})

    assert several == alone
    assert (tmp_path / "minne" / FILE).stat().st_size > 100_000
