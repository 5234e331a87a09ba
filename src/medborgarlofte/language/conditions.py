"""Conditional clauses, and what reserves the promise beside them."""

import bisect
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.language.classes import Token
from medborgarlofte.language.clause_states import NEGATIONS, PARTIES, Found, is_opening, opens_clause

_CONDITIONALS: Final = frozenset(("om", "när", "då", "ifall", "i fall", "så länge"))


def conditional_clauses(
    tokens: Sequence[Token], names: Sequence[str], is_main: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """First token of each clause after “om” or “när”, and the one after its last."""
    ends = [at for at, name in enumerate(names) if name in ("END", "COMMA")]
    mains = [at for at, main in enumerate(is_main) if main]
    for at, token in enumerate(tokens):
        inside = at > 0 and not is_main[at - 1] and tokens[at - 1].name == "NOUN"
        if (
            inside  # “om någon ber om en vandring”
            or token.norm not in _CONDITIONALS
            or not opens_clause(tokens, names, at, first=is_opening(names, at))
        ):
            continue
        end = ends[bisect.bisect_left(ends, at)]
        after = bisect.bisect_right(mains, at)
        goes_on = min(mains[after], end) if after < len(mains) else end
        end = goes_on - 1 if tokens[goes_on - 1].norm == "så" else goes_on
        if end > at + 1:
            yield at, end


def triggers(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Conditions without a conjunction: “vid misstanke om hot”, “på begäran”."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        event = names[at + 1] in ("DUTY", "TRIGGER") or after.word.topic == "CRIME"
        if (names[at] == "AT" and event) or (token.norm == "på" and after.norm in ("begäran", "förfrågan")):
            yield at, at + 2


def verb_first_clauses(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Conditions that begin with their verb, to the verb after them: “upptäcks klotter | tvättar vi”."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        if is_opening(names, at) and _is_verb_first(token, after):
            end = names.index("END", at)
            known = min(at + 4, end) if token.norm in ("skulle", "får") else None
            main = next((n for n in range(at + 2, end) if _is_inverted(tokens[n], tokens[n + 1])), known)
            if main is not None:
                yield at, main


def negated_openings(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Conditions that say without a conjunction what must not be lacking: “hittar vi ingen ledare …”."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        if not is_opening(names, at) or not (
            _is_verb_first(token, after) or (token.norm == "kan" and after.norm in PARTIES)
        ):
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
    if after.norm in ("som", "vars", "där") or after.word.clause in ("MODAL", "SHOULD", "COME", "BE", "HAVE"):
        return False  # “bilar får inte köra där”
    asks = token.norm == "skulle" or (verb and token.norm not in _CONDITIONALS)
    return asks and after.name in ("NOUN", "ART", "THE", "WORD") and not after.is_capital


def _is_inverted(token: Token, after: Token) -> bool:
    """“tvättar vi”, “ring 112”."""
    return after.norm in PARTIES and token.name in ("NOUN", "WORD") and token.norm.endswith(("r", "s", "ska"))


_DEFINITE: Final = ("en", "et", "an", "rna")


_LONGEST: Final = 40
_SHORT: Final = 6
"""How many words of a conditional are read, after what is promised and before it."""
_ASKED: Final = (
    "fråg", "undersök", "pröv", "bedöm", "vet", "besked", "reda", "koll", "berätt", "informer", "hur", "vad", "vart",
)  # fmt: skip
"""Beginnings of words after which “om” is “whether” or “about”, and “när” a question."""
_PERSONS: Final = frozenset(("du", "ni", "de", "någon", "hen", "man", "dem"))


def _is_asked(tokens: Sequence[Token], at: int, *, within: str = "END") -> bool:
    """“prövar om kameran behövs”, “lär ut hur man gör när …”."""
    before = reversed(tokens[max(0, at - 8) : at])
    clause = itertools.takewhile(lambda token: token.name not in ("END", "DASH", within), before)
    return any(token.norm.startswith(_ASKED) for token in clause)


def is_way_out(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a conditional is about what the promise depends on, and not about what calls for it.

    “om inte …” and “så länge … inte …” always are; “om …” is after what is promised, unless it is of a person, and
    “så länge …” is where somebody or something is to hold out.
    """
    words, before = tokens[start + 1 : min(end, start + _LONGEST)], tokens[max(0, start - 1) : start]
    if tokens[start].norm == "får":  # what the parties get and need, not what they get to know
        return words[0].norm in PARTIES and not any(map(_calls_for, words))
    also = any(token.norm in ("även", "också", "än") for token in (*before, words[0]))
    holds = tokens[start].norm == "så länge"
    person = words[0].norm in _PERSONS and not (holds and words[0].norm == "någon")
    if also or person or _is_asked(tokens, start):
        return False
    trails = any(token.name != "END" for token in before)
    if any(token.norm in _NONE for token in (words if trails else words[:_SHORT])):
        return True
    if holds:
        return trails and any(token.word.clause in _ABLE and token.norm != "finns" for token in words)
    person = any(token.word.topic in ("GROUP", "DOER") for token in words[:3])
    thing = words[0].norm not in ("den", "det")
    return trails and thing and not person and tokens[start].norm in ("om", "ifall", "i fall")


def _calls_for(token: Token) -> bool:
    """“ett larm”, “en anmälan”, “in synpunkter”, “veta”."""
    event = token.word.clause in ("DUTY", "TRIGGER") or token.word.topic in ("CRIME", "TROUBLE")
    return event or token.norm in ("in", "veta", "höra", "se", "reda")


_ABLE: Final = frozenset(("ENABLE", "PERMIT", "COME", "GOOD"))


# ---------------------------------------------------------------- words that reserve

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
    if found.classes[-1] == "STATE":
        return found.opens and first == "finns" and "kvar" in found.words[-1].norm
    if found.classes[0] == "PERMIT" and "CIRC" not in found.classes and "COND" not in found.classes:
        subject = found.words[1]
        named = subject.norm in PARTIES or subject.word.topic == "DOER"
        return found.opens and (named or subject.norm.endswith(_DEFINITE))
    if found.classes[1:2] == ["COND"]:
        return first == "blir av"
    return found.opens and (first == "normalt" or (len(found.words) > 1 and first.endswith(("s", "r"))))


def _is_conditional(found: Found) -> bool:
    """“i den takt medlen räcker”, “när vi kan”; not “så snart som möjligt”, “där”, “hur man gör när …”."""
    classes, words = found.classes, found.words
    if classes[-1] == "CIRC" and _VERBS.isdisjoint(classes):
        return words[0].norm.startswith(_EXTENTS)
    if classes[-2] == "SAY" and classes[-1] != "POSSIBLE":
        return _is_judged(found)
    if classes == ["COND", "WORD", "ENABLE"]:  # a place that somebody else may have taken
        place = words[1].word.topic == "PLACE" or words[1].norm.startswith("sådan")
        return place and words[2].norm == "finns"
    if classes[-1] == "COME" and len(words) == 3:
        after = found.tokens[found.end].norm
        return (
            words[1].norm in PARTIES and words[2].norm == "kan" and (not after or after.endswith(("r", "s")))
        )
    if classes[-1] == "POSSIBLE" and words[-1].norm == "möjliga":
        return False  # “frågar om möjliga mötesplatser”
    gives = words[1].norm in PARTIES and any(word.norm == "ger" for word in words)
    return not gives and not _is_plain_condition(found)


def _is_judged(found: Found) -> bool:
    """“om det bedöms lämpligt”, “om åtgärden anses nödvändig”; not “när en elev bedöms vara i riskzonen”."""
    verb = found.words[-2]
    person = any(word.word.topic in ("GROUP", "CRIME") for word in found.words)
    judged = verb.word.lemma.startswith(("bedöma", "anse ")) and verb.norm.endswith("s")
    return judged and not person and (not found.opens or "PRON" in found.classes)


def _is_plain_condition(found: Found) -> bool:
    at, tokens = found.start, found.tokens
    norm, after = tokens[at].norm, tokens[at + 1].norm
    return (
        _is_asked(tokens, at, within="COMMA")
        or (norm in ("så snart", "så fort") and after == "som")
        or (norm == "där" and after not in ("så", "det") and _CIRCUMSTANCES.isdisjoint(found.classes))
    )


def _is_proviso(found: Found) -> bool:
    """Not an aside: “hur man vid behov larmar”, “vid behov av tolk”."""
    at, tokens = found.start, found.tokens
    before = tokens[max(0, at - 2) : at]
    return tokens[at + 1].norm not in ("av", "hos") and not any(token.norm in _ASIDES for token in before)


def _may_change(found: Found) -> bool:
    """“kan behöva ställas in”, “vädret får avgöra”; not “barnen får bestämma”, “kan inte ställas in”."""
    if found.classes[-1] == "CIRC":
        return found.opens and found.words[0].norm == "får"
    if found.classes[-1] == "GOVERN":
        subject = found.tokens[found.start - 1]
        return subject.word.topic != "GROUP" and found.words[1].word.lemma.startswith(_DECIDES)
    return not any(token.norm in NEGATIONS for token in found.words)


def _is_without(found: Found) -> bool:
    """“utan anslag …”, where it opens a sentence; “kan inte garantera” anywhere."""
    without = found.classes[-1] == "CIRC" or "BE" in found.classes
    return not without or (found.opens and found.words[0].norm == "utan")


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
    "CLOSE": lambda found: (
        found.words[0].norm in ("flyttas", "ändras", "begränsas", "justeras")
        and any(token.norm == "om" for token in found.words)
    ),
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
