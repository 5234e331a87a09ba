"""Tab completion, driven through each shell that is installed."""

import fcntl
import os
import pty
import select
import shlex
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Final

import pytest

from corpus import ROOT
from program import environment, lofte

pytestmark = pytest.mark.slow

PATIENCE: Final = 30.0
"""Seconds to wait for a shell."""
SHELLS: Final = {
    "bash": (("bash", "--norc", "-i"), 'eval "$(lofte completion bash)"'),
    "zsh": (("zsh", "-f", "-i"), 'autoload -U compinit; compinit -D; eval "$(lofte completion zsh)"'),
}

bash_and_zsh = pytest.mark.parametrize(
    "shell",
    [pytest.param(name, marks=pytest.mark.skipif(not shutil.which(name), reason=name)) for name in SHELLS],
)
fish = pytest.mark.skipif(not shutil.which("fish"), reason="fish")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home folder with `lofte` in its bin."""
    program = tmp_path / "bin" / "lofte"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m medborgarlofte "$@"\n')
    program.chmod(0o755)
    return tmp_path


def _environment(folder: Path, **settings: str) -> dict[str, str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return environment(PATH=path, HOME=str(folder), TERM="xterm", PS1="$ ", LANG="C.UTF-8", **settings)


CLEAR_LINE: Final = b"\x15"


def _tab(folder: Path, shell: str, *expected: tuple[str, str], **settings: str) -> list[str]:
    """The screen of an interactive shell after each text and a tab, once it shows what is expected."""
    command, setup = SHELLS[shell]
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    with subprocess.Popen(
        command, cwd=folder, env=_environment(folder, **settings), stdin=slave, stdout=slave, stderr=slave,
        start_new_session=True,
    ) as process:  # fmt: skip
        os.close(slave)
        try:
            os.write(master, f"{setup}; echo re''ady\n".encode())
            _read_until(master, "ready\r\n")
            screens = []
            for typed, shown in expected:
                os.write(master, CLEAR_LINE + f"{typed}\t".encode())
                screens.append(_read_until(master, shown))
            return screens
        finally:
            process.kill()
            os.close(master)


def _read_until(master: int, expected: str) -> str:
    data, end = b"", time.monotonic() + PATIENCE
    while expected.encode() not in data and time.monotonic() < end:
        if select.select([master], [], [], 0.2)[0]:
            data += os.read(master, 4096)
    return data.decode("utf-8", "replace")


# ---------------------------------------------------------------- bash and zsh


@bash_and_zsh
def test_tab_completes_commands_options_and_choices(folder: Path, shell: str) -> None:
    expected = [
        ("lofte vali", "lofte validate"),
        ("lofte validate --stat", "lofte validate --statistics"),
        ("lofte validate --format sar", "lofte validate --format sarif"),
        ("lofte --lang en completion fi", "lofte --lang en completion fish"),
    ]
    screens = _tab(folder, shell, *expected)

    assert [shown for (_, shown), screen in zip(expected, screens, strict=True) if shown not in screen] == []


@bash_and_zsh
def test_tab_completes_file_names_where_a_path_is_expected(folder: Path, shell: str) -> None:
    (folder / "exempelby").mkdir()

    [screen] = _tab(folder, shell, ("lofte validate exem", "exempelby"))

    assert "lofte validate exempelby" in screen


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh")
@pytest.mark.parametrize(
    ("lang", "help_text"),
    [("sv", "Hur svaret skrivs (förval text)."), ("en", "Output format (default text).")],
)
def test_zsh_explains_options_in_the_chosen_language(folder: Path, lang: str, help_text: str) -> None:
    [screen] = _tab(folder, "zsh", ("lofte validate --f", help_text), LOFTE_LANG=lang)

    assert "--format" in screen
    assert "--fix" in screen
    assert help_text in screen


# ---------------------------------------------------------------- fish


def _fish(folder: Path, *typed: str) -> list[list[str]]:
    """What fish offers for each text."""
    asked = "; echo %; ".join(f"complete --do-complete {shlex.quote(text)}" for text in typed)
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"lofte completion fish | source; {asked}"],
        cwd=folder, env=_environment(folder), capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    return [offered.splitlines() for offered in done.stdout.split("%\n")]


@fish
def test_fish_completes_commands_options_and_choices(folder: Path) -> None:
    assert _fish(folder, "lofte vali", "lofte validate --format sar", "lofte validate --stat") == [
        ["validate\tKontrollera löften och säg vad som behöver rättas."],
        ["sarif"],
        ["--statistics\tBara antal per regel."],
    ]


@fish
def test_fish_is_offered_nothing_but_commands_and_options(folder: Path) -> None:
    for lines in _fish(folder, "lofte ", "lofte validate -", "lofte new -", "lofte follow-up -"):
        offered = [line.partition("\t")[0] for line in lines]

        assert offered
        assert [name for name in offered if " " in name or not (name[0] == "-" or name.islower())] == []


# ---------------------------------------------------------------- PowerShell


def _powershell(line: str, word: str) -> list[str]:
    """What the script that PowerShell runs gets back for a line and the word at its end."""
    answer = lofte(
        cwd=ROOT,
        _LOFTE_COMPLETE="complete_powershell",
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_WORD_TO_COMPLETE=word,
    )
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


def test_powershell_completes_commands_options_and_choices() -> None:
    script = lofte("completion", "powershell", cwd=ROOT).out

    assert _powershell("lofte vali", "vali") == [
        "validate:::Kontrollera löften och säg vad som behöver rättas."
    ]
    assert _powershell("lofte validate --stat", "--stat") == ["--statistics:::Bara antal per regel."]
    assert _powershell("lofte validate --format sar", "sar") == ["sarif::: "]
    assert '$Env:_LOFTE_COMPLETE = "complete_powershell"' in script
    assert "Register-ArgumentCompleter -Native -CommandName lofte" in script


# ---------------------------------------------------------------- scripts


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_a_script(shell: str) -> None:
    answer = lofte("completion", shell, cwd=ROOT)

    assert (answer.code, answer.err) == (0, "")
    assert f"complete_{shell}" in answer.out
    assert "_LOFTE_COMPLETE" in answer.out


def test_an_unfinished_language_option_is_no_error() -> None:
    settings = {"_LOFTE_COMPLETE": "complete_bash", "COMP_WORDS": "lofte --lang", "COMP_CWORD": "2"}
    answer = lofte(cwd=ROOT, env=settings)

    assert (answer.code, answer.err) == (0, "")
