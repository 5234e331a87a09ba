"""Types of a comparison: changes and evidence."""

from collections import Counter
from collections.abc import Iterable
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


NEAR_CERTAIN: Final = 0.5
"""Similarity from which a pair that nobody has stated counts as a fact.

On the labelled sets 24 of 24 such pairs are right, and the most similar wrong pair has 0.47 (benchmarks/matching.py).
"""


@dataclass(frozen=True, slots=True)
class Worded:
    """A value with the words for it: an id with the name it stands for, a date or a choice as people write it."""

    value: Any
    text: Text


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
    is_item: bool = False
    """Whether it is an item of a list that came or went."""
    is_internal: bool = False
    """Whether it is of a field that no page shows."""

    @property
    def is_wording_alone(self) -> bool:
        """Whether it says no more than that the texts differ, which both texts show."""
        return self.field == "text" and self.effect == "neutral"


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
    def is_unconfirmed(self) -> bool:
        """Whether the pair rests on likeness alone."""
        return self.basis == "likeness"

    @property
    def is_guess(self) -> bool:
        """True if nobody confirmed it."""
        return self.is_unconfirmed and (self.score or 0) < NEAR_CERTAIN

    @property
    def is_weakened(self) -> bool:
        """Whether something binds to less; a dropped commitment does when it had a number."""
        return self.kind == "weakened" or any(piece.effect == "weakened" for piece in self.evidence)


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
        return _count(change for change in self.changes if not change.is_guess)

    @property
    def suggestions(self) -> dict[Kind, int]:
        """How many suggested pairs there are of each kind; none of them is in the headline."""
        return _count(change for change in self.changes if change.is_guess)

    @property
    def is_empty(self) -> bool:
        """True if nothing changed."""
        return not self.other and all(
            change.kind == "kept" and not change.evidence for change in (*self.changes, *self.focus_areas)
        )

    @property
    def is_weakened(self) -> bool:
        """Whether a commitment, a suggested pair or an outcome goal binds to less, or a number was dropped."""
        goals = (piece for piece in self.other if piece.field.startswith("effektmål"))
        return any(change.is_weakened for change in self.changes) or any(
            piece.effect == "weakened" for piece in goals
        )


def _count(changes: Iterable[Change]) -> dict[Kind, int]:
    counted = Counter(change.kind for change in changes)
    return {kind: counted[kind] for kind in KINDS if counted[kind]}
