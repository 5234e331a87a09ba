"""A reader that leaves, streams that are closed or full, and Ctrl-C at any moment."""

import os
import signal
import subprocess
from pathlib import Path
from typing import Final

import pytest

from invented import FILE, ID, PROMISE, project
from program import COMMAND, PATIENCE, environment, lofte, lofte_with_fault

MISSPELT: Final = PROMISE.replace("åtaganden:", "ataganden:")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# ---------------------------------------------------------------- pipes


@pytest.mark.parametrize(
    "words", [("validate",), ("render", "--format", "markdown"), ("validat",)], ids=lambda words: words[0]
)
def test_a_reader_that_has_left_already_is_not_complained_about(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(
        [*COMMAND, *words], cwd=project(tmp_path), env=environment(), stdout=writes, stderr=subprocess.PIPE,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    os.close(writes)

    assert done.returncode in (0, 1, 2)
    assert "Broken pipe" not in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert (done.stderr == b"") == (words != ("validat",))


def test_a_site_is_written_also_when_nobody_hears_that_it_is(tmp_path: Path) -> None:
    folder = project(tmp_path)
    subprocess.run(
        ["/bin/sh", "-c", f"{' '.join(COMMAND)} render --format markdown >&- 2>&-"], cwd=folder, env=environment(), timeout=PATIENCE,
        check=False,
    )  # fmt: skip

    assert (folder / "site" / "index.md").is_file()
    assert {path.name for path in folder.iterdir()} == {"promises", "site"}


# ---------------------------------------------------------------- Ctrl-C

RENDER: Final = ("render", "--format", "markdown")
CTRL_C: Final = f"os.kill(os.getpid(), {int(signal.SIGINT)})"


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ("open", FILE), ("tempfile.mkdtemp", ""), ("os.mkdir", "amne"), ("open", "index.md"), ("os.link", ""),
        ("os.rename", ".lofte-site.json"), ("os.rename", "lofte-2024.md"), ("os.remove", ".md"), ("os.remove", ".json"),
    ],
    ids=lambda part: part.replace("/", "") or "any",
)  # fmt: skip
def test_ctrl_c_leaves_the_old_site_or_the_new_one(tmp_path: Path, when: str, what: str) -> None:
    folder = project(tmp_path)
    lofte(*RENDER, cwd=folder)
    old = _files(folder / "site")
    project(folder, **{FILE: PROMISE.replace("40 lampor", "45 lampor")})
    answer = lofte_with_fault("meddled", when, what, CTRL_C, words=RENDER, cwd=folder)
    left = _files(folder / "site")
    again = lofte(*RENDER, cwd=folder)

    assert answer == (130, "", "\nAvbrutet.\n")
    assert left in (old, _files(folder / "site"))
    assert again.code == 0
    assert {path.name for path in folder.iterdir()} == {"promises", "site"}


@pytest.mark.parametrize(
    ("words", "when"),
    [
        (("validate",), "open"), (("validate", "--fix"), "tempfile.mkstemp"), (("validate", "--fix"), "os.rename"),
        (("export",), "tempfile.mkdtemp"), (("summary",), "open"), (("due",), "open"),
        (("follow-up", ID, "--date", "2024-04-30"), "os.rename"), (("new", "--from", ID), "os.rename"),
    ],
    ids=lambda part: part if isinstance(part, str) else " ".join(part[:2]),
)  # fmt: skip
def test_ctrl_c_says_so_and_leaves_nothing(tmp_path: Path, words: tuple[str, ...], when: str) -> None:
    folder = project(tmp_path, **{FILE: MISSPELT if "--fix" in words else PROMISE})
    before = _files(folder)
    answer = lofte_with_fault(
        "meddled", when, "lofte-2024" if when == "open" else "", CTRL_C, words=words, cwd=folder
    )

    assert answer == (130, "", "\nAvbrutet.\n")
    assert _files(folder) == before


def test_ctrl_c_is_reported_in_english_too(tmp_path: Path) -> None:
    words = ["validate", "--lang", "en"]
    answer = lofte_with_fault("meddled", "open", FILE, CTRL_C, words=words, cwd=project(tmp_path))

    assert answer == (130, "", "\nInterrupted.\n")
