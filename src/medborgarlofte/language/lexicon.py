"""Word classes from words.toml, lemmas inflected."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from medborgarlofte.language.calendar import FEASTS, MILESTONES

_VOWELS: Final = "aeiouyåäö"


@dataclass(frozen=True, slots=True)
class Sense:
    """Meaning of an entry in one layer."""

    name: str
    """The class; rows of the grammar name it."""
    lemma: str


# ---------------------------------------------------------------- paradigms


def _noun(indefinite: str, definite: str, plural: str, plural_definite: str) -> Iterator[str]:
    for form in dict.fromkeys((indefinite, definite, plural, plural_definite)):
        yield form
        if not form.endswith(("s", "x", "z")):
            yield f"{form}s"


def _stem(lemma: str) -> str:
    return lemma[:-1] if lemma[-1] in "ae" else lemma


def _the(lemma: str) -> str:
    return f"{lemma}n" if lemma[-1] in _VOWELS else f"{lemma}en"


def noun_3(lemma: str) -> Iterator[str]:
    """Forms: insats, insatsen, insatser, insatserna.

    Also nouns in -ett with -en or -et in the definite.
    """
    yield from _noun(lemma, _the(lemma), f"{lemma}er", f"{lemma}erna")
    yield f"{lemma}t" if lemma[-1] in _VOWELS else f"{lemma}et"


def noun_5(lemma: str) -> Iterator[str]:
    """hot, hotet, hot, hoten; klotter, klottret."""
    if lemma.endswith(("er", "el")) and len(lemma) > 4:
        stem = f"{lemma[:-2]}{lemma[-1]}"
        return _noun(lemma, f"{stem}et", lemma, f"{stem}en")
    return _noun(lemma, f"{lemma}et", lemma, f"{lemma}en")


def verb_1(lemma: str) -> Iterator[str]:
    """arbeta, arbetar, arbetade, arbetat, arbetas, arbetades."""
    for form in (lemma, f"{lemma}r", f"{lemma}de", f"{lemma}t"):
        yield form
        if not form.endswith("r"):
            yield f"{form}s"
    yield f"{lemma}d"


def verb_2(lemma: str) -> Iterator[str]:
    """stärka, stärker, stärkte, stärkt, stärks; känna, kände, känt, känd."""
    stem = lemma[:-1]
    hard = "t" if stem[-1] in "kpstx" else "d"
    short = stem[:-1] if stem.endswith(("nn", "mm")) else stem
    participle = f"{short}t" if hard == "t" or stem[-1] != "d" else stem
    forms = (lemma, f"{short}{hard}e", participle)
    present = stem if stem.endswith("r") else f"{stem}er"  # kör, hyr
    yield from (present, f"{stem}s", *forms, *(f"{form}s" for form in forms), f"{short}{hard}")


def verb_4(parts: str) -> Iterator[str]:
    """Strong verb by principal parts: “bidra bidrar bidrog bidragit”."""
    infinitive, present, past, supine = parts.split()
    yield from (infinitive, present, past, supine)
    yield from (f"{form}s" for form in (infinitive, past, supine))
    passive = (
        present if present.endswith("ör") else present.removesuffix("er" if present.endswith("er") else "r")
    )
    yield f"{passive}s"  # frigörs, bidras, tillåts; “ges” is of the infinitive


def adjective(lemma: str) -> Iterator[str]:
    """trygg, tryggt, trygga."""
    neuter = f"{lemma}t" if not lemma.endswith("t") else lemma
    yield from (lemma, neuter, f"{lemma}a")


_NOUNS: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    "1": lambda word: _noun(word, f"{word}n", f"{_stem(word)}or", f"{_stem(word)}orna"),  # vecka
    "2": lambda word: _noun(word, _the(word), f"{_stem(word)}ar", f"{_stem(word)}arna"),  # dag, pojke
    "3": noun_3,
    "4": lambda word: _noun(word, f"{word}t", f"{word}n", f"{word}na"),  # möte
    "5": noun_5,
    "6": lambda word: _noun(word, f"{word}n", word, f"{word[:-1]}na"),  # lärare
}
PARADIGMS: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    **{f"{kind}{number}": noun for kind in ("n", "h") for number, noun in _NOUNS.items()},
    "v1": verb_1, "v2": verb_2, "v4": verb_4, "a": adjective, "w": lambda word: iter((word,)),
    "h": lambda word: iter((word,)),
}  # fmt: skip
"""Declensions and conjugations, by the key of their list in words.toml."""


# ---------------------------------------------------------------- dictionary


@dataclass(frozen=True, slots=True)
class Layer:
    """Layer with at most one class per word."""

    words: Mapping[str, Sense]
    heads: Mapping[str, Sense]
    """Endings of compounds."""
    suffixes: tuple[tuple[str, Sense], ...]
    """Endings of derived words, as in adverbs."""
    lengths: tuple[int, ...]
    """Lengths of heads, longest first."""

    def sense(self, word: str) -> Sense | None:
        """Class of a word, or of its head.

        The longest known head with at least two letters before it.
        """
        found = self.words.get(word)
        if found is not None:
            return found
        for length in self.lengths if " " not in word else ():
            if len(word) - length >= 2 and (head := self.heads.get(word[-length:])):
                return None if head.name == "NEUTRAL" else head
        return next(
            (
                sense
                for suffix, sense in self.suffixes
                if word.endswith(suffix) and len(word) > len(suffix) + 2
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All layers, and multi-word phrases."""

    layers: Mapping[str, Layer]
    phrases: Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]
    """By the first two words: the words of each phrase, longest first, and the word that stands for it."""


