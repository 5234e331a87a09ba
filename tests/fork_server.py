"""Keeps the program in memory and becomes it once for each line on stdin, since starting Python anew takes most of the time.

A line of JSON says what was typed, where, in which environment, which files are the three streams, and what the process
is put through before; a line back is the exit code. Each run is a process of its own and knows nothing of the others.
"""

import gc
import importlib
import io
import json
import os
import pkgutil
import sys
import traceback
from typing import Any

import medborgarlofte
from medborgarlofte.cli import main


def load_everything() -> None:
    """Import each module that the program may come to need."""
    for module in pkgutil.walk_packages(medborgarlofte.__path__, "medborgarlofte."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def become(asked: dict[str, Any]) -> None:
    """Turn this process into one that somebody started at a prompt."""
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    for number, name in enumerate(asked["streams"]):
        os.dup2(os.open(name, os.O_RDWR), number)
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(io.FileIO(number, mode, closefd=False), "utf-8", write_through=number == 2)
        if number != 0
        else io.TextIOWrapper(io.BufferedReader(io.FileIO(0, mode, closefd=False)), "utf-8")
        for number, mode in enumerate(("r", "w", "w"))
    )
    sys.argv = ["lofte", *asked["words"]]
    code: Any = 1
    try:
        if asked["hardship"]:
            name, *particulars = asked["hardship"]
            getattr(importlib.import_module("fault_injection"), name)(*particulars)
        main()
    except SystemExit as end:
        code = end.code or 0
    except BaseException:  # noqa: BLE001 - as Python itself would tell of it
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(
        code
    )  # taking a process with everything in memory down in good order takes longer than most runs


def serve() -> None:
    """One run after another, to the end of stdin."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            become(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    load_everything()
    gc.freeze()
    serve()
