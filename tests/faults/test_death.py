"""A computer that dies at any step leaves the old state or the new, and the next run tidies up."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from corpus import ROOT
from invented import FILE, ID, PROMISE, project
from medborgarlofte.site.manifest import MARKER
from medborgarlofte.site.publish import publish
from program import COMMAND, environment, lofte

Tree = dict[str, str]
RENDER: Final = ("render", "--format", "markdown")
WRITTEN: Final = "promises/exempelby/uppfoljning-2024-04-30.yaml"
MISSPELT: Final = PROMISE.replace("åtaganden:", "ataganden:")


def _steps(folder: Path, *words: str) -> list[dict[str, Any]]:
    """What dying.py tells of a command."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "killed_process.py"), str(folder), *words],
        env=environment(), capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    tried = [step for step in found if step["killed"] is not None]
    assert tried, "nothing was killed"
    assert [step["there"] for step in tried] == [step["killed"] for step in tried]
    return found


def _below(tree: Tree, folder: str) -> Tree:
    return {name: seen for name, seen in tree.items() if name.startswith(f"{folder}/")}


# ---------------------------------------------------------------- folders: render and export


@pytest.mark.parametrize(
    ("words", "target"),
    [(RENDER, "site"), (RENDER, "site for the first time"), (("export",), "data")],
    ids=["render", "render for the first time", "export"],
)
def test_every_file_is_the_old_one_or_the_new_one_at_every_step(
    tmp_path: Path, words: tuple[str, ...], target: str
) -> None:
    folder = project(tmp_path)
    if target in ("site", "data"):
        assert lofte(*words, cwd=folder).code == 0
        project(folder, **{FILE: PROMISE.replace("40 lampor", "45 lampor")})
    target = target.split(maxsplit=1)[0]
    *deaths, end = _steps(folder, *words)
    old, new = _below(deaths[0]["there"], target), _below(end["there"], target)
    promises = _below(end["there"], "promises")

    assert old != new
    for step in deaths:
        there = step["there"]
        seen = {
            n: data
            for n, data in _below(there, target).items()
            if not n.startswith(f"{target}/.lofte-") and not n.endswith("/")
        }
        assert [name for name in seen if seen[name] not in (old.get(name), new.get(name))] == [], step[
            "about_to"
        ]
        assert set(old) & set(new) <= set(seen) | {f"{target}/{MARKER}"}, step["about_to"]
        assert _below(there, "promises") == promises
        assert {name.split("/")[0] for name in there} <= {"promises", target}
    assert [step["about_to"] for step in deaths if step["recovered"] not in (None, end["there"])] == []
    assert set(end["there"]) == set(promises) | set(new)


