"""A project kept up to date with an editor's buffers."""

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.editor.groups import Token, grouped, tokens
from medborgarlofte.load import (
    FOLDER,
    Content,
    InputFile,
    LoadedFile,
    Project,
    Workspace,
    check_addresses,
    check_references,
    content_of,
    discover,
    input_file,
    workspace_of,
)
from medborgarlofte.model.config_file import ReadConfig, config_of
from medborgarlofte.rules.engine import Linter, Settings
from medborgarlofte.rules.settings import settings_of
from medborgarlofte.source.files import SUFFIXES, read_bytes

Unsaved = Mapping[Path, bytes]
"""Content of the files that an editor has changed and not saved."""


class _Parsed(NamedTuple):
    """Content of a file and what it was parsed from."""

    stamp: Any
    content: Content
    tokens: frozenset[Token]
    serial: int
    """Differs between any two contents."""
    readable: Content
    """The latest content that could be read as a document."""


class Group(NamedTuple):
    """Documents that can affect each other, with references checked."""

    key: object
    """Equal for groups with the same findings."""
    files: Sequence[LoadedFile]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """State of a project at one moment."""

    project: Project
    config: ReadConfig
    groups: Sequence[Group]
    workspace: Workspace
    settings: Settings
    config_diagnostics: Sequence[Diagnostic]
    by_path: Mapping[Path, LoadedFile]

    @cached_property
    def by_id(self) -> Mapping[str, LoadedFile]:
        """Files by the id of their document."""
        return {one.input.id: one for one in self.by_path.values()}

    def within(self, group: Group) -> Workspace:
        """Workspace of one group."""
        ids = {one.input.id for one in group.files}
        documents, valid, readable = (
            {key: loaded for key in sorted(ids, key=_sort_key) if (loaded := known.get(key))}
            for known in (self.workspace.documents, self.workspace.valid, self.workspace.readable)
        )
        return replace(self.workspace, documents=documents, valid=valid, readable=readable)


