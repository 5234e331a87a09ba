"""A comparison with the documents it is of."""

from dataclasses import dataclass

from medborgarlofte.diff.model import Comparison
from medborgarlofte.load import LoadedDocument


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and both documents, whose wording is shown."""

    comparison: Comparison
    old: LoadedDocument
    new: LoadedDocument
    narrowed: bool = False
    """Whether only one kind of change is left (`--only`)."""
