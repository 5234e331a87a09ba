"""Conditional clauses, and which of them are ways out of a promise."""

import bisect
import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import Token
from medborgarlofte.language.clause_states import NEGATIONS, PARTIES, opens_clause

_CONDITIONALS: Final = frozenset(("om", "när", "då", "ifall", "i fall", "så länge"))


def conditional_clauses(
    tokens: Sequence[Token], names: Sequence[str], is_main: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """First token of each clause after “om” or “när”, and the one after its last."""
    ends = [at for at, name in enumerate(names) if name in ("END", "COMMA")]
    mains = [at for at, main in enumerate(is_main) if main]
    for at, token in enumerate(tokens):
        inside = at > 0 and not is_main[at - 1] and tokens[at - 1].name == "NOUN"
        first = at == 0 or names[at - 1] == "END"
        if (
            inside  # “om någon ber om en vandring”
            or token.norm not in _CONDITIONALS
            or not opens_clause(tokens, names, at, first=first)
        ):
            continue
        end = ends[bisect.bisect_left(ends, at)]
        after = bisect.bisect_right(mains, at)
        goes_on = min(mains[after], end) if after < len(mains) else end
        end = goes_on - 1 if tokens[goes_on - 1].norm == "så" else goes_on
        if end > at + 1:
            yield at, end


def triggers(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Conditions without a conjunction: “vid misstanke om hot”, “på begäran”, “upptäcks klotter tvättar vi”."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        event = names[at + 1] in ("DUTY", "TRIGGER") or after.word.topic == "CRIME"
        if (names[at] == "AT" and event) or (token.norm == "på" and after.norm in ("begäran", "förfrågan")):
            yield at, at + 2
        elif (at == 0 or names[at - 1] == "END") and _is_verb_first(token, after):
            end = names.index("END", at)
            known = min(at + 4, end) if token.norm == "skulle" else None
            main = next((n for n in range(at + 2, end) if _is_inverted(tokens[n], tokens[n + 1])), known)
            if main is not None:
                yield at, main


def negated_openings(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Conditions that say without a conjunction what must not be lacking: “hittar vi ingen ledare …”."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        opens = at == 0 or names[at - 1] == "END"
        if not opens or not (_is_verb_first(token, after) or (token.norm == "kan" and after.norm in PARTIES)):
            continue
        first = next(
            (n for n in range(at + 1, at + 4) if tokens[n : n + 1] and tokens[n].norm in _NONE), None
        )
        if first is not None and "?" not in tokens[names.index("END", at)].norm:
            yield at, first + 1


_NONE: Final = (*NEGATIONS, "ingen", "inget", "inga")


def _is_verb_first(token: Token, after: Token) -> bool:
    finite = token.norm.endswith(("s", "r")) and " " not in token.norm
    verb = finite and token.name in ("NOUN", "WORD") and not token.word.topic
    if after.norm in ("som", "vars", "där"):
        return False
    asks = token.norm == "skulle" or (verb and token.norm not in _CONDITIONALS)
    return asks and after.name in ("NOUN", "ART", "THE", "WORD") and not after.is_capital


def _is_inverted(token: Token, after: Token) -> bool:
    """“tvättar vi”, “ring 112”."""
    return after.norm in PARTIES and token.name in ("NOUN", "WORD") and token.norm.endswith(("r", "s", "ska"))


_LONGEST: Final = 40
"""How many words of a conditional are read."""
_ASKED: Final = (
    "fråg",
    "undersök",
    "pröv",
    "bedöm",
    "vet",
    "besked",
    "reda",
    "koll",
    "ställ",
    "berätt",
    "informer",
    "svar",
)
"""Beginnings of words after which “om” is “whether” or “about”."""
_PERSONS: Final = frozenset(("du", "ni", "de", "någon", "hen", "man", "dem"))
_THINGS: Final = frozenset(("den", "det"))


def is_way_out(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a conditional is about what the promise depends on, and not about what calls for it.

    “om inte …” and “så länge … inte …” always are; “om …” is after what is promised, unless it is of a person.
    """
    words, before = tokens[start + 1 : min(end, start + _LONGEST)], tokens[max(0, start - 8) : start]
    if any(token.norm in ("även", "också", "än", "om") for token in (*before[-1:], *words[:1])):
        return False
    if any(token.norm in ("hur", "vad", "vart") for token in before):
        return False
    if any(token.norm.startswith(_ASKED) for token in before) or words[0].norm in _PERSONS:
        return False
    if any(token.norm in _NONE for token in words):
        return True
    if words[0].norm in _THINGS:
        return False
    person = any(token.word.topic in ("GROUP", "DOER") for token in words[:3])
    trails = start > 0 and tokens[start - 1].name != "END"
    return trails and tokens[start].norm in ("om", "ifall", "i fall") and not person
