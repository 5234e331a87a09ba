"""What a rule is: its texts, its severities, its examples, and the function that looks."""

import datetime as dt
import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple

from medborgarlofte.diagnostic import Severity
from medborgarlofte.load import Loaded, Workspace
from medborgarlofte.model.record import Document
from medborgarlofte.source.positions import Route
from medborgarlofte.text import Text
from medborgarlofte.wording.passages import Passage, Role, passages

Profile = Literal["utkast", "granskning", "publicering", "arkiv"]
PROFILES: Final[tuple[Profile, ...]] = ("utkast", "granskning", "publicering", "arkiv")

Stages = Mapping[Profile, Severity]
"""How severe a rule is at each stage; a stage that is not there does not run it."""


def live(severity: Severity, *, publishing: Severity | None = None) -> Stages:
    """While a promise is reviewed and published, not in drafts and not in archives."""
    return {"granskning": severity, "publicering": publishing or severity}


def always(severity: Severity, *, archive: Severity) -> Stages:
    """At every stage; milder for what can no longer be changed."""
    return {"utkast": severity, "granskning": severity, "publicering": severity, "arkiv": archive}


def kept(severity: Severity, *, archive: Severity = "info") -> Stages:
    """While reviewed and published, and as a note in archives."""
    return {**live(severity), "arkiv": archive}


class Hit(NamedTuple):
    """One place where a rule has something to say."""

    route: Route
    values: Mapping[str, object] = {}
    chars: tuple[int, int] | None = None
    """The part of the text at the route that is meant."""
    severity: Severity | None = None
    """When it differs from the rule's: milder or graver in this case."""
    on_key: bool = False


class Case:
    """A document as a rule meets it: with the others around it, and the day.

    What a rule says without asking for the others or for the day follows from the document alone, and is remembered.
    """

    def __init__(self, loaded: Loaded, workspace: Workspace, today: dt.date) -> None:
        self.loaded = loaded
        self.looked_around = False
        """Whether anything but the document was asked for."""
        self._workspace = workspace
        self._today = today

    @property
    def workspace(self) -> Workspace:
        """The documents around it."""
        self.looked_around = True
        return self._workspace

    @property
    def today(self) -> dt.date:
        """The day."""
        self.looked_around = True
        return self._today

    @property
    def document(self) -> Any:
        """The document; a rule is only called with the kinds of its scope."""
        return self.loaded.document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text in the document with its role, looked through once for all rules."""
        return tuple(passages(self.loaded.document))

    def texts(self, *roles: Role) -> Iterator[Passage]:
        """The texts with one of these roles."""
        for passage in self.passages:
            if passage.role in roles:
                yield passage

    @property
    def source_is_partial(self) -> bool:
        """Whether what is missing may be there in the original."""
        provenance = self.loaded.document.provenance
        return provenance is not None and provenance.completeness in ("delvis", "sammanfattning")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the linter; `good` and `bad` replace keys of the example promise in docs/exempel."""

    code: str
    name: str
    scope: tuple[type[Document], ...]
    stages: Stages
    message: Text
    why: Text
    help: Text
    source: str
    """The law, guideline or document it rests on; "lofte" where it is this project's own proposal."""
    bad: str
    good: str
    check: Callable[[Case], Iterator[Hit]]
    concerns_missing: bool = False
    """Whether it speaks of parts that are missing, which a partial source may explain."""

    def __reduce__(self) -> tuple[Callable[[str], "Rule"], tuple[str]]:
        """A rule is remembered by the name of its module, not with its texts."""
        return _rule_of, (self.check.__module__,)


def _rule_of(module: str) -> Rule:
    rule: Rule = importlib.import_module(module).RULE
    return rule


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text, to say which one is meant."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0].rstrip(",.;:") + " …"
