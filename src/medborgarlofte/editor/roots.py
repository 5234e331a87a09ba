"""Folders of promises in an editor's workspace."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from medborgarlofte.load import FOLDER, root_of

_SKIPPED: Final = frozenset(["node_modules", "venv", "__pycache__", "site-packages"])
"""Folders of programs: large, and without promises."""


def folders_of_promises(folder: Path) -> Iterator[Path]:
    """Folders `promises` above, at or below a folder, the outermost ones."""
    above = root_of(folder)
    if above.name == FOLDER:
        yield above
        return
    for here, below, _ in os.walk(folder):
        if FOLDER in below:
            yield Path(here, FOLDER)
        below[:] = sorted(
            name for name in below if name != FOLDER and not name.startswith(".") and name not in _SKIPPED
        )
