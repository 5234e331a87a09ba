"""Import pipeline: file to drafts."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.diff.document import compare
from medborgarlofte.diff.wording import wording_only
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text
from medborgarlofte.importing.blocks import Block, Source
from medborgarlofte.importing.compose import compose
from medborgarlofte.importing.draft import Paired, render_draft
from medborgarlofte.importing.found import Found, free_name
from medborgarlofte.importing.furniture import mark_furniture
from medborgarlofte.importing.gather import gather
from medborgarlofte.importing.limits import MAX_BYTES, too_large
from medborgarlofte.importing.reading import read_source
from medborgarlofte.importing.review import Question, questions
from medborgarlofte.load import LoadedDocument, load_bytes
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import PartialDate, slug

Collection = Callable[[], Sequence[LoadedDocument]]
"""Promises of the collection, loaded when a follow-up asks for them."""


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


def document_from_file(path: Path, today: dt.date) -> LoadedDocument:
    """First document of a saved page, PDF or Word file. Raises LofteError."""
    if path.stat().st_size > MAX_BYTES:
        raise too_large(path.name)
    _, drafts = import_bytes(path.name, path.read_bytes(), lang="sv", today=PartialDate.of(today))
    loaded, _ = load_bytes(path.name, path.name, drafts[0].text.encode())
    if loaded is None:
        raise LofteError(Text(f"{path.name} går inte att jämföra.", f"{path.name} cannot be compared."))
    return loaded


# ---------------------------------------------------------------- several periods

_HEADING: Final = re.compile(
    r"^(?:.{0,30}\b)?(?:medborgarlöfte\w*|löfte\w*|överenskommelse\w*|åtaganden)\b.{0,40}?(?P<period>(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)\d\d|\d\d))?)\W*$"
    r"|^(?P<bare>(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)\d\d|\d\d))?)$",
    re.IGNORECASE,
)
"""A heading that names the period of what stands below it."""
_REPORTS: Final = re.compile(r"uppfölj|resultat|gick|bokslut", re.IGNORECASE)


def split_periods(source: Source) -> list[Source]:
    """One source for each period that a page has promises of."""
    blocks = mark_furniture(source.blocks)
    starts: dict[str, int] = {}
    for index, block in enumerate(blocks):
        found = _HEADING.match(block.text.strip()) if block.kind == "heading" else None
        if found and not _REPORTS.search(block.text):
            starts.setdefault(found["period"] or found["bare"], index)
    edges = [*starts.values(), len(blocks)]
    parts = [blocks[start:end] for start, end in pairwise(edges)]
    if len(parts) < 2 or not all(_promises(part[1:]) for part in parts):
        return [source]
    above = blocks[: edges[0]]
    opening = [replace(block, kind="paragraph") if block.kind == "heading" else block for block in above]
    parties = [block for block in opening if block.kind != "furniture"]
    first, *others = parts
    return [
        replace(source, blocks=(*opening, *first)),
        *(replace(source, blocks=(*parties, *part), frame=()) for part in others),
    ]


def _promises(blocks: Sequence[Block]) -> bool:
    """True if a part has promises."""
    listed = any(block.kind in ("item", "row") for block in blocks)
    return (
        listed
        or sum(bool(re.search(r"\b(?:ska|skall|lovar|åtar sig)\b", block.text)) for block in blocks) >= 2
    )


# ---------------------------------------------------------------- follow-ups of known promises


def pair_with(draft: str, collection: Collection) -> Paired | None:
    """Promise that a draft restates: same municipality and period, and half of its wording or more."""
    page, _ = load_bytes("draft", "draft.yaml", draft.encode())
    if page is None or not isinstance(page.document, Promise):
        return None
    best = Paired("", {})
    for one in collection():
        if not (isinstance(one.document, Promise) and _is_about(page.document, one.document)):
            continue
        changes = compare(wording_only(one), wording_only(page)).changes
        ids = {
            new: change.old[0]
            for change in changes
            if change.old and not change.is_guess
            for new in change.new
        }
        best = max(best, Paired(one.id, ids), key=lambda paired: len(paired.ids))
    return best if best.ids and 2 * len(best.ids) >= len(page.document.commitments) else None


def _is_about(page: Promise, promise: Promise) -> bool:
    """True for the same municipality and a common day."""
    ours, theirs = (
        {
            slug(party.name).removesuffix("-kommun").removesuffix("s")
            for party in one.parties
            if party.kind == "kommun"
        }
        for one in (page, promise)
    )
    if not ours & theirs:
        return False
    said, held = page.period, promise.period
    if said is None or said.start is None or held is None or held.start is None:
        return True
    ends_before = held.end is not None and held.end.last < said.start.first
    begins_after = said.end is not None and said.end.last < held.start.first
    return not (ends_before or begins_after)
