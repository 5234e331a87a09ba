"""Latest reports on a promise's commitments."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from medborgarlofte.follow_up.days import Days
from medborgarlofte.follow_up.totals import Total, total_of
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import Actual, FollowUp, FollowUpItem
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Period
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.swedish import PartialDate


class Report(NamedTuple):
    """Latest report on a commitment."""

    item: FollowUpItem
    """As the follow-up has it, with the status of an earlier one where it gives none."""
    follow_up: FollowUp
    source: LoadedDocument
    total: Total
    """Figures up to and including this report."""

    @property
    def actuals(self) -> tuple[Actual, ...]:
        """Figures to show: the total, else the latest part."""
        return self.total.actuals

    @property
    def part(self) -> Period | None:
        """Period of the figures, when not all of it so far."""
        return self.follow_up.period if self.total.is_partial else None


FollowUps = list[tuple[LoadedDocument, FollowUp]]


def follow_ups(workspace: Workspace, promise_id: str, *, drafts: bool = True) -> FollowUps:
    """Follow-ups of a promise, oldest first.

    `drafts` keeps those with `status: utkast`.
    """
    rows = _by_promise(workspace).get(promise_id, ())
    return [row for row in rows if drafts or row[1].status != "utkast"]


@lru_cache(maxsize=1)
def _by_promise(workspace: Workspace) -> Mapping[str, FollowUps]:
    by_promise: dict[str, FollowUps] = {}
    for loaded, document in workspace.of_kind(FollowUp):
        if document.promise:
            by_promise.setdefault(document.promise, []).append((loaded, document))
    for rows in by_promise.values():
        rows.sort(key=lambda row: (row[1].date.last, row[0].id))
    return by_promise


def before(history: FollowUps, date: PartialDate) -> FollowUps:
    """Follow-ups with an earlier date; drafts are skipped."""
    return [row for row in history if row[1].date.last < date.last and row[1].status != "utkast"]


def has_content(item: FollowUpItem) -> bool:
    """True when an item reports something."""
    return item.status is not None or bool(item.actuals)


def reported(history: FollowUps) -> FollowUps:
    """Follow-ups with content; blank forms are skipped."""
    return [row for row in history if any(map(has_content, row[1].items)) or row[1].summary]


def dated_ahead(workspace: Workspace, today: dt.date) -> list[LoadedDocument]:
    """Follow-ups that report what cannot have happened by a day."""
    return [loaded for loaded, follow_up in workspace.of_kind(FollowUp) if is_dated_ahead(follow_up, today)]


def is_dated_ahead(follow_up: FollowUp, today: dt.date) -> bool:
    """Whether a follow-up is dated after a day and yet has content; a blank form is prepared in advance."""
    content = (follow_up.summary, follow_up.other_results, follow_up.indicators)
    return follow_up.date.first > today and (
        any(content)
        or any(has_content(item) or item.effect or item.comment or item.proofs for item in follow_up.items)
    )


def latest_reports(promise: Promise, history: FollowUps) -> Mapping[str, Report]:
    """Latest report by commitment; unreported commitments have none.

    A figure without a status keeps the status reported before.
    """
    latest: dict[str, Report] = {}
    for commitment in promise.commitments:
        rows = [
            (loaded, document, item)
            for loaded, document in history
            for item in document.items
            if item.commitment == commitment.id and has_content(item)
        ]
        if rows:
            loaded, document, item = rows[-1]
            status = next((row.status for _, _, row in reversed(rows) if row.status), None)
            total = total_of(commitment, [(row, item) for _, row, item in rows])
            latest[commitment.id] = Report(
                item.model_copy(update={"status": status}), document, loaded, total
            )
    return latest


def reports_up_to(history: FollowUps, follow_up: FollowUp) -> list[FollowUp]:
    """This follow-up and earlier ones, oldest first.

    Drafts are included only when this one is a draft.
    """
    return [
        row
        for _, row in history
        if row.date.last <= follow_up.date.last and (row.status != "utkast" or follow_up.status == "utkast")
    ]


def tally(promise: Promise, reports: Mapping[str, Report]) -> dict[str, int]:
    """Non-zero number of commitments by status, in display order."""
    counted: Counter[str] = Counter(
        (reports[c.id].item.status if c.id in reports else None) or NOT_REPORTED for c in promise.commitments
    )
    return {status: counted[status] for status in STANDING_LABELS if counted[status]}


def fingerprint(text: str) -> str:
    """Eight hex digits of the wording, line breaks ignored."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def days_of(promise: Promise, until: FollowUp | None = None) -> Days | None:
    """Days of a promise; an open end counts to the follow-up."""
    start, end = promise.period.start, promise.period.last_date
    last = end.last if end else until.date.last if until else None
    return Days(start.first, last) if start and last and last >= start.first else None


def is_premature(promise: Promise, follow_up: FollowUp) -> bool:
    """True for one that is called the last while more than two months of the promise are left."""
    end = promise.period.last_date
    return follow_up.final and end is not None and follow_up.date.last + _TWO_MONTHS < end.last


_TWO_MONTHS: Final = dt.timedelta(days=61)


def is_final(promise: Promise, follow_up: FollowUp) -> bool:
    """True for a follow-up about the whole promise."""
    end = promise.period.last_date
    return follow_up.final or (
        follow_up.period is None and end is not None and follow_up.date.last >= end.last
    )