class Collection:
    """Documents of a project; parsed and checked again only where something changed."""

    def __init__(self, root: Path, cwd: Path) -> None:
        self.root = root
        self.cwd = cwd
        self.opened: frozenset[Path] = frozenset()
        """Files to report on, outside folders of promises; empty for all."""
        self._project: Project | None = None
        self._parsed: dict[Path | None, _Parsed] = {}
        self._serials = itertools.count()
        self._groups: dict[object, Group] = {}
        self._linted: dict[str, tuple[object, Sequence[Diagnostic]]] = {}
        self._snapshot: tuple[object, Snapshot] | None = None

    def relist(self) -> None:
        """Look for new and deleted files next time."""
        self._project = None

    def forget(self, path: Path) -> None:
        """Read a file again next time."""
        self._parsed.pop(path, None)

    def report_again(self, path: Path) -> None:
        """Report a file next time, even if nothing changed."""
        names = [item.file for item in self._project.files if item.path == path] if self._project else []
        for name in names:
            self._linted.pop(name, None)

    def latest_value(self, path: Path) -> Any:
        """Value of a file when it could last be parsed."""
        known = self._parsed.get(path)
        return known.readable.value if known else None

    def read(self, unsaved: Unsaved) -> Iterator[Project]:
        """Read changed files, one at a time. Raises LofteError."""
        if self._project is None:
            found = discover([str(self.root)], self.cwd, None)
            self._project = next((one for one in found if one.root == self.root), found[0])
            if self.root.name != FOLDER:
                files = (item._replace(asked=item.path in self.opened) for item in self._project.files)
                self._project = replace(self._project, files=tuple(files))
            present = {item.path for item in self._project.files}
            self._parsed = {path: parsed for path, parsed in self._parsed.items() if path in present}
        project = self._with_new(self._project, unsaved)
        for item in project.files:
            if self._parse(item, unsaved):
                yield project
        yield project

    def _with_new(self, project: Project, unsaved: Unsaved) -> Project:
        """Project with the files that have never been saved."""
        known = {item.path for item in project.files}
        paths = [path for path in unsaved if path not in known and self._is_document(path)]
        new = [input_file(path, self.root, self.cwd, asked=True) for path in paths]
        if not new:
            return project
        files = sorted(
            [*project.files, *filter(None, new)], key=lambda item: (*_sort_key(item.id), item.file)
        )
        return replace(project, files=tuple(files))

    def _is_document(self, path: Path) -> bool:
        """True for a path that would be read here if it were saved."""
        below = path.relative_to(self.root).parts if path.is_relative_to(self.root) else ()
        is_ours = self.root.name == FOLDER or path in self.opened
        return is_ours and path.suffix.lower() in SUFFIXES and not any(name.startswith(".") for name in below)

    def _parse(self, item: InputFile, unsaved: Unsaved) -> bool:
        """Parse a file if it changed; true if so."""
        if item.path is None:
            return False
        data = unsaved.get(item.path)
        stamp = _stamp(item.path) if data is None else data
        known = self._parsed.get(item.path)
        if known is not None and known.stamp == stamp:
            return False
        content = content_of(read_bytes(item.path, data), item.file)
        readable = content if (content.document and content.is_whole) or not known else known.readable
        self._parsed[item.path] = _Parsed(
            stamp, content, tokens(LoadedFile(item, content)), next(self._serials), readable
        )
        return True

    def snapshot(self, unsaved: Unsaved) -> Snapshot:
        """Current state. Raises LofteError."""
        *_, project = self.read(unsaved)
        config = config_of(project.config, project.config_name, unsaved.get(project.config))
        serials = tuple((item.file, item.asked, self._parsed[item.path].serial) for item in project.files)
        key = serials, config.text, project.closed
        if self._snapshot is None or self._snapshot[0] != key:
            self._snapshot = key, self._assembled(project, config)
        return self._snapshot[1]

    def _assembled(self, project: Project, config: ReadConfig) -> Snapshot:
        groups = self._grouped(project)
        order = {item.path: number for number, item in enumerate(project.files)}
        files = sorted(
            (one for group in groups for one in group.files), key=lambda one: order[one.input.path]
        )
        settings, wrong = settings_of(
            config.config, config.text, project.config_name, folder=project.config.parent
        )
        return Snapshot(
            project,
            config,
            groups,
            workspace_of(project, config, files),
            settings,
            (*config.wrong, *wrong),
            {one.input.path: one for one in files if one.input.path},
        )

    def _grouped(self, project: Project) -> list[Group]:
        """Groups, taken over where no member changed."""
        catalogue = (
            tuple((item.id, self._parsed[item.path].content.facts.kind) for item in project.files),
            project.closed,
        )
        items = {item.file: item for item in project.files}
        groups: list[Group] = []
        changed: list[Group] = []
        for names in grouped({file: self._parsed[item.path].tokens for file, item in items.items()}):
            members = [items[name] for name in names]
            key = tuple((item.file, item.asked, self._parsed[item.path].serial) for item in members)
            group = self._groups.get(key) or self._groups.get((key, catalogue))
            if group is None:
                group = Group(key, [LoadedFile(item, self._parsed[item.path].content) for item in members])
                changed.append(group)
            groups.append(group)
        everything = [one for group in groups for one in group.files]
        for group in changed:
            check_references(everything, project.closed, group.files)
            check_addresses(group.files)
        groups = [_keyed(group, catalogue) if group in changed else group for group in groups]
        self._groups = {group.key: group for group in groups}
        return groups

    def findings(
        self, snapshot: Snapshot, today: dt.date, first: frozenset[Path] = frozenset()
    ) -> Iterator[tuple[LoadedFile, Sequence[Diagnostic]]]:
        """Files whose findings may have changed, with all of them; those of `first` and their groups soonest.

        A file is taken as reported when the next one is requested.
        """
        present = {item.file for item in snapshot.project.files}
        self._linted = {file: known for file, known in self._linted.items() if file in present}
        for group in sorted(
            snapshot.groups, key=lambda group: first.isdisjoint(one.input.path for one in group.files)
        ):
            key = group.key, snapshot.config.text, today
            stale = [one for one in group.files if self._linted.get(one.input.file, ("",))[0] != key]
            if not stale:
                continue
            stale.sort(key=lambda one: one.input.path not in first)
            within = snapshot.within(group)
            linter = Linter(within, today=today, settings=snapshot.settings)
            for one in stale:
                found = _linted(one, within, linter)
                if one.input.asked:
                    yield one, sorted([*one.diagnostics, *found], key=lambda diagnostic: diagnostic.order)
                self._linted[one.input.file] = key, found

    def diagnostics(self, snapshot: Snapshot, file: LoadedFile, today: dt.date) -> list[Diagnostic]:
        """Findings of one file."""
        group = next(group for group in snapshot.groups if file in group.files)
        within = snapshot.within(group)
        found = _linted(file, within, Linter(within, today=today, settings=snapshot.settings))
        return sorted([*file.diagnostics, *found], key=lambda diagnostic: diagnostic.order)


def _linted(file: LoadedFile, within: Workspace, linter: Linter) -> Sequence[Diagnostic]:
    """What the rules find in a file."""
    loaded = within.readable.get(file.input.id)
    return linter(loaded) if loaded is not None and loaded.file == file.input.file else ()


def _keyed(group: Group, catalogue: object) -> Group:
    """Group whose key holds all its findings rest on.

    The advice about an unknown document lists every document there is.
    """
    lists_all = any(found.code in _ON_CATALOGUE for one in group.files for found in one.diagnostics)
    return Group((group.key, catalogue), group.files) if lists_all else group


_ON_CATALOGUE: Final = frozenset(["X02"])


def _sort_key(document_id: str) -> tuple[str, str]:
    """Order of ids in a project."""
    return document_id.casefold(), document_id


def _stamp(path: Path) -> object:
    """Value that changes whenever the file does."""
    try:
        status = path.stat()
    except OSError as error:
        return error.errno
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
