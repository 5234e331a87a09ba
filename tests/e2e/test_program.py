"""The program among other programs: pipes, streams, encodings, signals, and what it costs to ask its version."""

import re
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from corpus import ERR, PROMISES, ROOT, copy_of_promises
from program import COMMAND, environment, lofte

HEAVY = {"pydantic", "jinja2", "rich", "yaml", "markdown_it", "nh3"}


def test_the_version_is_the_installed_one() -> None:
    assert (0, f"lofte {version('medborgarlofte')}\n", "") == lofte("--version", cwd=ROOT)


def test_asking_the_version_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND[1:], "--version"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}

    assert "typer" in loaded
    assert set() == loaded & HEAVY


@pytest.mark.parametrize(
    "words",
    [("--help",), ("validate", "--help"), ("render", "--help"), ("validat",), ("validate", "--fromat")],
)
def test_help_and_mistyped_words_load_nothing_heavy(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND[1:], *words],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in done.stderr.splitlines()
        if "import time:" in line
    }

    assert set() == loaded & HEAVY


# ---------------------------------------------------------------- streams


@pytest.mark.parametrize("words", [("schema",), ("validate", "--format", "json", "tests/data/err")])
def test_a_reader_that_leaves_is_not_complained_about(words: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*COMMAND, *words], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait(timeout=60)

    assert (first, said) == (b"{\n", b"")
    assert code in (0, 1, 141)


def test_a_full_disk_is_reported() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "schema"],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = done.stderr.decode()

    assert done.returncode == 2
    assert said.startswith("Systemfel: disken är full")
    assert "None" not in said
    assert "Exception" not in said


@pytest.mark.parametrize(
    ("words", "closed"), [("validate -", "<&-"), ("--version", ">&-"), ("validat", "2>&-")]
)
def test_a_closed_stream_is_not_called_a_bug_of_ours(words: str, closed: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{' '.join(COMMAND)} {words} {closed}"],
        cwd=ROOT, env=environment(), capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode in (0, 1, 2)


def test_an_answer_that_nobody_can_read_is_not_called_a_success(faulty: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{' '.join(COMMAND)} validate --format json löfte.yaml >&-"],
        cwd=faulty, env=environment(), capture_output=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr.decode()) == (2, "Fel: Standard ut är stängd.\n")


def test_results_go_to_stdout_and_everything_else_to_stderr(faulty: Path) -> None:
    found = lofte("validate", "löfte.yaml", cwd=faulty)
    stopped = lofte("render", "löfte.yaml", cwd=faulty)

    assert (found.code, found.err) == (1, "")
    assert "D05" in found.out
    assert (stopped.code, stopped.out) == (1, "")
    assert "D05" in stopped.err
    assert "Inget har publicerats." in stopped.err
    assert [path.name for path in faulty.iterdir()] == ["löfte.yaml"]


# ---------------------------------------------------------------- encodings and colour


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder with one faulty promise, whose name is Swedish too."""
    (tmp_path / "löfte.yaml").write_bytes((ERR / "misspelt-key.yaml").read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    "settings",
    [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}],
    ids=["cp1252", "ascii"],
)
def test_swedish_letters_come_through_on_every_console(faulty: Path, settings: dict[str, str]) -> None:
    answer = lofte("validate", "löfte.yaml", cwd=faulty, env=settings)
    wrong = lofte("vålidate", cwd=faulty, env=settings)

    assert answer.out.startswith("löfte.yaml:10:1 fel D05\n  10 | åtagande:\n")
    assert "Nyckeln ”åtagande” finns inte här." in answer.out
    assert (answer.code, wrong.code) == (1, 2)
    assert "Kommandot ”vålidate” finns inte. Menade du ”validate”?" in wrong.err


def test_colour_and_width_are_those_that_are_requested(faulty: Path) -> None:
    colored = lofte("validate", "löfte.yaml", cwd=faulty, COLUMNS="60", FORCE_COLOR="1").out
    plain = lofte("validate", "löfte.yaml", cwd=faulty, COLUMNS="60", FORCE_COLOR="1", NO_COLOR="1").out
    piped = lofte("validate", "löfte.yaml", cwd=faulty, COLUMNS="60").out

    assert "\x1b[" in colored
    assert "\x1b[" not in plain
    assert plain == piped
    for text in (re.sub("\x1b\\[[0-9;]*m", "", colored), plain):
        assert [line for line in text.splitlines() if len(line) > 60] == []


def test_an_error_has_a_red_label_where_stderr_takes_colour(tmp_path: Path) -> None:
    colored = lofte("validat", cwd=tmp_path, FORCE_COLOR="1", TERM="xterm-256color").err
    plain = lofte("validat", cwd=tmp_path, FORCE_COLOR="1", NO_COLOR="1").err

    assert re.match("\x1b\\[[0-9;]+mFel:\x1b\\[0m Kommandot", colored)
    assert plain == "Fel: Kommandot ”validat” finns inte. Menade du ”validate”?\nSe ”lofte --help”.\n"
    assert plain == re.sub("\x1b\\[[0-9;]*m", "", colored)


# ---------------------------------------------------------------- signals and repetition


def test_an_interrupted_run_says_so_and_exits_with_130() -> None:
    with subprocess.Popen(
        [*COMMAND, "validate", "-"],
        cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert (process.returncode, out) == (130, b"")
    assert "Avbrutet." in err.decode()
    assert "Traceback" not in err.decode()


def test_checking_writes_nothing(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    lofte("validate", cwd=tmp_path)

    assert {"promises"} == {path.name for path in tmp_path.iterdir()}
    assert {path.relative_to(PROMISES) for path in PROMISES.rglob("*")} == {
        path.relative_to(tmp_path / "promises") for path in (tmp_path / "promises").rglob("*")
    }
