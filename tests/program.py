"""The program as people run it: a process of its own, in an environment without surprises."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

COMMAND: Final = (sys.executable, "-m", "medborgarlofte")

_NAMES: Final = frozenset(
    [
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "LINES",
        "LANG",
        "LANGUAGE",
        "PYTHONIOENCODING",
        "PYTHONUTF8",
        "COMP_WORDS",
    ]
)
_PREFIXES: Final = ("LC_", "LOFTE_", "_LOFTE_", "GITHUB_")


class Answer(NamedTuple):
    """What came back from a run."""

    code: int
    out: str
    err: str


def lofte(
    *args: str, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, **settings: str
) -> Answer:
    """Run `lofte` with these words; the settings are environment variables."""
    done = subprocess.run(
        [*COMMAND, *args],
        cwd=cwd,
        input=stdin,
        env=environment(**settings, **(env or {})),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, _text(done.stdout), _text(done.stderr))


def environment(**settings: str) -> dict[str, str]:
    """The environment without what would change the program's answers, and with these settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _NAMES and not name.startswith(_PREFIXES)
    }
    return kept | settings


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n")
