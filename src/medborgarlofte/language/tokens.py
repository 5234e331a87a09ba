"""Tokenizer with one class per layer."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from medborgarlofte.language.classes import ASSOCIATIONS, CLUBS, VERBS, WordClasses, classify, lasting_of
from medborgarlofte.language.lexicon import lexicon
from medborgarlofte.language.sentences import FILLER, mask, sentences
from medborgarlofte.units import BY_NAME


class Token(NamedTuple):
    """Word, number or punctuation with its position."""

    start: int
    end: int
    norm: str
    """The word in lower case, composed."""
    word: WordClasses
    name: str
    """Its class among words of measures, here; `word.name` is what it is elsewhere."""
    is_capital: bool = False
    is_initials: bool = False


_SPACE: Final = "[ \u00a0\u202f]"
_SCAN: Final = re.compile(
    rf"""
      (?P<FILLER>{FILLER}+)
    | (?=[\d§]) (?:
      (?P<DATE>(?:19|20)\d\d-\d\d-\d\d(?![\w-])|\d{{1,2}}/\d{{1,2}}(?:[ -](?:19|20)\d\d)?(?![\w/]))
    | (?P<LAW>(?<![\d:])\d{{4}}:\d{{1,4}}(?!\d)|§+|\d{{1,3}}{_SPACE}?(?:kap\b|§+))
    | (?P<PHONE>0\d{{1,3}}[-–]\d[\d \u00a0]{{3,12}}\d|\b(?:112|1177|114{_SPACE}?14)\b(?!{_SPACE}?\d))
    | (?P<CLOCK>(?<!\d)\d{{1,2}}[.:]\d\d(?!\d|\.\d)|24/7)
    | (?P<LONG>\d{{13,}})
    | (?P<SECTION>\d{{1,4}}(?:\.\d{{1,4}})+(?![\d]))
    | (?P<NUMBER>\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,4}}(?!\d)|\d{{1,12}}(?:,\d{{1,6}})?)
      (?P<tail>:[aeAE]\b|\+|-[^\W\d_][\w-]{{0,40}}|[a-zA-ZåäöÅÄÖ][\w]{{0,40}})?
    )
    | (?P<CODE>(?:[A-Za-zÅÄÖåäö]|[A-ZÅÄÖ]{{2,4}})-?\d{{1,4}}(?:[-–]\d{{1,2}})?\w{{0,8}}|[Ff]–\d)
    | (?P<WORD>(?:[^\W\d_]|[\u0300-\u036f])(?:\w|[\u0300-\u036f]|[-’':.](?=[^\W\d_])){{0,80}}\.?)
    | (?P<MARK>[-–—,;:/()%.!?&+])
    """,
    re.VERBOSE,
)
_MARKS: Final = {
    ",": "COMMA", ";": "STOP", "(": "OPEN", ")": "CLOSE", "-": "DASH", "–": "DASH", "—": "DASH", "%": "PERCENT",
    "&": "AND", "/": "PER", "?": "STOP",
}  # fmt: skip
_ABBREVIATED: Final = frozenset([
    "kl.", "ca.", "max.", "ggr.", "st.", "åk.", "kap.", "nr.", "v.", "sid.", "jan.", "feb.", "mar.",
    "apr.", "jun.", "aug.", "sep.", "sept.", "okt.", "nov.", "dec.", "t.o.m.", "fr.o.m.", "m.m.",
    "m.fl.", "t.ex.", "bl.a.", "dvs.",
])  # fmt: skip
"""Words whose full stop belongs to them."""


# ---------------------------------------------------------------- scanning


def scan(text: str) -> tuple[Token, ...]:
    """Tokens, with phrases joined.

    An END follows each sentence; a quotation is one token.
    """
    masked = mask(text)
    ends = [end for _, end in sentences(masked)]
    shouted = not any(map(str.islower, masked))
    found: list[Token] = []
    at = 0
    for match in _SCAN.finditer(masked):
        while at < len(ends) and match.start() >= ends[at]:
            found.append(Token(ends[at], ends[at], "", _END, "END"))
            at += 1
        if match.lastgroup == "WORD":
            found += _word(match, shouted=shouted)
        else:
            found += _other(match)
    found.append(Token(len(text), len(text), "", _END, "END"))
    return tuple(_in_context(_joined(found), shouted=shouted))


_END: Final = WordClasses("END", clause="END")
_PLAIN_NAMES: Final = (
    "FILLER", "DATE", "LAW", "PHONE", "CLOCK", "CODE", "COMMA", "STOP", "OPEN", "CLOSE", "DASH", "PERCENT", "AND", "PER",
    "AGED",
)  # fmt: skip
_PLAIN: Final = {
    name: WordClasses(name, clause="COMMA" if name == "COMMA" else "END" if name == "STOP" else "WORD")
    for name in _PLAIN_NAMES
}


def _other(match: re.Match[str]) -> Iterable[Token]:
    """Tokens of what is no word."""
    kind = match.lastgroup or ""
    if kind == "tail" or match["NUMBER"]:
        return _number(match)
    name = _MARKS.get(match[0], "") if kind == "MARK" else _CODES.get(kind, kind)
    return [Token(match.start(), match.end(), match[0], _PLAIN[name], name)] if name else []


_CODES: Final = {"SECTION": "CODE", "LONG": "CODE"}


def _number(match: re.Match[str]) -> Iterator[Token]:
    start, middle, end = match.start(), match.end("NUMBER"), match.end()
    digits = re.sub(r"[ \u00a0\u202f]", "", match["NUMBER"])
    value = float(digits.replace(",", "."))
    tail = (match["tail"] or "").lower()
    if tail in (":a", ":e") or (tail in ("a", "e") and value <= 31):
        yield Token(start, end, match[0], WordClasses("ORD", value), "ORD")
    elif tail.startswith("-") and tail[1:].startswith(("år", "talet", "plus")):
        yield Token(start, end, match[0], WordClasses("AGED", value * BY_NAME["år"].days), "AGED")
    elif tail.startswith("-") and (lasting := lasting_of(value, tail[1:])):
        yield Token(start, end, match[0], lasting, "LASTING")
    elif tail.startswith("-") or (
        tail and tail != "+" and tail not in ("st", "h", "min", "kr", "km", "m", "cm")
    ):
        yield Token(start, end, match[0], _PLAIN["CODE"], "CODE")
    else:
        year = len(match["NUMBER"]) == 4 and 1900 <= value < 2200
        yield Token(
            start, middle, digits, WordClasses("YEAR" if year else "NUM", value), "YEAR" if year else "NUM"
        )
        if tail == "+":
            yield Token(middle, end, "+", WordClasses("PLUS"), "PLUS")


def _word(match: re.Match[str], *, shouted: bool) -> Iterable[Token]:
    """Token of a word; three of “mån-fre”."""
    start, end = match.span()
    form = _form(match[0])
    end -= form.has_stop
    if form.is_range:
        return _range(form.norm.split("-"), start, start + match[0].index("-"), end)
    name = "NAME" if form.is_initials and not shouted else form.word.name
    return [Token(start, end, form.norm, form.word, name, form.is_capital, form.is_initials)]


class _Form(NamedTuple):
    """What a word as written says without its neighbours."""

    norm: str
    word: WordClasses
    has_stop: bool
    """Whether a full stop after it ends the sentence."""
    is_range: bool
    is_capital: bool
    is_initials: bool


@lru_cache(maxsize=65536)
def _form(written: str) -> _Form:
    norm = unicodedata.normalize("NFC", written.lower())
    has_stop = norm.endswith(".") and norm not in _ABBREVIATED
    norm = norm[:-1] if has_stop else norm
    is_range = norm.count("-") == 1 and all(classify(part).name in _SPLIT for part in norm.split("-"))
    word = classify(norm)
    is_initials = written.isupper() and len(norm) > 1 and word.name in ("NOUN", "MILESTONE", "FEAST")
    return _Form(norm, word, has_stop, is_range, written[0].isupper(), is_initials)


def _range(parts: Sequence[str], start: int, middle: int, end: int) -> Iterator[Token]:
    first, last = map(classify, parts)
    yield Token(start, middle, parts[0], first, first.name)
    yield Token(middle, middle + 1, "-", _PLAIN["DASH"], "DASH")
    yield Token(middle + 1, end, parts[1], last, last.name)


_SPLIT: Final = frozenset(("CARD", "SEX", "GROUP", "WDAY", "MONTH"))


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Fixed phrases as single tokens, longest first."""
    phrases = lexicon().phrases
    norms = tuple(token.norm for token in tokens)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for parts, phrase in phrases.get(norms[at : at + 2], ()):
            if norms[at : at + len(parts)] == parts:
                word = classify(phrase)
                yield Token(
                    token.start, tokens[at + len(parts) - 1].end, phrase, word, word.name, token.is_capital
                )
                at += len(parts)
                break
        else:
            yield token
            at += 1


_COUNTABLE: Final = frozenset([
    "NOUN", "UNIT", "TIMES", "GROUP", "WDAYS", "OFTEN", "TENS", "NAME", "EVENT", "STREET", "NUMBERED",
    "MILESTONE", "PERCENT", "CLOSE", "ORMORE", "YEARWORD",
])  # fmt: skip
_SERVICES: Final = ("verksamhet", "sysselsättning", "ledning", "drift", "omsorg", "tillsyn")
"""“daglig verksamhet” is the name of a service."""
_BOUNDS: Final = frozenset(
    ("MIN", "MAX", "MORE", "LESS", "ABOUT", "DRYGT", "KNAPPT", "EXACT", "DASH", "OF", "BETWEEN")
)


def _in_context(tokens: Iterator[Token], *, shouted: bool) -> Iterator[Token]:
    """Classes that depend on neighbours.

    Names, “sex” the number, the month of “mars” and years that count.
    """
    row = list(tokens)
    for at, token in enumerate(row):
        if not (token.is_capital or token.name in _VARYING or token.norm in _VARYING):
            yield token
            continue
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        name = _name_here(token, before, after, shouted=shouted)
        placed = after is not None and after.word.topic == "PLACE"
        near = row[max(0, at - 2) : at]
        if name == "NUM" and (
            _is_of_name(near, token, after)
            or _is_in_title(row[max(0, at - 3) : at])
            or (placed and _is_code(near, shouted=shouted))
        ):
            name = "CODE"
        if token.name == "SEX" and (_goes_on(row[at + 1 : at + 4]) or _is_change(row[max(0, at - 6) : at])):
            name = "CARD"
        yield (token if name == token.name else token._replace(name=name))


_VARYING: Final = frozenset(("SEX", "NUM", "YEAR", "daglig", "dagliga", "vecka", "veckorna", "vår", "jul"))
"""Names and words whose class depends on their neighbours; so does that of any word with a capital."""


def _goes_on(after: Sequence[Token]) -> bool:
    """“sex och en halv”, “sex av tio”."""
    number = len(after) > 1 and after[0].name in ("OF", "TO", "OR") and after[1].name in ("CARD", "NUM")
    return number or [token.norm for token in after] == ["och", "en", "halv"]


def _is_change(before: Sequence[Token]) -> bool:
    """“ska öka med sex”."""
    names = [token.name for token in before]
    return names[-1:] == ["FOR"] and not {"UP", "DOWN"}.isdisjoint(names) and "END" not in names


def _is_of_name(before: Sequence[Token], number: Token, after: Token | None) -> bool:
    """“Föreningen Lillby 08”, “Gruppen Lillby 12”: a number that is counted has no leading zero."""
    if not before or not before[-1].is_capital:
        return False
    leads = len(number.norm) > 1 and number.norm[0] == "0"
    body = len(before) > 1 and before[0].norm.endswith(ASSOCIATIONS) and before[1].name == "NOUN"
    club = any(token.norm in CLUBS for token in before)
    return leads or ((body or club) and (after is None or after.name not in _COUNTED))


def _is_in_title(before: Sequence[Token]) -> bool:
    """“projektet Tryggt i 72”, “kursen Säker på 60 minuter”."""
    if len(before) < 3:
        return False
    kind, first, preposition = before
    return (
        kind.word.topic == "CAMPAIGN"
        and first.is_capital
        and preposition.name in ("IN", "ON", "FOR", "AT", "UNDER", "OVER")
    )


_COUNTED: Final = frozenset(("TIMES", "UNIT", "PERCENT", "GROUP", "PART", "OF", "DASH", "TO"))


def _is_code(before: Sequence[Token], *, shouted: bool) -> bool:
    """“inom LOV 3 områden”: capitals after a preposition, of which the number is a part."""
    if shouted or len(before) < 2:
        return False
    preposition, name = before
    return name.is_initials and preposition.name in ("IN", "WITHIN", "ON", "AT", "FOR")


_NAMES: Final = frozenset(("NOUN", "STREET", "CARD", "NUMBERED", "EVENT", "UNITDEF"))
"""What a capital inside a sentence makes a name."""
_SPOKEN: Final = frozenset(("om", "kring", "ha", "har", "köper", "köpa", "säljer", "sälja"))
"""Words before “sex” that is no number."""


def _name_here(token: Token, before: Token | None, after: Token | None, *, shouted: bool) -> str:
    opens = before is None or before.name in ("END", "STOP", "FILLER", "DASH") or before.end == before.start
    if token.name == "SEX":
        counted = after is not None and (after.name in _COUNTABLE or after.word.name == "CARD")
        spoken_of = before is not None and before.norm in _SPOKEN
        bound = before is not None and before.name in _BOUNDS
        is_time = after is not None and after.name in ("UNIT", "TIMES")
        return "CARD" if bound or (counted and (not spoken_of or is_time)) else "NOUN"
    if token.norm in ("daglig", "dagliga") and after is not None and after.norm.startswith(_SERVICES):
        return "NOUN"
    if token.norm in ("vecka", "veckorna") and after is not None and after.name == "NUM":
        return "WEEKNO"
    if token.norm == "vår" and before is not None and before.name in ("EVERY", "SECOND"):
        return "SEASON"
    if token.norm == "jul" and before is not None and before.name == "NUM":
        return "MONTH"
    if token.name == "YEAR" and before is not None and before.name in _BOUNDS - {"DASH", "OF", "BETWEEN"}:
        return "NUM"
    if (
        token.is_capital
        and not opens
        and not shouted
        and (token.name in _NAMES or (token.name == "WORD" and token.word.clause in VERBS))
    ):
        return "CAPCARD" if token.name == "CARD" else "STREET" if token.name == "STREET" else "NAME"
    return token.name
