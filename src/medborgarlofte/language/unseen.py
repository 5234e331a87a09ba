"""Verbs that say nothing, because nobody can see what they are done to: “motarbeta otrygghet”.

No list of such verbs is complete. What can be ticked off is listed instead, in the class DEED.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import PREPOSITIONS, Token
from medborgarlofte.language.clause_states import PARTIES
from medborgarlofte.language.predicates import NEGATIONS, is_by_means

_UNSEEN: Final = frozenset(("ABSTRACT", "SAFETY", "CRIME", "TROUBLE", "FEELING"))
_OPEN: Final = frozenset(("WORD", "SHIFT", "PREVENT", "CARRY", "GOVERN", "GUARANTEE"))
"""Classes of clauses whose verbs are not judged elsewhere."""
_BETWEEN: Final = frozenset(("WORD", "NOT", "MANNER", "PRON", "COMMA", "ATT", "CONTINUE"))
"""Classes that may stand between a modal and its verb."""
_FINITE: Final = frozenset(("MODAL", "SHOULD", "MAY", "COME", "BE", "HAVE", "ENABLE", "PERMIT", "NEEDED"))
_WORDS: Final = frozenset(("NOUN", "WORD", "UP", "DOWN"))
"""Classes of measures that a verb may have."""
_DETERMINERS: Final = frozenset(("ART", "THE", "OWNER", "ALL", "SOME", "MORE", "SAME", "MOST", "NUM", "CARD"))
_IRREGULAR: Final = frozenset(("ha", "nå", "tillgodose", "uppnå", "göra"))
_FELT: Final = frozenset(("känna", "uppleva", "uppfatta"))
"""“ska känna sig trygga”, “ska upplevas som”."""
_AUXILIARIES: Final = frozenset(("kunna", "behöva", "vilja", "börja", "våga", "slippa", "hinna", "orka"))
_PARTICLES: Final = frozenset(("upp", "fram", "in", "ut", "av", "bort", "igenom"))
_NO_VERB: Final = (
    "ala",
    "iska",
    "liga",
    "iga",
    "amma",
    "anda",
    "ande",
    "ade",
    "arna",
    "erna",
    "orna",
    "ella",
    "bara",
    "sama",
)
"""Ends of adjectives and nouns in -a."""
_HANDED_OUT: Final = ("information", "kommunikation", "klotter", "skräp", "nedskräp", "uppföljning")
_VISITED: Final = ("verksamhet", "verksamheten", "verksamheter", "möjlighet", "möjligheten", "möjligheter")
"""Beginnings and ends of nouns that can be seen although others of their topic cannot."""
_MADE: Final = frozenset(
    ("tryggare", "säkrare", "lugnare", "svårare", "lättare", "enklare", "bättre", "trivsammare")
)
"""What “göra torget tryggare” makes of it."""


def unseen_verbs(tokens: Sequence[Token], names: Sequence[str], is_main: Sequence[bool]) -> Iterator[int]:
    """Index of each main verb whose object, or whose subject in the passive, nobody can see."""
    for at in range(len(tokens) - 1):
        if not is_main[at]:
            continue
        if names[at] == "MODAL" and tokens[at].norm != "lovar":
            verb = _after_modal(tokens, names, at + 1)
        else:
            verb = at if _is_finite(tokens, names, at) else None
        if (
            verb is not None
            and _says_nothing(tokens, names, at, verb)
            and not is_by_means(tokens, names, verb)
        ):
            yield verb


def _says_nothing(tokens: Sequence[Token], names: Sequence[str], modal: int, verb: int) -> bool:
    if tokens[verb].word.lemma in _FELT:
        counted = any(token.name in ("NUM", "CARD", "PERCENT") for token in tokens[max(0, modal - 6) : modal])
        return not counted and (tokens[verb].norm.endswith("s") or names[verb + 1] == "SELF")
    if tokens[verb].norm.endswith("s") and names[verb] not in ("WORD", "RISE", "CARRY"):
        return False
    if tokens[verb].norm.endswith("s") or names[verb] == "RISE":
        noun = tokens[modal - 1] if modal else None
        ends = names[verb + 1] == "END" or names[verb] != "RISE"
        return ends and noun is not None and noun.word.topic in _UNSEEN and not _is_seen(noun)
    return _is_of_unseen(tokens, names, verb)


def _after_modal(tokens: Sequence[Token], names: Sequence[str], start: int) -> int | None:
    """Infinitive after a modal, past its subject and adverbs."""
    for at in range(start, min(start + 5, len(tokens))):
        token, name = tokens[at], names[at]
        if token.norm in NEGATIONS or token.name in (PREPOSITIONS | _DETERMINERS):
            return None
        if token.norm in _AUXILIARIES:
            continue
        if _is_infinitive(token, name):
            return at
        if name not in _BETWEEN:
            return None
    return None


def _is_infinitive(token: Token, name: str) -> bool:
    norm = token.norm
    ending = norm.endswith(("a", "as")) and len(norm) > 2 and not norm.endswith(_NO_VERB)
    word = token.name in _WORDS and not token.word.topic
    return norm in _IRREGULAR or token.word.lemma in _FELT or (name in (_OPEN | {"RISE"}) and ending and word)


def _is_finite(tokens: Sequence[Token], names: Sequence[str], at: int) -> bool:
    """“vi motarbetar”, or an infinitive that opens a point of a list: “Motarbeta otrygghet”."""
    token, before = tokens[at], tokens[at - 1].norm if at else ""
    if (
        (names[at] not in _OPEN and token.norm != "ha")
        or token.name not in _WORDS
        or token.word.topic
        or len(token.norm) < 2
    ):
        return False
    if before in PARTIES:
        return token.norm.endswith("r") and len(token.norm) > 3
    opens = at == 0 or names[at - 1] == "END"
    infinitive = token.norm.endswith("a") and not token.norm.endswith(_NO_VERB)
    return opens and infinitive and _FINITE.isdisjoint(names[at + 1 : names.index("END", at)])


def _is_of_unseen(tokens: Sequence[Token], names: Sequence[str], verb: int) -> bool:
    """Whether the object of a verb has a head that nobody can see, or one that is only to be safe."""
    if tokens[verb + 1].norm in _PARTICLES:
        return False  # “följa upp arbetet”
    topic, is_safe = "", False
    for token, name in zip(tokens[verb + 1 : verb + 7], names[verb + 1 : verb + 7], strict=True):
        if name in ("END", "SUB", "ATT", "FORATT", "COND", "COMMA", "AT") or token.name in (
            PREPOSITIONS | {"AND"}
        ):
            break
        if token.name in ("NUM", "CARD", "NAME"):
            return False
        is_safe = is_safe or token.word.topic == "FEELING"
        if token.name in ("NOUN", "STREET") and not (
            token.word.topic == "GROUP" and token.norm.endswith("s")
        ):
            topic = "" if _is_seen(token) else token.word.topic or topic
    if tokens[verb].norm == "göra":
        return any(token.norm in _MADE for token in tokens[verb + 1 : verb + 5])
    return topic in _UNSEEN or (is_safe and topic in ("PLACE", ""))


def _is_seen(noun: Token) -> bool:
    return noun.norm.startswith(_HANDED_OUT) or noun.norm.endswith(_VISITED)
