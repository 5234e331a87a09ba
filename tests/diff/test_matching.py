"""What is stated comes first, then the same words, then likeness; and which older ones a commitment may come from."""

from typing import Final

import pytest

from each import each
from medborgarlofte.diff.matching import OTHER_PARTY, THRESHOLD, Item, Link, normal, pair, similarity

EVENINGS: Final = "Fritidsgården har öppet minst 100 kvällar under året."
FEWER: Final = "Fritidsgården har öppet minst 80 kvällar varje sommar."
PATROL: Final = "Polisen patrullerar till fots i centrum varje vecka."
BUSHES: Final = "Rensa buskage vid gångvägar."
LAMPS: Final = "Byta trasiga lampor längs gångvägar."
BOTH: Final = "Rensa buskage och byta trasiga lampor längs gångvägar."
MARKET: Final = "Dialog med näringsidkare."


def _links(old: list[Item], new: list[Item]) -> set[tuple[str, str, str]]:
    return {(link.old, link.new, link.basis) for link in pair(old, new).links}


# ---------------------------------------------------------------- which belong together


def test_what_is_stated_holds_whatever_the_words_are() -> None:
    old = [Item("K1", EVENINGS), Item("K2", PATROL)]
    new = [Item("A1", EVENINGS), Item("A2", MARKET, continues=("K1",))]

    assert _links(old, new) == {("K1", "A2", "stated")}


def test_what_is_stated_may_be_several_to_one_and_names_nobody_who_is_not_there() -> None:
    old = [Item("K1", EVENINGS), Item("K2", PATROL)]
    new = [Item("A1", MARKET, continues=("K2", "K1", "K2", "K9"))]
    links = pair(old, new).links

    assert [(link.old, link.new, link.basis) for link in links] == [
        ("K1", "A1", "stated"),
        ("K2", "A1", "stated"),
    ]


def test_a_stated_link_tells_how_alike_the_two_are() -> None:
    old = [Item("K1", PATROL), Item("K2", EVENINGS)]
    new = [Item("A1", MARKET), Item("A2", EVENINGS, continues=("K2",)), Item("A3", MARKET, continues=("K1",))]
    scores = {link.old: round(link.score, 6) for link in pair(old, new).links}

    assert scores == {"K1": 0.0, "K2": 1.0}


def test_the_same_words_belong_together_however_they_are_punctuated() -> None:
    old = [Item("K1", "Rensa buskage – vid gångvägar!"), Item("K2", PATROL)]
    new = [Item("A1", "rensa  buskage vid Gångvägar"), Item("A2", MARKET)]

    assert pair(old, new).links == (Link("K1", "A1", "identical", 1.0),)


def test_of_the_same_words_the_same_party_comes_first_and_then_any() -> None:
    old = [Item("K1", PATROL, "a"), Item("K2", PATROL, "b"), Item("K3", PATROL, "c")]
    new = [Item("A1", PATROL, "b"), Item("A2", PATROL, "d"), Item("A3", PATROL, "a"), Item("A4", PATROL, "e")]

    assert _links(old, new) == {
        ("K1", "A3", "identical"),
        ("K2", "A1", "identical"),
        ("K3", "A2", "identical"),
    }


def test_the_same_words_three_times_are_three_pairs_in_the_order_of_their_ids() -> None:
    old = [Item(key, PATROL) for key in ("K2", "K1", "K3")]
    new = [Item(key, PATROL) for key in ("A3", "A1", "A2")]

    assert _links(old, new) == {(f"K{n}", f"A{n}", "identical") for n in (1, 2, 3)}


def test_what_is_stated_is_not_taken_again_by_the_same_words() -> None:
    old = [Item("K1", PATROL), Item("K2", PATROL)]
    new = [Item("A1", MARKET, continues=("K1",)), Item("A2", PATROL)]

    assert _links(old, new) == {("K1", "A1", "stated"), ("K2", "A2", "identical")}


def test_what_is_alike_belongs_together_as_a_guess() -> None:
    old = [Item("K1", EVENINGS), Item("K2", PATROL)]
    new = [Item("A1", MARKET), Item("A2", FEWER)]
    [link] = pair(old, new).links

    assert (link.old, link.new, link.basis) == ("K1", "A2", "likeness")
    assert THRESHOLD < link.score < 1


def test_what_is_not_alike_belongs_to_nothing() -> None:
    assert pair([Item("K1", EVENINGS)], [Item("A1", MARKET)]).links == ()


def test_what_has_a_sure_pair_is_in_no_guess() -> None:
    old = [Item("K1", EVENINGS), Item("K2", FEWER)]
    new = [Item("A1", EVENINGS), Item("A2", MARKET, continues=("K2",)), Item("A3", FEWER + " Ja.")]

    assert _links(old, new) == {("K1", "A1", "identical"), ("K2", "A2", "stated")}


