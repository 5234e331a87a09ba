"""Whether a verb that is always true is the whole of what is promised.

It is by its class, where nobody can see what is done, or by what it is done to: “motarbeta otrygghet”. No list of such verbs
is complete, so what can be ticked off is listed instead, in the class DEED.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import PREPOSITIONS, VERBS, Token
from medborgarlofte.language.clause_states import NEGATIONS, PARTIES, Found, is_opening

_UNSEEN: Final = frozenset(("ABSTRACT", "SAFETY", "CRIME", "EFFORT", "FEELING", "CALM", "TROUBLE", "PLAN"))
"""What nobody can see or count."""
_SEEN: Final = frozenset(("GROUP", "PLACE", "DOER"))
_AUXILIARY: Final = frozenset(("MODAL", "SHOULD", "MAY", "COME", "BE", "HAVE"))
_FINITE: Final = VERBS | _AUXILIARY
_DESCRIBING: Final = ("MANNER", "GOOD", "AVAILABLE", "WELCOME")
"""Classes of adjectives before an effort."""


def is_vague(found: Found) -> bool:
    """Whether the words of a row say what is done: neither negated, in the past, nor to something in particular."""
    tokens, names, start, end = found.tokens, found.names, found.start, found.end
    kind = names[start]
    if _is_negated_or_done(tokens, start) or _is_by_means(tokens, names, start):
        return False
    if kind == "STUDY":
        return is_study(found)
    if "NOMINAL" in found.classes:
        return tokens[end].norm == "av"
    if found.classes[-1] == "CARRY":  # “arbetet med tryggheten ska drivas vidare”
        return True
    if kind in ("RISE", "WORD", "EFFORT", *_DESCRIBING):
        return (found.opens and _is_heading(tokens, names, start)) or _is_raised(tokens, names, start)
    objects = tuple(_objects(tokens, names, end))
    if kind == "BE" and any(one.word.unit for one in objects):
        return False  # “närvarande på kvällar och helger”
    if kind == "FOCUS" and "LAY" not in found.classes:
        return _is_focus_alone(tokens, names, start)
    if kind in ("IMPROVE", "CREATE", "CONTRIBUTE"):
        return _is_of_nothing_seen(found, objects)
    return _is_of_nobody(found, objects)


def is_study(found: Found) -> bool:
    """“pröva om”, “pröva möjligheten”; what is applied for is tried and decided: “pröva tillstånd”."""
    of = found.words[-1].norm
    applied = found.words[0].word.lemma == "pröva" and found.classes[-1] == "CIRC"
    return not applied or of.startswith(("möjlighet", "förutsättning"))


def _is_negated_or_done(tokens: Sequence[Token], at: int) -> bool:
    near = (*tokens[max(0, at - 2) : at], tokens[at + 1])
    before = {token.norm for token in tokens[max(0, at - 5) : at]}
    supine = tokens[at].norm.endswith(("t", "ts")) and not before.isdisjoint(("har", "hade", "har vi"))
    adjective = tokens[at].norm.endswith("ade") and (  # “sätter upp utvecklade farthinder”
        tokens[at - 1].name != "NOUN" or tokens[at - 1].norm.split(" ")[-1] in _PARTICLES
    )
    return supine or adjective or any(token.norm.partition(" ")[0] in NEGATIONS for token in near)


_SAYING_NOTHING: Final = frozenset(
    ("VAGUE", "FAVOUR", "SUPPORT", "IMPROVE", "WORK", "CONTRIBUTE", "STRIVE", "COOPERATE", "EFFORT", "FOCUS")
)
"""Classes that name no means: “genom att utveckla samarbetet”."""


def _is_by_means(tokens: Sequence[Token], names: Sequence[str], at: int) -> bool:
    """Whether something that can be seen says how: “stärka … genom att gå ronder”, not “genom att samverka”."""
    end = names.index("END", at)
    by = next((n for n in range(at, end) if tokens[n].norm == "genom att"), end)
    return by < end and _SAYING_NOTHING.isdisjoint(names[by:end])


def _is_focus_alone(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """“Fokus på unga”, “Trygghet med fokus på unga”; not “ronder med fokus på källare”."""
    first = start - len(_subject(tokens, start))
    if any(one.norm == "med" for one in tokens[max(0, start - 2) : start]):
        return tokens[first].word.topic in _UNSEEN - {"EFFORT"}
    return _FINITE.isdisjoint(names[first : names.index("END", start)])


def _is_of_nobody(found: Found, objects: Sequence[Token]) -> bool:
    """“stötta föreningar”, “arbeta med unga”; not what a function does for somebody, “kuratorn stöttar elever”."""
    tokens, start, end = found.tokens, found.start, found.end
    kind, passive = found.names[start], tokens[start].norm.endswith("s")
    if kind == "FAVOUR" or (kind == "SUPPORT" and passive and tokens[end].norm == "med"):
        return not passive  # “stöds med lokal och västar”
    if kind in ("ENABLE", "DEED"):  # “hålla frågan levande”, “ge tryggheten hög prioritet”
        return tokens[start].norm.startswith(("håll", "ägna")) or tokens[start].norm in ("ge", "ger", "ges")
    by_doer = any(token.word.topic == "DOER" for token in tokens[max(0, start - 2) : start])
    if (
        kind in ("WORK", "SEE") and by_doer and found.words[-1].norm not in ("för", "för att")
    ):  # “kuratorn arbetar med pojkgruppen”
        return _is_unseen(objects)
    if kind in ("SUPPORT", "CENTRE", "COOPERATE"):
        seen = any(one.word.topic in _SEEN for one in objects)
        asked = kind == "SUPPORT" and not objects  # “om någon ber oss lovar vi att bistå”
        return passive or not (asked or (seen and _has_doer(_subject(tokens, start))))
    return True


def _is_of_nothing_seen(found: Found, objects: Sequence[Token]) -> bool:
    """“stärka samverkan”, “skapa tillit”, “bidra till trygghet”; but “skapa en rutin” can be done."""
    tokens, verb = found.tokens, found.words[0]
    kind, follows = found.names[found.start], found.names[found.end]
    if kind == "CONTRIBUTE" and found.classes[-1] == "FORWARD":
        return verb.word.lemma == "medverka" or follows == "ATT" or _topic(objects) not in _SEEN
    of = _subject(tokens, found.start) if verb.norm.endswith("s") else objects
    if kind == "CREATE":
        return _topic(of) in ("SAFETY", "ABSTRACT")
    people = _topic(of) == "GROUP" and verb.word.lemma in ("stärka", "förstärka")
    return people or follows == "ATT" or _is_unseen(of)


def _is_heading(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """An aim in a sentence without a verb: “Ökad närvaro på torget”, “Ett långsiktigt arbete för att …”."""
    end = next(at for at in range(start, len(names)) if names[at] in ("END", "FORATT", "SUB", "COND"))
    row = tokens[start:end]
    verbs = any(one.norm.endswith(("as", "es")) and one.name in ("NOUN", "WORD") for one in row[1:])
    if verbs or not _FINITE.isdisjoint(names[start + 1 : end]):
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


def _is_raised(tokens: Sequence[Token], names: Sequence[str], start: int) -> bool:
    """“öka tryggheten”, as vague as “stärka tryggheten”; “tryggheten ökar” is no promise."""
    transitive = tokens[start].norm in ("öka", "minska", "höja")
    return transitive and _topic(tuple(_objects(tokens, names, start + 1))) in _UNSEEN


def _objects(tokens: Sequence[Token], names: Sequence[str], at: int) -> Iterator[Token]:
    """The words after a verb, to the end of its clause."""
    near = zip(tokens[at : at + 6], names[at : at + 6], strict=True)
    for token, _ in itertools.takewhile(lambda pair: pair[1] not in _ENDS, near):
        yield token


_ENDS: Final = frozenset(("END", "SUB", "FORATT", "COND", "PROVIDED"))


def _topic(objects: Sequence[Token]) -> str:
    """What the first noun with a meaning is about, genitives of people and places aside; empty without any."""
    topics = (one.word.topic for one in objects if not (one.word.topic in _SEEN and one.norm.endswith("s")))
    return next(filter(None, topics), "")


def _is_unseen(objects: Sequence[Token]) -> bool:
    """Whether it is of what nobody can see; without any noun nothing is said."""
    plain = any(token.name in ("NOUN", "NAME", "STREET") for token in objects)
    topic = _topic(objects)
    return topic in _UNSEEN if topic else not plain


def _subject(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The words before a verb, from the beginning of its sentence or of a further main clause."""
    first = at
    while first > max(0, at - 6):
        token, after = tokens[first - 1], tokens[first]
        if token.name in ("END", "STOP") or (token.name == "COMMA" and after.norm in ("och", "men", "så")):
            break
        first -= 1
    return tokens[first:at]


