"""What a change is called, and its values in words."""

from typing import Any, Final

import pytest

from diff.promises_of_pairs import loaded_value, new_promise
from medborgarlofte.diff.describe import field, headline, marked, names, remark, texts, told, value
from medborgarlofte.diff.model import KINDS, Change, Comparison, Evidence, Remark

PIECE: Final = Evidence("mål", {"minst": 100.0}, {"minst": 80.0}, "weakened")


@pytest.mark.parametrize(
    ("shown", "swedish", "english"),
    [
        ("x", "x", "x"),
        (3, "3", "3"),
        (["a", None, "b"], "a; inget; b", "a; nothing; b"),
        ([{"minst": 1}, {"högst": 2}], "1; högst 2", "1; at most 2"),
        ({"enhet": "Fritid", "funktion": None}, "enhet: Fritid, funktion: inget", "enhet: Fritid, funktion: nothing"),
        ({"exakt": 0}, "0", "0"),
        ({"minst": 2.0, "högst": 4.5}, "2–4,5", "2–4.5"),
        ({"mellan": [3, 4], "enhet": "kvällar", "per": "vecka"}, "3–4 kvällar per vecka", "3–4 kvällar a week"),
        ({"högst": 0, "enhet": "inbrott"}, "högst 0 inbrott", "at most 0 inbrott"),
        ({"inga": True, "enhet": "inbrott"}, "inga inbrott", "no inbrott"),
        ({"alla": True, "enhet": "skolor"}, "alla skolor", "all skolor"),
        ({"alla": True}, "alla", "all"),
        ({"cirka": True, "minst": 1500}, "cirka 1 500", "about 1,500"),
        ({"minst": 0.125, "högst": 0.5, "andel": True}, "12,5–50 procent", "12.5–50 per cent"),
        ({"högst": 0.3333, "andel": True}, "högst 33,3 procent", "at most 33.3 per cent"),
        ({"minst": 80, "enhet": "procent", "av": "eleverna"}, "80 procent eleverna", "80 procent eleverna"),
        ({"timmar": 1.5, "andel": True}, "inom 1,5 timmar", "within 1.5 hours"),
        ({"timmar": 0}, "inom 0 timmar", "within 0 hours"),
        ({"inom": "24 timmar"}, "inom 24 timmar", "within 24 timmar"),
        ({"minst": 3, "för_varje": True}, "3 för var och en", "3 for each of them"),
        ({"minst": 3, "enhet": "besök", "för_varje": "skola"}, "3 besök för varje skola", "3 besök for each skola"),
        ({"minst": 1, "per": "2 veckor"}, "1 varannan vecka", "1 a fortnight"),
        ({"minst": 1, "per": "perioden"}, "1", "1"),
    ],
)  # fmt: skip
def test_a_value_is_told_in_words(shown: Any, swedish: str, english: str) -> None:
    assert [swedish, english] == [value(shown, lang).replace("\u00a0", " ") for lang in ("sv", "en")]


@pytest.mark.parametrize(
    ("days", "swedish", "english"),
    [
        (1, "per dag", "a day"),
        (1.4, "per vardag", "a working day"),
        (7, "per vecka", "a week"),
        (14, "varannan vecka", "a fortnight"),
        (30.4, "per månad", "a month"),
        (91.31, "per kvartal", "a quarter"),
        (121.75, "per tertial", "in four months"),
        (182.63, "per halvår", "in half a year"),
        (365.25, "per år", "a year"),
        (89, "per kvartal", "a quarter"),
        (118.5, "per tertial", "in four months"),
        (178, "per halvår", "in half a year"),
        (355, "per år", "a year"),
        (10, "på 10 dagar", "in 10 days"),
        (13.5, "på 14 dagar", "in 14 days"),
        (21, "på 21 dagar", "in 21 days"),
        (730.5, "på 730 dagar", "in 730 days"),
    ],
)
def test_a_rate_is_called_what_people_call_it(days: float, swedish: str, english: str) -> None:
    shown = {"minst": 2, "dagar_per": days}

    assert [f"2 {swedish}", f"2 {english}"] == [value(shown, "sv"), value(shown, "en")]


def test_a_field_is_called_what_people_call_it_and_an_unknown_one_by_its_key() -> None:
    assert (field("senast", "sv"), field("senast", "en")) == ("sista dag", "deadline")
    assert field("kontakt/epost", "sv") == "kontakt/epost"


