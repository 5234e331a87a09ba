"""Findings in a source, with their blocks."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing.agents import TOGETHER
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.people import Person
from medborgarlofte.importing.periods import FoundPeriod
from medborgarlofte.importing.private import without_private
from medborgarlofte.swedish import slug

_DONE: Final = re.compile(r"\s*\(\d+ av \d+ \w+\)$")
SECTIONS: Final = frozenset(("situation", "follow-up", "feedback", "evidence", "contacts", "purpose"))
"""Roles of parts whose blocks are kept together as they stand."""


@dataclass(frozen=True, slots=True)
class FoundParty:
    """One that promises."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class FoundArea:
    """Focus area, problem, or agreement area."""

    title: str
    blocks: list[int]
    id: str = ""
    description: list[int] = field(default_factory=list)


@dataclass(slots=True)
class FoundGoal:
    """An outcome goal."""

    text: str
    block: int
    focus: str = ""
    id: str = ""
    indicator: str = ""
    beside: list[int] = field(default_factory=list)
    """The blocks of its indicator."""


@dataclass(slots=True)
class FoundCommitment:
    """Commitment and promisors: ids, ``tillsammans`` or none."""

    text: str
    blocks: list[int]
    parties: tuple[str, ...] = ()
    focus: str = ""
    goal: str = ""
    when: tuple[str, ...] = ()
    """The cells beside it that say how much, how often, and by when."""
    timed: str = ""
    """The same as text to read targets and deadlines from."""
    target: str = ""
    """What is named as its target beside it."""
    responsible: str = ""
    purpose: str = ""
    reservation: str = ""
    doubt: Text | None = None
    """Why the placement is uncertain."""
    result: str = ""
    """How it went, in a follow-up."""
    result_doubt: Text | None = None
    """Why the result may be another's."""
    verdict: str = ""
    status: str = ""
    id: str = ""


@dataclass(slots=True)
class Found:
    """Everything that was found in one source."""

    blocks: tuple[Block, ...]
    kind: str = "medborgarlöfte"
    title: str = ""
    title_blocks: list[int] = field(default_factory=list)
    parties: list[FoundParty] = field(default_factory=list)
    period: FoundPeriod | None = None
    sections: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Blocks by role: introduction, summary, action-plan, council and SECTIONS."""
    problems: list[FoundArea] = field(default_factory=list)
    focus_areas: list[FoundArea] = field(default_factory=list)
    goals: list[FoundGoal] = field(default_factory=list)
    commitments: list[FoundCommitment] = field(default_factory=list)
    areas: list[FoundArea] = field(default_factory=list)
    other_results: list[tuple[str, int]] = field(default_factory=list)
    signatures: list[Person] = field(default_factory=list)
    signed: str = ""
    decisions: list[tuple[dict[str, Any], int]] = field(default_factory=list)
    registration_no: str = ""
    police_only: bool = False
    dropped: set[int] = field(default_factory=set)
    """Blocks that a person chose to leave out."""
    doubts: list[tuple[int, Text]] = field(default_factory=list)
    """Block and reason of what is uncertain."""
    texts: frozenset[str] = field(init=False)
    """The texts of all blocks."""

    def __post_init__(self) -> None:
        self.texts = frozenset(block.text for block in self.blocks)

    def text(self, blocks: Iterable[int]) -> str:
        """The texts of blocks as paragraphs."""
        return "\n\n".join(self.blocks[index].text for index in blocks)

    @property
    def placed(self) -> set[int]:
        """Blocks of commitments."""
        return {index for one in self.commitments for index in one.blocks}

    def number(self) -> None:
        """Set the ids of commitments and goals.

        K municipality, P police, G joint, A others; E goals.
        """
        kinds = {party.id: party.kind for party in self.parties}
        count: Counter[str] = Counter()
        for one in self.commitments:
            joint = TOGETHER in one.parties or len(one.parties) > 1
            kind = kinds.get(one.parties[0], "") if one.parties else ""
            letter = "G" if joint else {"kommun": "K", "polis": "P"}.get(kind, "A")
            count[letter] += 1
            one.id = f"{letter}{count[letter]}"
        taken = {goal.id for goal in self.goals}
        for number, goal in enumerate(self.goals, start=1):
            goal.id = goal.id or next(f"E{n}" for n in range(number, number + 500) if f"E{n}" not in taken)
            taken.add(goal.id)

    def add_focus(self, title: str, index: int) -> str:
        """Id of the focus area with a title, added if new; a count of what was done is no part of it."""
        title = _DONE.sub("", title)
        if not slug(title):
            return ""
        area = next((area for area in self.focus_areas if slug(area.title) == slug(title)), None)
        if area is None:
            area = FoundArea(title, [], short_id(title, [area.id for area in self.focus_areas]))
            self.focus_areas.append(area)
        area.blocks.append(index)
        return area.id

    def add_problem(self, title: str, index: int) -> None:
        """Add a problem area."""
        made = short_id(title, [area.id for area in self.problems])
        self.problems.append(FoundArea(title, [index], made))


_SMALL: Final = frozenset((
    "i", "pa", "av", "och", "for", "med", "till", "den", "det", "de", "en", "ett", "som", "om", "hos", "vid", "mot",
    "kring", "ur", "fran", "att", "okad", "minskad", "minskat", "tidigt", "upptacka", "ar",
))  # fmt: skip


def short_id(title: str, taken: Collection[str]) -> str:
    """Id of a part, from the first words that carry meaning."""
    whole = slug(without_private(title))
    words = [word for word in whole.split("-") if word not in _SMALL]
    made = "-".join(words[:3])
    if len(made) > 24:
        made = "-".join(words[:2])
    return free_name(made[:24].strip("-") or whole[:24].strip("-") or "del", taken)


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number if it is taken."""
    number, made = 2, name
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    return made
