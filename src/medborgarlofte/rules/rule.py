"""Rule: texts, severities, examples and check; and all that most rules import."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

from medborgarlofte.diff.document import figure_changes
from medborgarlofte.diff.model import Change
from medborgarlofte.follow_up.reports import follow_ups, reports_up_to
from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Located
from medborgarlofte.language.fields import TextField, text_fields
from medborgarlofte.load import LoadedDocument, Parsed, Workspace
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.declaration import Role
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import Document
from medborgarlofte.source.finding import Finding, Severity
from medborgarlofte.timeline import predecessor_of

__all__ = [
    "PROFILES", "Agreement", "Finding", "Findings", "FollowUp", "Profile", "Promise", "Rule", "RuleContext", "Severity",
    "Stages", "Text", "TextField", "also_archived", "at_all_stages", "excerpt", "when_live",
]  # fmt: skip

Findings = Iterator[Finding]
Profile = Literal["utkast", "granskning", "publicering", "arkiv"]
PROFILES: Final[tuple[Profile, ...]] = ("utkast", "granskning", "publicering", "arkiv")

Stages = Mapping[Profile, Severity]
"""How severe a rule is at each stage; a stage that is not there does not run it."""


def when_live(severity: Severity, *, publishing: Severity | None = None) -> Stages:
    """Stages: review and publication."""
    return {"granskning": severity, "publicering": publishing or severity}


def at_all_stages(severity: Severity, *, archive: Severity) -> Stages:
    """All stages, milder in archives."""
    return {"utkast": severity, "granskning": severity, "publicering": severity, "arkiv": archive}


def also_archived(severity: Severity, *, archive: Severity = "info") -> Stages:
    """Stages: review, publication, and archives as a hint."""
    return {**when_live(severity), "arkiv": archive}


@dataclass
class RuleContext:
    """What a rule may see: document, workspace, today."""

    loaded: LoadedDocument
    workspace: Workspace
    today: dt.date
    pages: Mapping[int, LoadedDocument | Text] = field(default_factory=dict)
    """Kept copies by the number of their publication; a text says why one cannot be read."""
    unreliable: frozenset[str] = frozenset()
    """Codes of rules whose findings would only follow from an error elsewhere."""

    @property
    def document(self) -> Any:
        """The document, of a kind in the scope."""
        return self.loaded.document

    @cached_property
    def parsed(self) -> Parsed:
        """Plain values and positions, to place findings."""
        return self.loaded.parsed

    @cached_property
    def text_fields(self) -> tuple[TextField, ...]:
        """All texts with roles, computed once."""
        return tuple(text_fields(self.loaded.document))

    def texts(self, *roles: Role) -> Iterator[TextField]:
        """The texts with one of these roles."""
        for passage in self.text_fields:
            if passage.role in roles:
                yield passage

    @cached_property
    def commitment_texts(self) -> tuple[tuple[Commitment, TextField], ...]:
        """Each commitment of a promise with its text."""
        items = self.document.commitments
        return tuple((items[field.route[1]], field) for field in self.texts("commitment"))

    @cached_property
    def before(self) -> LoadedDocument | None:
        """The promise before this one."""
        return predecessor_of(self.workspace, self.loaded, self.document)

    @cached_property
    def followed(self) -> Promise | None:
        """The promise that a follow-up is of; None outside the collection or where it cannot be read."""
        loaded = self.workspace.valid.get(self.document.promise)
        return loaded.document if loaded and isinstance(loaded.document, Promise) else None

    @cached_property
    def reports(self) -> list[FollowUp]:
        """Follow-ups of the same promise, up to this one."""
        return reports_up_to(follow_ups(self.workspace, self.document.promise), self.document)

    @cached_property
    def figure_changes(self) -> tuple[Change, ...]:
        """Changes in figures since the promise before, compared once for all rules."""
        if self.before is None or not isinstance(self.before.document, Promise):
            return ()
        return figure_changes(self.before.id, self.before.document, self.document)

    @property
    def source_is_partial(self) -> bool:
        """True if the original may hold what is missing."""
        return self.loaded.document.is_partial


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Lint rule.

    `good` and `bad` replace keys of the example promise in docs/exempel.
    """

    code: str
    name: str
    scope: tuple[type[Document], ...] = (Promise,)
    stages: Stages
    message: Text
    """What a finding says; a finding with a `message` among its values says that instead."""
    why: Text
    help: Text
    source: str = "lofte"
    """The law, guideline or document it rests on; "lofte" where it is this project's own proposal."""
    bad: str
    good: str
    check: Callable[[RuleContext], Findings]
    looks_for: tuple[type[Located], ...] = ()
    """Kinds of expression that it looks for in texts; none where it reads only fields, or words as such."""
    needs_pages: bool = False
    """Whether it runs only for documents whose kept copies have been read."""
    concerns_missing: bool = False
    """Whether it speaks of parts that are missing, which a partial source may explain."""


def excerpt(text: str, length: int = 60) -> str:
    """Start of a text, for identification."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0].rstrip(",.;:") + " …"