@cache
def words_table() -> dict[str, Any]:
    """words.toml as plain values."""
    return tomllib.loads((files("medborgarlofte.language") / "words.toml").read_text(encoding="utf-8"))


def entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Layer, class, paradigm and lemma per entry."""
    for layer in LAYERS:
        for name, lists in table[layer].items():
            for key, lemmas in lists.items():
                if key != "closed":
                    yield from ((layer, name, key, lemma) for lemma in lemmas)


LAYERS: Final = ("measure", "clause", "topic")
"""Words of measures, words of clauses, and what a noun is about."""


Phrases = dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]


def build(table: Mapping[str, Any]) -> Lexicon:
    """Dictionary from a parsed words.toml."""
    phrases: Phrases = {}
    layers = {layer: _layer(layer, entries(table), phrases) for layer in LAYERS}
    for name in (*FEASTS, *MILESTONES):
        if len(parts := tuple(name.split())) > 1:
            phrases.setdefault(parts[:2], []).append((parts, name))
    ordered = {pair: tuple(sorted(found, key=lambda row: -len(row[0]))) for pair, found in phrases.items()}
    return Lexicon(layers, ordered)


def _layer(
    layer: str,
    rows: Iterable[tuple[str, str, str, str]],
    phrases: Phrases,
) -> Layer:
    words: dict[str, Sense] = {}
    heads: dict[str, Sense] = {}
    suffixes: list[tuple[str, Sense]] = []
    for of, name, key, lemma in rows:
        if of != layer:
            continue
        sense = Sense(name, lemma)
        if key == "suffix":
            suffixes.append((lemma, sense))
            continue
        is_head = key.startswith("h")
        for form in PARADIGMS[key](lemma):
            parts = tuple(form.split())
            if len(parts) > 1:
                phrases.setdefault(parts[:2], []).append((parts, form))
            words.setdefault(form, sense)
            if is_head:
                heads.setdefault(form, sense)
    return Layer(words, heads, tuple(suffixes), tuple(sorted({len(head) for head in heads}, reverse=True)))


@cache
def lexicon() -> Lexicon:
    """The dictionary of words.toml."""
    return build(words_table())