@pytest.mark.parametrize(
    ("shown", "swedish", "english"),
    [
        ((), "mål (svagare): 100 → 80", "target (weaker): 100 → 80"),
        (({"minst": 100.0},), "mål (svagare)", "target (weaker)"),
        (({"minst": 80.0},), "mål (svagare)", "target (weaker)"),
        (({"minst": 90.0},), "mål (svagare): 100 → 80", "target (weaker): 100 → 80"),
    ],
)
def test_what_stands_beside_a_piece_of_evidence_is_not_repeated(
    shown: Any, swedish: str, english: str
) -> None:
    assert [swedish, english] == [told(PIECE, "sv", shown), told(PIECE, "en", shown)]
    assert told(PIECE, "sv") == "mål (svagare): 100 → 80"


def test_both_sides_of_a_piece_of_evidence_are_told_in_one_language() -> None:
    piece = Evidence("mål", {"högst": 5}, {"cirka": True, "minst": 5}, "neutral")

    assert told(piece, "sv") == "mål (ändrat): högst 5 → cirka 5"
    assert told(piece, "en") == "target (changed): at most 5 → about 5"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("K1",), ("K1",), "K1 → K1"),
        (("K1", "K2"), ("A",), "K1, K2 → A"),
        (("K1",), (), "K1"),
        ((), ("A", "B"), "A, B"),
    ],
)
def test_a_change_is_named_by_what_it_was_and_became(
    old: tuple[str, ...], new: tuple[str, ...], expected: str
) -> None:
    assert expected == names(Change("kept", old, new))


def test_the_headline_counts_every_kind_in_the_order_of_a_telling() -> None:
    changes = tuple(Change(kind, ("K1",), ("K1",)) for kind in KINDS)

    assert headline(Comparison("a", "b", changes), "sv") == (
        "1 behållet, 1 omskrivet, 1 flyttat, 1 skärpt, 1 försvagat, 1 delat, 1 hopslaget, 1 borttaget, 1 nytt"
    )
    assert headline(Comparison("a", "b", changes * 2), "en") == (
        "2 kept, 2 reworded, 2 moved, 2 sharpened, 2 weakened, 2 split, 2 merged, 2 dropped, 2 new"
    )
    assert headline(Comparison("a", "b"), "sv") == "inga åtaganden"
    assert headline(Comparison("a", "b"), "en") == "no commitments"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Vi går ut", "Vi går ut", ["= Vi går ut"]),
        ("Vi går  ut", "Vi går in ofta", ["= Vi går", "- ut", "+ in ofta"]),
        ("Vi går ofta dit ut", "Vi går ut", ["= Vi går", "- ofta dit", "= ut"]),
        ("Vi går", "Vi går ut", ["= Vi går", "+ ut"]),
        ("", "", []),
    ],
)
def test_two_texts_are_woven_word_by_word(old: str, new: str, expected: list[str]) -> None:
    assert expected == [f"{piece.mark} {piece.words}" for piece in marked(old, new)]


def test_words_that_stand_often_in_a_long_text_are_woven_as_any() -> None:
    old = "Vi går ut. " * 80

    assert [f"{piece.mark} {piece.words}" for piece in marked(old, f"{old} Ofta.")] == [
        f"= {old.strip()}",
        "+ Ofta.",
    ]


@pytest.mark.parametrize(
    ("key", "about", "swedish", "english"),
    [
        ("partial-source", "old", "Källan till ”före” återger", "The source of “före” does not give"),
        ("partial-source", "new", "Källan till ”efter” återger", "The source of “efter” does not give"),
        ("not-followed-up", "old", "”före” har ingen uppföljning", "“före” has no follow-up"),
        ("stale-time", "i år", "En mening med ”i år” är överförd", "A sentence with “i år” was carried"),
    ],
)
def test_a_remark_says_what_it_is_about(key: Any, about: str, swedish: str, english: str) -> None:
    said = remark(Remark(key, about), Comparison("före", "efter"))

    assert said.sv.startswith(swedish)
    assert said.en.startswith(english)


def test_the_wordings_of_a_promise_are_told_by_id() -> None:
    promise = new_promise(
        {"id": "K1", "part": "kommunen", "text": "Rensa buskage."},
        {"id": "K2", "part": "polisen", "text": "Patrullera."},
    )

    assert texts(promise) == {"K1": "Rensa buskage.", "K2": "Patrullera."}


def test_a_document_that_is_no_promise_has_no_wordings_of_commitments() -> None:
    told = {"dokument": "uppföljning", "löfte": "a", "datum": "2024-12-31"}

    assert texts(loaded_value("u", told)) == {}
