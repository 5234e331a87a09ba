"""Comparison of a project with a revision."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.load import FOLDER, LoadedDocument, Workspace, load_bytes
from medborgarlofte.model.config import CONFIG_FILE
from medborgarlofte.model.promise import Promise
from medborgarlofte.source.files import SUFFIXES
from medborgarlofte.source.git import Changed, changed_since, composed


class Pair(NamedTuple):
    """Document then and now."""

    old: LoadedDocument
    new: LoadedDocument
    """For a promise that was removed: one of no commitments, with REMOVED as id and title."""


class Note(NamedTuple):
    """Remark on a document besides its comparison."""

    text: Text
    is_fault: bool
    """Whether it should have been compared and could not be, or is gone."""


REMOVED: Final = "–"


def revised_since(
    root: Path, revision: str, workspace: Workspace, scopes: Sequence[Path]
) -> Iterator[Pair | Note]:
    """Changed documents at or below `scopes`, by file.

    `workspace` holds the documents of the folder `root`. Raises LofteError when
    git fails or there is no such revision.
    """
    files = [path for path in workspace.paths.values() if path.suffix.lower() in SUFFIXES]
    now = {loaded.path: loaded for loaded in workspace.valid.values()}
    names = {path: name for name, path in workspace.paths.items()}
    asked = tuple(f"{composed(scope.as_posix())}/" for scope in scopes)
    for change in changed_since(root, revision, files):
        paths = [path for path in (change.new, change.old and root / change.old) if path]
        if not any(f"{composed(path.as_posix())}/".startswith(asked) for path in paths):
            continue
        if change.new is None:
            yield from _removed(change, f"{_prefix(root, workspace)}{change.old}", revision)
        elif change.old is None:
            yield _new(names[change.new], revision)
        else:
            yield _compared(change, names[change.new], now.get(change.new), workspace, revision)


def _compared(
    change: Changed, name: str, new: LoadedDocument | None, workspace: Workspace, revision: str
) -> Pair | Note:
    if new is None:
        return _unreadable(name, [found for found in workspace.diagnostics if found.file == name])
    old, wrong = _then(change, revision)
    if old is None:
        return _unreadable(f"{revision}:{change.old}", wrong)
    if type(old.document) is not type(new.document):
        return Note(
            Text(
                f"{_shown(name)}: dokumentet var av en annan sort vid {revision}, och jämförs inte.",
                f"{_shown(name)}: the document was of another kind at {revision}, and is not compared.",
            ),
            is_fault=True,
        )
    return Pair(old, new)


def _prefix(root: Path, workspace: Workspace) -> str:
    """What the names of files begin with: promises/, or the way there."""
    return f"{workspace.config_name.removesuffix(CONFIG_FILE)}{FOLDER}/" if root.name == FOLDER else ""


def _removed(change: Changed, name: str, revision: str) -> Iterator[Pair | Note]:
    """Note on a removed document and its commitments."""
    old, _ = _then(change, revision)
    yield Note(
        Text(
            f"{_shown(name)}: borttaget sedan {revision}.",
            f"{_shown(name)}: removed since {revision}.",
        ),
        is_fault=True,
    )
    if old is not None and isinstance(old.document, Promise):
        nothing = old.document.model_copy(update={"commitments": (), "title": REMOVED})
        yield Pair(old, replace(old, id=REMOVED, document=nothing))


def _new(name: str, revision: str) -> Note:
    return Note(
        Text(f"{_shown(name)}: nytt sedan {revision}.", f"{_shown(name)}: new since {revision}."),
        is_fault=False,
    )


def _then(change: Changed, revision: str) -> tuple[LoadedDocument | None, Sequence[Diagnostic]]:
    """Earlier version and its diagnostics."""
    parts = PurePosixPath(change.old or "").with_suffix("").parts
    inside = parts[parts.index(FOLDER) + 1 :] if FOLDER in parts else parts
    document_id = "/".join(part for part in inside if part != "..")
    loaded, wrong = load_bytes(composed(document_id), f"{revision}:{change.old}", change.before)
    wrong = [found for found in wrong if found.severity == "error"]
    return (None if wrong else loaded), wrong


def _unreadable(name: str, found: Sequence[Diagnostic]) -> Note:
    first = next((diagnostic for diagnostic in found if diagnostic.severity == "error"), None)
    where = f" (rad {first.span.line}: {first.message('sv')})" if first else ""
    line = f" (line {first.span.line}: {first.message('en')})" if first else ""
    return Note(
        Text(
            f"{_shown(name)}: går inte att läsa{where}, och jämförs inte.",
            f"{_shown(name)}: cannot be read{line}, and is not compared.",
        ),
        is_fault=True,
    )


def _shown(name: str) -> str:
    """Printable name; bytes other than UTF-8 are escaped."""
    plain = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return escape_controls(plain, in_line=True)
