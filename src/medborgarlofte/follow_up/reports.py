"""The follow-ups of a promise, the latest word on each commitment, and what the figures add up to."""

import datetime as dt
import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from medborgarlofte.follow_up.assessment import Days
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import Actual, FollowUp, FollowUpItem
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS


class Report(NamedTuple):
    """What a follow-up says of a commitment."""

    item: FollowUpItem
    follow_up: FollowUp
    source: LoadedDocument


FollowUps = list[tuple[LoadedDocument, FollowUp]]


def follow_ups(workspace: Workspace, promise_id: str) -> FollowUps:
    """Every follow-up of a promise, oldest first."""
    return list(_by_promise(workspace).get(promise_id, ()))


@lru_cache(maxsize=1)
def _by_promise(workspace: Workspace) -> Mapping[str, FollowUps]:
    found: dict[str, FollowUps] = {}
    for loaded, document in workspace.of_kind(FollowUp):
        found.setdefault(document.promise, []).append((loaded, document))
    for rows in found.values():
        rows.sort(key=lambda pair: (pair[1].date.last, pair[0].id))
    return found


def is_told(item: FollowUpItem) -> bool:
    """Whether the item says anything; an empty form does not."""
    return item.status is not None or item.actual is not None


def reported(found: FollowUps) -> FollowUps:
    """Those that say something of at least one commitment; a form not yet filled in is none."""
    return [row for row in found if any(map(is_told, row[1].items)) or row[1].summary]


def latest_reports(promise: Promise, found: FollowUps) -> Mapping[str, Report]:
    """The latest item on each commitment; one that was never reported is not there.

    Its figure is that of everything so far, where it can be added up. A figure without a status does not take back the
    status that was told before.
    """
    commitments = {commitment.id: commitment for commitment in promise.commitments}
    words: dict[str, Report] = {}
    for loaded, document in found:
        for item in document.items:
            commitment = commitments.get(item.commitment)
            if commitment is not None and is_told(item):
                before = words.get(item.commitment)
                status = item.status or (before.item.status if before else None)
                actual = figure_so_far(found, document, item, commitment) or item.actual
                told = item.model_copy(update={"status": status, "actual": actual})
                words[item.commitment] = Report(told, document, loaded)
    return words


def tally(promise: Promise, words: Mapping[str, Report]) -> dict[str, int]:
    """How many commitments there are of each status, in the order of the labels; none that is nought."""
    counted: Counter[str] = Counter(
        (words[c.id].item.status if c.id in words else None) or NOT_REPORTED for c in promise.commitments
    )
    return {status: counted[status] for status in STANDING_LABELS if counted[status]}


def fingerprint(text: str) -> str:
    """Eight characters that change when the wording does, but not when it is wrapped otherwise."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def days_of(promise: Promise, until: FollowUp | None = None) -> Days | None:
    """The days a promise is for; one without an end counts to the follow-up in question."""
    start, end = promise.period.start, promise.period.last_date
    last = end.last if end else until.date.last if until else None
    return Days(start.first, last) if start and last and last >= start.first else None


def is_final(promise: Promise, follow_up: FollowUp) -> bool:
    """Whether a follow-up speaks of the whole promise."""
    end = promise.period.last_date
    return follow_up.final or (
        follow_up.period is None and end is not None and follow_up.date.last >= end.last
    )


def figure_so_far(
    found: FollowUps, follow_up: FollowUp, item: FollowUpItem, commitment: Commitment
) -> Actual | None:
    """The figure of an item together with what was told before it, for counts that can be added up.

    A follow-up that concerns a part (”avser”) counts that part alone; one without counts everything so far. None where
    a part has no number, parts overlap, or what is counted is a share or a time: then nothing can be added up.
    """
    if item.actual is None or follow_up.period is None:
        return item.actual
    earlier = _earlier(found, follow_up, item.commitment)
    if not earlier:
        return item.actual
    whole = next((n for n, (row, _) in reversed(list(enumerate(earlier))) if row.period is None), 0)
    parts = [*earlier[whole:], (follow_up, item)]
    numbers = [part.actual.value if part.actual else None for _, part in parts]
    if not _can_be_added(commitment) or None in numbers or _overlap([row for row, _ in parts]):
        return None
    return Actual.model_validate({"värde": sum(value for value in numbers if value is not None)})


def _can_be_added(commitment: Commitment) -> bool:
    return not any(
        target.within or target.all or re.match(r"procent|%|andel", target.unit or "")
        for target in commitment.targets
    )


def _earlier(found: FollowUps, until: FollowUp, commitment: str) -> list[tuple[FollowUp, FollowUpItem]]:
    return [
        (row, item)
        for _, row in found
        if row.date.last < until.date.last
        for item in row.items
        if item.commitment == commitment and is_told(item)
    ]


def _overlap(parts: Sequence[FollowUp]) -> bool:
    """Whether two parts share a day, or one does not say which days it is for; the first may be for all before it."""
    spans = [
        (row.period.start.first, row.period.last_date.last)
        for row in parts
        if row.period and row.period.start and row.period.last_date
    ]
    if parts[0].period is None:
        spans.insert(0, (dt.date.min, parts[0].date.last))
    spans.sort()
    return len(spans) < len(parts) or any(
        later[0] <= earlier[1] for earlier, later in itertools.pairwise(spans)
    )
