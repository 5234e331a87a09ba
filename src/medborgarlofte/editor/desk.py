"""Everything an editor has opened: buffers and the projects they belong to."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.editor.buffers import Buffers, RawText
from medborgarlofte.editor.collection import Collection, Snapshot
from medborgarlofte.i18n import Language
from medborgarlofte.load import FOLDER, LoadedFile, root_of
from medborgarlofte.model.config import CONFIG_FILE


class Page(NamedTuple):
    """One file, as requests about it see it."""

    path: Path
    file: LoadedFile
    raw: RawText
    snapshot: Snapshot
    value: Any
    """Its value when it could last be parsed."""

    @property
    def mapping(self) -> Mapping[str, Any]:
        """That value, or an empty mapping."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def kind(self) -> str:
        """Kind of the document, also of one that cannot be parsed."""
        if "dokument" in self.mapping:
            return str(self.mapping["dokument"])
        found = re.search(r"^dokument:[ \t]*([^\s#]+)", self.raw.text, re.MULTILINE)
        return found[1] if found else ""


class Client(NamedTuple):
    """What an editor can do."""

    snippets: bool = False
    asks: bool = False
    """Has the commands of our extension, which ask for what only the writer knows."""
    suggests_again: bool = False
    """Runs VS Code's command that opens the suggestions."""


class Desk:
    """Buffers, projects, language and day."""

    def __init__(self, lang: Language, today: Callable[[], dt.date]) -> None:
        self.lang = lang
        self.day = today
        self.buffers = Buffers()
        self.client = Client()
        self.folders: list[Path] = []
        self.collections: dict[Path, Collection] = {}

    def set_folders(self, folders: Sequence[Path]) -> None:
        """Find the projects of the workspace folders and of the open files."""
        self.folders = list(folders)
        roots = [root for folder in folders for root in _folders_of_promises(folder)]
        found = {root: self.collections.get(root) or Collection(root, self._cwd(root)) for root in roots}
        self.collections = found
        for path in self.buffers.by_path:
            self.collection_of(path)

    def collection_of(self, path: Path) -> Collection | None:
        """Project of a file, opened where there is none; None for a file of no project."""
        if path.name == CONFIG_FILE:
            return self.collections.get(path.parent / FOLDER)
        root = root_of(path)
        known = self.collections.get(root)
        if known is None:
            known = self.collections[root] = Collection(root, self._cwd(root))
        if root.name != FOLDER and path not in known.opened:
            known.opened |= {path}
            known.relist()
        return known

    def close(self, path: Path) -> None:
        """Leave out a file that is reported on only while it is open."""
        root = root_of(path)
        known = self.collections.get(root)
        if known is not None and root.name != FOLDER:
            known.opened -= {path}
            known.relist()
            if not known.opened:
                del self.collections[root]

    def _cwd(self, root: Path) -> Path:
        """Folder that names of files start from."""
        above = [folder for folder in self.folders if folder == root or folder in root.parents]
        return max(above, key=lambda folder: len(folder.parts), default=root.parent)

    def relist(self) -> None:
        """Look for new, renamed and deleted files."""
        for collection in self.collections.values():
            collection.relist()

    def page(self, uri_path: Path | None) -> Page | None:
        """File of a request, up to date; None outside every project."""
        collection = self.collection_of(uri_path) if uri_path else None
        if uri_path is None or collection is None:
            return None
        snapshot = collection.snapshot(self.buffers.unsaved)
        file = snapshot.by_path.get(uri_path)
        raw, value = self.buffers.raw_text(uri_path), collection.latest_value(uri_path)
        return Page(uri_path, file, raw, snapshot, value) if file else None

    def diagnostics(self, page: Page) -> Sequence[Diagnostic]:
        """Findings of one file, as it is now."""
        collection = self.collection_of(page.path)
        return collection.diagnostics(page.snapshot, page.file, self.day()) if collection else ()

    def snapshots(self) -> Iterator[Snapshot]:
        """Current state of every project."""
        for collection in self.collections.values():
            yield collection.snapshot(self.buffers.unsaved)


_SKIPPED: Final = frozenset(["node_modules", "venv", "__pycache__", "site-packages"])
"""Folders of programs: large, and without promises."""


def _folders_of_promises(folder: Path) -> Iterator[Path]:
    """Folders `promises` above, at or below a folder, the outermost ones."""
    above = root_of(folder)
    if above.name == FOLDER:
        yield above
        return
    for here, below, _ in os.walk(folder):
        if FOLDER in below:
            yield Path(here, FOLDER)
        below[:] = sorted(
            name for name in below if name != FOLDER and not name.startswith(".") and name not in _SKIPPED
        )
