"""Efforts, and the places, groups and names that they are for."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.classes import Token
from medborgarlofte.language.expressions import Expression

_TOGETHER: Final = ("tillsammans", "ihop", "samverkan", "samarbete")


def find_referents(tokens: Sequence[Token], reserved: Sequence[Expression]) -> Iterator[Expression]:
    """Efforts with their places, groups and names; a partner (“tillsammans med …”) is none of these."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        if token.word.clause == "CIRC" and any(one.start <= token.start < one.end for one in reserved):
            continue  # “i den mån det finns personal”
        topic = "GROUP" if token.name == "THE" and after.norm == "som" else token.word.topic
        if topic == "EFFORT":
            yield ex.Effort(start=token.start, end=token.end)
        elif token.name in ("NAME", "STREET", "CAPCARD"):
            if topic == "PLACE" or not _is_partner(tokens, at):
                yield ex.Referent(kind="name", start=token.start, end=token.end)
        elif topic == "PLACE" or (topic == "GROUP" and not _is_partner(tokens, at)):
            kind: Literal["group", "place"] = "group" if topic == "GROUP" else "place"
            yield ex.Referent(kind=kind, start=token.start, end=token.end)


def _is_partner(tokens: Sequence[Token], at: int) -> bool:
    before = {token.norm for token in tokens[max(0, at - 3) : at]}
    return "med" in before and not before.isdisjoint(_TOGETHER)
