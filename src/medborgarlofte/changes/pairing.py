"""Which commitment became which: what is stated, then what is identical, then what is alike."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from medborgarlofte.changes.likeness import cosine, vectors
from medborgarlofte.changes.vocabulary import Basis, Candidate
from medborgarlofte.swedish import fold

THRESHOLD: Final = 0.16
"""From which likeness two commitments are taken for a pair; benchmarks/matching.py shows the choice."""

OTHER_PARTY: Final = 0.85
"""What is left of a likeness when another party promises."""

CANDIDATES: Final = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A commitment as pairing sees it."""

    id: str
    text: str
    party: str = ""
    """Kind and name of the party, or what it is called; empty when nobody is named."""
    category: str = ""
    continues: tuple[str, ...] = ()
    """Ids of older commitments in the older document."""


class Link(NamedTuple):
    """An old and a new commitment that belong together."""

    old: str
    new: str
    basis: Basis
    score: float


class Pairing(NamedTuple):
    """The links, and for each new commitment the older ones it is most like."""

    links: tuple[Link, ...]
    candidates: Mapping[str, tuple[Candidate, ...]]


def pair(old: Sequence[Item], new: Sequence[Item]) -> Pairing:
    """Link two lists of commitments; the order of the lists does not matter."""
    old, new = sorted(old, key=lambda item: item.id), sorted(new, key=lambda item: item.id)
    scores = likeness(old, new)
    links = _stated(old, new, scores)
    taken_old, taken_new = {link.old for link in links}, {link.new for link in links}
    links += _identical(
        [item for item in old if item.id not in taken_old], [item for item in new if item.id not in taken_new]
    )
    sure_old, sure_new = {link.old for link in links}, {link.new for link in links}
    links += _alike(
        [item for item in old if item.id not in sure_old],
        [item for item in new if item.id not in sure_new],
        scores,
    )
    candidates = {item.id: _candidates(item, old, scores) for item in new}
    return Pairing(tuple(links), candidates)


def likeness(old: Sequence[Item], new: Sequence[Item]) -> Mapping[tuple[str, str], float]:
    """The score of each old with each new, from 0 to 1; pairs that share nothing are left out."""
    made = vectors([item.text for item in (*old, *new)])
    old_vectors, new_vectors = made[: len(old)], made[len(old) :]
    scores: dict[tuple[str, str], float] = {}
    for one, vector in zip(old, old_vectors, strict=True):
        for other, other_vector in zip(new, new_vectors, strict=True):
            score = cosine(vector, other_vector)
            if score > 0 and one.party and other.party and one.party != other.party:
                score *= OTHER_PARTY
            if score > 0:
                scores[one.id, other.id] = score
    return scores


def _stated(old: Sequence[Item], new: Sequence[Item], scores: Mapping[tuple[str, str], float]) -> list[Link]:
    known = {item.id for item in old}
    return [
        Link(before, item.id, "stated", scores.get((before, item.id), 0.0))
        for item in new
        for before in sorted(set(item.continues))
        if before in known
    ]


def _identical(old: Sequence[Item], new: Sequence[Item]) -> list[Link]:
    """The same words; where they stand several times, the same party first."""
    links: list[Link] = []
    left = list(new)
    for same_party in (True, False):
        for one in old:
            if any(link.old == one.id for link in links):
                continue
            match = next(
                (
                    other
                    for other in left
                    if normal(one.text) == normal(other.text) and (one.party == other.party or not same_party)
                ),
                None,
            )
            if match:
                left.remove(match)
                links.append(Link(one.id, match.id, "identical", 1.0))
    return links


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """The text without what is not a word or a number: punctuation, spacing, kinds of quotes and dashes."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _alike(old: Sequence[Item], new: Sequence[Item], scores: Mapping[tuple[str, str], float]) -> list[Link]:
    """Pairs above the threshold that are the best for one side and near the best for the other."""
    best_old: dict[str, float] = defaultdict(float)
    best_new: dict[str, float] = defaultdict(float)
    for one in old:
        for other in new:
            score = scores.get((one.id, other.id), 0.0)
            best_old[one.id] = max(best_old[one.id], score)
            best_new[other.id] = max(best_new[other.id], score)
    found = [
        Link(one.id, other.id, "likeness", score)
        for one in old
        for other in new
        if (score := scores.get((one.id, other.id), 0.0)) >= THRESHOLD
        and score in (best_old[one.id], best_new[other.id])
    ]
    return _stars(found)


def _stars(links: Sequence[Link]) -> list[Link]:
    """The best links such that each group is one to one, one to several or several to one, never a tangle."""
    kept: list[Link] = []
    of_old: dict[str, list[Link]] = defaultdict(list)
    of_new: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (-link.score, *sorted((link.old, link.new)))):
        here, there = of_old[link.old], of_new[link.new]
        tangled = (here and there) or any(len(of_new[other.new]) > 1 for other in here)
        if not tangled and not any(len(of_old[other.old]) > 1 for other in there):
            kept.append(link)
            here.append(link)
            there.append(link)
    return kept


def _candidates(
    item: Item, old: Sequence[Item], scores: Mapping[tuple[str, str], float]
) -> tuple[Candidate, ...]:
    ranked = sorted(old, key=lambda one: (-scores.get((one.id, item.id), 0.0), one.id))
    return tuple(
        Candidate(one.id, round(scores[one.id, item.id], 3))
        for one in ranked[:CANDIDATES]
        if (one.id, item.id) in scores
    )
