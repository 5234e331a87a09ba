"""Kills `lofte` at each step of what it does in a folder, and looks at what is left: python killed_process.py FOLDER WORDS…

One run records the content of the folder before each step. Where the content differs from the step before, the command is
run again and killed there, and then run to its end, to see how it recovers. A line of JSON describes each step.
"""

import gc
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from medborgarlofte.cli.app import run

STEPS: Final = frozenset(
    [
        *(
            f"os.{name}"
            for name in ("chmod", "link", "mkdir", "remove", "rename", "rmdir", "symlink", "truncate")
        ),
        *(f"shutil.{name}" for name in ("copyfile", "copymode", "copystat", "move")),
        *(f"tempfile.{name}" for name in ("mkdtemp", "mkstemp")),
    ]
)
"""The events that tell of a change in the file system; to open a file for writing is one as well."""

Tree = dict[str, str]
"""Every file below a folder with a fingerprint, and every empty folder; what is random in a name is left out."""


class Step(NamedTuple):
    """A moment in a run."""

    about_to: str
    """What was about to be done; empty for the end."""
    there: Tree
    """What lay in the folder."""
    killed: Tree | None = None
    """What lay there after a run that was killed at that moment; None where that was not tried."""
    recovered: Tree | None = None
    """What lay there when the same command had been run once more after that; empty when it failed."""


def steps(folder: Path, words: Sequence[str]) -> list[Step]:
    """Every step of a run, and its end."""
    with tempfile.TemporaryDirectory() as name:
        before = Path(name, "before")
        shutil.copytree(folder, before, symlinks=True)
        run(words)  # so that what takes long is in memory
        gc.freeze()
        _restore(folder, before)
        found = _noted(folder, words)
        for number, step in enumerate(found[:-1], start=1):
            if number == 1 or _looks(step.there) != _looks(found[number - 2].there):
                _restore(folder, before)
                _run(words, at=number, do=lambda _: os.kill(os.getpid(), signal.SIGKILL))
                killed = tree(folder)
                code = _run(words)
                found[number - 1] = step._replace(killed=killed, recovered={} if code else tree(folder))
    return found


def _noted(folder: Path, words: Sequence[str]) -> list[Step]:
    """Every step, as it is seen from within."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as notes:
        handle = os.open(notes.name, os.O_WRONLY | os.O_APPEND)

        def note(event: str) -> None:
            os.write(handle, f"{json.dumps([event, tree(folder)])}\n".encode())

        code = _run(words, at=None, do=note)
        assert code == 0, f"lofte {' '.join(words)} ended with {code}"
        note("")
        return [Step(*json.loads(line)) for line in notes]


def _restore(folder: Path, before: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(before, folder, symlinks=True, dirs_exist_ok=True)


def _run(words: Sequence[str], *, at: int | None = 0, do: Callable[[str], None] = lambda _: None) -> int:
    """Run in a process of its own, and do something just before one step, or before each; answers how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count, busy = 0, at == 0

    def watch(event: str, args: tuple[Any, ...]) -> None:
        nonlocal count, busy
        if busy or not (event in STEPS or (event == "open" and _writes(args[2]))):
            return
        busy, count = True, count + 1
        if at in (None, count):
            do(event)
        busy = False

    sys.addaudithook(watch)
    os._exit(run(words))


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def tree(folder: Path) -> Tree:
    """What lies in a folder."""
    found: Tree = {}
    for above, folders, files in os.walk(folder):
        for name in files:
            path = Path(above, name)
            content = re.sub(rb"\.lofte-[a-z0-9_]{8}\b", b"", path.read_bytes())
            found[_plain(path.relative_to(folder))] = sha256(content).hexdigest()[:16]
        if not folders and not files:
            found[f"{_plain(Path(above).relative_to(folder))}/"] = ""
    return dict(sorted(found.items()))


def _plain(path: Path) -> str:
    return (
        re.sub(r"[.-][a-z0-9_]{8}(?=/|\.tmp$|$)", "-…", path.as_posix())
        if "/." in f"/{path}"
        else path.as_posix()
    )


def _looks(there: Tree) -> set[str]:
    """What is not to be there for good, and whether each folder says whose it is."""
    written = {
        f"{name} {seen}"
        for name, seen in there.items()
        if not name.startswith("promises/") and "…" not in name
    }
    return (
        written
        | {name.split("/")[0] for name in there}
        | {name for name in there if name.endswith((".tmp", "…/", "…/.lofte-site.json"))}
    )


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - as a stream for all runs
        told, sys.stdout, sys.stderr = sys.stdout, nowhere, nowhere
        lines = [json.dumps(step._asdict(), ensure_ascii=False) for step in steps(Path.cwd(), sys.argv[2:])]
        sys.stderr = sys.__stderr__
    told.write("\n".join(lines) + "\n")
