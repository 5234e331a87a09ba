"""Comparison with its documents."""

from dataclasses import dataclass

from medborgarlofte.diff.model import Comparison
from medborgarlofte.load import LoadedDocument


@dataclass(frozen=True, slots=True)
class Compared:
    """Comparison and both documents."""

    comparison: Comparison
    old: LoadedDocument
    new: LoadedDocument
    narrowed: bool = False
    """Whether only one kind of change is left (`--only`)."""
