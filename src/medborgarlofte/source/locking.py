"""One writer at a time for a file, so that two programs at once do not lose each other's words."""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from medborgarlofte.text import LofteError, Text

PATIENCE: Final = 10.0
"""Seconds to wait for another program to be done."""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file while it is read, changed and written. Raises LofteError when another program keeps it.

    The lock lies in the computer's folder for temporary files, so that nothing is left beside the document.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only when something is changed

    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    lock = FileLock(Path(tempfile.gettempdir()) / f"lofte-{name}.lock", timeout=PATIENCE)
    try:
        with lock:
            yield
    except Timeout as error:
        raise LofteError(
            Text(
                f"”{path.name}” skrivs av ett annat program.",
                f"“{path.name}” is being written by another program.",
            ),
            Text("Vänta tills det är klart och kör igen.", "Wait until it is done and run again."),
        ) from error
