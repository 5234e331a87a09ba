"""Keys that a mapping has twice."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import MERGE, NEW_ITEM, TWIN_KEY
from medborgarlofte.source.positions import Node, Step, span_of


class Twin(NamedTuple):
    """Key that is there already."""

    key: str
    event: Any
    before: int
    """How many keys were there."""


def begins_item(twins: Sequence[Twin], nodes: Mapping[Step, Node], *, in_list: bool) -> bool:
    """Whether another item of the list begins at the first of them: with its first key, or with several again."""
    if not twins or not in_list:
        return False
    return len(twins) > 1 or (twins[0].before > 1 and twins[0].key == next(iter(nodes)))


def twin_findings(twins: Sequence[Twin], nodes: Mapping[Step, Node], *, is_item: bool) -> Iterator[Finding]:
    """A finding for each, or one for the item that they make; which of the values applies is not known."""
    for n, (key, event, _) in enumerate(twins):
        nodes[key].invalid = True
        if n and is_item:
            continue
        line = nodes[key].key_event.start_mark.line + 1
        advice = NEW_ITEM if is_item else MERGE
        yield Finding(TWIN_KEY, span_of(event), {"key": key, "line": line, "advice": advice})
