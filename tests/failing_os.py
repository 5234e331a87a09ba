"""Runs `lofte` again and again, and lets the computer die one step later each time: python crashing.py FILE WORDS…

Each round begins with the file as it was. A line of JSON tells what was about to be done when it died, how the program
ended, and what then stands in the file.
"""

import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

import medborgarlofte
from medborgarlofte.cli.app import run

DEATH: Final = 9
STEPS: Final = ("os.", "shutil.", "tempfile.")
"""How the events begin that tell of a change in the file system; `open` is one as well."""


class Round(NamedTuple):
    """One run."""

    step: str
    """What was about to be done; empty for the run that came through."""
    code: int
    text: str | None
    """What stands in the file; None where there is none."""
    left: tuple[str, ...]
    """The names of files that were not there before."""


def rounds(path: Path, words: Sequence[str]) -> list[Round]:
    """Every run up to the one that comes through."""
    before = path.read_bytes() if path.exists() else None
    there = set(_names(path))
    found: list[Round] = []
    run(words)  # so that what takes long is in memory
    _restore(path, before, there)
    while not found or found[-1].code == DEATH:
        step, code = _run(words, dies_at=len(found) + 1)
        text = path.read_bytes().decode() if path.exists() else None
        left = tuple(name for name in _names(path) if name not in there and name != path.name)
        found.append(Round(step, code, text, left))
        _restore(path, before, there)
    return found


def _restore(path: Path, before: bytes | None, there: set[str]) -> None:
    for name in set(_names(path)) - there:
        (path.parent / name).unlink()
    if before is not None:
        path.write_bytes(before)


def _names(path: Path) -> list[str]:
    return sorted(other.name for other in path.parent.iterdir()) if path.parent.is_dir() else []


def _run(words: Sequence[str], *, dies_at: int) -> tuple[str, int]:
    """Run in a process of its own; answers at which step it died, and how it ended."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _run_and_die(words, dies_at, writes)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as told:
        step = told.read()
    return step, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _run_and_die(words: Sequence[str], dies_at: int, writes: int) -> NoReturn:
    count = 0

    def watch(event: str, _args: tuple[object, ...]) -> None:
        nonlocal count
        if event == "open" or event.startswith(STEPS):
            count += 1
            if count == dies_at:
                os.write(writes, event.encode())
                os._exit(DEATH)

    sys.addaudithook(watch)
    os._exit(run(words))


def _load_everything() -> None:
    """Let no module be read from the disk while the steps are counted."""
    importlib.import_module("filelock")
    for module in pkgutil.walk_packages(medborgarlofte.__path__, "medborgarlofte."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


if __name__ == "__main__":
    _load_everything()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - before the steps are counted
        told, sys.stdout = sys.stdout, nowhere
        lines = [json.dumps(row._asdict()) for row in rounds(Path(sys.argv[1]), sys.argv[2:])]
    told.write("\n".join(lines) + "\n")
