"""Whether a commitment says how much, how often or by when, in its fields or in its own words."""

import re
from functools import lru_cache

from medborgarlofte.language.fields import TextField
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.promise import Commitment, Promise


def is_measured(promise: Promise, commitment: Commitment, passage: TextField) -> bool:
    """Whether it can be ticked off at the end."""
    return has_measure_field(promise, commitment) or says_measure(passage.plain)


def has_measure_field(promise: Promise, commitment: Commitment) -> bool:
    """Whether a field holds a target, a schedule, an indicator or a deadline before the period ends."""
    end = promise.period.last_date
    due = commitment.due is not None and (end is None or commitment.due.last < end.last)
    return bool(commitment.targets or commitment.schedule or commitment.indicators or due)


@lru_cache(maxsize=4096)
def says_measure(text: str) -> bool:
    """Whether the words themselves give a number, a rate or a deadline."""
    bare = LEXICON.pattern("uncounted_numbers").sub(" ", text)
    return bool(
        re.search(r"(?<![\w-])\d", bare)
        or LEXICON.pattern("number_words").search(bare)
        or LEXICON.pattern("measured_frequency").search(bare)
    )


def commitment_passages(promise: Promise, text_fields: tuple[TextField, ...]) -> dict[int, TextField]:
    """The text of each commitment, by its index."""
    return {
        int(p.route[1]): p
        for p in text_fields
        if p.role == "commitment" and int(p.route[1]) < len(promise.commitments)
    }
