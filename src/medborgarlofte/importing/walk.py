"""A document read so far, and what holds for the blocks that come next."""

from dataclasses import dataclass, field, replace

from medborgarlofte.importing.found import Found
from medborgarlofte.importing.headings import Role
from medborgarlofte.importing.roster import Roster
from medborgarlofte.importing.sentences import strength


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the blocks that come next."""

    role: Role | None = None
    parties: tuple[str, ...] = ()
    focus: str = ""
    goal: str = ""
    fallback: tuple[str, ...] = ()
    """Who promises what names nobody: those that ”vi” stands for in the heading."""
    known: bool = False
    """Whether the heading said anything that is understood."""


@dataclass(slots=True)
class Walk:
    """A document read so far, and the context of the next block."""

    found: Found
    roster: Roster
    context: Context = field(default_factory=Context)

    def within(self, **changes: object) -> "Walk":
        """The same document with a changed context."""
        return replace(self, context=replace(self.context, **changes))  # type: ignore[arg-type]

    def promises(self, text: str) -> int:
        """How much a sentence promises, 0–3."""
        return strength(text, tuple(self.roster.others))
