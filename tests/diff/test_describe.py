"""What a change is called, and its values in words."""

from typing import Any, Final

import pytest

from diff.promises_of_pairs import loaded_value, new_promise
from each import each
from medborgarlofte.diff.describe import (
    describe_evidence,
    field_name,
    headline,
    names,
    plain,
    remark,
    texts,
    value,
)
from medborgarlofte.diff.measures import of_target
from medborgarlofte.diff.model import KINDS, Change, Comparison, Evidence, Remark
from medborgarlofte.diff.words import word_diff
from medborgarlofte.i18n import Text
from medborgarlofte.model.promise import Responsible, Target
from medborgarlofte.model.record import Contact
from medborgarlofte.swedish import PartialDate

PIECE: Final = Evidence("mål", "100", "80", "weakened")


def measure(**fields: Any) -> Any:
    """A target of a file, as the comparison meets it."""
    return next(of_target(Target.model_validate(fields), 365))


@each([
        (None, "inget", "nothing"),
        ((), "inget", "nothing"),
        ("x", "x", "x"),
        (1500, "1 500", "1,500"),
        (("a", None, "b"), "a; inget; b", "a; nothing; b"),
        (PartialDate(2024, 6), "2024-06", "2024-06"),
        (Responsible.model_validate({"enhet": "Fritid"}), "Fritid", "Fritid"),
        (Contact.model_validate({"funktion": "samordnare", "endast_press": "ja"}), "samordnare, endast press: ja", "samordnare, press only: yes"),
        (measure(exakt=0, enhet="brott"), "0 brott", "0 brott"),
        (measure(mellan=[3, 4], enhet="kvällar", per="vecka"), "3–4 kvällar per vecka", "3–4 kvällar per week"),
        (measure(högst=2, enhet="inbrott"), "högst 2 inbrott", "at most 2 inbrott"),
        (measure(inga="ja", enhet="inbrott"), "högst 0 inbrott", "at most 0 inbrott"),
        (measure(alla="ja", enhet="skolor"), "100 procent av skolor", "100 per cent of skolor"),
        (measure(minst=1500, cirka="ja", enhet="brev"), "minst cirka 1 500 brev", "at least about 1,500 brev"),
        (measure(minst=80, enhet="procent", av="eleverna"), "minst 80 procent av eleverna", "at least 80 per cent of eleverna"),
        (measure(minst=3, enhet="besök", för_varje="skola"), "minst 3 besök för varje skola", "at least 3 besök for each skola"),
        (measure(minst=1, per="2 veckor"), "minst 1 gång varannan vecka", "at least 1 time every other week"),
        (measure(inom="36 timmar"), "inom 36 timmar", "within 36 hours"),
        (Target.model_validate({"minst": 100, "enhet": "kvällar"}), "minst 100 kvällar", "at least 100 kvällar"),
    ])  # fmt: skip
def test_a_value_in_words(shown: Any, swedish: str, english: str) -> None:
    assert [swedish, english] == [value(shown, lang).replace("\u00a0", " ") for lang in ("sv", "en")]


@each(
    [
        (
            measure(minst=100, enhet="kvällar", per="år"),
            {"minst": 100, "enhet": "kvällar", "dagar_per": 365.25},
        ),
        (
            measure(minst=80, enhet="procent", av="eleverna"),
            {"minst": 0.8, "enhet": "eleverna", "andel": True},
        ),
        (measure(inom="24 timmar"), {"timmar": 24.0}),
        (measure(inom="67,2 timmar"), {"timmar": 67.2}),
        (measure(högst=5, för_varje="skola"), {"högst": 5, "för_varje": True}),
        ((Target.model_validate({"minst": 2}),), [{"minst": 2.0}]),
        (None, None),
        ("x", "x"),
    ]
)
def test_a_value_is_an_object_for_programs(shown: Any, expected: Any) -> None:
    assert expected == plain(shown)


def test_a_value_longer_than_a_line_or_two_is_not_repeated() -> None:
    piece = Evidence("inledning", "ord " * 100, None, "neutral", Text("inledning", "introduction"))

    assert describe_evidence(piece, "en") == "introduction (changed)"


