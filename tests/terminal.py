"""The program at a terminal of its own, typed to as somebody at a desk would."""

import os
import pty
import select
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from program import Running, environment

CTRL_C: Final = "\x03"
CTRL_D: Final = "\x04"
PATIENCE: Final = 60.0
"""Seconds to wait for the program to say something."""


class Terminal:
    """`lofte` with a keyboard and a screen."""

    def __init__(self, folder: Path, *words: str, **settings: str) -> None:
        self._master, slave = pty.openpty()
        self._process = Running(
            *words,
            cwd=folder,
            streams=[Path(os.ttyname(slave))] * 3,
            env=environment(**({"TERM": "dumb", "COLUMNS": "80"} | settings)),
        )
        os.close(slave)
        self._data = b""
        self._heard = 0

    @property
    def said(self) -> str:
        """Everything on the screen so far."""
        return self._data.decode("utf-8", "replace").replace("\r\n", "\n")

    def answer(self, *turns: tuple[str, str], then: signal.Signals | None = None) -> int:
        """For each turn wait for the question and press the keys, then send a signal; answers the exit code."""
        keys = ""
        for check_request, keys in turns:
            self._wait_for(check_request)
            os.write(self._master, keys.encode())
        if then is not None:
            os.kill(self._process.pid, then)
        self._wait_for(None, again=keys if keys == CTRL_C else "")
        code = self._process.wait(PATIENCE)
        os.close(self._master)
        return code

    def _wait_for(self, check_request: str | None, *, again: str = "") -> None:
        """Read until a question stands behind what was heard before, or to the end.

        A Ctrl-C between a question and the reading of its answer is seen only at the next key: where nothing comes of it,
        it is pressed again.
        """
        end, mark = time.monotonic() + PATIENCE, len(self.said)
        while check_request is None or (at := self.said.find(check_request, self._heard)) < 0:
            ready, _, _ = select.select([self._master], [], [], 3.0)
            if ready:
                data = self._read()
                self._data += data
                if not data and check_request is None:
                    return
            elif again and self.said[mark:].strip() in ("", "^C"):
                os.write(self._master, again.encode())
            if time.monotonic() > end or (ready and not data):
                self._process.kill()
                self._process.wait(PATIENCE)
                raise AssertionError(f"waited for {check_request!r} after:\n{self.said}")
        self._heard = at + len(check_request)

    def _read(self) -> bytes:
        """What has come; nothing when the program has ended."""
        try:
            return os.read(self._master, 4096)
        except OSError:  # Linux says so when the other end is closed
            return b""


def typed(folder: Path, words: Sequence[str], *turns: tuple[str, str], **settings: str) -> tuple[int, str]:
    """The exit code and the screen after questions and keys."""
    terminal = Terminal(folder, *words, **settings)
    code = terminal.answer(*turns)
    return code, terminal.said
