"""Texts made to be slow, odd or broken are read in linear time, with every span inside the text."""

import gc
import itertools
import time
import unicodedata
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis
from medborgarlofte.language.sentences import mask
from subsets import examples

pytestmark = pytest.mark.slow

TRIGGERS: Final = (
    "två ", "minst ", "om ", "när läget ", "i ", "per ", "var ", "varje ", "måndag, ", "måndagar och ", "1 000 ", "12-", "a-b-",
    "från två till ", "arbetar ", "ser, ", "lägger fokus ", "alla ska ", "ingen ", "brott ökar ", "under förra ", "årskurs 7, ", "kl. 8–",
    "” ", "«", "(2", "99999999999999", "E20 ", ". ", ", ", "\n\n", "\n- ", "å\u0308", "@", "http://", "en halv ", "hälften av ",
    "inte mer än två ", "senast ", "den 3 maj ", "vecka 7 ", "så långt ", "kan komma att ", "kan du ", "och ", "sex ", "Tre Kronor ",
)  # fmt: skip


def seconds(text: str) -> float:
    """One reading, in time of the processor and without garbage collection."""
    gc.disable()
    start = time.process_time()
    assert Analysis(text).expressions is not None
    took = time.process_time() - start
    gc.enable()
    return took


@each(TRIGGERS)
def test_twice_the_text_takes_about_twice_the_time(trigger: str) -> None:
    took: list[list[float]] = []
    while len(took) < 3:  # what else runs may slow one reading down, hardly the same one three times
        took.append([seconds(trigger * (size // len(trigger))) for size in (6_000, 24_000)])
        short, long = map(min, zip(*took, strict=True))
        if long < 12 * short + 0.05:  # a quadratic reading would take sixteen times as long
            return
    raise AssertionError(f"{trigger!r} takes {long:.2f} s where a quarter of it takes {short:.2f} s")


@given(st.text(max_size=400))
@settings(max_examples=examples(150), deadline=None)
def test_any_text_is_read_and_every_span_lies_inside(text: str) -> None:
    for found in Analysis(text).expressions:
        assert 0 <= found.start < found.end <= len(text)


WORDS: Final = st.sampled_from(
    [
        "två",
        "tre",
        "minst",
        "högst",
        "kvällar",
        "vecka",
        "i",
        "per",
        "varje",
        "varannan",
        "måndag",
        "om",
        "när",
        "läget",
        "tillåter",
        "arbetar",
        "för",
        "med",
        "och",
        ",",
        ".",
        "–",
        "12",
        "2031",
        "%",
        "procent",
        "hälften",
        "av",
        "från",
        "till",
        "senast",
        "före",
        "maj",
        "påsk",
        "ingen",
        "alla",
        "skolor",
        "inte",
        "mer",
        "än",
        "klockan",
        "årskurs",
        "väg",
        "gånger",
        "inom",
        "sex",
        "halv",
        "en",
        "ett",
        "dussin",
        "tiotal",
        "förra",
        "hösten",
        "brott",
        "ökar",
        "kan",
        "komma",
        "att",
        "vid",
        "behov",
        "(",
        ")",
        "E20",
        "3:e",
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=examples(300), deadline=None)
def test_words_in_any_order_are_read_and_no_two_measures_share_a_word(text: str) -> None:
    found = [one for one in Analysis(text).measures if not isinstance(one, ex.Scope)]

    for one, other in itertools.pairwise(found):
        assert one.end <= other.start


@given(st.lists(WORDS, max_size=20).map(" ".join))
@settings(max_examples=examples(100), deadline=None)
def test_decomposed_letters_mean_the_same(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert [type(one) for one in Analysis(composed).expressions] == [
        type(one) for one in Analysis(decomposed).expressions
    ]


@given(st.lists(WORDS, max_size=20).map(" ".join), st.lists(WORDS, max_size=20).map(" ".join))
@settings(max_examples=examples(100), deadline=None)
def test_a_sentence_means_the_same_beside_another(one: str, other: str) -> None:
    alone = [type(found) for found in Analysis(f"{one}.").measures]
    beside = Analysis(f"{one}. {other}.").measures
    end = len(one) + 1

    assert [type(found) for found in beside if found.end <= end] == alone


@given(st.text(max_size=300))
@settings(max_examples=examples(200), deadline=None)
def test_masking_keeps_every_offset(text: str) -> None:
    assert len(mask(text)) == len(text)
    assert mask(mask(text)) == mask(text)


def test_what_is_quoted_is_not_the_writers_own_words() -> None:
    assert Analysis("Rapporten heter ”Vi arbetar för trygghet två gånger per år”.").expressions == ()
    assert Analysis("Läs på https://exempelby.example/i-fjol/12-kvallar.").expressions == ()


def test_digits_without_end_are_no_number() -> None:
    assert Analysis("9" * 20_000).of(ex.Count) == []
