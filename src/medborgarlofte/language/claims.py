"""Claims that crime, harm, fear or safety has changed, is as it was, or differs."""

from collections.abc import Sequence
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.classes import Token

_TOPICS: Final = frozenset(("CRIME", "SAFETY", "FEELING", "TROUBLE", "CALM"))
_CLAIMED: Final = _TOPICS | {"EFFECT"}


def find_claim(sentence: Sequence[Token]) -> ex.Claim | None:
    """A change, a state or a comparison, unless it is a goal, a question or a name."""
    if not sentence or sentence[-1].norm == "?":
        return None
    topics = [(n, topic) for n, token in enumerate(sentence) if (topic := token.word.topic) in _CLAIMED]
    if not topics:
        return None
    about = [n for n, topic in topics if topic != "EFFECT" and sentence[n].name != "NAME"]
    claimed = (at for at in range(len(sentence)) if about and _is_claimed(sentence, at, about))
    effects = (n for n, topic in topics if topic in ("EFFECT", "SAFETY") and _is_effect(sentence, n))
    for found, is_effect in ((claimed, False), (effects, True)):
        if any(not _is_wished(sentence, at) for at in found):
            return ex.Claim(start=sentence[0].start, end=sentence[-1].end, is_effect=is_effect)
    return None


def _is_effect(sentence: Sequence[Token], at: int) -> bool:
    """“har haft en positiv effekt”, “känner en större trygghet”."""
    token = sentence[at]
    verbs = {one.word.clause for one in sentence[max(0, at - 4) : at]}
    if token.word.topic == "EFFECT":
        good = at > 0 and sentence[at - 1].word.clause in ("GOOD", "WELCOME")
        return good and not verbs.isdisjoint(("HAVE", "LAY", "ENABLE", "GIVE"))
    more = at > 0 and (
        sentence[at - 1].word.clause == "COMPARE" or sentence[at - 1].norm in ("ökad", "minskad")
    )
    return more and not verbs.isdisjoint(("HAVE", "SAY"))


