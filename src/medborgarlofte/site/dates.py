"""Dates that documents state."""

from collections.abc import Iterable, Iterator

from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.language.phrases import format_when
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.swedish import PartialDate


def newest(dates: Iterable[PartialDate]) -> PartialDate | None:
    """The latest date; of two that end on the same day, the more precise."""
    return max(dates, key=lambda date: (date.last, date.first), default=None)


def dates_of(document: Document) -> Iterator[PartialDate]:
    """When a document was decided, signed, published or written."""
    dates = [row.date for row in document.decisions]
    dates += [row.date for row in document.signatures]
    dates += [row.date for row in document.publications]
    yield from filter(None, dates)
    if document.date:
        yield document.date


def comments_until(document: Document) -> Text | None:
    """”den 30 november 2026”, the last day to comment on a draft, where it says so."""
    if not isinstance(document, Promise) or not document.is_draft:
        return None
    if document.consultation is None or document.consultation.until is None:
        return None
    sv, en = (format_when(document.consultation.until, lang) for lang in LANGUAGES)
    return Text("".join(sv), en[1])
