"""Follow-ups paired with the promise that the collection holds."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from medborgarlofte.diff.document import compare
from medborgarlofte.diff.wording import wording_only
from medborgarlofte.load import LoadedDocument, load_bytes
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import slug

Collection = Callable[[], Sequence[LoadedDocument]]
"""Promises of the collection, loaded when a follow-up asks for them."""


class Paired(NamedTuple):
    """Promise of a follow-up, and its ids for those of the draft."""

    promise: str
    ids: Mapping[str, str]


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
