"""Import pipeline: file to drafts."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from medborgarlofte.i18n import Language, Text
from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.compose import compose
from medborgarlofte.importing.draft import render_draft
from medborgarlofte.importing.found import Found, free_name
from medborgarlofte.importing.gather import gather
from medborgarlofte.importing.pairing import Collection, pair_with
from medborgarlofte.importing.reading import read_source
from medborgarlofte.importing.review import Question, questions
from medborgarlofte.importing.two_periods import split_periods
from medborgarlofte.swedish import PartialDate


class Imported(NamedTuple):
    """Draft with file name and uncertainties."""

    name: str
    text: str
    doubts: tuple[tuple[Text, Text], ...]
    """Place in the source, and why it is uncertain."""


Review = Callable[[Found, Sequence[Question]], None]
"""Answers questions about what was found, by changing it."""


def import_source(
    source: Source,
    *,
    lang: Language,
    today: PartialDate,
    review: Review | None = None,
    collection: Collection | None = None,
    by_place: bool = False,
) -> Iterator[Imported]:
    """Drafts of a source, deterministic; named with a folder for the municipality if `by_place`.

    A follow-up of a promise in the collection yields the follow-up alone.
    """
    taken: set[str] = set()
    for part in split_periods(source):
        found = gather(part)
        drafts = compose(found, part, today, by_place=by_place)
        if review is not None:
            review(found, questions(found, drafts))
            drafts = compose(found, part, today, by_place=by_place)
        if found.kind == "uppföljning" and collection is not None:
            paired = pair_with(render_draft(drafts[0], found, part, lang=lang), collection)
            drafts = compose(found, part, today, by_place=by_place, paired=paired) if paired else drafts
        for number, draft in enumerate(drafts):
            doubts = tuple((found.blocks[index].place, reason) for index, reason in draft.doubts)
            name = free_name(draft.name, taken)
            taken.add(name)
            yield Imported(name, render_draft(draft, found, part, lang=lang, rest=number == 0), doubts)


def import_bytes(
    name: str,
    data: bytes,
    *,
    lang: Language,
    today: PartialDate,
    review: Review | None = None,
    collection: Collection | None = None,
    by_place: bool = False,
) -> tuple[Source, list[Imported]]:
    """Parsed file and drafts. Raises LofteError."""
    source = read_source(name, data)
    drafts = import_source(
        source, lang=lang, today=today, review=review, collection=collection, by_place=by_place
    )
    return source, list(drafts)
