"""How well commitments are paired between years, on the labelled sets in tests/matching; one row for each method."""

import argparse
import difflib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from medborgarlofte.diff import matching
from medborgarlofte.diff.matching import Item, Scores, pair

SETS = Path(__file__).parents[1] / "tests" / "matching"
Method = Callable[[Sequence[Item], Sequence[Item]], Scores]


class Labelled(NamedTuple):
    """Two lists of commitments, the links between them, and the kind of each new one."""

    name: str
    old: list[Item]
    new: list[Item]
    links: frozenset[tuple[str, str]]
    kinds: dict[str, str]


def labelled(path: Path) -> list[Labelled]:
    """The sets in a file."""
    found = []
    for name, table in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        old = [Item(key, text, _party(party)) for key, (party, text) in table["old"].items()]
        new = [Item(key, row[1], _party(row[0])) for key, row in table["new"].items()]
        links = frozenset((before, key) for key, row in table["new"].items() for before in row[2])
        found.append(Labelled(name, old, new, links, {key: row[3] for key, row in table["new"].items()}))
    return found


def _party(word: str) -> str:
    return word


class Result(NamedTuple):
    """How a method did on a set."""

    right: int
    found: int
    wanted: int
    within_three: int
    kinds_right: int
    kinds: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(self.found + self.wanted, 1)


def assess(one: Labelled) -> Result:
    """Pair a set and count."""
    made = pair(one.old, one.new)
    links = {(link.old, link.new) for link in made.links}
    within = sum(any(c.old == before for c in made.candidates[after]) for before, after in one.links)
    kinds = {item.id: kind_of(item, one, links) for item in one.new}
    right = sum(kinds[key] == kind for key, kind in one.kinds.items())
    return Result(len(links & one.links), len(links), len(one.links), within, right, len(one.kinds))


def kind_of(item: Item, one: Labelled, links: set[tuple[str, str]]) -> str:
    """The label that the links and the numbers give a new commitment, in the words of the labelled sets."""
    from medborgarlofte.diff.matching import normal
    from medborgarlofte.diff.measures import Measure, in_text

    before = [old for old, new in links if new == item.id]
    if not before:
        return "ny"
    if len(before) > 1:
        return "hopslagen"
    if sum(old == before[0] for old, _ in links) > 1:
        return "delad"
    older = next(old for old in one.old if old.id == before[0])
    if normal(older.text) == normal(item.text):
        return "behållen"
    numbers = [
        [(m.bounds, m.per) for m in (Measure(one, "mål") for one in in_text(text))]
        for text in (older.text, item.text)
    ]
    return "tal" if numbers[0] and numbers[1] and numbers[0] != numbers[1] else "omskriven"


def _difflib(old: Sequence[Item], new: Sequence[Item]) -> Scores:
    return [[difflib.SequenceMatcher(None, a.text.lower(), b.text.lower()).ratio() for b in new] for a in old]


def _words(old: Sequence[Item], new: Sequence[Item]) -> Scores:
    sets = {id(item): set(item.text.lower().split()) for item in (*old, *new)}
    return [
        [len(sets[id(a)] & sets[id(b)]) / max(len(sets[id(a)] | sets[id(b)]), 1) for b in new] for a in old
    ]


METHODS: dict[str, tuple[Method, float]] = {
    "character 3–5-grams, tf-idf (used)": (matching.similarity, matching.THRESHOLD),
    "words in common (Jaccard)": (_words, 0.15),
    "difflib ratio": (_difflib, 0.45),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="other labelled sets")
    parser.add_argument("--misses", action="store_true", help="list the links that were missed or wrong")
    chosen = parser.parse_args()
    sets = [one for path in chosen.files or sorted(SETS.glob("*.yaml")) for one in labelled(path)]
    sys.stdout.write(
        "| method | set | precision | recall | F1 | within three | kind right |\n|---|---|--:|--:|--:|--:|--:|\n"
    )
    for name, (scores, threshold) in METHODS.items():
        matching.similarity, matching.THRESHOLD = scores, threshold  # type: ignore[misc, assignment]
        results = [assess(one) for one in sets]
        rows = [
            *zip([one.name for one in sets], results, strict=True),
            ("all", Result(*map(sum, zip(*results, strict=True)))),
        ]
        for label, r in rows:
            sys.stdout.write(
                f"| {name} | {label} | {r.right / max(r.found, 1):.2f} | {r.right / max(r.wanted, 1):.2f} | {r.f1:.2f} | "
                f"{r.within_three / max(r.wanted, 1):.2f} | {r.kinds_right / max(r.kinds, 1):.2f} |\n"
            )
        if chosen.misses and name.endswith("(used)"):
            for one in sets:
                links = {(link.old, link.new) for link in pair(one.old, one.new).links}
                texts = {item.id: item.text for item in (*one.old, *one.new)}
                for word, rows_ in (("missed", one.links - links), ("wrong", links - one.links)):
                    for a, b in sorted(rows_):
                        sys.stdout.write(f"{one.name} {word} {a} {b}: {texts[a][:90]} | {texts[b][:90]}\n")


if __name__ == "__main__":
    main()
