"""Sentences and paragraphs of a text, and masking of what its author only quotes."""

import re
from collections.abc import Iterator
from typing import Final

from medborgarlofte.language.calendar import MONTH_NUMBERS

FILLER: Final = "·"
"""Stands for each character of a quotation, an address or code."""

ABBREVIATIONS: Final = frozenset([
    "t.ex.", "bl.a.", "st.", "ca.", "m.m.", "m.fl.", "dvs.", "d.v.s.", "osv.", "o.s.v.", "s.k.", "f.d.",
    "kl.", "nr.", "tel.", "resp.", "inkl.", "exkl.", "jfr.", "f.n.", "t.o.m.", "fr.o.m.", "p.g.a.",
    "tfn.", "sid.", "dnr.", "kap.", "prop.", *(name for name in MONTH_NUMBERS if name.endswith(".")),
    "t.", "ex.", "bl.", "a.", "o.", "s.", "m.", "d.", "v.", "f.", "n.", "fr.", "p.", "g.", "k.", "fl.",
    "et.", "al.", "ev.", "etc.", "ang.", "avd.", "max.", "min.", "åk.", "ggr.",
])  # fmt: skip
"""Abbreviations whose full stop ends no sentence."""

_QUOTED: Final = re.compile(
    r"[”“\"]([^”“\"]{1,200})[”“\"]|»[^«»]{1,200}«|`[^`\n]{1,200}`|https?://\S+|[^\s·]{1,64}@\S+"
)
_MAY_QUOTE: Final = re.compile(r"[”“\"»@`]|://")
_SPEAKER: Final = re.compile(r"[,.]?\s+(?:säger|lovar|berättar|förklarar|menar)\b")
_END: Final = re.compile(r"[.?!:](?=[\s”\"')\]]|$)|\n\s*\n|\n(?=[ \t]*(?:[-*•–]|\d{1,9}[.)])\s)")
_WORD: Final = re.compile(r"[^\W\d_]")


def mask(text: str) -> str:
    """The text with quotations, addresses and code blanked, every offset kept."""
    if not _MAY_QUOTE.search(text):
        return text
    return _QUOTED.sub(lambda found: found[0] if _is_speech(found) else FILLER * len(found[0]), text)


def _is_speech(found: re.Match[str]) -> bool:
    """“Vi kommer varje fredag”, säger kommunpolisen: what its author promises too."""
    return _SPEAKER.match(found.string, found.end()) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence: it ends at . ? ! : and at a list line, not at abbreviations or ordinals."""
    start = 0
    for found in _END.finditer(text):
        if found[0] == "." and _is_abbreviation(text, found.start()):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph; an empty line divides them."""
    start = 0
    for found in re.finditer(r"\n[ \t]*(?:\n\s*|$)", text):
        yield from _trimmed(text, start, found.start())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(text: str, dot: int) -> bool:
    before = re.search(r"[\w.]+$", text[max(0, dot - 12) : dot])
    if before is None:
        return False
    word = before[0].lower()
    follows = text[dot + 1 : dot + 40].lstrip()[:1]
    if word.isdigit():  # “den 3. april”, a numbered line; a year ends a sentence
        return len(word) <= 2 and (follows.islower() or dot + 1 - len(word) == _line_start(text, dot))
    return f"{word}." in ABBREVIATIONS


def _line_start(text: str, offset: int) -> int:
    start = text.rfind("\n", 0, offset) + 1
    return start + len(text[start:offset]) - len(text[start:offset].lstrip()) + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end].rstrip()
    words = piece.lstrip()
    if _WORD.search(words):
        yield start + len(piece) - len(words), start + len(piece)
