"""Claims that crime, harm, fear or safety has changed, is as it was, or differs."""

from collections.abc import Sequence
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.classes import PREPOSITIONS, Token

_TOPICS: Final = frozenset(("CRIME", "SAFETY", "FEELING", "TROUBLE", "CALM"))


def find_claim(sentence: Sequence[Token]) -> ex.Claim | None:
    """A change, a state or a comparison, unless it is a goal, a question or a name."""
    if not sentence or sentence[-1].norm == "?":
        return None
    about = [n for n, token in enumerate(sentence) if token.word.topic in _TOPICS and token.name != "NAME"]
    for at in range(len(sentence)):
        is_effect = _is_effect(sentence, at)
        if (is_effect or (about and _is_claimed(sentence, at, about))) and not _is_wished(sentence, at):
            return ex.Claim(start=sentence[0].start, end=sentence[-1].end, is_effect=is_effect)
    return None


def _is_effect(sentence: Sequence[Token], at: int) -> bool:
    """“har haft en positiv effekt”, “känner en större trygghet”."""
    if at == 0 or sentence[at].word.topic not in _PRAISED:
        return False
    adjectives, verbs = _PRAISED[sentence[at].word.topic]
    before = sentence[at - 1].word
    praised = before.clause in adjectives or before.lemma in adjectives
    return praised and any(one.word.clause in verbs for one in sentence[max(0, at - 4) : at])


_PRAISED: Final = {
    "EFFECT": (("GOOD", "WELCOME"), ("HAVE", "LAY", "ENABLE", "GIVE")),
    "SAFETY": (("COMPARE", "öka", "minska"), ("HAVE", "SAY")),
}
"""Classes of adjectives and verbs before what is praised, by its topic."""


