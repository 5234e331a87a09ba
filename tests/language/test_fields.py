"""Texts cut into sentences, words and paragraphs, and gathered from documents with their roles."""

import itertools
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import PROMISE, exempelby, loaded, shipped
from each import each
from medborgarlofte.diagnostic import value_at
from medborgarlofte.language.fields import TextField, text_fields
from medborgarlofte.language.sentences import ABBREVIATIONS, sentences


def cut(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentences(text)]


WHOLE: Final = [
    "Vi besöker skolor, t.ex. Norrskolan.",
    "Vi besöker bl.a. skolor m.m. under året.",
    "Träffar hålls kl. 18 på torsdagar.",
    "Träffar hålls kl. 18.30 på torsdagar.",
    "Vi har 3.5 tjänster.",
    "Vi har 3,5 tjänster.",
    "Den 3. april öppnar vi.",
    "Senast den 31. oktober är det klart.",
    "Se 2 kap. 3 § lagen.",
    "Detta gäller fr.o.m. mars t.o.m. maj.",
    "Vi når ca. 100 elever.",
    "Läs mer på www.exempelby.se om löftet.",
    "Dnr. KS 2023/12 gäller.",
    "Vi arbetar med s.k. trygghetsvandringar.",
    "Punkt 2.1 gäller unga.",
    "Resp. part svarar för sin del.",
    "Max. tre kvällar.",
    "Versalt T.EX. så här.",
    "Tid: ingen",
    "Kl 10:30 börjar vi.",
    "En mening utan slut",
    "En mening\növer två rader.",
    "Vad (t.ex. skolor) gäller.",
]
PIECES: Final = [
    ("Ett. Två.", ["Ett.", "Två."]),
    ("Ett! Två? Tre.", ["Ett!", "Två?", "Tre."]),
    ("Ett.\nTvå.", ["Ett.", "Två."]),
    ("Ett\n\nTvå", ["Ett", "Två"]),
    ("Ett.  \n \n  Två.", ["Ett.", "Två."]),
    ("Löftet gäller 2024. Sedan görs ett nytt.", ["Löftet gäller 2024.", "Sedan görs ett nytt."]),
    ("Vi har 12. Polisen har 3.", ["Vi har 12.", "Polisen har 3."]),
    ("Vi gör följande: besöker skolor.", ["Vi gör följande:", "besöker skolor."]),
    ("Vi ska:\n- besöka skolor\n- byta lampor", ["Vi ska:", "- besöka skolor", "- byta lampor"]),
    ("* ett\n* två", ["* ett", "* två"]),
    ("• ett\n• två", ["• ett", "• två"]),
    ("– ett\n– två", ["– ett", "– två"]),
    ("1. ett\n2. två\n10. tre", ["1. ett", "2. två", "10. tre"]),
    ("1) ett\n2) två", ["1) ett", "2) två"]),
    ("  1. Ett\n  2. Två", ["1. Ett", "2. Två"]),
    ("Vi når m.fl. Sedan slutar vi.", ["Vi når m.fl. Sedan slutar vi."]),
    ("- ett\n-\n- två", ["- ett", "- två"]),
    ("... !!! ???", []),
    ("2024-01-01", []),
    ("", []),
    ("   \n ", []),
]


@each(WHOLE)
def test_what_is_one_sentence_stays_one(text: str) -> None:
    assert [text.strip()] == cut(text) or cut(text) == ["Tid:", "ingen"]


@each(PIECES)
def test_sentences_end_where_they_end(text: str, pieces: list[str]) -> None:
    assert pieces == cut(text)


@pytest.mark.parametrize("text", ["Han sa ”Ja.” Hon gick.", "Vi ses (varje vecka.) Sedan går vi."])
def test_a_quotation_mark_or_bracket_behind_the_full_stop_does_not_join_sentences(text: str) -> None:
    assert len(cut(text)) == 2


@each(sorted(ABBREVIATIONS))
def test_an_abbreviation_ends_no_sentence(word: str) -> None:
    assert len(cut(f"Vi gör {word} något annat.")) == 1


