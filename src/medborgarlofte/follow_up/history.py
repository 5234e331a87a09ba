"""The follow-ups of a promise, and the latest word on each commitment."""

from collections.abc import Mapping
from typing import NamedTuple

from medborgarlofte.load import Loaded, Workspace
from medborgarlofte.model.follow_up import FollowUp, FollowUpItem


class Word(NamedTuple):
    """What a follow-up says of a commitment."""

    item: FollowUpItem
    follow_up: FollowUp
    source: Loaded


def follow_ups(workspace: Workspace, promise_id: str) -> list[tuple[Loaded, FollowUp]]:
    """Every follow-up of a promise, oldest first."""
    found = [
        (loaded, document)
        for loaded, document in workspace.of_kind(FollowUp)
        if document.promise == promise_id
    ]
    return sorted(found, key=lambda pair: (pair[1].date.last, pair[0].id))


def latest_words(found: list[tuple[Loaded, FollowUp]]) -> Mapping[str, Word]:
    """The latest item on each commitment; one that was never reported is not there."""
    return {
        item.commitment: Word(item, document, loaded)
        for loaded, document in found
        for item in document.items
        if item.status is not None or item.actual is not None
    }