def _has_doer(subject: Sequence[Token]) -> bool:
    """Whether somebody in particular does it, and not “vi”, “kommunen” or “polisen”."""
    return any(
        token.word.topic in _SEEN and (at == 0 or subject[at - 1].name not in PREPOSITIONS)
        for at, token in enumerate(subject)
    )


# ---------------------------------------------------------------- verbs of no class

_NOT_DONE_TO: Final = _UNSEEN - {"EFFORT", "CALM", "PLAN"}
_OPEN: Final = frozenset(("WORD", "SHIFT", "PREVENT", "CARRY", "GOVERN", "GUARANTEE"))
"""Classes of clauses whose verbs are not judged elsewhere."""
_BETWEEN: Final = frozenset(("WORD", "NOT", "MANNER", "PRON", "COMMA", "ATT", "CONTINUE"))
"""Classes that may stand between a modal and its verb."""
_WORDS: Final = frozenset(("NOUN", "WORD", "UP", "DOWN"))
"""Classes of measures that a verb may have."""
_AUXILIARIES: Final = frozenset(("kunna", "behöva", "vilja", "börja", "våga", "slippa", "hinna", "orka"))
_IRREGULAR: Final = frozenset(("ha", "nå", "tillgodose", "uppnå", "göra"))
_FELT: Final = frozenset(("känna", "uppleva", "uppfatta"))
"""“ska känna sig trygga”, “ska upplevas som”."""
_PARTICLES: Final = frozenset(("upp", "fram", "in", "ut", "av", "bort", "igenom"))
_NO_VERB: Final = (
    "ala", "iska", "liga", "iga", "amma", "anda", "ande", "ade", "arna", "erna", "orna", "ella", "bara", "sama", "extra",
)  # fmt: skip
"""Ends of adjectives and nouns in -a."""
_HANDED_OUT: Final = ("information", "kommunikation", "klotter", "skräp", "nedskräp", "uppföljning")
_VISITED: Final = ("verksamhet", "verksamheten", "verksamheter", "möjlighet", "möjligheten", "möjligheter")
"""Beginnings and ends of nouns that can be seen although others of their topic cannot."""


