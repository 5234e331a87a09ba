"""Whether a conditional or a proviso reserves what the sentence promises."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from medborgarlofte.language.classes import Token
from medborgarlofte.language.clause_states import NEGATIONS, PARTIES, Found

_OTHERS: Final = frozenset(("du", "dig", "ni"))
"""A conditional of what the reader can do reserves nothing."""
_ASIDES: Final = frozenset(("som", "hur", "vilka", "vars"))
"""Words after which “vid behov” reserves nothing: “lär ut hur man vid behov larmar”."""
_EXTENTS: Final = ("så l", "så m", "så g", "i den", "i takt")
"""Beginnings of conjunctions that measure out what is done: “så länge”, “i den takt”."""
_VERBS: Final = frozenset(("ENABLE", "PERMIT", "HAVE", "LACKING", "COME", "NOT"))
_CIRCUMSTANCES: Final = frozenset(("CIRC", "LOAD", "TIME", "TID", "PERIOD", "DEMAND", "DUTY"))
_QUESTIONS: Final = frozenset(("vad", "hur", "om", "vilka", "vilken", "när", "vem"))
_MEANS: Final = ("förutsättning", "möjlighet", "resurs", "ekonomi", "utrymme", "tillgång", "bemanning")
"""What “efter ekonomiska förutsättningar” depends on."""
_DECIDES: Final = ("avgöra", "bestämma", "styra")


def is_reserved(found: Found) -> bool:
    """Whether the words of a row reserve the promise, and are neither denied nor of somebody else."""
    check, at = _CHECKS.get(found.classes[0]), found.start
    if check is not None and not check(found):
        return False
    denied = at > 0 and found.names[at - 1] == "NOT" and found.tokens[at - 1].norm != "också"
    return not denied and not _is_of_others(found.words)


def _opens_conditional(found: Found) -> bool:
    """A finite verb first, “beviljas ansökan”, or “normalt”; “finns i receptionen” is neither."""
    first = found.words[0].norm
    if found.classes[-1] == "PAST" or found.classes[1:2] == ["COND"]:  # “normalt inom”, “blir av om”
        return first in ("normalt", "blir av")
    return found.opens and (first == "normalt" or (len(found.words) > 1 and first.endswith(("s", "r"))))


def _is_conditional(found: Found) -> bool:
    """“i den takt medlen räcker”, “när vi kan”; not “så snart som möjligt”, “där”, “hur man gör när …”."""
    classes, words = found.classes, found.words
    if classes[-1] == "CIRC" and _VERBS.isdisjoint(classes):
        return words[0].norm.startswith(_EXTENTS)
    if classes[-1] == "COME" and len(words) == 3:
        after = found.tokens[found.end].norm
        return (
            words[1].norm in PARTIES and words[2].norm == "kan" and (not after or after.endswith(("r", "s")))
        )
    if classes[-1] == "POSSIBLE" and words[-1].norm == "möjliga":
        return False  # “frågar om möjliga mötesplatser”
    if words[-1].norm == "utgår" and found.tokens[found.end].norm.endswith("från"):
        return False
    gives = words[1].norm in PARTIES and any(word.norm == "ger" for word in words)
    return not gives and not _is_plain_condition(found)


def _is_plain_condition(found: Found) -> bool:
    at, tokens = found.start, found.tokens
    norm, after = tokens[at].norm, tokens[at + 1].norm
    before = itertools.takewhile(lambda token: token.name != "COMMA", reversed(tokens[max(0, at - 8) : at]))
    return (
        (norm in ("så snart", "så fort") and after == "som")
        or (norm == "där" and after not in ("så", "det") and _CIRCUMSTANCES.isdisjoint(found.classes))
        or any(token.norm in ("hur", "vad", "vart") for token in before)
    )


def _is_proviso(found: Found) -> bool:
    """Not an aside: “hur man vid behov larmar”, “vid behov av tolk”."""
    at, tokens = found.start, found.tokens
    before = tokens[max(0, at - 2) : at]
    return tokens[at + 1].norm not in ("av", "hos") and not any(token.norm in _ASIDES for token in before)


def _may_change(found: Found) -> bool:
    """“kan behöva ställas in”, “vädret får avgöra”; not “barnen får bestämma”, “kan inte ställas in”."""
    if found.classes[-1] == "GOVERN" and len(found.words) == 2:
        subject = found.tokens[found.start - 1]
        return subject.word.topic != "GROUP" and found.words[1].word.lemma.startswith(_DECIDES)
    return not any(token.norm in NEGATIONS for token in found.words)


def _is_without(found: Found) -> bool:
    """“utan anslag …”, where it opens a sentence; “kan inte garantera” anywhere."""
    if found.classes[-1] == "CIRC" or "BE" in found.classes:
        return found.opens and found.words[0].norm == "utan"
    return True


def _governs(found: Found) -> bool:
    """“resurserna styr”, “tiden kan påverka”; not “händelser och bestämma”."""
    return found.classes[-1] != "GOVERN" or not found.words[-1].norm.endswith("a") or "COME" in found.classes


def _is_hindrance(found: Found) -> bool:
    """“vid brist på personal”; not “vid brist på simkunnighet”, “får inte stängas på grund av …”."""
    before = found.tokens[max(0, found.start - 3) : found.start]
    lack = found.words[-1].norm == "brist" and "CIRC" not in found.names[found.end : found.end + 3]
    return not lack and not any(token.norm in NEGATIONS for token in before)


def _depends(found: Found) -> bool:
    """“beroende på bemanningen”, “beroende på vad nämnden säger”."""
    return not _CIRCUMSTANCES.isdisjoint(found.classes) or found.words[1].norm in _QUESTIONS


_CHECKS: Final[Mapping[str, Callable[[Found], bool]]] = {
    **dict.fromkeys(("ENABLE", "PERMIT", "LACKING", "HAVE", "BE", "PAST"), _opens_conditional),
    "COMPARE": lambda found: found.words[0].norm in ("färre", "mindre"),
    "MODAL": lambda found: found.opens and found.words[0].norm == "skulle",
    "NOT": _is_without,
    "SHIFT": lambda found: found.words[0].norm.startswith("upphör"),
    "CIRC": lambda found: (
        _governs(found) and (found.classes[-1] != "ATT" or found.words[0].norm.startswith("förutsätt"))
    ),
    "DUTY": _governs,
    "GOVERN": lambda found: (
        found.classes[-1] in _CIRCUMSTANCES or found.words[0].norm.endswith((" av", " på"))
    ),
    "AT": _is_hindrance,
    "COME": _may_change,
    "COND": _is_conditional,
    "PROVIDED": lambda found: not _is_plain_condition(found),
    "DEPENDING": _depends,
    "RESERVED": _is_proviso,
    "WITHIN": lambda found: "AVAILABLE" in found.classes or "verksamhet" not in found.words[-1].norm,
    "FORWARD": lambda found: found.words[0].norm == "efter" and found.words[-1].norm.startswith(_MEANS),
}
"""What else must hold, by the class of the first word."""


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
