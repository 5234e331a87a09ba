"""Claims that crime or safety has changed or differs."""

from collections.abc import Sequence
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.tokens import Token


def find_claim(sentence: Sequence[Token]) -> ex.Claim | None:
    """A change or a comparison of crime or safety, unless it is a goal, a question or a name."""
    if sentence and sentence[-1].norm == "?":
        return None
    about = [n for n, token in enumerate(sentence) if token.word.topic in ("CRIME", "SAFETY", "FEELING")]
    if not about:
        return None
    for at, token in enumerate(sentence):
        kind = token.word.clause
        if kind == "CHANGE" and _is_noun_of_change(sentence, at, about):
            return ex.Claim(start=sentence[0].start, end=sentence[-1].end)
        if token.word.lemma in _IMPROVE:
            kind = "RISE"
        if kind not in ("RISE", "HALVED", "COMPARE") or token.name in ("NAME", "FILLER"):
            continue
        if _is_wished(sentence, at) or _is_attribute(sentence, at) or not _concerns(sentence, at, about):
            continue
        return ex.Claim(start=sentence[0].start, end=sentence[-1].end, is_numeric=kind == "HALVED")
    return None


_IMPROVE: Final = frozenset(("förbättra", "försämra"))
"""Vague as a promise, a claim of what has been."""


def _is_noun_of_change(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """“en tydlig ökning av stölder”, but not the heading “Minskning av stölder”."""
    article = any(token.name == "ART" for token in sentence[max(0, at - 2) : at])
    return article and any(0 < n - at <= 3 for n in about) and not _is_wished(sentence, at)


_PURPOSES: Final = frozenset(("så att", "genom att", "i syfte att", "med syfte att", "huruvida"))


def _is_attribute(sentence: Sequence[Token], at: int) -> bool:
    """“ökad trygghet” and “den ökade otryggheten” say what is spoken of, not that it changed."""
    norm, after = sentence[at].norm, sentence[at + 1] if at + 1 < len(sentence) else None
    before = sentence[at - 1].name if at else "END"
    described = (after is not None and after.word.topic != "") or before in _DESCRIBING
    return norm.endswith("ad") or (norm.endswith("ade") and described)


_DESCRIBING: Final = frozenset(
    ("FOR", "OF", "ON", "IN", "TO", "THE", "ART", "AND", "OVER", "WITHIN", "AT", "UNDER", "END", "COMMA")
)
"""Words before an adjective, not before a verb."""


def _is_wished(sentence: Sequence[Token], at: int) -> bool:
    before = sentence[max(0, at - 8) : at]
    wished = any(
        token.word.clause in ("MODAL", "SHOULD", "MAY", "COME", "GOAL", "FORATT", "PROVIDED", "COND")
        or token.norm in _PURPOSES
        for token in before
    )
    infinitive = (
        sentence[at].word.clause == "RISE"
        and sentence[at].norm.endswith("a")
        and sentence[at].norm not in ("avta", "tillta")
    )
    return wished or infinitive or any(token.norm in ("betyder", "behöver", "betyda") for token in sentence)


_REACH: Final = {"CRIME": 2, "SAFETY": 0, "FEELING": 5}
"""How many words after “fler” its noun or verb may stand."""


def _concerns(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether what changes is crime or safety: the adjective itself, or a noun near it."""
    token = sentence[at]
    if token.word.topic == "FEELING" or token.norm.endswith(("trygga", "trygg", "utsatta")):
        return True
    if token.word.clause != "COMPARE":
        return any(-10 <= n - at <= 5 for n in about) and not _is_transitive(sentence, at, about)
    base = token.norm.removesuffix(" än").removeprefix("allt ")
    compared = base in _QUANTITIES or any(other.norm == "än" for other in sentence)
    reach = _REACH if base in _QUANTITIES else {"CRIME": 2 * compared, "SAFETY": 0, "FEELING": 0}
    after = any(0 < n - at <= reach[sentence[n].word.topic] for n in about)
    becoming = any(t.norm in _BECOMING for t in sentence[max(0, at - 4) : at])
    before = any(n < at for n in about)
    return after or (base in _DEGREES and becoming and before and not _has_own_noun(sentence, at))


def _is_transitive(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """“fler lampor ökar tryggheten” is about lamps; “i fjol ökade brotten” is about crime."""
    before = sentence[at - 1] if at else None
    governed = at > 1 and sentence[at - 2].name in ("IN", "ON", "AT", "FOR", "UNDER", "OVER", "TO")
    acts = before is not None and before.name == "NOUN" and not governed
    return acts and at + 1 in about and not any(n < at for n in about)


_QUANTITIES: Final = frozenset(("fler", "färre", "flera"))
_DEGREES: Final = _QUANTITIES | {"lägre", "högre", "vanligare", "ovanligare", "värre", "grövre", "oftare"}
_BECOMING: Final = frozenset(("blivit", "blir", "blev", "är", "har"))


def _has_own_noun(sentence: Sequence[Token], at: int) -> bool:
    """“fler lampor” compares lamps."""
    after = sentence[at + 1] if at + 1 < len(sentence) and not sentence[at].norm.endswith(" än") else None
    return (
        after is not None
        and after.name == "NOUN"
        and not after.word.topic
        and after.word.clause == "WORD"
        and after.norm not in ("än", "sedan", "nu", "tidigare", "här", "också")
    )
