"""Findings in a source, with their blocks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.people import Person
from medborgarlofte.importing.periods import FoundPeriod


@dataclass(frozen=True, slots=True)
class FoundParty:
    """One that promises."""

    id: str
    kind: str
    name: str
    police_area: str = ""
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
    responsible: str = ""
    doubt: str = ""
    """Why the placement is uncertain."""
    result: str = ""
    """How it went, in a follow-up."""
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
    introduction: list[int] = field(default_factory=list)
    situation: list[int] = field(default_factory=list)
    evidence: list[int] = field(default_factory=list)
    problems: list[FoundArea] = field(default_factory=list)
    focus_areas: list[FoundArea] = field(default_factory=list)
    goals: list[FoundGoal] = field(default_factory=list)
    commitments: list[FoundCommitment] = field(default_factory=list)
    areas: list[FoundArea] = field(default_factory=list)
    action_plan: list[int] = field(default_factory=list)
    purposes: list[int] = field(default_factory=list)
    council: list[int] = field(default_factory=list)
    follow_up: list[int] = field(default_factory=list)
    feedback: list[int] = field(default_factory=list)
    summary: list[int] = field(default_factory=list)
    other_results: list[tuple[str, int]] = field(default_factory=list)
    signatures: list[Person] = field(default_factory=list)
    signed: str = ""
    contacts: list[int] = field(default_factory=list)
    decisions: list[dict[str, Any]] = field(default_factory=list)
    registration_no: str = ""
    police_only: bool = False
    dropped: set[int] = field(default_factory=set)
    """Blocks that a person chose to leave out."""
    doubts: list[tuple[int, str, str]] = field(default_factory=list)
    """Block, sentence in Swedish and in English, for what is uncertain."""

    def part(self, role: str | None) -> list[int] | None:
        """List for a role, or None."""
        parts = {
            "situation": self.situation,
            "follow-up": self.follow_up,
            "feedback": self.feedback,
            "evidence": self.evidence,
            "contacts": self.contacts,
            "purpose": self.purposes,
        }
        return parts.get(role or "")

    def doubt(self, block: int, sv: str, en: str) -> None:
        """Note that a placement is uncertain."""
        self.doubts.append((block, sv, en))

    def text(self, blocks: Iterable[int]) -> str:
        """The texts of blocks as paragraphs."""
        return "\n\n".join(self.blocks[index].text for index in blocks)
