"""Changes as sentences for residents."""

import pytest

from diff.promises_of_pairs import new_promise, old_promise
from medborgarlofte.diff.describe import describe_evidence
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.sentences import change_summary, then_of

FIRM = "Polisen ska besöka alla skolor varje termin."
LOOSE = "Polisen kan besöka alla skolor varje termin."


@pytest.mark.parametrize(
    ("old", "new", "sentence", "why"),
    [
        (FIRM, LOOSE, "Orden är mindre bindande än 2023.", "ordalydelse (svagare)"),
        (LOOSE, FIRM, "Orden är mer bindande än 2023.", "ordalydelse (skarpare)"),
    ],
)
def test_words_that_bind_to_more_or_less_are_said_to(old: str, new: str, sentence: str, why: str) -> None:
    sides = [[{"id": "P1", "part": "polisen", "text": text}] for text in (old, new)]
    [change] = compare(old_promise(*sides[0]), new_promise(*sides[1])).changes

    assert change_summary(change, "sv", then_of("2023", "2024")) == sentence
    assert describe_evidence(change.evidence[0], "sv", (old, new)) == why
