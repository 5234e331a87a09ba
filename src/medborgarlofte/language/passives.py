"""Passives where nobody is said to do it: “Klotter saneras”, “ska upprättas”."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language import word_lists
from medborgarlofte.language.classes import PREPOSITIONS, Token

_PARTICLES: Final = ("upp", "fram", "in", "ut", "över", "ned", "ner", "bort", "efter", "om")
_MODALS: Final = ("MODAL", "SHOULD", "MAY", "COME")
_FARTHEST: Final = 60
"""How many words after a passive may name who does it."""
_NO_AGENT: Final = ("vilka", "dem", "de", "dessa")


def find_passives(tokens: Sequence[Token]) -> Iterator[ex.Passive]:
    """Each with the modal before it and the particle after it."""
    for at in range(len(tokens)):
        modal = next((n for n in range(max(0, at - 3), at) if tokens[n].word.clause in _MODALS), None)
        if not _is_passive(tokens, at, after_modal=modal is not None):
            continue
        last = at + (tokens[at + 1].norm in _PARTICLES)
        if tokens[last].norm != "ses" and not _has_agent(tokens, last + 1):
            start = tokens[at if modal is None else modal].start
            yield ex.Passive(start=start, end=tokens[last].end)


def _is_passive(tokens: Sequence[Token], at: int, *, after_modal: bool) -> bool:
    """By its ending; “för ungas fritid” is a genitive."""
    token, before = tokens[at], tokens[at - 1] if at else None
    present, deponents = _words()
    if token.norm in present:
        return True
    verb = token.norm.endswith("as") and len(token.norm) > 4 and not token.norm.endswith(("rnas", "enas"))
    governed = before is not None and (before.name in PREPOSITIONS or before.name in ("THE", "ART"))
    known = token.norm.endswith(deponents) or token.name not in ("NOUN", "WORD", "UP", "DOWN")
    return verb and not known and not governed and (after_modal or (at > 0 and not token.word.topic))


def _has_agent(tokens: Sequence[Token], at: int) -> bool:
    """“av entreprenören”, but not “med hjälp av hetvatten” or “av vilka en”."""
    near = tokens[at - 1 : at + _FARTHEST]
    rest = itertools.takewhile(lambda pair: pair[0].name != "END", itertools.pairwise(near))
    return any(
        by.norm == "av"
        and whom.norm not in _NO_AGENT
        and before.norm not in ("hjälp", "grund", "stöd", "form")
        for (before, by), (_, whom) in itertools.pairwise(rest)
    )


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    table = word_lists.table()["passive"]
    return frozenset(table["words"]), tuple(table["deponents"])
