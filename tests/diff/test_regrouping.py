"""A split or merge that nobody has stated loses and gains nothing."""

from collections.abc import Sequence
from typing import Final

import pytest

from diff.promises_of_pairs import new_promise, old_promise
from medborgarlofte.diff.describe import describe_evidence
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import Change

BOTH: Final = "Vi planterar 5 träd och sätter upp 10 nya lampor i Stadsparken."
TREES: Final = "Vi planterar 5 träd i Stadsparken."
LAMPS: Final = "Vi sätter upp 10 nya lampor i Stadsparken."
SCHOOLS: Final = "Vi besöker Fågelskolan och Nyboskolan varje månad."


def _changes(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    before, after = (
        [{"id": f"K{n}", "part": "kommunen", "text": text} for n, text in enumerate(texts, 1)]
        for texts in (old, new)
    )
    return compare(old_promise(*before), new_promise(*after)).changes


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (BOTH, [TREES, LAMPS]),
        (SCHOOLS, ["Vi besöker Fågelskolan varje månad.", "Vi besöker Nyboskolan varje månad."]),
    ],
)
def test_what_stands_in_a_commitment_beside_is_neither_lost_nor_gained(whole: str, parts: list[str]) -> None:
    split, merged = _changes([whole], parts), _changes(parts, [whole])

    assert [change.kind for change in split] == ["new", "reworded"]
    assert [change.kind for change in merged] == ["dropped", "reworded"]
    assert not any(change.is_weakened for change in (*split, *merged))


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param("Vi sätter upp 8 nya lampor i Stadsparken.", id="a lower number"),
        pytest.param("Vi ordnar 10 nya kurser för unga.", id="the number of something else"),
    ],
)
def test_what_stands_nowhere_is_lost(beside: str) -> None:
    assert [change.kind for change in _changes([BOTH], [TREES, beside])] == ["weakened", "new"]


def test_a_second_commitment_that_only_looks_like_the_first_is_lost() -> None:
    parks = [LAMPS, LAMPS.replace("Stadsparken", "Slottsparken")]

    assert [change.is_weakened for change in _changes(parks, [LAMPS])] == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            "Fältgruppen är ute fredag och lördag kväll.",
            "Fältgruppen är ute lördag kväll.",
            "mål (svagare): fredag, lördag (2 gånger per vecka) → lördag (varje vecka)",
        ),
        (
            "Kommunen ordnar en föräldrakväll per skola och år.",
            "Kommunen ordnar två föräldrakvällar per skola och år.",
            "mål (skarpare): 1 föräldrakväll per år för varje skola → 2 föräldrakvällar per år för varje skola",
        ),
    ],
)
def test_a_figure_that_one_text_only_implies_is_named(old: str, new: str, why: str) -> None:
    [change] = _changes([old], [new])

    assert describe_evidence(change.evidence[0], "sv").replace("\xa0", " ") == why
