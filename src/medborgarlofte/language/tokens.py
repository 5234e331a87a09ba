"""Tokenizer with one class per layer."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from medborgarlofte.language.classes import (
    Token,
    WordClasses,
    classify,
    lasting_of,
)
from medborgarlofte.language.context import in_context
from medborgarlofte.language.lexicon import lexicon
from medborgarlofte.language.sentences import ABBREVIATIONS, FILLER, mask, sentences
from medborgarlofte.units import BY_NAME

_SPACE: Final = "[ \u00a0\u202f]"
_SCAN: Final = re.compile(
    rf"""
      (?P<FILLER>{FILLER}+)
    | (?=[\d§]) (?:
      (?P<YEARS>(?:19|20)\d\d/(?:(?:19|20)\d\d|\d\d)(?![\d/]))
    | (?P<DATE>(?:19|20)\d\d(?:-\d\d-\d\d|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?![\w]|-(?!(?:19|20)\d\d))|\d{{1,2}}/\d{{1,2}}(?:[ -](?:19|20)\d\d)?(?![\w/]))
    | (?P<LAW>(?<![\d:])\d{{4}}:\d{{1,4}}(?!\d)|§+|\d{{1,3}}{_SPACE}?(?:kap\b|§+))
    | (?P<PHONE>0\d{{1,3}}[-–]\d[\d \u00a0]{{3,12}}\d|\b(?:112|1177|114{_SPACE}?14)\b(?!{_SPACE}?\d))
    | (?P<CLOCK>(?<!\d)\d{{1,2}}[.:]\d\d(?!\d|\.\d)|24/7)
    | (?P<LONG>\d{{13,}})
    | (?P<SECTION>\d{{1,4}}(?:\.\d{{1,4}})+(?![\d]))
    | (?P<NUMBER>\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,4}}(?!\d)|\d{{1,12}}(?:,\d{{1,6}})?)
      (?P<tail>:[aeAE]\b|\+|-[^\W\d_][\w-]{{0,40}}|[a-zA-ZåäöÅÄÖ][\w]{{0,40}})?
    )
    | (?P<CODE>(?:[A-Za-zÅÄÖåäö]|[A-ZÅÄÖ]{{2,4}})-?\d{{1,4}}(?:[-–]\d{{1,2}})?\w{{0,8}}|[Ff]–\d)
    | (?P<WORD>\bkm/(?:h|tim(?:me)?)\b|(?:[^\W\d_]|[\u0300-\u036f])(?:\w|[\u0300-\u036f]|[-’':.](?=[^\W\d_])){{0,80}}\.?)
    | (?P<MARK>[-–—,;:/()%.!?&+])
    """,
    re.VERBOSE,
)
_MARKS: Final = {
    ",": "COMMA", ";": "STOP", "(": "OPEN", ")": "CLOSE", "-": "DASH", "–": "DASH", "—": "DASH", "%": "PERCENT",
    "&": "AND", "/": "PER", "?": "STOP",
}  # fmt: skip


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
    whole = list(_completed(found)) if "-" in masked else found
    return tuple(in_context(_joined(whole), shouted=shouted))


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
    if kind == "YEARS":
        return _years(match)
    if kind == "tail" or match["NUMBER"]:
        return _number(match)
    name = _MARKS.get(match[0], "") if kind == "MARK" else _CODES.get(kind, kind)
    return [Token(match.start(), match.end(), match[0], _PLAIN[name], name)] if name else []


def _years(match: re.Match[str]) -> Iterator[Token]:
    """“2022/23”, a school year, as the span that it is."""
    first, _, last = match[0].partition("/")
    start, middle, end = match.start(), match.start() + len(first), match.end()
    if int(first[: 4 - len(last)] + last) != int(first) + 1:
        yield Token(start, end, match[0], _PLAIN["CODE"], "CODE")
        return
    for at, to, year in ((start, middle, first), (middle + 1, end, first[: 4 - len(last)] + last)):
        if at > start:
            yield Token(middle, at, "/", _PLAIN["DASH"], "DASH")
        yield Token(at, to, year, WordClasses("YEAR", float(year)), "YEAR")


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
    has_stop = norm.endswith(".") and norm not in ABBREVIATIONS
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


def _completed(tokens: Sequence[Token]) -> Iterator[Token]:
    """Words that share their last part as single tokens: “fritids- och kulturaktiviteter”."""
    at = 0
    while at < len(tokens):
        end = at
        while _is_cut(tokens, end) and tokens[end + 2].name == "COMMA" and _is_cut(tokens, end + 3):
            end += 3
        if _is_cut(tokens, end) and tokens[end + 2].norm in _JOINING and tokens[end + 3].norm[:1].isalpha():
            first, last = tokens[at], tokens[end + 3]
            norm = "".join(
                f" {t.norm}" if t.name not in ("DASH", "COMMA") else t.norm for t in tokens[at : end + 4]
            )
            yield last._replace(start=first.start, norm=norm.strip(), is_capital=first.is_capital)
            at = end + 4
        else:
            yield tokens[at]
            at += 1


def _is_cut(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word lacks its last part: “fritids-”."""
    return (
        at + 3 < len(tokens)
        and tokens[at].norm[:1].isalpha()
        and tokens[at].name not in _WHOLE
        and tokens[at + 1].norm == "-"
        and tokens[at].end == tokens[at + 1].start
    )


_WHOLE: Final = frozenset(("WDAY", "WDAYS", "MONTH", "SEASON", "CARD", "GROUP"))
"""Classes of words that count for themselves: “lördags- och söndagskvällar”."""
_JOINING: Final = frozenset(("och", "eller", "samt", "respektive", "&"))


def _goes_on(phrase: str, before: Sequence[str]) -> bool:
    """“under året om det regnar” is not all the year round."""
    return phrase == "året om" and before[-1:] in (("under",), ("i",), ("av",))


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Fixed phrases as single tokens, longest first."""
    phrases = lexicon().phrases
    norms = tuple(token.norm for token in tokens)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for parts, phrase in phrases.get(norms[at : at + 2], ()):
            if norms[at : at + len(parts)] == parts and not _goes_on(phrase, norms[:at]):
                word = classify(phrase)
                yield Token(
                    token.start, tokens[at + len(parts) - 1].end, phrase, word, word.name, token.is_capital
                )
                at += len(parts)
                break
        else:
            yield token
            at += 1
