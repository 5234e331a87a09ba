"""The texts of a document, each with its role, its sentences and its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from pydantic import BaseModel

from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.declaration import Declared, Role, declared
from medborgarlofte.model.record import Document
from medborgarlofte.source.positions import Route


@dataclass(frozen=True)
class TextField:
    """One text and where it stands."""

    route: Route
    role: Role
    text: str

    @cached_property
    def plain(self) -> str:
        """The text with quotations, addresses and code blanked, so that only the parties' own words are judged."""
        if not _MAY_QUOTE.search(self.text):
            return self.text
        return _QUOTED.sub(lambda found: "·" * len(found[0]), self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence; a list line is one."""
        return tuple(sentences(self.text))

    @cached_property
    def words(self) -> tuple[re.Match[str], ...]:
        """Every word, with its place."""
        return tuple(WORD.finditer(self.text))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word once, in small letters."""
        return frozenset(WORD.findall(self.text.lower()))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each paragraph."""
        return tuple((m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", self.text))

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that a character stands in."""
        return next(((s, e) for s, e in self.sentences if s <= offset < e), (0, len(self.text)))


WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_QUOTED: Final = re.compile(r"[”“\"]([^”“\"]{1,200})[”“\"]|»[^«»]{1,200}«|https?://\S+|\S{1,64}@\S+")
_MAY_QUOTE: Final = re.compile(r"[”“\"»@]|://")
_END: Final = re.compile(r"[.?!:](?=[\s”\"')\]]|$)|\n\s*\n|\n(?=\s*(?:[-*•–]|\d+[.)])\s)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence: it ends at . ? ! : and at a list line; abbreviations and ordinals do not end it."""
    start = 0
    for found in _END.finditer(text):
        if found[0] == "." and _is_abbreviation(text, found.start()):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(text: str, dot: int) -> bool:
    before = re.search(r"[\w.]+$", text[max(0, dot - 12) : dot])
    if before is None:
        return False
    word = before[0].lower()
    follows = text[dot + 1 :].lstrip()[:1]
    if word.isdigit():  # ”den 3. april”, a numbered line; a year ends a sentence
        return len(word) <= 2 and (follows.islower() or dot + 1 - len(word) == _line_start(text, dot))
    return f"{word}." in LEXICON.abbreviations_with_dot


def _line_start(text: str, offset: int) -> int:
    start = text.rfind("\n", 0, offset) + 1
    return start + len(text[start:offset]) - len(text[start:offset].lstrip()) + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end].rstrip()
    words = piece.lstrip()
    if WORD.search(words):
        yield start + len(piece) - len(words), start + len(piece)


def text_fields(document: Document) -> Iterator[TextField]:
    """Every text of a document that has a role, in the order of the form."""
    yield from _texts_in(document, ())


def _texts_in(record: BaseModel, route: Route) -> Iterator[TextField]:
    for field in _fields_with_texts(type(record)):
        value = getattr(record, field.name)
        if not value:
            continue
        here = (*route, field.alias)
        routed = [((*here, n), one) for n, one in enumerate(value)] if field.is_list else [(here, value)]
        for place, one in routed:
            if field.record:
                yield from _texts_in(one, place)
            else:
                yield TextField(place, field.options["role"], one)


@cache
def _fields_with_texts(record: type[BaseModel]) -> tuple[Declared, ...]:
    """The fields that hold a text with a role, or records in which there are such."""
    return tuple(
        field
        for field in declared(record).values()
        if "role" in field.options or (field.record and _fields_with_texts(field.record))
    )
