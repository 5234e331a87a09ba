"""Order of promises and their effective ends."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.lifecycle import STAGE_LABELS, Stage, lifecycle_stage
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Period
from medborgarlofte.swedish import fold, sort_key


class _Dated(NamedTuple):
    """Promise with its places and its period's first and last day."""

    number: int
    """Where it comes among the promises of the workspace."""
    loaded: LoadedDocument
    places: frozenset[str]
    first: dt.date
    last: dt.date | None
    """None while it applies until further notice, or where no end is known."""


def predecessor_of(
    workspace: Workspace, loaded: LoadedDocument, promise: Promise, among: frozenset[str] | None = None
) -> LoadedDocument | None:
    """Promise before this one; `among` limits inference.

    `föregångare` decides when given. Otherwise it is the latest of the same place and area that starts
    strictly before and has ended by then: promises whose periods overlap are parallel. One that applies until
    further notice is succeeded by a promise of all its municipalities. Drafts and revoked promises precede
    nothing.
    """
    if promise.predecessor:
        named = workspace.documents.get(promise.predecessor)
        return named if named and named.id != loaded.id and isinstance(named.document, Promise) else None
    if not promise.period.start:
        return None
    start = promise.period.start.first
    own, area = frozenset(places(promise)), _area(promise)
    earlier = [
        row
        for place in own
        for row in _by_place(workspace).get((area, place), ())
        if row.first < start
        and (row.last < start if row.last else own >= row.places)
        and (among is None or row.loaded.id in among)
    ]
    best = max(earlier, key=lambda row: (row.first, len(own & row.places), -row.number), default=None)
    return best.loaded if best else None


@lru_cache(maxsize=1)
def _by_place(workspace: Workspace) -> Mapping[tuple[str, str], Sequence[_Dated]]:
    """Possible predecessors, by area within the municipality and by place."""
    rows: dict[tuple[str, str], list[_Dated]] = {}
    for number, (loaded, promise) in enumerate(workspace.of_kind(Promise)):
        period = promise.period
        if period.start and promise.status not in ("utkast", "upphävt"):
            end = None if period.until_further_notice or not period.last_date else period.last_date.last
            row = _Dated(number, loaded, frozenset(places(promise)), period.start.first, end)
            for place in row.places:
                rows.setdefault((_area(promise), place), []).append(row)
    return rows


def _area(promise: Promise) -> str:
    """Folded kind and name of the area; empty for municipalities."""
    return f"{fold(promise.area.kind)} {fold(promise.area.name)}" if promise.area else ""


def consecutive(
    workspace: Workspace, ids: frozenset[str] | None = None
) -> Iterator[tuple[LoadedDocument, LoadedDocument]]:
    """Promises with their predecessors, by place and period.

    `ids` selects some of them.
    """
    rows = [row for row in workspace.of_kind(Promise) if ids is None or row[0].id in ids]
    for loaded, promise in sorted(rows, key=_order):
        if before := predecessor_of(workspace, loaded, promise, ids):
            yield before, loaded


def _order(row: tuple[LoadedDocument, Promise]) -> tuple[str, str, str]:
    loaded, promise = row
    start = promise.period.start.first.isoformat() if promise.period.start else ""
    return min((sort_key(place) for place in places(promise)), default=""), start, loaded.id


@lru_cache(maxsize=1)
def _successors(workspace: Workspace) -> Mapping[str, LoadedDocument]:
    """First successor of each promise, by id."""
    following: dict[str, LoadedDocument] = {}
    for old, new in consecutive(workspace):
        if new.document.status not in ("utkast", "upphävt"):
            following.setdefault(old.id, new)
    return following


def end_of(workspace: Workspace, loaded: LoadedDocument, promise: Promise) -> dt.date | None:
    """Last day of validity, or None if unknown.

    A promise until further notice ends the day before its successor starts, and not before its own last day.
    """
    period = promise.period
    if not period.until_further_notice:
        return period.last_date.last if period.last_date else None
    successor = _successors(workspace).get(loaded.id)
    start = successor.document.period.start if successor and isinstance(successor.document, Promise) else None
    if start is None:
        return None
    day_before = start.first - dt.timedelta(days=1)
    return max(day_before, period.last_date.last) if period.last_date else day_before


def stage_of(workspace: Workspace, loaded: LoadedDocument, today: dt.date) -> Stage:
    """Stage on a day; in force without a period.

    Draft, upcoming, in force, ended, replaced or revoked.
    """
    document = loaded.document
    if isinstance(document, Promise):
        end = end_of(workspace, loaded, document)
        return lifecycle_stage(document.status, document.period, today, end=end)
    period = document.period if isinstance(document, (Agreement, ActionPlan)) else None
    return lifecycle_stage(document.status, period or Period(), today)


def stage_label(workspace: Workspace, loaded: LoadedDocument, today: dt.date) -> Text:
    """State in words: the stage, or what is true of a document that has only a date."""
    document, stage = loaded.document, stage_of(workspace, loaded, today)
    if document.DONE is None or stage != "gäller":
        return STAGE_LABELS[stage]
    return STAGE_LABELS["kommande"] if document.date and document.date.first > today else document.DONE


def is_followed_up(workspace: Workspace, promise_id: str) -> bool:
    """True if any follow-up of a promise exists that is more than a draft."""
    return promise_id in _followed_up(workspace)


@lru_cache(maxsize=1)
def _followed_up(workspace: Workspace) -> frozenset[str]:
    return frozenset(
        follow_up.promise
        for _, follow_up in workspace.of_kind(FollowUp)
        if follow_up.promise and not follow_up.is_draft
    )
