"""Review questions about uncertain blocks."""

import re
from bisect import insort
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.importing.agents import TOGETHER
from medborgarlofte.importing.draft import Draft
from medborgarlofte.importing.found import Found, FoundCommitment, FoundGoal

Answer = Literal["keep", "commitment", "focus", "goal", "introduction", "situation", "follow-up", "drop"]

ANSWERS: Final[dict[str, tuple[Answer, Text]]] = {
    "b": ("keep", Text("behåll som det är", "keep as it is")),
    "å": ("commitment", Text("åtagande", "commitment")),
    "f": ("focus", Text("fokusområde", "focus area")),
    "m": ("goal", Text("effektmål", "outcome goal")),
    "i": ("introduction", Text("inledning", "introduction")),
    "l": ("situation", Text("lägesbild", "situation picture")),
    "u": ("follow-up", Text("uppföljningsplan", "follow-up plan")),
    "t": ("drop", Text("ta bort", "drop")),
}
"""What can be answered, by the letter that is typed; a stands for å."""


class Question(NamedTuple):
    """Block without a certain place."""

    block: int
    text: str
    place: Text
    now: Text
    """Where it stands now."""
    reason: Text | None


_COMMENT: Final = Text("kommentar", "comment")
_COMMITMENT: Final = Text("åtagande", "commitment")


def questions(found: Found, drafts: Sequence[Draft]) -> list[Question]:
    """Blocks to ask about, in order."""
    placed = {block for draft in drafts for part in draft.parts for blocks in part.items for block in blocks}
    reasons = {block: reason for draft in drafts for block, reason in draft.doubts}
    commitments = {block for one in found.commitments for block in one.blocks}
    made = []
    for index, block in enumerate(found.blocks):
        if (
            block.kind in ("furniture", "heading")
            or not re.search(r"\w{3}", block.text)
            or index in found.dropped
        ):
            continue
        if index not in placed or (index in reasons and index in commitments):
            now = _COMMITMENT if index in commitments else _COMMENT
            made.append(Question(index, block.text, block.place, now, reasons.get(index)))
    return made


def party_choices(found: Found) -> list[str]:
    """Possible promisors: parties, and together."""
    return [*(party.id for party in found.parties), TOGETHER]


def apply_answer(found: Found, question: Question, answer: Answer, party: str = "") -> None:
    """Place a block as answered.

    A commitment has the given party, or none.
    """
    index = question.block
    if answer == "keep":
        _settle(found, index, party)
        return
    _remove(found, index)
    if answer == "drop":
        found.dropped.add(index)
    elif answer == "commitment":
        made = FoundCommitment(question.text, [index], (party,) if party else ())
        after = [n for n, one in enumerate(found.commitments) if one.blocks[0] < index]
        found.commitments.insert(after[-1] + 1 if after else 0, made)
    elif answer == "focus":
        found.add_focus(question.text.rstrip(" .:"), index)
    elif answer == "goal":
        found.goals.append(FoundGoal(question.text, index))
    else:
        insort(found.sections[answer], index)


def _settle(found: Found, index: int, party: str) -> None:
    """Confirm a commitment and its party."""
    for one in found.commitments:
        if index in one.blocks:
            one.doubt = None
            if party:
                one.parties = (party,)


def _remove(found: Found, index: int) -> None:
    found.commitments = [one for one in found.commitments if one.blocks[0] != index]
    found.doubts = [doubt for doubt in found.doubts if doubt[0] != index]
    for blocks in found.sections.values():
        if index in blocks:
            blocks.remove(index)