def _is_claimed(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether a word says that what the sentence is about changes, stays or differs."""
    token = sentence[at]
    if token.name == "NAME" or token.norm in _LOWERED:
        return False
    match token.word.clause:
        case "CHANGE":  # “en ökning av stölder”, but not the heading “Minskning av stölder”
            return at > 0 and any(0 < n - at <= 3 for n in about)
        case "SHIFT" | "STATE":
            return _is_subject(sentence, at, about)
        case "RISE" | "HALVED":
            return not _is_attribute(sentence, at) and _is_of_topic(sentence, at, about)
    if token.word.lemma == "förbättra":  # vague as a promise, a claim of what has been
        return not _is_attribute(sentence, at) and _is_of_topic(sentence, at, about)
    if token.norm in ("lika", "inte längre", "längre"):
        return _is_no_longer(sentence, at)
    return _is_compared(sentence, at) and _concerns(sentence, at, about)


_LOWERED: Final = frozenset(("halveras", "minskas", "dämpas"))
"""Passives of the present, by which somebody shall lower it."""


# ---------------------------------------------------------------- verbs


def _is_attribute(sentence: Sequence[Token], at: int) -> bool:
    """“ökad trygghet”, “den ökade otryggheten”, “Ökat våld”: what is spoken of, not that it changed."""
    norm = sentence[at].norm
    described = at == 0 or sentence[at - 1].name in _DESCRIBING
    return norm.endswith("ad") or (norm.endswith(("ade", "at")) and described)


_DESCRIBING: Final = PREPOSITIONS | {"THE", "ART", "AND", "COMMA"}
"""Words before an adjective, not before a verb."""


def _is_of_topic(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """“fler lampor ökar tryggheten” is about lamps; “i fjol ökade brotten” is about crime."""
    acts = (
        at > 0 and sentence[at - 1].name == "NOUN" and (at < 2 or sentence[at - 2].name not in PREPOSITIONS)
    )
    transitive = acts and at + 1 in about and about[0] > at
    return any(-10 <= n - at <= 5 for n in about) and not transitive


def _is_subject(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether what moves or stays is the topic: “langningen har flyttat”, not “arbetet mot langning har flyttat”."""
    near = [n for n in about if -8 <= n - at <= 2 and n != at and sentence[n].word.topic != "FEELING"]
    return any(n == 0 or sentence[n - 1].name not in PREPOSITIONS for n in near)


# ---------------------------------------------------------------- comparisons


def _is_no_longer(sentence: Sequence[Token], at: int) -> bool:
    """“inte lika trygga”, “vågar inte längre”."""
    negated = at > 0 and sentence[at - 1].norm == "inte"
    near = sentence[at + 1 : at + 2] if sentence[at].norm == "lika" else sentence[max(0, at - 3) : at + 4]
    return negated and any(one.word.topic == "FEELING" for one in near)


_BECOMING: Final = frozenset(
    ("blivit", "blir", "blev", "är", "har", "var", "känns", "upplevs", "sker", "begås", "allt")
)


def _is_compared(sentence: Sequence[Token], at: int) -> bool:
    """A comparative by the dictionary or by its ending; “mer öppen” too."""
    token = sentence[at]
    if token.word.clause == "COMPARE" or token.name in ("MORE", "LESS") or token.norm in ("mer", "mindre"):
        return True
    ended = token.norm.endswith("are") and token.name == "NOUN" and not token.is_capital
    return (
        ended
        and token.word.topic not in ("GROUP", "DOER")
        and (_has_become(sentence, at) or _since(sentence, at))
    )


def _has_become(sentence: Sequence[Token], at: int) -> bool:
    return any(one.norm in _BECOMING for one in sentence[max(0, at - 4) : at])


def _since(sentence: Sequence[Token], at: int) -> bool:
    """Whether it is compared with the past: “än förut”, “än i fjol”."""
    near = sentence[at : at + 8]
    than = next((n for n, one in enumerate(near) if one.norm.split(" ")[-1] == "än"), len(near))
    return any(
        token.word.clause in ("PAST", "NOW", "RECENT", "LATELY", "THEYEAR") or token.name == "YEAR"
        for token in sentence[at + than + 1 : at + than + 5]
    )


_REACH: Final = {"CRIME": 2, "SAFETY": 0, "FEELING": 5, "TROUBLE": 2}
"""How many words after “fler” its noun or verb may stand."""


def _concerns(sentence: Sequence[Token], at: int, about: Sequence[int]) -> bool:
    """Whether what is compared is the topic: the adjective itself, or a noun near it."""
    token = sentence[at]
    than = any(one.norm.split(" ")[-1] == "än" for one in sentence)
    if token.word.topic == "CALM":
        return _has_become(sentence, at) or _since(sentence, at)
    if token.word.topic == "FEELING":  # “Tryggare skolvägar är …” is a name
        return than or at > 0 or sentence[1].word.topic in ("", "CRIME")
    if _since(sentence, at) or any(-3 <= n - at <= 1 and sentence[n].word.topic == "FEELING" for n in about):
        return True
    if token.norm.startswith("allt ") or (at > 0 and sentence[at - 1].norm == "allt"):
        reach = dict.fromkeys(_TOPICS, 4)
    elif token.norm in ("fler", "färre") and _has_verb(sentence):
        reach = _REACH
    else:
        reach = {"CRIME": 2 * than}
    if any(0 < n - at <= reach.get(sentence[n].word.topic, 0) for n in about):
        return True
    before = [n for n in about if n < at]
    return _is_subject(sentence, at, before) and _has_become(sentence, at) and not _has_own_noun(sentence, at)


def _has_verb(sentence: Sequence[Token]) -> bool:
    """Whether it may be more than the heading “Färre brott”."""
    return any(
        one.norm in _BECOMING
        or (
            one.norm.endswith(("r", "s", "de", "te", "t"))
            and one.name in ("NOUN", "WORD")
            and not one.word.topic
        )
        for one in sentence[2:]
    )


def _has_own_noun(sentence: Sequence[Token], at: int) -> bool:
    """“fler lampor” compares lamps; “mer öppen” describes."""
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if after is None or after.word.topic or after.name != "NOUN" or sentence[at].norm in ("mer", "mindre"):
        return False
    return after.word.clause == "WORD" and after.norm not in ("än", "sedan", "nu", "här", "också")


# ---------------------------------------------------------------- wishes

_PURPOSES: Final = frozenset(("så att", "genom att", "i syfte att", "med syfte att", "huruvida"))
_AIMS: Final = frozenset(("FOCUS", "CENTRE", "AIM", "STRIVE"))
"""What is directed at something: “fokus på en tryggare skola”."""
_WISHES: Final = frozenset(("MODAL", "SHOULD", "MAY", "COME", "GOAL", "FORATT", "PROVIDED", "COND"))


def _is_wished(sentence: Sequence[Token], at: int) -> bool:
    """Whether a goal, a modal or a condition stands before it in its clause."""
    token, first = sentence[at], max(0, at - 8, _said(sentence, at))
    wished = any(
        one.norm in _PURPOSES
        or (one.word.clause in _WISHES and not _is_about(sentence, n))
        or (one.word.clause == "CONTRIBUTE" and one.norm.endswith(("a", "ar", "er")))
        or (one.word.clause in _AIMS and _BECOMING.isdisjoint(t.norm for t in sentence[n + 1 : at]))
        for n, one in enumerate(sentence[first:at], first)
    )
    goes_on = any(one.norm in ("fortsätter", "fortsatt") for one in sentence[max(0, at - 2) : at])
    infinitive = token.word.clause == "RISE" and token.norm == token.word.lemma and token.norm.endswith("a")
    return (
        wished
        or (infinitive and not goes_on)
        or any(one.norm in ("betyder", "behöver", "betyda") for one in sentence)
    )


def _is_about(sentence: Sequence[Token], at: int) -> bool:
    """“anmälningar om misshandel”, where “om” opens no condition."""
    beside = (sentence[at - 1], sentence[at + 1]) if 0 < at < len(sentence) - 1 else ()
    return sentence[at].norm == "om" and bool(beside) and all(one.word.topic in _TOPICS for one in beside)


def _said(sentence: Sequence[Token], at: int) -> int:
    """Where the clause begins that somebody states, or that is in the perfect: what was wished before it is another thing."""
    perfect = any(one.norm in ("har", "hade") for one in sentence[max(0, at - 3) : at])
    for n in range(at - 1, 0, -1):
        verbs = {one.word.clause for one in sentence[max(0, n - 3) : n]}
        if sentence[n].norm == "att" and not verbs.isdisjoint(("SAY", "SEE")):
            return n + 1
        if perfect and (
            sentence[n].name == "COMMA" or sentence[n].norm in ("som", "men", "medan", "eftersom")
        ):
            return n + 1
    return 0
