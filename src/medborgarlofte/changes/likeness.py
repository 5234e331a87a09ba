"""How alike two Swedish texts are: cosine of tf-idf over character n-grams, which see through compounds."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from medborgarlofte.swedish import fold
from medborgarlofte.wording.lexicon import LEXICON
from medborgarlofte.wording.passages import WORD

SIZES: Final = (3, 4, 5)
"""Measured best on Swedish, whose compounds share no whole word: fotpatrullering, patrullera."""

CONCEPT_WEIGHT: Final = 6
"""How many n-grams a shared concept is worth; benchmarks/matching.py shows the choice."""

Vector = Mapping[str, float]


def vectors(texts: Sequence[str]) -> list[Vector]:
    """A vector of length one for each text, weighed by how rare its n-grams are among them all."""
    counts = [Counter(grams(text)) for text in texts]
    spread = Counter(gram for count in counts for gram in count)
    total = len(texts)
    return [_unit({g: _weight(n, spread[g], total) for g, n in count.items()}) for count in counts]


def _weight(count: int, spread: int, total: int) -> float:
    return (1 + math.log(count)) * (math.log((1 + total) / (1 + spread)) + 1)


def _unit(weights: dict[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {gram: weight / length for gram, weight in weights.items()}


def cosine(one: Vector, other: Vector) -> float:
    """From 0 (nothing shared) to 1 (the same)."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * large[gram] for gram, weight in small.items() if gram in large)


def grams(text: str) -> Iterator[str]:
    """The n-grams of each word, without stop words and digits."""
    stop = _stop_words()
    for found in WORD.finditer(text):
        word = found[0].lower()
        if word not in stop:
            yield from _grams_of(word)
            yield from _concepts_of(word)


@lru_cache(maxsize=20_000)
def _grams_of(word: str) -> tuple[str, ...]:
    padded = f" {fold(word)} "
    return tuple(padded[i : i + n] for n in SIZES for i in range(len(padded) - n + 1))


@lru_cache(maxsize=20_000)
def _concepts_of(word: str) -> tuple[str, ...]:
    """What the word is about, each said as often as a short word has n-grams, so that it weighs as much."""
    plain = fold(word)
    found = [
        name for name, stems in LEXICON.table["concepts"].items() if any(stem in plain for stem in stems)
    ]
    return tuple(f"#{name}{n}" for name in found for n in range(CONCEPT_WEIGHT))


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(LEXICON.table["stop_words"]["words"])
