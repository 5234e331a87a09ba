"""What a follow-up reports of each commitment, and the totals so far."""

from collections.abc import Iterator, Mapping

from medborgarlofte.follow_up.totals import Problem, Total, items_of, total_of
from medborgarlofte.model.follow_up import FollowUpItem
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.rule import RuleContext


def promised(context: RuleContext) -> Mapping[str, Commitment]:
    """Commitments of that promise by id."""
    commitments = context.followed.commitments if context.followed else ()
    return {commitment.id: commitment for commitment in commitments}


def reported(context: RuleContext) -> Iterator[tuple[int, FollowUpItem, Commitment]]:
    """Each item by index, with its commitment."""
    commitments = promised(context)
    for index, item in enumerate(context.document.items):
        if commitment := commitments.get(item.commitment):
            yield index, item, commitment


def total(context: RuleContext, commitment: Commitment) -> Total:
    """Figures of a commitment up to this follow-up."""
    return total_of(commitment, list(items_of(context.reports, commitment.id)))


def problems(context: RuleContext, kind: str) -> Iterator[tuple[int, Commitment, Problem]]:
    """Figures of this follow-up that are wrong or cannot be added, by index of their item."""
    for index, item, commitment in reported(context):
        for problem in total(context, commitment).problems if item.actuals else ():
            if problem.kind == kind and problem.item is item:
                yield index, commitment, problem
