"""Types of a comparison: changes and evidence."""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from medborgarlofte.i18n import Text

Kind = Literal["kept", "reworded", "sharpened", "weakened", "moved", "split", "merged", "dropped", "new"]
KINDS: Final[tuple[Kind, ...]] = (
    "weakened", "dropped", "split", "merged", "moved", "sharpened", "new", "reworded", "kept"
)  # fmt: skip
"""Every kind, in the order in which a reader wants to know."""

Effect = Literal["sharpened", "weakened", "neutral"]
Basis = Literal["stated", "identical", "likeness"]
"""Why two commitments belong together: `fortsätter` says so, the words are the same, or they are alike."""

MIRRORED: Final[dict[Kind, Kind]] = {
    "kept": "kept", "reworded": "reworded", "moved": "moved", "weakened": "sharpened", "sharpened": "weakened",
    "split": "merged", "merged": "split", "dropped": "new", "new": "dropped",
}  # fmt: skip
"""The kind when old and new change places; one that is both weaker and stronger is weakened both ways."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence of a change: field, values, effect."""

    field: str
    old: Any
    """The value itself: a measure, a record, a date, a text or several; None where there was none."""
    new: Any
    effect: Effect
    label: Text | None = None
    """What the field is called; None for one with a name of its own in `describe`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Possible older commitment, with score 0 to 1."""

    old: str
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """Change of one commitment, or a split or merge."""

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]
    basis: Basis | None = None
    """None for what was dropped and what is new."""
    score: float | None = None
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    """For a guess, up to three older commitments that it may come from."""

    @property
    def is_guess(self) -> bool:
        """True if nobody confirmed it."""
        return self.basis == "likeness"


@dataclass(frozen=True, slots=True)
class Remark:
    """Note on the whole comparison."""

    key: Literal["partial-source", "not-followed-up", "stale-time"]
    about: str
    """Which document (old or new), or the words that were carried over."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Result of comparing two documents."""

    old: str
    new: str
    changes: tuple[Change, ...] = ()
    focus_areas: tuple[Change, ...] = ()
    other: tuple[Evidence, ...] = field(default=())
    """Period, parties, agreement, evidence, follow-up plan."""
    remarks: tuple[Remark, ...] = ()

    @property
    def headline(self) -> dict[Kind, int]:
        """Number of changes of each kind that occurs."""
        counted = {kind: sum(change.kind == kind for change in self.changes) for kind in KINDS}
        return {kind: count for kind, count in counted.items() if count}

    @property
    def is_empty(self) -> bool:
        """True if nothing changed."""
        kept = all(change.kind == "kept" for change in (*self.changes, *self.focus_areas))
        return kept and not self.other