@given(st.text("abc ÅÄÖ.?!:\n-*•–1289)”\"'", max_size=120))
def test_sentences_stand_in_order_and_hold_every_word(text: str) -> None:
    found = list(sentences(text))
    words = TextField((), "prose", text).analysis.words

    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
    assert all(text[start:end].strip() == text[start:end] for start, end in found)
    assert all(any(s <= word.start() and word.end() <= e for s, e in found) for word in words)


@given(st.lists(st.sampled_from(["Vi går ut.", "Kom hit!", "Vad gör vi?", "Det är t.ex. så."]), max_size=6))
def test_sentences_that_are_joined_come_apart_again(parts: list[str]) -> None:
    assert parts == cut(" ".join(parts))
    assert parts == cut("\n\n".join(parts))


# ---------------------------------------------------------------- a passage


def passage(text: str) -> TextField:
    """A text as running prose."""
    return TextField(("inledning",), "prose", text)


@each(
    [
        ("Vi säger ”vid behov” ofta.", "Vi säger ··········· ofta."),
        ('Vi säger "vid behov" ofta.', "Vi säger ··········· ofta."),
        ("Vi säger »vid behov« ofta.", "Vi säger ··········· ofta."),
        ("Läs https://exempelby.se/i-år mer.", "Läs ························· mer."),
        ("Skriv till trygghet@exempelby.se nu.", "Skriv till ····················· nu."),
        ("Ett citattecken ” ensamt.", "Ett citattecken ” ensamt."),
        ("Utan något.", "Utan något."),
    ]
)
def test_quotations_and_addresses_are_blanked(text: str, plain: str) -> None:
    assert plain == passage(text).analysis.plain


@given(st.text('ab ”“"»«@.:/htps\n', max_size=80))
def test_blanking_moves_nothing(text: str) -> None:
    assert len(text) == len(passage(text).analysis.plain)


def test_words_are_letters_with_their_hyphens_and_apostrophes() -> None:
    words = [
        found[0] for found in passage("A-traktorer, 12 EPA:s, d’or och 3G under året_2 (å).").analysis.words
    ]

    assert words == ["A-traktorer", "EPA", "s", "d’or", "och", "G", "under", "året", "å"]


def test_paragraphs_are_parted_by_empty_lines() -> None:
    text = "Ett\ntvå\n\n  tre\n \n\nfyra"

    assert [text[s:e].strip() for s, e in passage(text).analysis.paragraphs] == ["Ett\ntvå", "tre", "fyra"]


def test_the_sentence_at_a_character_is_found() -> None:
    text = "Ett. Två tre. Fyra."
    one = passage(text)

    assert [text[slice(*one.sentence_at(text.index(w)))] for w in ("Ett", "tre", "Fyra")] == [
        "Ett.",
        "Två tre.",
        "Fyra.",
    ]
    assert (0, len(text)) == one.sentence_at(4)


# ---------------------------------------------------------------- the texts of documents


def test_every_text_of_a_document_stands_where_its_route_leads() -> None:
    count = 0
    for workspace in (shipped(), exempelby()):
        for item in workspace.valid.values():
            for found in text_fields(item.document):
                value = value_at(item.value, found.route)
                assert isinstance(value, str), found.route
                assert value.strip() == found.text
                count += 1

    assert count > 150


def test_a_text_occurs_once() -> None:
    for item in shipped().valid.values():
        routes = [found.route for found in text_fields(item.document)]
        assert len(set(routes)) == len(routes)


def test_the_small_promise_has_its_texts() -> None:
    [item] = loaded(PROMISE).valid.values()

    assert [(found.route, found.role) for found in text_fields(item.document)] == [
        (("titel",), "heading"),
        (("fokusområden", 0, "rubrik"), "heading"),
        (("åtaganden", 0, "text"), "commitment"),
    ]


def test_every_role_is_found_somewhere() -> None:
    roles = {found.role for item in exempelby().valid.values() for found in text_fields(item.document)}

    assert {"prose", "commitment", "area", "heading", "goal", "purpose", "line", "comment"} == roles