def test_each_is_guessed_to_come_from_the_one_it_is_most_like() -> None:
    old = [Item("K1", EVENINGS), Item("K2", PATROL), Item("K3", BUSHES)]
    new = [Item("A1", PATROL + " Alltid."), Item("A2", BUSHES + " Alltid."), Item("A3", FEWER)]

    assert {(old, new) for old, new, _ in _links(old, new)} == {("K1", "A3"), ("K2", "A1"), ("K3", "A2")}


def test_a_guess_is_one_to_one_even_where_one_seems_to_become_two() -> None:
    parts, whole = [Item("K1", BUSHES), Item("K2", LAMPS)], [Item("A1", BOTH)]

    assert len(_links(parts, whole)) == len(_links(whole, parts)) == 1


def test_what_is_stated_may_be_split_or_merged() -> None:
    parts = [Item("K1", BUSHES), Item("K2", LAMPS)]
    whole = Item("A1", BOTH, continues=("K1", "K2"))

    assert {link[:2] for link in _links(parts, [whole])} == {("K1", "A1"), ("K2", "A1")}


def test_the_most_similar_pair_goes_first() -> None:
    old = [Item("K1", "Rensa buskage ofta."), Item("K2", BOTH + " Alltid.")]
    new = [Item("A1", "Byta trasiga lampor sedan."), Item("A2", BOTH)]

    assert {("K2", "A2", "likeness")} == _links(old, new)


def test_below_the_threshold_nothing_is_paired() -> None:
    assert _links([Item("K1", BUSHES)], [Item("A1", EVENINGS)]) == set()


def test_the_order_of_the_lists_does_not_matter() -> None:
    old = [Item("K1", EVENINGS), Item("K2", BUSHES), Item("K3", LAMPS)]
    new = [Item("A1", BOTH), Item("A2", FEWER), Item("A3", PATROL)]

    assert pair(old, new) == pair(old[::-1], new[::-1])


# ---------------------------------------------------------------- how alike


@each([("a", "a", 1.0), ("a", "b", OTHER_PARTY), ("a", "", 1.0), ("", "b", 1.0), ("", "", 1.0)])
def test_the_words_of_another_party_are_less_alike(one: str, other: str, left: float) -> None:
    [[score]] = similarity([Item("K1", PATROL, one)], [Item("A1", PATROL, other)])

    assert left == pytest.approx(score)


def test_there_is_a_row_for_each_old_and_a_column_for_each_new() -> None:
    rows = similarity(
        [Item("K1", PATROL), Item("K2", MARKET)], [Item("A", MARKET), Item("B", PATROL), Item("C", "Ж")]
    )

    assert [[round(score, 6) for score in row] for row in rows] == [[0, 1, 0], [1, 0, 0]]
    assert similarity([], [Item("A", MARKET)]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi är ute, minst 100 kvällar!", "vi ar ute minst 100 kvallar"),
        ("”Trygg” – e-post\n(varje dag)", "trygg e post varje dag"),
        (" … ", ""),
    ],
)
def test_a_text_without_what_is_no_word(text: str, expected: str) -> None:
    assert expected == normal(text)


# ---------------------------------------------------------------- where one may come from


def test_the_three_that_a_new_one_is_most_like_are_proposed_the_likest_first() -> None:
    old = [
        Item("K1", MARKET),
        Item("K2", "Rensa."),
        Item("K3", "Rensa buskage."),
        Item("K4", BUSHES),
        Item("K5", "Rensa buskage vid."),
        Item("K6", PATROL),
    ]
    proposed = pair(old, [Item("A1", BUSHES), Item("A2", "Ж")]).candidates

    assert [candidate.old for candidate in proposed["A1"]] == ["K4", "K3", "K5"]
    assert proposed["A1"][0].score == 1.0 > proposed["A1"][1].score >= proposed["A1"][2].score > 0.1
    assert all(candidate.score == round(candidate.score, 3) for candidate in proposed["A1"])
    assert proposed["A2"] == ()


def test_only_those_that_share_something_are_proposed_and_of_equals_the_first() -> None:
    old = [Item("K3", PATROL), Item("K2", PATROL), Item("K1", MARKET), Item("K5", PATROL), Item("K4", PATROL)]
    proposed = pair(old, [Item("A1", PATROL)]).candidates["A1"]

    assert [candidate.old for candidate in proposed] == ["K2", "K3", "K4"]
    assert [candidate.old for candidate in pair(old[:3], [Item("A1", PATROL)]).candidates["A1"]] == [
        "K2",
        "K3",
    ]


def test_without_older_ones_nothing_is_proposed() -> None:
    assert pair([], [Item("A1", PATROL)]) == ((), {"A1": ()})
    assert pair([Item("K1", PATROL)], []) == ((), {})
