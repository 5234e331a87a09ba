"""What was worked out in earlier runs, kept in the user's cache folder: found again by all it came from, safe to delete."""

import hashlib
import importlib.util
import os
import pickle
import sqlite3
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

FILE: Final = "minne.sqlite3"
AT_ONCE: Final = 100
"""How many answers are kept back before they are written."""
PAGES: Final = 50_000
"""Pages of 4 KiB that the file may have; when it has more, the oldest half is forgotten."""
PATIENCE: Final = 5.0
"""Seconds to wait for another run that writes."""
_MARK: Final = 16
"""Bytes of the fingerprint before each answer, by which a damaged one is known."""


class Memory:
    """Answers from earlier runs. Without a folder, or where it cannot be used, nothing is remembered.

    An answer is found by a fingerprint of its key and of the program itself, so that no other version's is ever taken.
    What cannot be read or is damaged counts as not there. Only what is made from its key alone may be asked for.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        """Where the answers are kept; None when nothing is remembered, or not any more."""
        self._file: sqlite3.Connection | None = None
        self._waiting: dict[bytes, bytes] = {}

    def recall(self, make: Callable[[], T], *key: str) -> T:
        """What `make` answered for this key before; else it is asked now."""
        known = self.find(*key)
        if known:
            return cast(T, known[0])
        answer = make()
        self.keep(answer, *key)
        return answer

    def find(self, *key: str) -> tuple[Any] | None:
        """The answer for this key, if there is one."""
        return self._read(_name(key)) if self.folder is not None else None

    def keep(self, answer: object, *key: str) -> None:
        """Remember an answer that follows from the key alone."""
        if self.folder is None:
            return
        data = zlib.compress(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL), 1)
        self._waiting[_name(key)] = _fingerprint(data) + data
        if len(self._waiting) >= AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write what was kept back."""
        self._flush()
        if self._file is not None:
            self._file.close()
            self._file = None

    # ------------------------------------------------------------ the file

    def _open(self) -> sqlite3.Connection | None:
        if self._file is None and self.folder is not None:
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                if not _is_ours_alone(self.folder):
                    self._give_up()
                    return None
                self._file = sqlite3.connect(self.folder / FILE, timeout=PATIENCE)
                # A crash of the computer may damage the file; then it is found damaged, and begun anew.
                self._file.execute("PRAGMA journal_mode = WAL")  # those who read wait for nobody who writes
                self._file.execute("PRAGMA synchronous = OFF")
                self._file.execute("CREATE TABLE IF NOT EXISTS answer (name BLOB PRIMARY KEY, value BLOB)")
            except (OSError, sqlite3.Error):
                self._give_up()
        return self._file

    def _read(self, name: bytes) -> tuple[Any] | None:
        """The answer of that name, if there is one."""
        file = self._open()
        if file is None:
            return None
        try:
            row = file.execute("SELECT value FROM answer WHERE name = ?", [name]).fetchone()
        except sqlite3.Error:
            self._give_up()
            return None
        if row is None or row[0][:_MARK] != _fingerprint(row[0][_MARK:]):
            return None
        return (pickle.loads(zlib.decompress(row[0][_MARK:])),)  # noqa: S301 - the user's own folder, see docs/threats.md

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, {}
        file = self._open() if waiting else None
        if file is None:
            return
        try:
            with file:
                file.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?)", waiting.items())
                used, free = (
                    file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count")
                )
                if used - free > PAGES:
                    file.execute("DELETE FROM answer WHERE rowid <= (SELECT avg(rowid) FROM answer)")
        except sqlite3.Error:  # full, read-only, damaged, in use for long: the work was done all the same
            self._give_up()

    def _give_up(self) -> None:
        """Go on without a memory; a damaged file is removed so that the next run begins anew."""
        if self._file is not None:
            self._file.close()
        self._file = None
        folder, self.folder, self._waiting = self.folder, None, {}
        if folder is not None and _is_damaged(folder / FILE):
            (folder / FILE).unlink(missing_ok=True)


NO_MEMORY: Final = Memory()


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else may write there: what is read from it becomes objects of this program."""
    if sys.platform == "win32":
        return True  # the user's own folder by the rights of the system
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _is_damaged(path: Path) -> bool:
    try:
        file = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0)
        try:
            return bool(file.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
        finally:
            file.close()
    except sqlite3.DatabaseError as error:
        return not isinstance(error, sqlite3.OperationalError)


def _name(key: tuple[str, ...]) -> bytes:
    return _fingerprint("\0".join((program(), *key)).encode())


def _fingerprint(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_MARK).digest()


@lru_cache(maxsize=1)
def program() -> str:
    """A fingerprint of this program, the Python that runs it and the library that makes its documents."""
    pydantic = importlib.util.find_spec(
        "pydantic"
    )  # found, not imported: it takes longer than all else together
    library = _state(Path(pydantic.origin).with_name("version.py")) if pydantic and pydantic.origin else ""
    stood = "\n".join(sorted(_files(Path(__file__).parent)))
    return _fingerprint(f"{sys.version}\n{library}\n{stood}".encode()).hex()


def _state(path: Path) -> str:
    found = path.stat()
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _files(folder: Path) -> Iterator[str]:
    """Name, length and time of every file of the program: another version, or one that somebody works on, differs."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(Path(entry.path))
            else:
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"
