"""The same wording in several municipalities."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from medborgarlofte.diff.matching import normal
from medborgarlofte.diff.similarity import near_pairs
from medborgarlofte.stats import PromiseFigures, Unit
from medborgarlofte.swedish import sort_key

NEAR: Final = 0.85
"""Similarity from which two wordings are nearly the same; the words that stay alike in rewritten sentences lie below."""


class Sharer(NamedTuple):
    """One commitment of a shared wording."""

    place: str
    promise: PromiseFigures
    unit: Unit
    same: bool
    """Whether its words are those of the group, apart from punctuation."""


class Shared(NamedTuple):
    """A wording that several municipalities use, each in a promise of its own."""

    text: str
    sharers: tuple[Sharer, ...]

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.place for row in self.sharers))

    @property
    def is_verbatim(self) -> bool:
        """Whether all use the same words."""
        return all(row.same for row in self.sharers)

    @property
    def is_measurable(self) -> bool:
        """Whether anybody says how much."""
        return any(row.unit.measurable for row in self.sharers)


_Holder = tuple[str, PromiseFigures, Unit]


def shared_wordings(rows: Iterable[_Holder]) -> list[Shared]:
    """Wordings in at least two places and two promises; the most common first.

    `rows` are commitments with their place. Nearly the same wordings join the most common one.
    """
    holders: dict[str, list[_Holder]] = defaultdict(list)
    for row in rows:
        if key := normal(row[2].commitment.text):
            holders[key].append(row)
    order = sorted(holders, key=lambda key: (-len({row[0] for row in holders[key]}), key))
    near: dict[int, list[int]] = defaultdict(list)
    for one, other, _ in near_pairs(order, NEAR):
        near[one].append(other)
        near[other].append(one)
    taken: set[int] = set()
    found = []
    for index, key in enumerate(order):
        if index in taken:
            continue
        group = [index, *sorted(other for other in near[index] if other not in taken)]
        members = [row for member in group for row in holders[order[member]]]
        if len({row[0] for row in members}) > 1 and len({row[1].id for row in members}) > 1:
            taken.update(group)
            found.append(_shared(key, members))
    return sorted(found, key=lambda one: (-len(one.places), sort_key(one.text)))


def _shared(key: str, members: Sequence[_Holder]) -> Shared:
    """A group under the spelling that most use."""
    texts = [row[2].commitment.text for row in members if normal(row[2].commitment.text) == key]
    text = max(texts, key=lambda one: (texts.count(one), one))
    sharers = [Sharer(*row, same=normal(row[2].commitment.text) == key) for row in members]
    sharers.sort(key=lambda row: (sort_key(row.place), row.promise.id))
    return Shared(text, tuple(sharers))
