"""Each word list finds the phrases it is for, in all their forms, and leaves their neighbours alone."""

import re
from itertools import product
from typing import Any, Final

from corpus import ROOT
from each import each
from medborgarlofte.language import word_lists

HITS: Final = {
    "person_words": [
        "Enhetschef",
        "kommunpolis",
        "Trygghetssamordnare",
        "Kommunstyrelsens ordförande",
        "rektor",
        "Fältgruppen",
        "socialtjänsten",
        "Brandingenjör",
    ],
    "another_number": [
        "Två kvällar ställdes in.",
        "57 pass är gjorda, varav 12 på sommaren.",
        "Målet var 60 besök.",
        "Sammanlagt 40 samtal",
        "Två kvällar per vecka",
    ],
    "offence": [
        "försäljning av narkotika",
        "langning av folköl",
        "smuggling av cigaretter",
        "misshandel av en elev",
    ],
}
MISSES: Final = {
    "person_words": ["Kim Exempelsson", "Anna Ek", "Sven", "Robin", "Maria Lund", "Karl-Erik Olsson"],
    "another_number": [
        "57 insatser är gjorda.",
        "Måla tre bänkar.",
        "Vi gick 40 ronder.",
        "Åtta möten hölls.",
    ],
    "offence": [
        "genomförande av planen",
        "upprättande av avtal",
        "sanering av klotter",
        "plantering av träd",
    ],
}

LISTS: Final = sorted(HITS)


@each([(name, phrase) for name in LISTS for phrase in HITS[name]])
def test_a_phrase_of_the_list_is_found(name: str, phrase: str) -> None:
    assert word_lists.pattern(name).search(phrase)


@each([(name, phrase) for name in LISTS for phrase in MISSES[name]])
def test_a_neighbour_of_the_list_is_not_found(name: str, phrase: str) -> None:
    assert word_lists.pattern(name).search(phrase) is None


@each([(name, phrase) for name in LISTS for phrase in HITS[name]])
def test_capitals_make_no_difference(name: str, phrase: str) -> None:
    for written in (phrase.lower(), phrase.upper(), phrase.capitalize()):
        assert word_lists.pattern(name).search(written)


def test_every_list_that_the_code_uses_is_tested_with_at_least_four_of_each() -> None:
    source = ROOT / "src" / "medborgarlofte"
    used = {
        name
        for path in source.rglob("*.py")
        for name in re.findall(r"word_lists\.pattern\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }

    assert used == set(HITS) == set(MISSES)
    assert [name for name in LISTS if min(len(HITS[name]), len(MISSES[name])) < 4] == []


def test_every_threshold_that_the_code_uses_is_there_and_every_one_there_is_used() -> None:
    source = ROOT / "src" / "medborgarlofte"
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    used = {name for name in word_lists.table()["thresholds"] if f'"{name}"' in text}

    assert set(word_lists.table()["thresholds"]) == used
    assert set(re.findall(r"word_lists\.threshold\(\s*\"(\w+)\"", text)) <= used


def test_every_table_is_used() -> None:
    source = ROOT / "src" / "medborgarlofte"
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))

    assert [name for name in word_lists.table() if f'"{name}"' not in text] == []


def patterns() -> list[tuple[str, str]]:
    """Every entry of every list that is written as a pattern."""
    return [(name, entry) for name in LISTS for entry in word_lists.table()[name]["words"]]


@each(patterns())
def test_every_entry_is_a_pattern_that_finds_something(name: str, entry: str) -> None:
    pattern = re.compile(entry)

    assert pattern.match("") is None, name


@each(LISTS)
def test_no_entry_occurs_twice(name: str) -> None:
    words: list[Any] = word_lists.table()[name]["words"]

    assert sorted(set(words)) == sorted(words)


@each(
    product(
        LISTS,
        ["a " * 20_000, "om " * 20_000, "alla " * 20_000, "arbeta " * 20_000, "1" * 40_000, "å" * 40_000],
    )
)
def test_no_pattern_is_slow_on_an_odd_text(name: str, text: str) -> None:
    found = sum(1 for _ in word_lists.pattern(name).finditer(text))

    assert found <= len(text)
