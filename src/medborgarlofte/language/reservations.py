"""Whether a conditional or a proviso reserves what the sentence promises."""

import itertools
from collections.abc import Sequence
from typing import Final

from medborgarlofte.language.classes import Token
from medborgarlofte.language.clause_states import PARTIES
from medborgarlofte.language.predicates import NEGATIONS

_OTHERS: Final = frozenset(("du", "dig", "ni"))
"""A conditional of what the reader can do reserves nothing."""
_ASIDES: Final = frozenset(("som", "hur", "vilka", "vars"))
"""Words after which “vid behov” reserves nothing: “lär ut hur man vid behov larmar”."""
_OPENING: Final = frozenset(("ENABLE", "PERMIT", "LACKING", "HAVE", "BE", "PAST"))
"""Classes that reserve only where they open a sentence: “medger läget”, “blir det regn”, “normalt”."""


def is_reserved(tokens: Sequence[Token], names: Sequence[str], start: int, end: int) -> bool:
    """Whether the words of a row reserve the promise, and are neither denied nor of somebody else."""
    name, words = names[start], tokens[start:end]
    opens = start == 0 or names[start - 1] == "END"
    if name == "COMPARE":
        return words[0].norm in _FEWER
    if name == "COND" and names[end - 1] == "CIRC" and _VERBS.isdisjoint(names[start:end]):
        return words[0].norm.startswith(_EXTENTS)
    if name == "DEPENDING" and not _CIRCUMSTANCES & set(names[start:end]):
        return words[1].norm in _QUESTIONS
    if name == "COME" and names[end - 1] == "GOVERN" and end - start == 2:
        return tokens[start - 1].word.topic != "GROUP" and words[1].word.lemma.startswith(_DECIDES)
    if name == "COND" and names[end - 1] == "COME" and end - start == 3:
        return words[1].norm in PARTIES and words[2].norm == "kan" and tokens[end].norm.endswith(("r", "s", ""))
    if name == "NOT" and names[end - 1] == "CIRC":
        return opens and words[0].norm == "utan"
    if name in _OPENING and not (opens and _opens_conditional(words)):
        return False
    if name == "MODAL" and not (opens and words[0].norm == "skulle"):
        return False
    if name == "COME" and any(token.norm in NEGATIONS for token in words):
        return False
    if name == "RESERVED" and _is_aside(tokens, start):
        return False
    if name in ("COND", "PROVIDED") and _is_plain_condition(tokens, start, opens=opens):
        return False
    denied = start > 0 and names[start - 1] == "NOT" and tokens[start - 1].norm != "också"
    return not denied and not _is_of_others(words)


_FEWER: Final = frozenset(("färre", "mindre"))
_EXTENTS: Final = ("så l", "så m", "så g", "i den")
"""Beginnings of conjunctions that measure out what is done: “så länge”, “i den takt”."""
_VERBS: Final = frozenset(("ENABLE", "PERMIT", "HAVE", "LACKING", "COME", "NOT"))


_CIRCUMSTANCES: Final = frozenset(("CIRC", "LOAD", "TIME", "TID", "PERIOD", "DEMAND", "DUTY"))
_QUESTIONS: Final = frozenset(("vad", "hur", "om", "vilka", "vilken", "när", "vem"))
_DECIDES: Final = ("avgöra", "bestämma", "styra")


def _opens_conditional(words: Sequence[Token]) -> bool:
    """A finite verb first, “beviljas ansökan”, or “normalt”; “finns i receptionen” is neither."""
    first = words[0].norm
    return first == "normalt" or (len(words) > 1 and first.endswith(("s", "r")))


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """“hur man vid behov larmar”, “vid behov av tolk”."""
    before = tokens[max(0, at - 2) : at]
    return tokens[at + 1].norm in ("av", "hos") or any(token.norm in _ASIDES for token in before)


def _is_plain_condition(tokens: Sequence[Token], at: int, *, opens: bool) -> bool:
    """“så snart som möjligt”, pointing “där”, “lär ut hur man gör när resurserna inte räcker”."""
    norm, after = tokens[at].norm, tokens[at + 1].norm
    before = itertools.takewhile(lambda token: token.name != "COMMA", reversed(tokens[max(0, at - 8) : at]))
    return (
        (norm in ("så snart", "så fort") and after == "som")
        or (norm == "där" and opens and after not in ("så", "det"))
        or any(token.norm in ("hur", "vad", "vart") for token in before)
    )


def _is_of_others(clause: Sequence[Token]) -> bool:
    """Whether a conditional is about the reader, or about what a person allows."""
    person = any(token.word.topic == "GROUP" and token.word.clause == "WORD" for token in clause)
    allows = any(token.word.lemma.startswith(("medge", "tillåta")) for token in clause)
    return (person and allows) or any(token.norm in _OTHERS for token in clause)


def last_reserved(tokens: Sequence[Token], names: Sequence[str], at: int) -> int:
    """Last word of “vid behov” or “i mån av tillgänglig tid och personal”."""
    if not tokens[at].norm.endswith((" av", " för", " om", " på", " till")):
        return at
    last = at + 2 if names[at + 1] in ("AVAILABLE", "GOOD") else at + 1
    joined = tokens[last + 1].norm in ("och", "eller", "samt")
    return last + 2 if joined else last


_ASKED: Final = ("fråg", "undersök", "vet", "besked", "reda", "koll", "ställ", "berätt", "informer", "svar")
"""Beginnings of words after which “om” is “whether” or “about”."""
_ANYBODY: Final = frozenset(("du", "ni", "de", "den", "någon", "hen", "man", "dem"))


def is_way_out(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a conditional is about what the promise depends on, and not about what calls for it.

    “om inte …” and “så länge … inte …” always are; “om …” is after what is promised, unless it is of a person.
    """
    words, before = tokens[start + 1 : end], tokens[max(0, start - 8) : start]
    if any(token.norm in ("även", "också", "än", "om") for token in (*before[-1:], *words[:1])):
        return False
    if any(token.norm in ("hur", "vad", "vart") for token in before):
        return False
    if words[0].norm in _ANYBODY or any(token.norm.startswith(_ASKED) for token in before):
        return False
    if any(token.norm in (*NEGATIONS, "ingen", "inget", "inga") for token in words):
        return True
    person = any(token.word.topic in ("GROUP", "DOER") for token in words[:3])
    trails = start > 0 and tokens[start - 1].name != "END"
    return trails and tokens[start].norm in ("om", "ifall", "i fall") and not person
