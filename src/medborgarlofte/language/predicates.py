"""Whether a verb that is always true is the whole of what is promised."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import VERBS
from medborgarlofte.language.tokens import Token

_NEGATIONS: Final = frozenset(("inte", "ej", "icke", "aldrig"))
_UNSEEN: Final = frozenset(("ABSTRACT", "SAFETY", "CRIME", "EFFORT", "FEELING", "CALM", "TROUBLE"))
"""What nobody can see or count."""
_SEEN: Final = frozenset(("GROUP", "PLACE", "DOER"))
_PREPOSITIONS: Final = frozenset(("IN", "ON", "AT", "OF", "FOR", "TO", "WITHIN", "UNDER", "AFTER", "BEFORE"))
_FINITE: Final = VERBS | {"MODAL", "SHOULD", "MAY", "COME", "BE", "HAVE"}


def is_vague(tokens: Sequence[Token], names: Sequence[str], start: int, end: int) -> bool:
    """Whether the words of a row say what is done: neither negated, in the past, nor to something in particular."""
    kind, word = names[start], tokens[start].word
    if _is_negated_or_done(tokens, start):
        return False
    if kind in ("RISE", "EFFORT", "MANNER"):
        return _is_heading(tokens, names, start)
    if kind == "FOCUS" and "LAY" not in names[start:end]:
        first = start - len(_subject(tokens, start))
        return not any(name in _FINITE for name in names[first : names.index("END", start)])
    objects = tuple(_objects(tokens, names, end))
    passive = tokens[start].norm.endswith("s")
    if passive and kind == "IMPROVE":
        return word.lemma != "prioritera" and _is_unseen(_subject(tokens, start))
    if kind == "IMPROVE" or (kind == "CONTRIBUTE" and word.lemma != "medverka"):
        return names[end] == "ATT" or _is_unseen(objects)
    if _is_company(tokens, start, end) and any(one.word.topic == "DOER" for one in objects):
        return False
    if kind in ("SUPPORT", "CENTRE", "COOPERATE") or _is_company(tokens, start, end):
        seen = any(one.word.topic in _SEEN for one in objects)
        return passive or not (seen and _has_doer(_subject(tokens, start)))
    return True


def _is_negated_or_done(tokens: Sequence[Token], at: int) -> bool:
    near = (*tokens[max(0, at - 2) : at], tokens[at + 1])
    supine = tokens[at].norm.endswith(("t", "ts"))
    done = supine and any(token.norm in ("har", "hade", "har vi") for token in tokens[max(0, at - 5) : at])
    return done or any(token.norm.partition(" ")[0] in _NEGATIONS for token in near)


def _is_heading(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """An aim in a sentence without a verb: “Ökad närvaro”, but not “Ökad närvaro på torget”."""
    end = next(at for at in range(start, len(names)) if names[at] == "END")
    row = tokens[start:end]
    if any(name in _FINITE for name in names[start + 1 : end]) or row[-1].norm.endswith(("as", "es")):
        return False
    if names[start] == "RISE":
        is_seen = any(token.word.topic in _SEEN for token in row)
        return row[0].norm.endswith(("ad", "at", "ade")) and _is_unseen(row[1:3]) and not is_seen
    return any(token.norm.endswith(("arbete", "arbetet")) for token in row[:3])


def _objects(tokens: Sequence[Token], names: Sequence[str], at: int) -> Iterator[Token]:
    """The words after a verb, to the end of its clause."""
    for token, name in zip(tokens[at : at + 6], names[at : at + 6], strict=True):
        if name in ("END", "SUB", "FORATT", "COND", "PROVIDED"):
            return
        yield token


def _is_unseen(objects: Sequence[Token]) -> bool:
    """Whether the first noun with a meaning is of what nobody can see; without any noun nothing is said."""
    topics = [
        one.word.topic
        for one in objects
        if one.word.topic and not (one.word.topic in _SEEN and one.norm.endswith("s"))
    ]
    plain = any(token.name in ("NOUN", "NAME", "STREET") for token in objects)
    return topics[0] in _UNSEEN if topics else not plain


def _subject(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The words before a verb, from the beginning of its sentence or of a further main clause."""
    before = tokens[max(0, at - 6) : at]
    ends = [
        n
        for n, (token, after) in enumerate(itertools.pairwise((*before, tokens[at])))
        if token.name in ("END", "STOP") or (token.name == "COMMA" and after.norm in ("och", "men", "så"))
    ]
    return before[ends[-1] + 1 :] if ends else before


def _has_doer(subject: Sequence[Token]) -> bool:
    """Whether somebody in particular does it, and not “vi”, “kommunen” or “polisen”."""
    return any(
        token.word.topic in _SEEN and (at == 0 or subject[at - 1].name not in _PREPOSITIONS)
        for at, token in enumerate(subject)
    )


def _is_company(tokens: Sequence[Token], start: int, end: int) -> bool:
    """“arbetar tillsammans med väktarna” says with whom, not with what."""
    return tokens[end - 1].norm == "med" and any(
        token.norm in ("tillsammans", "ihop") for token in tokens[start:end]
    )
