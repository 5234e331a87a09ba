"""File locking for concurrent writers."""

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
    """Lock a file while it is read, changed and written.

    Locks the folder of the file (created when missing), so no lock file remains and the lock of a crashed
    process is free. Removes temporary files of a crashed writer. Raises LofteError when another process holds
    the lock.
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
    """Hold a lock on a folder until the process ends."""
    lock = _lock(folder)
    try:
        yield
    finally:
        _unlock(lock)


def is_abandoned(folder: Path) -> bool:
    """True when certainly no process holds the folder."""
    try:
        lock = _lock(folder)
    except BlockingIOError:
        return False
    _unlock(lock)
    return lock is not None


def _lock_of(path: Path) -> int | None:
    """Lock of a file's folder, waiting for others.

    Raises LofteError on timeout.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _lock(path.parent)
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise _busy(path) from error
        time.sleep(_STEP)


def _lock(folder: Path) -> int | None:
    """Lock of a folder, None if unsupported.

    Raises BlockingIOError when another process holds it.
    """
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
    """Lock file in the temporary folder.

    Where folders cannot be locked.
    """
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
