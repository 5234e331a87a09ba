"""Times that depend on when a text is read."""

import itertools
from collections.abc import Sequence

from medborgarlofte.language.calendar import SEASONS
from medborgarlofte.language.classes import Token


def is_this_spring(words: Sequence[Token]) -> bool:
    """True for “i vår startar”, not “i vår kommun”."""
    here, spring, after = words
    if (here.norm, spring.norm) != ("i", "vår"):
        return False
    return (
        after.name in ("END", "COMMA")
        or (after.norm.endswith("r") and len(after.norm) > 1)
        or after.norm == "ska"
    )


def is_counted(row: Sequence[Token]) -> bool:
    """“om två år”, “sedan två år”, “från och med i helgen”; not “om en vecka går utan svar” or “i tre år”."""
    counted = row[1].name in ("NUM", "CARD", "SOME", "PAIR", "ART", "ABOUT", "DRYGT", "KNAPPT")
    if row[0].word.clause == "SINCE":
        return counted or len(row) == 2 or row[1].word.clause not in ("WORD", "EVERYBODY", "DEED")
    if row[0].norm == "om":
        return counted and row[-1].word.unit in ("år", "månad", "halvår")
    return (row[1].name == "SOME" and row[-1].norm == "år") or (row[0].name, row[1].name) == ("SINCE", "IN")


def is_dated(sentence: Sequence[Token], *, yearly: bool, rolling: bool) -> bool:
    """Whether a year is named, or it is for every year; that dates “under hösten”, but not “i fjol”.

    “Varje morgon … det senaste dygnets händelser” rolls on.
    """
    often = {one.word.unit for one in sentence if one.name == "OFTEN"}
    often |= {
        time.word.unit
        for every, time in itertools.pairwise(sentence)
        if every.name in ("EVERY", "SECOND", "PER", "OM")
    }
    recurs = (yearly and not often.isdisjoint(("år", *SEASONS))) or (rolling and bool(often - {"", "år"}))
    return recurs or any(token.name == "YEAR" for token in sentence)
