"""What a page is: its address, its template and what the template is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from medborgarlofte.changes.series import consecutive
from medborgarlofte.load import Loaded, Workspace, address_of
from medborgarlofte.text import Language, Text


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its HTML and its Markdown have the same name."""

    address: str
    """Without suffix: karlshamn/lofte-2022."""
    template: str
    """Without suffix: promise."""
    title: str
    data: dict[str, Any]

    @property
    def root(self) -> str:
        """The way from this page to the start page's folder: ”../” for each level."""
        return "../" * self.address.count("/")


def comparison_address(document_id: str) -> str:
    """Where the comparison of a promise with the one before lies, without suffix."""
    return f"{address_of(document_id)}-jamforelse"


@dataclass(frozen=True)
class Site:
    """What every page may look at."""

    workspace: Workspace
    lang: Language

    @cached_property
    def chain(self) -> tuple[tuple[Loaded, Loaded], ...]:
        """Each promise with the one before it."""
        return tuple(consecutive(self.workspace))

    @cached_property
    def compared(self) -> frozenset[str]:
        """The promises that are compared with one before."""
        return frozenset(new.id for _, new in self.chain)

    def say(self, text: Text) -> str:
        return text[self.lang]

    def link(self, document_id: str) -> str:
        """The address of a document's page, from the start page's folder."""
        return f"{address_of(document_id)}.html"


PageKind = Callable[[Site], Iterator[Page]]
