"""Texts of a document with roles."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import BaseModel

from medborgarlofte.language.analysis import WORD, Analysis, analyse
from medborgarlofte.language.expressions import Located
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
    def analysis(self) -> Analysis:
        """Shared analysis of the text."""
        return analyse(self.text)

    def words_at(self, found: Located) -> str:
        """Words of an expression, white space collapsed."""
        return " ".join(self.text[found.start : found.end].split())

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that a character stands in."""
        return next(((s, e) for s, e in self.analysis.sentences if s <= offset < e), (0, len(self.text)))


__all__ = ["WORD", "TextField", "text_fields"]


def text_fields(document: Document) -> Iterator[TextField]:
    """Texts with a role, in form order."""
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
    """Fields that contain texts with roles."""
    return tuple(
        field
        for field in declared(record).values()
        if "role" in field.options or (field.record and _fields_with_texts(field.record))
    )
