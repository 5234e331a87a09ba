"""What a change is called, and its values in words."""

from typing import Any, Final

import pytest

from diff.promises_of_pairs import loaded_value, new_promise
from medborgarlofte.diff.describe import (
    field_name,
    headline,
    marked,
    names,
    plain,
    remark,
    texts,
    told,
    value,
)
from medborgarlofte.diff.measures import Measure
from medborgarlofte.diff.model import KINDS, Change, Comparison, Evidence, Remark
from medborgarlofte.i18n import Text
from medborgarlofte.language.quantities import Quantity
from medborgarlofte.model.promise import Responsible, Target
from medborgarlofte.model.record import Contact
from medborgarlofte.swedish import PartialDate


def _measure(**values: Any) -> Measure:
    bounds = {"low": None, "high": None, "unit": "", "per_days": None} | values
    return Measure(Quantity(**bounds), "mål")


PIECE: Final = Evidence("mål", _measure(low=100.0), _measure(low=80.0), "weakened")


@pytest.mark.parametrize(
    ("shown", "swedish", "english"),
    [
        (None, "inget", "nothing"),
        ((), "inget", "nothing"),
        ("x", "x", "x"),
        (1500, "1 500", "1,500"),
        (("a", None, "b"), "a; inget; b", "a; nothing; b"),
        (PartialDate(2024, 6), "2024-06", "2024-06"),
        ((_measure(low=1), _measure(high=2)), "1; högst 2", "1; at most 2"),
        (Responsible.model_validate({"enhet": "Fritid"}), "Fritid", "Fritid"),
        (Contact.model_validate({"funktion": "samordnare", "endast_press": "ja"}), "samordnare, endast press: ja", "samordnare, press only: yes"),
        (Target.model_validate({"mellan": [3, 4], "enhet": "kvällar", "per": "vecka"}), "3–4 kvällar per vecka", "3–4 kvällar per week"),
        (_measure(low=2.0, high=4.5), "2–4,5", "2–4.5"),
        (_measure(high=0, unit="inbrott"), "högst 0 inbrott", "at most 0 inbrott"),
        (_measure(approximate=True, low=1500), "cirka 1 500", "about 1,500"),
        (_measure(low=0.125, high=0.5, share=True), "12,5–50 procent", "12.5–50 per cent"),
        (_measure(high=0.3333, share=True), "högst 33,3 procent", "at most 33.3 per cent"),
        (_measure(hours=1.5, share=True), "inom 1,5 timmar", "within 1.5 hours"),
        (_measure(hours=0), "inom 0 timmar", "within 0 hours"),
        (_measure(low=3, each=True), "3 för var och en", "3 for each of them"),
    ],
)  # fmt: skip
def test_a_value_in_words(shown: Any, swedish: str, english: str) -> None:
    assert [swedish, english] == [value(shown, lang).replace("\u00a0", " ") for lang in ("sv", "en")]


@pytest.mark.parametrize(
    ("shown", "json"),
    [
        (None, None),
        (("a", "b"), ["a", "b"]),
        (PartialDate(2024, 6), "2024-06"),
        (
            _measure(low=2.0, unit="kvällar", per_days=7.0),
            {"minst": 2.0, "enhet": "kvällar", "dagar_per": 7.0},
        ),
        (Responsible.model_validate({"enhet": "Fritid", "funktion": "chef"}), "Fritid, chef"),
        ((Target.model_validate({"alla": "ja", "enhet": "skolor"}),), [{"alla": "ja", "enhet": "skolor"}]),
    ],
)
def test_a_value_for_programs(shown: Any, json: Any) -> None:
    assert json == plain(shown)


def test_a_value_longer_than_a_line_or_two_is_not_repeated() -> None:
    piece = Evidence("inledning", "ord " * 100, None, "neutral", Text("inledning", "introduction"))

    assert told(piece, "en") == "introduction (changed)"


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
    shown = _measure(low=2, per_days=days)

    assert [f"2 {swedish}", f"2 {english}"] == [value(shown, "sv"), value(shown, "en")]


def test_a_field_is_called_what_people_call_it() -> None:
    due = Evidence("senast", None, None, "neutral")
    email = Evidence("kontakt/epost", None, None, "neutral", Text("e-post", "e-mail"))

    assert [field_name(due, "sv"), field_name(due, "en")] == ["sista dag", "deadline"]
    assert [field_name(email, "sv"), field_name(email, "en")] == ["e-post", "e-mail"]


@pytest.mark.parametrize(
    ("shown", "swedish", "english"),
    [
        ((), "mål (svagare): 100 → 80", "target (weaker): 100 → 80"),
        ((PIECE.old,), "mål (svagare)", "target (weaker)"),
        ((PIECE.new,), "mål (svagare)", "target (weaker)"),
        ((_measure(low=90.0),), "mål (svagare): 100 → 80", "target (weaker): 100 → 80"),
    ],
)
def test_what_stands_beside_a_piece_of_evidence_is_not_repeated(
    shown: Any, swedish: str, english: str
) -> None:
    assert [swedish, english] == [told(PIECE, "sv", shown), told(PIECE, "en", shown)]
    assert told(PIECE, "sv") == "mål (svagare): 100 → 80"


def test_both_sides_of_a_piece_of_evidence_are_told_in_one_language() -> None:
    piece = Evidence("mål", _measure(high=5), _measure(approximate=True, low=5), "neutral")

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
