"""Measurability of commitments."""

from medborgarlofte.language.analysis import analyse
from medborgarlofte.model.promise import Commitment, Promise


def is_measured(promise: Promise, commitment: Commitment) -> bool:
    """True if it can be verified afterwards."""
    if has_measure_field(promise, commitment):
        return True
    start, end = promise.period.start, promise.period.last_date
    first, last = start.first if start else None, end.last if end else None
    return analyse(commitment.text).is_measured(first, last)


def has_measure_field(promise: Promise, commitment: Commitment) -> bool:
    """True if a field makes it measurable.

    A target, a schedule, an indicator or a deadline before the period ends.
    """
    end = promise.period.last_date
    due = commitment.due is not None and (end is None or commitment.due.last < end.last)
    return bool(commitment.targets or commitment.schedule or commitment.indicators or due)
