"""The program as people run it: a process of its own, in an environment without surprises."""

import atexit
import functools
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
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
        "PYTHONDONTWRITEBYTECODE",
        "COMP_WORDS",
    ]
)
_PREFIXES: Final = ("LC_", "LOFTE_", "_LOFTE_", "GITHUB_")
_AT_START: Final = ("LC_", "LANG", "PYTHON")
"""Settings that Python looks at only when it starts."""
PATIENCE: Final = 60.0
"""Seconds for one run."""


class Answer(NamedTuple):
    """What came back from a run."""

    code: int
    out: str
    err: str


def lofte(
    *words: str, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, **settings: str
) -> Answer:
    """Run `lofte` with these words; the settings are environment variables.

    Where the system can, the process is forked from one that has the program in memory already.
    """
    around = environment(**settings, **(env or {}))
    if hasattr(os, "fork") and not any(name.startswith(_AT_START) for name in {**settings, **(env or {})}):
        return _fork_server().run(words, cwd, stdin, around)
    return lofte_in_new_process(*words, cwd=cwd, stdin=stdin, env=around)


def lofte_with_fault(
    fault: str, *details: str, words: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None
) -> Answer:
    """Run `lofte` in a process with a fault, one of the functions in fault_injection.py. Only where processes fork."""
    return _fork_server().run(words, cwd, b"", environment(**(env or {})), (fault, *details))


def lofte_in_new_process(
    *words: str, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> Answer:
    """Run `lofte` in a Python that is started for it; `env` is the whole environment."""
    done = subprocess.run(
        [*COMMAND, *words],
        cwd=cwd,
        input=stdin,
        env=environment() if env is None else env,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Answer(done.returncode, _text(done.stdout), _text(done.stderr))


def seeded(seed: int, commands: Sequence[Sequence[str]], cwd: Path, **settings: str) -> list[str]:
    """What each command prints, all run by one Python with this seed for the order of sets."""
    code = (
        "import json, sys\n"
        "from medborgarlofte.cli.app import run\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    print('\\0', run(words), end='\\0')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(commands)],
        cwd=cwd,
        env=environment(PYTHONHASHSEED=str(seed), **settings),
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return _text(done.stdout).split("\0")[:-1]


class _ForkServer:
    """The process that the runs are forked from."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("fork_server.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment(),
            start_new_session=True,
        )
        atexit.register(self._server.kill)

    def run(
        self,
        words: Sequence[str],
        cwd: Path,
        stdin: bytes,
        env: Mapping[str, str],
        fault: Sequence[str] = (),
    ) -> Answer:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        with tempfile.TemporaryDirectory(prefix="lofte-test-") as folder:
            streams = [Path(folder, name) for name in ("in", "out", "err")]
            for path, data in zip(streams, (stdin, b"", b""), strict=True):
                path.write_bytes(data)
            code = self.ask(words, cwd, env, streams, fault=fault)
            return Answer(code, _text(streams[1].read_bytes()), _text(streams[2].read_bytes()))

    def ask(
        self,
        words: Sequence[str],
        cwd: Path,
        env: Mapping[str, str],
        streams: Sequence[Path],
        *,
        fault: Sequence[str] = (),
        status: str = "",
    ) -> int:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        asked = {
            "words": words,
            "cwd": str(cwd),
            "env": env,
            "streams": [str(path) for path in streams],
            "fault": fault,
            "status": status,
        }
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        ready, _, _ = select.select([self._server.stdout], [], [], PATIENCE)
        if not ready:
            os.killpg(self._server.pid, signal.SIGKILL)
            _fork_server.cache_clear()
            raise AssertionError(f"lofte {' '.join(words)} said nothing for {PATIENCE} s")
        return int(self._server.stdout.readline())


class Running:
    """A run that goes on while the test talks to it, in a session of its own."""

    def __init__(self, *words: str, cwd: Path, streams: Sequence[Path], env: Mapping[str, str]) -> None:
        with tempfile.TemporaryDirectory(prefix="lofte-test-") as folder:
            path = Path(folder, "status")
            os.mkfifo(path)
            _fork_server().ask(words, cwd, env, streams, status=str(path))
            self._status = path.open(encoding="utf-8")
            self.pid = int(self._status.readline())

    def wait(self, patience: float) -> int:
        """The exit code, or a negative signal, when it has ended."""
        if not select.select([self._status], [], [], patience)[0]:
            self.kill()
        with self._status:
            return int(self._status.readline())

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)


@functools.cache
def _fork_server() -> _ForkServer:
    return _ForkServer()


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
