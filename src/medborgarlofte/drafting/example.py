"""The example municipality that ships with lofte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[1] / "exempel"
CHECKOUT: Final = Path(__file__).parents[3] / "docs" / "exempel"
"""Where it lies in an editable install, which does not put it in the package."""


def example_files() -> Iterator[tuple[str, bytes]]:
    """Relative path and content of each file."""
    folder = PACKAGE if PACKAGE.is_dir() else CHECKOUT
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