def unseen_verbs(tokens: Sequence[Token], names: Sequence[str], is_main: Sequence[bool]) -> Iterator[int]:
    """Index of each main verb whose object, or whose subject in the passive, nobody can see."""
    for at in range(len(tokens) - 1):
        if not is_main[at]:
            continue
        if names[at] == "MODAL":
            verb = _after_modal(tokens, names, at + 1)
        else:
            verb = at if _is_finite(tokens, names, at) else None
        if (
            verb is not None
            and _says_nothing(tokens, names, at, verb)
            and not _is_by_means(tokens, names, verb)
        ):
            yield verb


def _after_modal(tokens: Sequence[Token], names: Sequence[str], start: int) -> int | None:
    """Infinitive after a modal, past its subject and adverbs."""
    for at in range(start, min(start + 5, len(tokens))):
        if tokens[at].norm in _AUXILIARIES:
            continue
        if _is_infinitive(tokens[at], names[at]):
            return at
        if names[at] not in _BETWEEN or tokens[at].norm in NEGATIONS or tokens[at].name in PREPOSITIONS:
            break
    return None


def _is_infinitive(token: Token, name: str) -> bool:
    if token.norm in _IRREGULAR or token.norm.removesuffix("s") in _FELT:
        return True
    word = token.name in _WORDS and not token.word.topic and not token.norm.endswith(_NO_VERB)
    return (name in _OPEN or name == "RISE") and word and token.norm.endswith(("a", "as"))


def _is_finite(tokens: Sequence[Token], names: Sequence[str], at: int) -> bool:
    """“vi motarbetar”, or an infinitive that opens a point of a list: “Motarbeta otrygghet”."""
    token, before = tokens[at], tokens[at - 1].norm if at else ""
    if token.name not in _WORDS or not (names[at] in _OPEN or token.norm == "ha"):
        return False
    if before in PARTIES:
        return token.norm.endswith("r") and not token.word.topic
    return (
        is_opening(names, at)
        and _is_infinitive(token, names[at])
        and _FINITE.isdisjoint(names[at + 1 : names.index("END", at)])
    )


def _says_nothing(tokens: Sequence[Token], names: Sequence[str], modal: int, verb: int) -> bool:
    passive = tokens[verb].norm.endswith("s")
    if tokens[verb].word.lemma in _FELT:
        counted = any(token.name in ("NUM", "CARD", "PERCENT") for token in tokens[max(0, modal - 6) : modal])
        return not counted and (passive or names[verb + 1] == "SELF")
    if passive or names[verb] == "RISE":
        noun = tokens[modal - 1] if modal else None
        ends = passive or names[verb + 1] == "END"
        return ends and noun is not None and noun.word.topic in _NOT_DONE_TO and not _is_seen(noun)
    return _is_of_unseen(tokens, names, verb)


def _is_of_unseen(tokens: Sequence[Token], names: Sequence[str], verb: int) -> bool:
    """Whether the object of a verb has a head that nobody can see, or one that is only to be safe."""
    if tokens[verb + 1].norm in _PARTICLES:
        return False  # “följa upp arbetet”
    topic, is_safe = "", False
    for token, name in zip(tokens[verb + 1 : verb + 7], names[verb + 1 : verb + 7], strict=True):
        if name in _ENDS | {"ATT", "COMMA", "AT", "RESERVED"} or token.name in PREPOSITIONS | {"AND"}:
            break
        if token.name in ("NUM", "CARD", "NAME"):
            return False
        is_safe = is_safe or token.word.topic == "FEELING"
        if token.name in ("NOUN", "STREET") and not (
            token.word.topic == "GROUP" and token.norm.endswith("s")
        ):
            topic = "" if _is_seen(token) else token.word.topic or topic
    if tokens[verb].norm == "göra":  # “göra torget tryggare”
        return any(token.norm.endswith("are") for token in tokens[verb + 1 : verb + 5])
    return topic in _NOT_DONE_TO or (is_safe and topic in ("PLACE", ""))


def _is_seen(noun: Token) -> bool:
    return noun.norm.startswith(_HANDED_OUT) or noun.norm.endswith(_VISITED)
