"""Which documents follow each other: the promises of a municipality in the order of their periods."""

import itertools
from collections.abc import Iterator, Mapping
from functools import lru_cache

from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import sort_key


def consecutive(
    workspace: Workspace, ids: frozenset[str] | None = None
) -> Iterator[tuple[LoadedDocument, LoadedDocument]]:
    """Each promise with the one before it, municipality by municipality; `ids` narrows to some documents."""
    chains: dict[str, list[tuple[LoadedDocument, Promise]]] = {}
    for loaded, promise in workspace.of_kind(Promise):
        if ids is None or loaded.id in ids:
            for place in places(promise):
                chains.setdefault(place, []).append((loaded, promise))
    told: set[tuple[str, str]] = set()
    for place in sorted(chains, key=sort_key):
        chain = sorted(chains[place], key=lambda row: _start(row[1]))  # of one day in the order of their ids
        for (old, _), (new, _) in itertools.pairwise(chain):
            if (old.id, new.id) not in told:
                told.add((old.id, new.id))
                yield old, new


def predecessor_of(workspace: Workspace, loaded: LoadedDocument, promise: Promise) -> LoadedDocument | None:
    """The promise before this one: the one it names, else the one before it in the same municipality."""
    if promise.predecessor:
        named = workspace.documents.get(promise.predecessor)
        return named if named and isinstance(named.document, Promise) else None
    return _before(workspace).get(loaded.id)


@lru_cache(maxsize=1)
def _before(workspace: Workspace) -> Mapping[str, LoadedDocument]:
    """The promise before each, found once for a workspace."""
    found: dict[str, LoadedDocument] = {}
    for old, new in consecutive(workspace):
        found.setdefault(new.id, old)
    return found


def is_followed_up(workspace: Workspace, promise_id: str) -> bool:
    """Whether any follow-up of a promise is there."""
    return promise_id in _followed_up(workspace)


@lru_cache(maxsize=1)
def _followed_up(workspace: Workspace) -> frozenset[str]:
    return frozenset(follow_up.promise for _, follow_up in workspace.of_kind(FollowUp) if follow_up.promise)


def _start(promise: Promise) -> str:
    return promise.period.start.first.isoformat() if promise.period.start else ""
