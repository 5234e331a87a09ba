"""The invented municipality that ships with the tool, to play with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[1] / "exempel"
CHECKOUT: Final = Path(__file__).parents[3] / "docs" / "exempel"
"""Where it lies in an editable install, which does not put it in the package."""


def example_files() -> Iterator[tuple[str, bytes]]:
    """Each file with its path from the folder that it is put in."""
    folder = PACKAGE if PACKAGE.is_dir() else CHECKOUT
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
