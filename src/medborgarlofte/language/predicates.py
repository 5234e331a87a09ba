"""Whether a verb that is always true is the whole of what is promised."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import PREPOSITIONS, VERBS, Token

NEGATIONS: Final = frozenset(("inte", "ej", "icke", "aldrig"))
_UNSEEN: Final = frozenset(("ABSTRACT", "SAFETY", "CRIME", "EFFORT", "FEELING", "CALM", "TROUBLE", "PLAN"))
"""What nobody can see or count."""
_SEEN: Final = frozenset(("GROUP", "PLACE", "DOER"))
_FINITE: Final = VERBS | {"MODAL", "SHOULD", "MAY", "COME", "BE", "HAVE"}


def is_vague(tokens: Sequence[Token], names: Sequence[str], start: int, end: int) -> bool:
    """Whether the words of a row say what is done: neither negated, in the past, nor to something in particular."""
    kind = names[start]
    if _is_negated_or_done(tokens, start) or is_by_means(tokens, names, start):
        return False
    if kind == "NOMINAL" or "NOMINAL" in names[start:end]:
        return tokens[end].norm == "av"
    if kind in ("RISE", "WORD", "EFFORT", *_DESCRIBING):
        if names[end - 1] == "CARRY":
            return True  # “arbetet med tryggheten ska drivas vidare”
        opens = start == 0 or names[start - 1] == "END"
        return (opens and _is_heading(tokens, names, start)) or _is_raised(tokens, names, start)
    if kind == "BE" and any(one.word.unit for one in _objects(tokens, names, end)):
        return False  # “närvarande på kvällar och helger”
    if kind == "FOCUS" and "LAY" not in names[start:end]:
        return _is_focus_alone(tokens, names, start)
    objects = tuple(_objects(tokens, names, end))
    if kind in ("IMPROVE", "CREATE", "CONTRIBUTE"):
        return _is_of_nothing_seen(tokens, names, start, end, objects)
    return _is_of_nobody(tokens, names, start, end, objects)


def _is_focus_alone(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """“Fokus på unga”, “Trygghet med fokus på unga”; not “ronder med fokus på källare”."""
    first = start - len(_subject(tokens, start))
    if any(one.norm == "med" for one in tokens[max(0, start - 2) : start]):
        return tokens[first].word.topic in _UNSEEN - {"EFFORT"}
    return not any(name in _FINITE for name in names[first : names.index("END", start)])


_SAYING_NOTHING: Final = frozenset(
    ("VAGUE", "FAVOUR", "SUPPORT", "IMPROVE", "WORK", "CONTRIBUTE", "STRIVE", "COOPERATE", "EFFORT", "FOCUS")
)
"""Classes that name no means: “genom ett utvecklat samarbete”."""


def is_by_means(tokens: Sequence[Token], names: Sequence[str], at: int) -> bool:
    """Whether something that can be seen says how: “synlig genom fotpatrullering”, “stärka … genom samverkan” not."""
    end = names.index("END", at)
    by = next((n for n in range(at, end) if tokens[n].norm in ("genom", "genom att")), None)
    if by is None:
        return False
    means = range(by + 1, end)
    acts = tokens[by].norm == "genom att" or any("kontroll" in tokens[n].norm for n in means)
    return bool(means) and acts and not any(names[n] in _SAYING_NOTHING for n in means)


def _is_of_nobody(
    tokens: Sequence[Token], names: Sequence[str], start: int, end: int, objects: Sequence[Token]
) -> bool:
    """“stötta föreningar”, “arbeta med unga”; not what a function does for somebody, “kuratorn stöttar elever”."""
    kind, passive = names[start], tokens[start].norm.endswith("s")
    if kind == "FAVOUR" or (kind == "SUPPORT" and passive and tokens[end].norm == "med"):
        return not passive  # “stöds med lokal och västar”
    if kind in ("ENABLE", "DEED"):  # “hålla frågan levande”, “ge tryggheten hög prioritet”
        return tokens[start].norm.startswith(("håll", "ägna")) or tokens[start].norm in ("ge", "ger", "ges")
    if kind in ("WORK", "SEE") and _is_by_doer(tokens, start) and not _is_unseen(objects):
        return False
    together = _is_company(tokens, start, end)
    if together and any(one.word.topic == "DOER" for one in objects):
        return False
    if together or kind in ("SUPPORT", "CENTRE", "COOPERATE"):
        seen = any(one.word.topic in _SEEN for one in objects)
        return passive or not (seen and _has_doer(_subject(tokens, start)))
    return True


def _is_of_nothing_seen(
    tokens: Sequence[Token], names: Sequence[str], start: int, end: int, objects: Sequence[Token]
) -> bool:
    """“stärka samverkan”, “skapa tillit”, “bidra till trygghet”; but “skapa en rutin” can be done."""
    kind = names[start]
    if kind == "CONTRIBUTE" and names[end - 1] == "FORWARD":
        return tokens[start].word.lemma == "medverka" or names[end] == "ATT" or _topic(objects) not in _SEEN
    of = _subject(tokens, start) if tokens[start].norm.endswith("s") else objects
    if kind == "CREATE":
        return _topic(of) in ("SAFETY", "ABSTRACT")
    people = _topic(of) == "GROUP" and tokens[start].word.lemma in ("stärka", "förstärka")
    return people or (of is objects and names[end] == "ATT") or _is_unseen(of)


def _is_negated_or_done(tokens: Sequence[Token], at: int) -> bool:
    near = (*tokens[max(0, at - 2) : at], tokens[at + 1])
    supine = tokens[at].norm.endswith(("t", "ts"))
    done = supine and any(token.norm in ("har", "hade", "har vi") for token in tokens[max(0, at - 5) : at])
    return done or any(token.norm.partition(" ")[0] in NEGATIONS for token in near)


def _is_heading(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """An aim in a sentence without a verb: “Ökad närvaro på torget”, “Ett långsiktigt arbete för att …”."""
    end = next(at for at in range(start, len(names)) if names[at] in ("END", "FORATT", "SUB", "COND"))
    row = tokens[start:end]
    verbs = any(one.norm.endswith(("as", "es")) and one.name in ("NOUN", "WORD") for one in row[1:])
    if verbs or any(name in _FINITE for name in names[start + 1 : end]):
        return False
    if names[start] == "RISE":
        focus = "FOCUS" in names[start : start + 3]
        done_by = any(token.word.topic == "DOER" for token in row)
        return row[0].norm.endswith(("ad", "at", "ade")) and (focus or _is_unseen(row[1:3])) and not done_by
    at = names.index("EFFORT", start) - start
    described = all(
        one.name == "ART" or name in _DESCRIBING or one.norm.endswith(("igt", "iga", "at"))
        for one, name in zip(row[:at], names[start:], strict=False)
    )
    bare = at == 0 and names[start + 1] == "ONTO"  # “Arbete på skolan”
    return described and not bare and row[at].norm.endswith(("arbete", "arbetet"))


_DESCRIBING: Final = ("MANNER", "GOOD", "AVAILABLE", "WELCOME")
"""Classes of adjectives before an effort."""


def _is_raised(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """“öka tryggheten”, as vague as “stärka tryggheten”; “tryggheten ökar” is no promise."""
    transitive = tokens[start].norm in ("öka", "minska", "höja")
    return transitive and _topic(tuple(_objects(tokens, names, start + 1))) in _UNSEEN


def _objects(tokens: Sequence[Token], names: Sequence[str], at: int) -> Iterator[Token]:
    """The words after a verb, to the end of its clause."""
    for token, name in zip(tokens[at : at + 6], names[at : at + 6], strict=True):
        if name in ("END", "SUB", "FORATT", "COND", "PROVIDED"):
            return
        yield token


def _topic(objects: Sequence[Token]) -> str:
    """What the first noun with a meaning is about, genitives of people and places aside; empty without any."""
    return next(
        (
            one.word.topic
            for one in objects
            if one.word.topic and not (one.word.topic in _SEEN and one.norm.endswith("s"))
        ),
        "",
    )


def _is_unseen(objects: Sequence[Token]) -> bool:
    """Whether it is of what nobody can see; without any noun nothing is said."""
    plain = any(token.name in ("NOUN", "NAME", "STREET") for token in objects)
    topic = _topic(objects)
    return topic in _UNSEEN if topic else not plain


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
        token.word.topic in _SEEN and (at == 0 or subject[at - 1].name not in PREPOSITIONS)
        for at, token in enumerate(subject)
    )


def _is_by_doer(tokens: Sequence[Token], at: int) -> bool:
    """Whether a function does it: “kuratorn arbetar med pojkgruppen”."""
    return any(token.word.topic == "DOER" for token in tokens[max(0, at - 2) : at])


def _is_company(tokens: Sequence[Token], start: int, end: int) -> bool:
    """“arbetar tillsammans med väktarna” says with whom, not with what."""
    return tokens[end - 1].norm == "med" and any(
        token.norm in ("tillsammans", "ihop") for token in tokens[start:end]
    )
