"""Text similarity: tf-idf cosine over n-grams.

Character n-grams match the parts of Swedish compounds.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from medborgarlofte.language import word_lists
from medborgarlofte.language.fields import WORD
from medborgarlofte.swedish import fold

SIZES: Final = (3, 4, 5)
"""Measured best on Swedish, whose compounds share no whole word: fotpatrullering, patrullera."""

ROUNDING: Final = 1e-9
REST: Final = 0.75
"""Part of a vector that is not indexed; measured fastest on 8,000 sentences."""

TOPIC_WEIGHT: Final = 12
"""How many n-grams a shared topic or action is worth; benchmarks/matching.py shows the choice."""

Bundle = int
"""Several n-grams that stand in the same words, and so in the same texts equally often."""


def similarities(old: Sequence[str], new: Sequence[str], *, by_topic: bool = False) -> list[list[float]]:
    """Similarity matrix, old by new, 0 to 1.

    By topic, words that mean much the same count as shared.
    """
    made = _vectors([*old, *new], _grams_and_topics if by_topic else _grams_of)
    holders: dict[Bundle, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(made[len(old) :]):
        for bundle, weight in vector.items():
            holders[bundle].append((index, weight))
    rows = []
    for vector in made[: len(old)]:
        row = [0.0] * len(new)
        for bundle, weight in vector.items():
            for index, other in holders.get(bundle, ()):
                row[index] += weight * other
        rows.append(row)
    return rows


def near_pairs(texts: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts at least so alike, 0 < `least` <= 1: two indexes and the similarity.

    Only texts whose rarest bundles overlap are compared (prefix filtering: Bayardo, Ma and Srikant, 2007). What is left
    of a vector without them has a length below `least * REST`, and adds no more than that to the similarity.
    """
    made = _vectors(texts, _grams_of)
    spread = Counter(bundle for vector in made for bundle in vector)
    holders: dict[Bundle, list[tuple[int, float]]] = defaultdict(list)
    enough = least * (1 - REST) - ROUNDING
    for index, vector in enumerate(made):
        shared: dict[int, float] = defaultdict(float)
        rest = sum(weight * weight for weight in vector.values())
        for bundle in sorted(vector, key=lambda bundle: (spread[bundle], bundle)):
            weight = vector[bundle]
            for other, its in holders[bundle]:
                shared[other] += weight * its
            holders[bundle].append((index, weight))
            rest -= weight * weight
            if rest < (least * REST) ** 2:
                break
        for other in sorted(other for other, part in shared.items() if part >= enough):
            score = sum(weight * made[other].get(bundle, 0.0) for bundle, weight in vector.items())
            if score >= least:
                yield other, index, score


def _vectors(texts: Sequence[str], grams: Callable[[str], Iterable[str]]) -> list[dict[Bundle, float]]:
    """A vector of length one for each text, weighed by how rare its n-grams are among them all.

    Bundles of a single text count for its length, but are left out: they are shared with no other.
    The n-grams of a bundle would all have the same weight in each text, so one entry times the root of their number
    gives the same cosine with a fraction of the work. Bundles are numbered in the order of the words, so that the sum is
    the same to the last bit whichever text comes first.
    """
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, text in enumerate(texts):
        for word, times in _counted_words(text).items():
            where[word].append((index, times))
    rare = [math.log((1 + len(texts)) / (1 + held)) + 1 for held in range(len(texts) + 1)]
    vectors: list[dict[Bundle, float]] = [{} for _ in texts]
    squares = [0.0] * len(texts)
    for bundle, (holders, size) in enumerate(_bundles(where, grams)):
        counts: dict[int, int] = {}
        for held in holders:
            for index, times in held:
                counts[index] = counts.get(index, 0) + times
        rarity = rare[len(counts)] * math.sqrt(size)
        for index, count in counts.items():
            weight = (1 + math.log(count)) * rarity if count > 1 else rarity
            squares[index] += weight * weight
            if len(counts) > 1:
                vectors[index][bundle] = weight
    lengths = map(math.sqrt, squares)
    return [
        {bundle: weight / length for bundle, weight in vector.items()}
        for vector, length in zip(vectors, lengths, strict=True)
    ]


def _bundles(
    where: Mapping[str, Sequence[tuple[int, int]]], grams: Callable[[str], Iterable[str]]
) -> Iterator[tuple[list[Sequence[tuple[int, int]]], int]]:
    """For each bundle the texts of every word that it is in, and how many n-grams it holds.

    `where` says in which texts a word is, and how often.
    """
    numbers: dict[tuple[tuple[int, int], ...], int] = {}
    found: dict[str, tuple[int, ...]] = {}
    for word in sorted(where):
        here = (numbers.setdefault(tuple(where[word]), len(numbers)),)
        for gram in grams(word):
            found[gram] = found.get(gram, ()) + here
    sizes = Counter(found.values())
    for name in found.keys() & _names():
        sizes[found[name]] += TOPIC_WEIGHT - 1
    texts = list(numbers)
    for holders, size in sizes.items():
        yield [texts[number] for number in holders], size


@lru_cache(maxsize=4096)
def _counted_words(text: str) -> Mapping[str, int]:
    return Counter(words_of(text))


@lru_cache(maxsize=4096)
def words_of(text: str) -> list[str]:
    """Lower-case words without stop words and digits."""
    stop = _stop_words()
    return [word for word in map(sys.intern, WORD.findall(text.lower())) if word not in stop]


@lru_cache(maxsize=4096)
def actions_of(text: str) -> frozenset[str]:
    """What is done according to a text."""
    return frozenset(name for word in words_of(text) for name in _named("actions", word))


@lru_cache(maxsize=20_000)
def _grams_of(word: str) -> tuple[str, ...]:
    padded = f" {fold(word)} "
    return tuple(padded[i : i + n] for n in SIZES for i in range(len(padded) - n + 1))


@lru_cache(maxsize=20_000)
def _grams_and_topics(word: str) -> tuple[str, ...]:
    """The n-grams of a word, and its topics and actions."""
    names = (*_named("topics", word), *_named("actions", word))
    return (*_grams_of(word), *(f"#{name}" for name in names))


@cache
def _names() -> frozenset[str]:
    """Topics and actions among n-grams."""
    return frozenset(f"#{name}" for table in ("topics", "actions") for name, _ in _stems(table))


@lru_cache(maxsize=20_000)
def _named(table: str, word: str) -> tuple[str, ...]:
    return tuple(name for name, stems in _stems(table) if stems.search(word))


@cache
def _stems(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(stems))) for name, stems in word_lists.table()[table].items())


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word_lists.table()["stop_words"]["words"])
