"""Workspace: documents and diagnostics of a project."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar, cast

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load.addresses import check_addresses
from medborgarlofte.load.copies import check_copies
from medborgarlofte.load.discovery import Project, discover, only_project
from medborgarlofte.load.loader import LoadedDocument, LoadedFile
from medborgarlofte.load.names import select_named
from medborgarlofte.load.references import check_references
from medborgarlofte.model.config import Config
from medborgarlofte.model.config_file import ReadConfig, config_of
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.record import Document
from medborgarlofte.source.files import decode

D = TypeVar("D", bound=Document)


class Texts(Mapping[str, str]):
    """Text of each file, decoded when asked for."""

    def __init__(self, contents: Mapping[str, bytes | str]) -> None:
        self._contents = contents

    def __getitem__(self, file: str) -> str:
        content = self._contents[file]
        return content if isinstance(content, str) else _text(content)

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)


@lru_cache(maxsize=1)
def _text(data: bytes) -> str:
    return decode(data)[0]


@dataclass(frozen=True, eq=False)
class Workspace:
    """Documents of a project and their diagnostics."""

    documents: Mapping[str, LoadedDocument]
    """By id, in the order of the ids. A document with errors is not among them."""
    valid: Mapping[str, LoadedDocument]
    """The same, with those whose only errors are references that lead nowhere."""
    readable: Mapping[str, LoadedDocument]
    """Every document as far as it can be read, with stand-ins where it cannot; for the rules alone."""
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    """Every file that was asked for."""
    texts: Mapping[str, str]
    """The text of each file, to show the line."""
    paths: Mapping[str, Path]
    """Where each file that can have findings lies on the disk, by how it is called in messages."""
    config: Config
    """lofte.toml beside the folder; empty when there is none."""
    asked: frozenset[str]
    """The ids that were asked for; others are there to be referred to."""
    root: Path
    """Where ids start: the folder `promises`."""
    folder: Path
    """Where lofte.toml lies or would lie."""
    config_name: str
    """How lofte.toml is called in messages."""
    unreadable: frozenset[str] = frozenset()
    """Ids of files that cannot be read at all, of whatever kind they are."""

    def of_kind(self, kind: type[D]) -> Iterator[tuple[LoadedDocument, D]]:
        """The documents of a kind."""
        for loaded in self._by_kind.get(kind, ()):
            yield loaded, cast(D, loaded.document)

    @cached_property
    def _by_kind(self) -> Mapping[type[Document], Sequence[LoadedDocument]]:
        """Documents by kind, computed once."""
        by_kind: dict[type[Document], list[LoadedDocument]] = {}
        for loaded in self.documents.values():
            by_kind.setdefault(type(loaded.document), []).append(loaded)
        return by_kind

    def only_asked(self) -> "Workspace":
        """Workspace without documents loaded as targets."""
        documents = {key: loaded for key, loaded in self.documents.items() if key in self.asked}
        return replace(self, documents=documents)

    def without(self, ids: Collection[str]) -> "Workspace":
        """The same without some documents and the follow-ups of them, for everything but the rules."""
        dropped = {
            key
            for key, loaded in self.valid.items()
            if key in ids or (isinstance(loaded.document, FollowUp) and loaded.document.promise in ids)
        }
        documents, valid = (
            {key: loaded for key, loaded in found.items() if key not in dropped}
            for found in (self.documents, self.valid)
        )
        return replace(self, documents=documents, valid=valid)

    def without_drafts(self) -> "Workspace":
        """The same without documents that are only drafted."""
        return self.without([loaded.id for loaded in self.drafts])

    @property
    def drafts(self) -> list[LoadedDocument]:
        """The documents with `status: utkast`."""
        return [loaded for loaded in self.documents.values() if loaded.document.is_draft]

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


def load(paths: Sequence[str], cwd: Path, stdin: bytes | None = None) -> Workspace:
    """Read selected documents and possible reference targets.

    A path is a file, a folder or, when `stdin` is given, `-`; without paths, the nearest folder `promises`.
    Raises LofteError when a path does not exist or the paths belong to several projects.
    """
    return load_project(only_project(discover(paths, cwd, stdin)))


def load_files(project: Project, tick: Callable[[int], None] = lambda _: None) -> list[LoadedFile]:
    """Read a project's files, find those it names and check their references.

    Raises LofteError for a name without documents.
    """
    loaded_files = []
    for item in project.files:
        loaded_files.append(LoadedFile(item))
        tick(len(loaded_files))
    check_copies(loaded_files)
    select_named(project.names, loaded_files, project.closed)
    check_references(loaded_files, project.closed)
    return loaded_files


def load_project(project: Project, tick: Callable[[int], None] = lambda _: None) -> Workspace:
    """Read a project's files and configuration.

    `tick` receives the number of files read.
    """
    config = config_of(project.config, project.config_name)
    loaded_files = load_files(project, tick)
    project = replace(project, files=tuple(file.input for file in loaded_files))
    check_addresses(loaded_files)
    return workspace_of(project, config, loaded_files)


def workspace_of(project: Project, config: ReadConfig, loaded_files: Sequence[LoadedFile]) -> Workspace:
    """Workspace of files whose references are checked."""
    diagnostics = [*config.wrong] + [
        d for loaded_file in loaded_files if loaded_file.input.asked for d in loaded_file.diagnostics
    ]
    readable = [(r, loaded) for r in loaded_files if (loaded := r.loaded)]
    valid = {r.input.id: loaded for r, loaded in readable if r.is_readable_whole}
    broken = {r.input.id for r in loaded_files if any(d.severity == "error" for d in r.diagnostics)}
    return Workspace(
        documents={document_id: loaded for document_id, loaded in valid.items() if document_id not in broken},
        valid=valid,
        readable={r.input.id: loaded for r, loaded in readable},
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order)),
        files=tuple(item.file for item in project.files if item.asked),
        texts=Texts({project.config_name: config.text, **{r.input.file: r.data for r in loaded_files}}),
        paths={
            project.config_name: project.config,
            **{item.file: item.path for item in project.files if item.path is not None},
        },
        config=config.config,
        asked=project.asked,
        root=project.root,
        folder=project.config.parent,
        config_name=project.config_name,
        unreadable=frozenset(r.input.id for r in loaded_files if r.document is None),
    )
