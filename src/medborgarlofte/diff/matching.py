"""Matching of commitments: stated, identical, then similar."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from medborgarlofte.diff.model import Basis, Candidate
from medborgarlofte.diff.similarity import actions_of, similarities
from medborgarlofte.swedish import fold

THRESHOLD: Final = 0.2
"""Similarity from which two commitments are suggested as a pair, the same for `diff`, M03 and the published comparison.

On the labelled sets 57 of 62 pairs found by likeness from here on are right, and 2 of 9 below (benchmarks/matching.py).
"""

OTHER_PARTY: Final = 0.75
"""What is left of a likeness when another party promises."""

OTHER_ACTION: Final = 0.85
"""What is left of a likeness when something else is done."""

CANDIDATES: Final = 3

SPELLINGS: Final = {"skall": "ska"}
"""Old spellings of a word, folded, with the present one."""


@dataclass(frozen=True, slots=True)
class Item:
    """Commitment as input of the matching."""

    id: str
    text: str
    party: str = ""
    """Kind and name of the party, or what it is called; empty when nobody is named."""
    continues: tuple[str, ...] = ()
    """Ids of older commitments in the older document."""


class Link(NamedTuple):
    """Matched old and new commitment."""

    old: str
    new: str
    basis: Basis
    score: float


class Matching(NamedTuple):
    """Links, and similar older items per new item."""

    links: tuple[Link, ...]
    candidates: Mapping[str, tuple[Candidate, ...]]


def pair(old: Sequence[Item], new: Sequence[Item], *, with_candidates: bool = True) -> Matching:
    """Match two lists of commitments, independent of order."""
    old, new = sorted(old, key=lambda item: item.id), sorted(new, key=lambda item: item.id)
    scores = similarity(old, new)
    links = _stated(old, new, scores)
    links += _identical(*_left(old, new, links))
    links += _alike(old, new, scores, links)
    return Matching(tuple(links), _candidates(old, new, scores) if with_candidates else {})


def _left(old: Sequence[Item], new: Sequence[Item], links: Sequence[Link]) -> tuple[list[Item], list[Item]]:
    """Items without a link."""
    taken_old, taken_new = {link.old for link in links}, {link.new for link in links}
    return [item for item in old if item.id not in taken_old], [
        item for item in new if item.id not in taken_new
    ]


Scores = Sequence[Sequence[float]]
"""For each old item a row with its score against each new one, from 0 to 1."""


def similarity(old: Sequence[Item], new: Sequence[Item]) -> Scores:
    """Text similarity, reduced for different parties and actions."""
    actions = [actions_of(item.text) for item in new]
    rows = similarities([item.text for item in old], [item.text for item in new], by_topic=True)
    return [
        [
            score
            * (OTHER_PARTY if item.party and other.party and other.party != item.party else 1)
            * (OTHER_ACTION if done and does and not done & does else 1)
            for score, other, does in zip(row, new, actions, strict=True)
        ]
        for item, row, done in zip(old, rows, map(actions_of, (item.text for item in old)), strict=True)
    ]


def _stated(old: Sequence[Item], new: Sequence[Item], scores: Scores) -> list[Link]:
    rows = {item.id: row for item, row in zip(old, scores, strict=True)}
    return [
        Link(before, item.id, "stated", rows[before][column])
        for column, item in enumerate(new)
        for before in sorted(set(item.continues))
        if before in rows
    ]


def _identical(old: Sequence[Item], new: Sequence[Item]) -> list[Link]:
    """Items with equal text, same party first."""
    links: list[Link] = []
    for key in (_words_and_party, _words):
        linked = {id_ for link in links for id_ in (("old", link.old), ("new", link.new))}
        left: dict[tuple[str, ...], list[Item]] = defaultdict(list)
        for item in new:
            if ("new", item.id) not in linked:
                left[key(item)].append(item)
        links += [
            Link(one.id, left[key(one)].pop(0).id, "identical", 1.0)
            for one in old
            if ("old", one.id) not in linked and left[key(one)]
        ]
    return links


def _words(item: Item) -> tuple[str, ...]:
    return (normal(item.text),)


def _words_and_party(item: Item) -> tuple[str, ...]:
    return (normal(item.text), item.party)


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Text without punctuation and spacing."""
    return " ".join(SPELLINGS.get(word, word) for word in re.findall(r"\w+", fold(text)))


def is_form_of(one: str, other: str) -> bool:
    """Whether two words begin alike enough to be one in two forms: skola, skolor, skolorna."""
    short, long = sorted((normal(one), normal(other)), key=len)
    stem = short[: max(4, len(short) - 3)]
    return len(stem) > 2 and long.startswith(stem) and len(long) - len(short) <= 4


def _alike(old: Sequence[Item], new: Sequence[Item], scores: Scores, stated: Sequence[Link]) -> list[Link]:
    """One-to-one pairs above the threshold, most similar first.

    Ties are broken by id.
    """
    olds, news = ({item.id for item in side} for side in _left(old, new, stated))
    possible = [
        Link(one.id, other.id, "likeness", score)
        for one, row in zip(old, scores, strict=True)
        if one.id in olds
        for other, score in zip(new, row, strict=True)
        if score >= THRESHOLD and other.id in news
    ]
    links: list[Link] = []
    for link in sorted(possible, key=lambda link: (-link.score, *sorted((link.old, link.new)))):
        if link.old in olds and link.new in news:
            olds.discard(link.old)
            news.discard(link.new)
            links.append(link)
    return links


def _candidates(
    old: Sequence[Item], new: Sequence[Item], scores: Scores
) -> Mapping[str, tuple[Candidate, ...]]:
    """Most similar old items per new item."""
    found: dict[str, tuple[Candidate, ...]] = {item.id: () for item in new}
    for item, column in zip(new, zip(*scores, strict=True), strict=False):
        least = sorted(column)[-CANDIDATES:][0]
        ranked = sorted(
            (-score, one.id) for one, score in zip(old, column, strict=True) if score > 0 and score >= least
        )
        found[item.id] = tuple(Candidate(one, round(-score, 3)) for score, one in ranked[:CANDIDATES])
    return found
