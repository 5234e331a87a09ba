"""One writer at a time for a file, so that two programs at once do not lose each other's words."""

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.files import real_path, remove_leftovers

PATIENCE: Final = 10.0
"""Seconds to wait for another program to be done."""
_STEP: Final = 0.05
"""Seconds between two attempts."""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file while it is read, changed and written. Raises LofteError when another program keeps it.

    The system locks the folder that the file lies in, which is made when it is missing; so nothing is left anywhere,
    and the lock of a program that died is open. What a program that died was about to write is removed.
    """
    path = real_path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = _lock_of(path)
    try:
        with _locked_by_a_file(path) if lock is None else contextlib.nullcontext():
            remove_leftovers(path)
            yield
    finally:
        _unlock(lock)


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Show others that somebody is at work in a folder, for as long as this program lives."""
    lock = _lock(folder)
    try:
        yield
    finally:
        _unlock(lock)


def is_abandoned(folder: Path) -> bool:
    """Whether it is certain that nobody holds the folder any more."""
    try:
        lock = _lock(folder)
    except BlockingIOError:
        return False
    _unlock(lock)
    return lock is not None


def _lock_of(path: Path) -> int | None:
    """The lock of the folder that a file lies in, once others have let it go. Raises LofteError when they do not."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _lock(path.parent)
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise _busy(path) from error
        time.sleep(_STEP)


def _lock(folder: Path) -> int | None:
    """A lock of the folder; None where folders cannot be locked. Raises BlockingIOError when another has it."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:  # some file systems of networks
        os.close(handle)
        return None
    return handle


def _unlock(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)


@contextlib.contextmanager
def _locked_by_a_file(path: Path) -> Iterator[None]:
    """The same where folders cannot be locked: a file in the computer's folder for temporary ones, which stays there."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - seldom needed

    name = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    lock = FileLock(Path(tempfile.gettempdir()) / f"lofte-{name}.lock", timeout=PATIENCE)
    try:
        with lock:
            yield
    except Timeout as error:
        raise _busy(path) from error


def _busy(path: Path) -> LofteError:
    return LofteError(
        Text(
            f"”{path.name}” skrivs av ett annat program.",
            f"“{path.name}” is being written by another program.",
        ),
        Text("Vänta tills det är klart och kör igen.", "Wait until it is done and run again."),
    )
