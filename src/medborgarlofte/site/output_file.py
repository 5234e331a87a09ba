"""One file of a site."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class OutputFile(NamedTuple):
    """Output path and lazy content."""

    name: str
    make: Callable[[], bytes]


def contents(files: Iterable[OutputFile]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file, lazily."""
    for file in files:
        yield file.name, file.make()