@pytest.mark.parametrize("name", [".lofte-new", ".lofte-abcd1234", ".lofte-abcd12345", "lofte-abcd1234"])
def test_what_we_did_not_write_is_never_tidied_away(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path)
    lofte(*RENDER, cwd=folder)
    (folder / "site" / name).mkdir()
    (folder / "site" / name / "mine.txt").write_text("mine", encoding="utf-8")
    if name != ".lofte-abcd1234":  # the name alone does not make it ours, nor does the marker alone
        (folder / "site" / name / MARKER).write_text('{"made_by": "lofte", "files": {}}', encoding="utf-8")
    assert lofte(*RENDER, cwd=folder).code == 0

    assert (folder / "site" / name / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_build_that_somebody_is_at_work_in_is_not_tidied_away(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from medborgarlofte.site.publish import publish\n"
        "def slow():\n"
        "    yield 'index.html', b'slow'\n"
        "    print('halfway', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    yield 'slow.html', b'slow'\n"
        "publish(pathlib.Path(sys.argv[1]), slow())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "site")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(),
    ) as slow:  # fmt: skip
        assert slow.stdout is not None
        assert slow.stdout.readline() == b"halfway\n"
        publish(tmp_path / "site", [("index.html", b"quick"), ("quick.html", b"quick")])
        quick = sorted(path.name for path in (tmp_path / "site").iterdir())
        slow.communicate(b"\n", timeout=60)

    assert [name for name in quick if not re.fullmatch(r"\.lofte-.{8}", name)] == [
        MARKER,
        "index.html",
        "quick.html",
    ]
    assert slow.returncode == 0
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [MARKER, "index.html", "slow.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


# ---------------------------------------------------------------- files: --fix, follow-up, new


def test_fix_leaves_each_file_unchanged_or_fixed(tmp_path: Path) -> None:
    other = FILE.replace("2024", "2025")
    folder = project(tmp_path, **{FILE: MISSPELT, other: MISSPELT})
    *deaths, end = _steps(folder, "validate", "--fix")
    old = deaths[0]["there"]

    assert old[FILE] != end["there"][FILE]
    for step in deaths:
        assert {step["there"][name] for name in (FILE, other)} <= {old[FILE], end["there"][FILE]}
        assert _visible(step["there"]) == {FILE, other}
        assert step["recovered"] in (None, end["there"]), step["about_to"]


@pytest.mark.parametrize("there", [True, False], ids=["a file that is there", "a file that is not"])
def test_a_follow_up_is_the_old_one_or_the_new_one_and_the_next_run_tidies(
    tmp_path: Path, there: bool
) -> None:
    folder = project(tmp_path)
    words = ("follow-up", ID, "--date", "2024-04-30")
    if there:
        lofte(*words, cwd=folder)
    *deaths, end = _steps(folder, *words, "--set", "K1=pågår:34", "--set", "G1=pågår:1")
    old = deaths[0]["there"].get(WRITTEN)

    assert old != end["there"][WRITTEN]
    for step in deaths:
        assert step["there"].get(WRITTEN) in (old, end["there"][WRITTEN])
        assert _visible(step["there"]) <= {FILE, WRITTEN}
        assert step["recovered"] in (None, end["there"]), step["about_to"]


def test_new_leaves_no_file_or_a_whole_one(tmp_path: Path) -> None:
    folder = project(tmp_path, **{"promises/exempelby/other.txt": "x"})
    *deaths, end = _steps(folder, "new", "--municipality", "Exempelby", "--start", "2024", "--end", "2024")

    assert {None, end["there"][FILE]} == {step["there"].get(FILE) for step in (*deaths, end)}


def _visible(tree: Tree) -> set[str]:
    return {name for name in tree if not re.search(r"(^|/)\.", name)}


def test_one_who_was_killed_at_a_question_has_lost_no_answer(tmp_path: Path) -> None:
    from terminal import Terminal

    folder = project(tmp_path)
    terminal = Terminal(folder, "follow-up", ID, "--date", "2024-04-30", "--interactive")
    terminal.answer(
        ("Utfall, kvällar: ", "34\n"), ("Status 1–7", "\n"), ("Kommentar: ", "Regn.\n"),
        ("Utfall, ", ""), then=signal.SIGKILL,
    )  # fmt: skip
    text = (folder / WRITTEN).read_text(encoding="utf-8")

    assert ("utfall: 34" in text, "kommentar: Regn." in text) == (True, True)


# ---------------------------------------------------------------- locks


def test_no_lock_is_left_anywhere(tmp_path: Path) -> None:
    folder = project(tmp_path / "work", **{FILE: MISSPELT})
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for words in (
        ("validate", "--fix"), ("render",), ("export",),
        ("follow-up", ID, "--date", "2024-04-30", "--set", "K1=pågår:34"),
        ("new", "--municipality", "Exempelby kommun", "--start", "2026", "--end", "2026"),
    ):  # fmt: skip
        assert lofte(*words, cwd=folder, TMPDIR=str(temporary)).code == 0, words

    assert list(temporary.iterdir()) == []
    assert [path for path in folder.rglob(".*") if path.name not in (MARKER, ".lofte")] == []


def test_a_waiting_process_reports_who_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from medborgarlofte.errors import LofteError
    from medborgarlofte.source import locking

    monkeypatch.setattr(locking, "PATIENCE", 0.2)
    with (
        locking.locked(tmp_path / "a.yaml"),
        pytest.raises(LofteError) as caught,
        locking.locked(tmp_path / "a.yaml"),
    ):
        pass

    assert caught.value.message.sv == "”a.yaml” skrivs av ett annat program."
    assert caught.value.help is not None


def test_where_folders_cannot_be_locked_a_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from medborgarlofte.errors import LofteError
    from medborgarlofte.source import locking

    monkeypatch.setattr(locking, "PATIENCE", 0.2)
    monkeypatch.setattr(locking, "_lock", lambda _folder: None)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with (
        locking.locked(tmp_path / "a.yaml"),
        pytest.raises(LofteError),
        locking.locked(tmp_path / "a.yaml"),
    ):
        pass

    assert not locking.is_abandoned(tmp_path)


# ---------------------------------------------------------------- two at once


def test_two_builds_at_once_both_end_well_and_leave_one_whole_site(tmp_path: Path) -> None:
    folder = project(tmp_path)
    commands = [RENDER, (*RENDER, "--lang", "en")]
    running = [
        subprocess.Popen(
            [*COMMAND, *words],
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for words in commands
    ]
    said = [process.communicate(timeout=120)[0].decode() for process in running]
    left = {
        path.relative_to(folder / "site").as_posix()
        for path in (folder / "site").rglob("*")
        if path.is_file()
    }
    listed = json.loads((folder / "site" / MARKER).read_text(encoding="utf-8"))["files"]

    assert [process.returncode for process in running] == [0] * len(commands), said
    assert left == {*listed, MARKER}
    assert {path.name for path in folder.iterdir()} == {"promises", "site"}


def test_fix_and_a_follow_up_at_once_lose_no_word(tmp_path: Path) -> None:
    text = f"dokument: uppfoljning\nlöfte: {ID}\ndatum: 2024-04-30\nposter:\n  - {{åtagande: K1, status: pagår}}\n"
    text = text.replace("uppfoljning", "uppföljning").replace("pagår", "pågår").replace("löfte:", "lofte:")
    folder = project(tmp_path, **{FILE: PROMISE, WRITTEN: text})
    commands = [
        ("validate", "--fix"),
        *(("follow-up", ID, "--date", "2024-04-30", "--set", f"{key}=pågår:3") for key in ("K2", "G1")),
    ]
    running = [subprocess.Popen([*COMMAND, *words], cwd=folder, env=environment(), stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL) for words in commands]  # fmt: skip
    codes = [process.wait(timeout=120) for process in running]
    lofte("validate", "--fix", cwd=folder)
    after = (folder / WRITTEN).read_text(encoding="utf-8")

    assert codes[1:] == [0, 0]
    assert [key for key in ("K1", "K2", "G1") if f"åtagande: {key}" not in after] == []
    assert "\nlöfte:" in after