def _is_claimed(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether a word says that what the sentence is about changes, stays or differs."""
    token = sentence[at]
    kind = token.word.clause
    if token.name in ("NAME", "FILLER"):
        return False
    if kind == "CHANGE":
        return _is_noun_of_change(sentence, at, about)
    if token.norm in _GOALS:
        return False
    if kind in ("RISE", "HALVED") or token.word.lemma in _IMPROVE:
        return not _is_attribute(sentence, at) and _is_of_topic(sentence, at, about)
    if kind in ("SHIFT", "STATE"):
        return _is_subject(sentence, at, about)
    if token.norm in ("lika", "inte längre", "längre"):
        return _is_no_longer(sentence, at)
    return _is_compared(sentence, at) and _concerns(sentence, at, about)


_GOALS: Final = frozenset(("halveras", "minskas", "dämpas"))
"""Passives of the present, by which somebody shall lower it."""
_IMPROVE: Final = frozenset(("förbättra", "försämra"))
"""Vague as a promise, a claim of what has been."""


def _is_noun_of_change(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """“en tydlig ökning av stölder”, but not the heading “Minskning av stölder”."""
    given = any(token.name in ("ART", "THE") for token in sentence[max(0, at - 3) : at])
    definite = sentence[at].norm.endswith(("en", "arna")) and len(sentence) > at + 4
    return (given or definite) and any(0 < n - at <= 3 for n in about)


# ---------------------------------------------------------------- verbs


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


def _is_of_topic(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """“fler lampor ökar tryggheten” is about lamps; “i fjol ökade brotten” is about crime."""
    before = sentence[at - 1] if at else None
    governed = at > 1 and sentence[at - 2].name in _PREPOSITIONS
    acts = before is not None and before.name == "NOUN" and not governed
    transitive = acts and at + 1 in about and not any(n < at for n in about)
    return any(-10 <= n - at <= 5 for n in about) and not transitive


_PREPOSITIONS: Final = frozenset(
    ("IN", "ON", "AT", "FOR", "UNDER", "OVER", "TO", "OF", "WITHIN", "AFTER", "BEFORE")
)


def _is_subject(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether what moves or stays is the topic: “langningen har flyttat”, not “arbetet mot langning har flyttat”."""
    near = [
        n for n in about if (at - 8 <= n < at or at < n <= at + 2) and sentence[n].word.topic != "FEELING"
    ]
    return any(n == 0 or sentence[n - 1].name not in _PREPOSITIONS for n in near)


# ---------------------------------------------------------------- comparisons


def _is_no_longer(sentence: Sequence[Token], at: int) -> bool:
    """“inte lika trygga”, “vågar inte längre”."""
    negated = any(one.norm == "inte" for one in sentence[max(0, at - 1) : at])
    near = sentence[at + 1 : at + 2] if sentence[at].norm == "lika" else sentence[max(0, at - 3) : at + 4]
    return negated and any(one.word.topic == "FEELING" for one in near)


_QUANTITIES: Final = frozenset(("fler", "färre", "flera"))
_BECOMING: Final = frozenset(
    ("blivit", "blir", "blev", "är", "har", "var", "känns", "upplevs", "sker", "begås")
)


def _is_compared(sentence: Sequence[Token], at: int) -> bool:
    """A comparative by the dictionary or by its ending; “mer öppen” too."""
    token = sentence[at]
    if token.word.clause == "COMPARE" or token.name in ("MORE", "LESS") or token.norm in ("mer", "mindre"):
        return True
    ended = token.norm.endswith("are") and len(token.norm) >= _SHORTEST and token.name == "NOUN"
    person = token.word.topic in ("GROUP", "DOER") or token.is_capital
    return ended and not person and (_has_become(sentence, at) or _since(sentence, at))


_SHORTEST: Final = len("råare")


def _has_become(sentence: Sequence[Token], at: int) -> bool:
    return any(one.norm in _BECOMING or one.norm == "allt" for one in sentence[max(0, at - 4) : at])


def _since(sentence: Sequence[Token], at: int) -> bool:
    """Whether it is compared with the past: “än förut”, “än i fjol”."""
    than = next(
        (n for n in range(at, min(at + 8, len(sentence))) if sentence[n].norm.split(" ")[-1] == "än"), None
    )
    if than is None:
        return False
    return any(
        token.word.clause in ("PAST", "NOW", "RECENT", "LATELY")
        or token.name == "YEAR"
        or token.norm in ("året", "åren")
        for token in sentence[than + 1 : than + 5]
    )


_REACH: Final = {"CRIME": 2, "SAFETY": 0, "FEELING": 5, "TROUBLE": 2}
"""How many words after “fler” its noun or verb may stand."""


def _concerns(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether what is compared is the topic: the adjective itself, or a noun near it."""
    token = sentence[at]
    if token.word.topic == "CALM":
        return _has_become(sentence, at) or _since(sentence, at)
    if token.word.topic == "FEELING" or token.norm.endswith(("trygga", "trygg", "utsatta")):
        heads = at == 0 and len(sentence) > 1 and sentence[1].word.topic not in ("", "CRIME")
        return not heads or any(one.norm == "än" for one in sentence)  # “Tryggare skolvägar är …” is a name
    base = token.norm.removesuffix(" än").removeprefix("allt ")
    if _since(sentence, at) and any(abs(n - at) <= 8 for n in about):
        return True
    if any(-3 <= n - at <= 1 and sentence[n].word.topic == "FEELING" for n in about):
        return True
    reach = (
        _REACH
        if base in _QUANTITIES and _has_verb(sentence)
        else {"CRIME": 2 * any(one.norm == "än" for one in sentence)}
    )
    if token.norm.startswith("allt ") or (at and sentence[at - 1].norm == "allt"):
        reach = dict.fromkeys(_TOPICS, 4)
    after = any(0 < n - at <= reach.get(sentence[n].word.topic, 0) for n in about)
    return after or (
        _is_subject(sentence, at, [n for n in about if n < at])
        and _has_become(sentence, at)
        and not _has_own_noun(sentence, at)
    )


def _has_verb(sentence: Sequence[Token]) -> bool:
    """Whether it may be more than the heading “Färre brott”."""
    return any(
        one.norm in _BECOMING
        or (
            one.norm.endswith(("r", "s", "de", "te", "t", "ts"))
            and one.name in ("NOUN", "WORD")
            and not one.word.topic
        )
        for one in sentence[2:]
    )


def _has_own_noun(sentence: Sequence[Token], at: int) -> bool:
    """“fler lampor” compares lamps; “mer öppen” describes."""
    after = sentence[at + 1] if at + 1 < len(sentence) and not sentence[at].norm.endswith(" än") else None
    if after is None or after.word.topic or after.word.clause != "WORD" or after.name != "NOUN":
        return False
    if sentence[at].norm in ("mer", "mindre"):
        return False
    return after.norm not in ("än", "sedan", "nu", "tidigare", "här", "också")


# ---------------------------------------------------------------- wishes

_PURPOSES: Final = frozenset(("så att", "genom att", "i syfte att", "med syfte att", "huruvida"))
_WISHES: Final = frozenset(("MODAL", "SHOULD", "MAY", "COME", "GOAL", "FORATT", "PROVIDED", "COND"))


def _is_wished(sentence: Sequence[Token], at: int) -> bool:
    """Whether a goal, a modal or a condition stands before it in its clause."""
    token = sentence[at]
    first = max(0, at - 8, _said(sentence, at))
    wished = any(
        (one.word.clause in _WISHES and not _is_about(sentence, n)) or one.norm in _PURPOSES
        for n, one in enumerate(sentence[first:at], first)
    )
    goes_on = any(
        one.word.clause == "CONTINUE" and one.norm != "fortsätta" for one in sentence[max(0, at - 2) : at]
    )
    infinitive = (
        token.word.clause == "RISE"
        and token.norm.endswith("a")
        and token.norm not in ("avta", "tillta")
        and not goes_on
    )
    return wished or infinitive or any(one.norm in ("betyder", "behöver", "betyda") for one in sentence)


def _is_about(sentence: Sequence[Token], at: int) -> bool:
    """“anmälningar om misshandel”, where “om” opens no condition."""
    topics = (
        [one.word.topic for one in (sentence[at - 1], sentence[at + 1])] if 0 < at < len(sentence) - 1 else []
    )
    return sentence[at].norm == "om" and all(topic in _TOPICS for topic in topics) and bool(topics)


def _said(sentence: Sequence[Token], at: int) -> int:
    """Where the clause begins that somebody states, or that is in the perfect: what was wished before it is another thing."""
    perfect = any(one.norm in ("har", "hade") for one in sentence[max(0, at - 3) : at])
    for n in range(at - 1, 0, -1):
        if sentence[n].norm == "att" and any(
            one.word.clause in ("SAY", "SEE") for one in sentence[max(0, n - 3) : n]
        ):
            return n + 1
        if perfect and (
            sentence[n].name == "COMMA" or sentence[n].norm in ("som", "men", "medan", "eftersom")
        ):
            return n + 1
    return 0
