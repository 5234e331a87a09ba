"""Input that never ends, or that is no file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from invented import ID, project
from medborgarlofte.source.files import MAX_BYTES
from program import COMMAND, Answer, environment, lofte, lofte_with_fault

ENDLESS = Path("/dev/zero")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/zero")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["validate", "-"], 1, "Filen är större än 1000 kB."),
        (["import", "-", "-o", "-"], 2, "standard in är för stor"),
    ],
)
def test_standard_input_is_read_to_the_limit_alone(
    tmp_path: Path, words: list[str], code: int, expected: str
) -> None:
    with ENDLESS.open("rb") as endless:
        done = subprocess.run(
            [*COMMAND, *words], cwd=tmp_path, stdin=endless, env=environment(), capture_output=True, check=False, timeout=60
        )  # fmt: skip
    assert done.returncode == code
    assert expected in (done.stdout + done.stderr).decode()


def test_a_device_is_no_file(tmp_path: Path) -> None:
    answer = lofte("validate", str(ENDLESS), cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "”/dev/zero” är ingen vanlig fil." in answer.err


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör.yaml")
    answer = lofte("validate", "rör.yaml", cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "”rör.yaml” är ingen vanlig fil." in answer.err


def test_a_file_over_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    answer = lofte("validate", "-", cwd=tmp_path, stdin=b"#" * (MAX_BYTES + 10))
    assert answer.code == 1
    assert "Y02" in answer.out


def test_memory_that_is_not_enough_is_reported_as_that(tmp_path: Path) -> None:
    folder = project(tmp_path)
    style = folder / "templates" / "html" / "style.css"
    style.parent.mkdir(parents=True)
    with style.open("wb") as file:
        file.truncate(50_000_000_000)
    answer = lofte_with_fault("little_memory", "8_000_000_000", words=["render"], cwd=folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "Systemfel: datorns minne räcker inte till.\n"
        "Kontrollera om någon fil är mycket stor, eller ange färre filer.\n"
    )
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("name", "start", "size"), [("svar.txt", b"K1", 1_100_000), ("svar.xlsx", b"PK", 11_000_000)]
)
def test_an_answer_far_larger_than_a_form_is_not_read(
    tmp_path: Path, name: str, start: bytes, size: int
) -> None:
    folder = project(tmp_path)
    with (folder / name).open("wb") as file:
        file.write(start)
        file.truncate(size)
    answer = lofte("follow-up", ID, "--read", name, cwd=folder)

    assert answer == Answer(
        2, "", f"Fel: ”{name}” är för stor för att vara ett svar.\nKontrollera att det är rätt fil.\n"
    )
