"""A file of the site before it is written."""

from collections.abc import Callable
from typing import NamedTuple


class Piece(NamedTuple):
    """Its path, a stamp that changes whenever its content may, and the content when it is wanted."""

    name: str
    stamp: str
    make: Callable[[], bytes]
