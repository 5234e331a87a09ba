"""Texts are alike by the words that say what they are about, whatever their form."""

import pytest

from each import each
from medborgarlofte.diff.similarity import similarities, words_of


def _likeness(one: str, other: str) -> float:
    [[score]] = similarities([one], [other], by_topic=True)
    return score


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi ska Patrullera till fots, minst 100 kvällar.", ["patrullera", "fots", "kvällar"]),
        ("E-post och vi är ute", ["e-post"]),
        ("och att i", []),
        ("Skola skola", ["skola", "skola"]),
    ],
)
def test_stop_words_and_numbers_say_nothing_of_what_a_text_is_about(text: str, words: list[str]) -> None:
    assert words == words_of(text)


@pytest.mark.parametrize("text", ["Fotpatrullering i centrum", "Ö", "Rensa buskage, rensa mer buskage"])
def test_the_same_text_is_wholly_alike(text: str) -> None:
    assert _likeness(text, text) == pytest.approx(1.0)


@each([("Buskage", "Lampor"), ("", "Lampor"), ("Lampor", ""), ("och att i", "och att i"), ("", "")])
def test_texts_that_share_nothing_are_not_alike_at_all(one: str, other: str) -> None:
    assert _likeness(one, other) == 0.0


@each(
    [
        ("Fotpatrullering", "Patrullera", "Fotvård"),
        ("Information om knark", "Information om langning", "Information om lampor"),
        ("Rensa buskage i parken", "Rensa buskage vid vägen", "Rensa gator vid vägen"),
        ("Besöka skolor", "Skolbesök", "Besöka torget"),
        ("Fartkontroll Storgatan", "Fartkontroll Storgatan idag", "Fartkontroll idag"),
    ]
)
def test_what_shares_compounds_subjects_and_more_words_is_more_alike(text: str, near: str, far: str) -> None:
    [[one, other]] = similarities([text], [near, far], by_topic=True)

    assert 1 > one > other


def test_what_is_in_every_text_weighs_less_than_what_is_rare() -> None:
    olds = ["Rensa buskage"]
    common = ["Rensa gator", "Rensa torg", "Rensa parker", "Buskage klipps"]
    row = similarities(olds, common)[0]

    assert row[3] > max(row[:3])


def test_a_word_said_again_weighs_more_but_not_twice_as_much() -> None:
    once, twice = similarities(["Lampor lampor lampor buskage"], ["Lampor", "Lampor buskage"])[0]

    assert _likeness("Lampor buskage", "Lampor") < once < twice


def test_likeness_is_the_same_both_ways_and_each_pair_has_its_place() -> None:
    olds, news = ["Rensa buskage", "Byta lampor"], ["Lampor byts", "Buskage rensas", "Torghandel"]
    there, back = similarities(olds, news), similarities(news, olds)

    assert [[pytest.approx(back[column][row]) for column in range(3)] for row in range(2)] == there
    assert there[0][1] > there[0][0]
    assert there[1][0] > there[1][1]
    assert (there[0][2], there[1][2]) == (0.0, 0.0)
    assert similarities([], news) == []
    assert similarities(olds, []) == [[], []]


def test_a_likeness_is_as_it_was_when_the_threshold_was_chosen() -> None:
    assert _likeness("Rensa buskage", "Buskage rensas") == pytest.approx(0.8159, abs=0.0001)
    assert _likeness("Rensa buskage", "Rensa gator") == pytest.approx(0.1844, abs=0.0001)
    assert _likeness("Information om knark", "Upplysning om langning") == pytest.approx(0.1747, abs=0.0001)
    assert _likeness("Barnbarn", "Barn") == pytest.approx(0.7560, abs=0.0001)
