"""Server that forks a process with `lofte` already imported for each line on stdin: starting Python takes most of a run.

A line of JSON holds the arguments, folder, environment, files of the three streams and an injected fault; the answer is a
line with the exit code. A run that goes on while the test talks to it writes its process id and exit code to a named pipe.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import pkgutil
import socket
import stat
import sys
import traceback
from pathlib import Path
from typing import Any

import medborgarlofte
from medborgarlofte.cli import main
from medborgarlofte.cli.app import run


def load_everything() -> None:
    """Import each module that the program may come to need, and build the tables that it builds when first used."""
    for module in pkgutil.walk_packages(medborgarlofte.__path__, "medborgarlofte."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    example = Path(__file__).parents[1] / "docs" / "exempel"
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123 - as a stream
        assert run(["validate", "--profile", "granskning", str(example)]) in (0, 1)


def become(asked: dict[str, Any], status: int | None = None) -> None:
    """Turn this process into one that somebody started at a prompt; `status` is told when the streams are open."""
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    opened = {name: _open(name) for name in set(asked["streams"])}
    for number, name in enumerate(asked["streams"]):
        os.dup2(opened[name], number)
    for handle in opened.values():
        os.close(handle)
    if status is not None:
        os.write(status, f"{os.getpid()}\n".encode())
        os.close(status)
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(io.FileIO(number, mode, closefd=False), "utf-8", write_through=number == 2)
        if number != 0
        else io.TextIOWrapper(io.BufferedReader(io.FileIO(0, mode, closefd=False)), "utf-8")
        for number, mode in enumerate(("r", "w", "w"))
    )
    sys.argv = ["lofte", *asked["words"]]
    code: Any = 1
    try:
        if asked["fault"]:
            name, *details = asked["fault"]
            getattr(importlib.import_module("fault_injection"), name)(*details)
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


def _open(name: str) -> int:
    """A file, a terminal (which the first of a session then belongs to) or a socket, to read and to write."""
    if not stat.S_ISSOCK(Path(name).stat().st_mode):
        return os.open(name, os.O_RDWR)
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(name)
    return connection.detach()


def begin(asked: dict[str, Any]) -> None:
    """Let a child become the program, as the first of a session, and report on it to the end."""
    if os.fork():
        return
    status = os.open(asked["status"], os.O_WRONLY)
    child = os.fork()
    if child == 0:
        os.setsid()
        become(asked, status)
    _, ended = os.waitpid(child, 0)
    os.write(status, f"{os.waitstatus_to_exitcode(ended)}\n".encode())


def serve() -> None:
    """One run after another, to the end of stdin."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            asked = json.loads(line)
            if not asked["status"]:
                become(asked)
            begin(asked)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    load_everything()
    gc.freeze()
    serve()