def test_a_field_is_called_what_people_call_it() -> None:
    due = Evidence("senast", None, None, "neutral")
    email = Evidence("kontakt/epost", None, None, "neutral", Text("e-post", "e-mail"))

    assert [field_name(due, "sv"), field_name(due, "en")] == ["sista dag", "deadline"]
    assert [field_name(email, "sv"), field_name(email, "en")] == ["e-post", "e-mail"]


@pytest.mark.parametrize(
    ("shown", "swedish", "english"),
    [
        ((), "mål (svagare): 100 → 80", "target (weaker): 100 → 80"),
        (("100",), "mål (svagare)", "target (weaker)"),
        (("80",), "mål (svagare)", "target (weaker)"),
        (("90",), "mål (svagare): 100 → 80", "target (weaker): 100 → 80"),
    ],
)
def test_what_stands_beside_a_piece_of_evidence_is_not_repeated(
    shown: Any, swedish: str, english: str
) -> None:
    assert [swedish, english] == [
        describe_evidence(PIECE, "sv", shown),
        describe_evidence(PIECE, "en", shown),
    ]
    assert describe_evidence(PIECE, "sv") == "mål (svagare): 100 → 80"


def test_both_sides_of_a_piece_of_evidence_are_reported_in_one_language() -> None:
    piece = Evidence(
        "mål", measure(högst=5, enhet="kvällar"), measure(exakt=5, cirka="ja", enhet="kvällar"), "neutral"
    )

    assert describe_evidence(piece, "sv") == "mål (ändrat): högst 5 kvällar → cirka 5 kvällar"
    assert describe_evidence(piece, "en") == "target (changed): at most 5 kvällar → about 5 kvällar"


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
        "1 försvagat, 1 borttaget, 1 delat, 1 hopslaget, 1 flyttat, 1 skärpt, 1 nytt, 1 omskrivet, 1 behållet"
    )
    assert headline(Comparison("a", "b", changes * 2), "en") == (
        "2 weakened, 2 dropped, 2 split, 2 merged, 2 moved, 2 sharpened, 2 new, 2 reworded, 2 kept"
    )
    assert headline(Comparison("a", "b"), "sv") == "inga åtaganden"
    assert headline(Comparison("a", "b"), "en") == "no commitments"


@each(
    [
        ("Vi går ut", "Vi går ut", ["= Vi går ut"]),
        ("Vi går  ut", "Vi går in ofta", ["= Vi går", "- ut", "+ in ofta"]),
        ("Vi går ofta dit ut", "Vi går ut", ["= Vi går", "- ofta dit", "= ut"]),
        ("Vi går", "Vi går ut", ["= Vi går", "+ ut"]),
        ("", "", []),
    ]
)
def test_two_texts_are_woven_word_by_word(old: str, new: str, expected: list[str]) -> None:
    assert expected == [f"{piece.mark} {piece.words}" for piece in word_diff(old, new)]


def test_words_that_stand_often_in_a_long_text_are_woven_as_any() -> None:
    old = "Vi går ut. " * 80

    assert [f"{piece.mark} {piece.words}" for piece in word_diff(old, f"{old} Ofta.")] == [
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
    said = remark(Remark(key, about), Text("”före”", "“före”"), Text("”efter”", "“efter”"))

    assert said.sv.startswith(swedish)
    assert said.en.startswith(english)


def test_the_wordings_of_a_promise_are_reported_by_id() -> None:
    promise = new_promise(
        {"id": "K1", "part": "kommunen", "text": "Rensa buskage."},
        {"id": "K2", "part": "polisen", "text": "Patrullera."},
    )

    assert texts(promise) == {"K1": "Rensa buskage.", "K2": "Patrullera."}


def test_a_document_that_is_no_promise_has_no_wordings_of_commitments() -> None:
    follow_up = {"dokument": "uppföljning", "löfte": "a", "datum": "2024-12-31"}

    assert texts(loaded_value("u", follow_up)) == {}
