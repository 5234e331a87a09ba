"""Definitions, references, renaming, symbols and folding."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from medborgarlofte.diagnostic import value_at
from medborgarlofte.drafting.renaming import references_to, renaming
from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.editor.cursor import entries, place_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.edits import across
from medborgarlofte.editor.hover import items_of, name_of, offset_in_value, shortened, title_of
from medborgarlofte.load import LoadedFile
from medborgarlofte.load.targets import (
    Target,
    definition_at,
    definition_span,
    reference_at,
    usages,
)
from medborgarlofte.source.editing import Edit
from medborgarlofte.source.positions import Node, Span
from medborgarlofte.swedish import fold


def definition(desk: Desk, page: Page, params: lsp.DefinitionParams) -> lsp.Location | None:
    """Where the target of a reference is written."""
    target, _ = target_at(page, params.position)
    return _location_of(desk, page, target) if target else None


def references(desk: Desk, page: Page, params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Every place that names the target at a position."""
    target, _ = target_at(page, params.position)
    if target is None:
        return []
    found = [
        place
        for one in usages(page.snapshot.by_path.values(), target)
        if (place := location(desk, one.file, one.span))
    ]
    if params.context.include_declaration and (defined := _location_of(desk, page, target)):
        found.insert(0, defined)
    return found


def target_at(page: Page, position: lsp.Position) -> tuple[Target | None, Span | None]:
    """What is named or defined at a position, and the span of its name there; no span on a key."""
    place = place_at(page.file.source.root, page.raw.point(position))
    if place is None:
        return None, None
    if not place.on_key:
        found = reference_at(page.file, place.route, offset_in_value(page, place.route, position))
        if found is not None:
            return found.target, found.span
    target = definition_at(page.file, place.route)
    has_name = target is not None and target.item is not None and not place.on_key
    return target, definition_span(page.file, target) if target and has_name else None


def _location_of(desk: Desk, page: Page, target: Target) -> lsp.Location | None:
    file = page.snapshot.by_id.get(target.document)
    return location(desk, file, definition_span(file, target)) if file else None


def location(desk: Desk, file: LoadedFile, span: Span | None) -> lsp.Location | None:
    """Place in a file, in the units of the editor."""
    path = file.input.path
    if path is None or span is None:
        return None
    return lsp.Location(desk.buffers.uri_of(path), desk.buffers.raw_text(path).range(span))


RENAME_OPTIONS: Final = lsp.RenameOptions(prepare_provider=True)
_YAML: Final = lsp.FileOperationFilter(lsp.FileOperationPattern("**/promises/**"))
RENAMED_FILES: Final = lsp.FileOperationRegistrationOptions([_YAML])


def prepare_rename(
    _desk: Desk, page: Page, params: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    """The id at a position and its range; None for what has no id."""
    target, span = target_at(page, params.position)
    if target is None or span is None or target.document not in page.snapshot.by_id:
        return None
    return lsp.PrepareRenamePlaceholder(page.raw.range(span), target.item or target.document)


def rename(desk: Desk, page: Page, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """Edit that gives an id, or a document, another name. Raises LofteError."""
    target, span = target_at(page, params.position)
    if target is None or span is None or target.document not in page.snapshot.by_id:
        return None
    old = f"{target.document}#{target.list}/{target.item}" if target.item else target.document
    snapshot = page.snapshot
    made = renaming(list(snapshot.by_path.values()), old, params.new_name.strip())
    edit = across(desk, _by_path(snapshot, made.edits))
    paths = {path: new for name, new in made.moves.items() if (path := snapshot.by_id[name].input.path)}
    moved = [
        lsp.RenameFile(
            desk.buffers.uri_of(path), str(from_fs_path(str(snapshot.project.root / f"{new}{path.suffix}")))
        )
        for path, new in paths.items()
    ]
    return lsp.WorkspaceEdit(document_changes=[*(edit.document_changes or []), *moved])


def _by_path(snapshot: Snapshot, edits: Mapping[str, Sequence[Edit]]) -> dict[Path, Sequence[Edit]]:
    """Edits of documents by the path of their file."""
    return {path: rows for name, rows in edits.items() if (path := snapshot.by_id[name].input.path)}


def will_rename_files(desk: Desk, params: lsp.RenameFilesParams) -> lsp.WorkspaceEdit | None:
    """Edit of the references to files and folders that are about to be renamed."""
    edits: dict[Path, Sequence[Edit]] = {}
    for snapshot in desk.snapshots():
        pairs = [pair for one in params.files for pair in _moved_documents(snapshot, one)]
        edits |= _by_path(snapshot, references_to(list(snapshot.by_path.values()), pairs))
    return across(desk, edits) if edits else None


def _moved_documents(snapshot: Snapshot, renamed: lsp.FileRename) -> Iterator[tuple[Target, str]]:
    """Documents in a renamed file or folder, with their new ids."""
    root = snapshot.project.root
    old, new = path_of(renamed.old_uri), path_of(renamed.new_uri)
    if old is None or new is None or root not in old.parents or root not in new.parents:
        return
    for path, file in snapshot.by_path.items():
        if path == old or old in path.parents:
            moved = (new / path.relative_to(old)).relative_to(root).with_suffix("")
            yield Target(file.input.id), moved.as_posix()


_LENGTH: Final = 60
_MOST: Final = 500
"""Symbols in an answer; an editor asks again with more letters."""


def document_symbols(_desk: Desk, page: Page, _: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """Keys of a document, and the items of its lists."""
    root = page.file.source.root
    return list(_symbols(page, root, page.file.value, depth=0)) if root else []


def _symbols(page: Page, node: Node, value: Any, depth: int) -> Iterator[lsp.DocumentSymbol]:
    for step, first, whole, below in entries(node, page.file.source.lines):
        part = value_at(value, (step,))
        is_item = isinstance(step, int)
        if is_item and not isinstance(part, dict):
            continue
        name = str(step)
        if is_item:
            name = str(part.get("id") or part.get("åtagande") or part.get("regel") or "") or shortened(
                name_of(part), _LENGTH
            )
        lists = isinstance(part, list) and any(isinstance(row, dict) for row in part)
        yield lsp.DocumentSymbol(
            name=name or "–",
            kind=lsp.SymbolKind.Object if is_item else _KINDS.get(below.items is None, lsp.SymbolKind.Field),
            range=page.raw.range(whole),
            selection_range=page.raw.range(first),
            detail=shortened(name_of(part), _LENGTH) if not isinstance(part, list) else "",
            children=list(_symbols(page, below, part, depth + 1)) if lists and depth == 0 else [],
        )


_KINDS: Final = {True: lsp.SymbolKind.String, False: lsp.SymbolKind.Array}


def folding_ranges(_desk: Desk, page: Page, _: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    """Keys, items and texts of several lines."""
    root = page.file.source.root
    return list(_folds(page, root)) if root else []


def _folds(page: Page, node: Node) -> Iterator[lsp.FoldingRange]:
    for _, first, whole, below in entries(node, page.file.source.lines):
        if whole.end_line > first.line:
            yield lsp.FoldingRange(first.line - 1, whole.end_line - 1)
        if below.items is not None:
            yield from _folds(page, below)


def workspace_symbols(desk: Desk, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
    """Documents by title and commitments by text."""
    wanted = fold(params.query).split()
    found: list[lsp.WorkspaceSymbol] = []
    for snapshot in desk.snapshots():
        for file in snapshot.by_path.values():
            found += _named(desk, file, wanted)
            if len(found) >= _MOST:
                return found[:_MOST]
    return found


def _named(desk: Desk, file: LoadedFile, wanted: list[str]) -> Iterator[lsp.WorkspaceSymbol]:
    rows = [(Target(file.input.id), title_of(file))]
    for name, text in items_of(file, "åtaganden"):
        rows.append((Target(file.input.id, "åtaganden", name), f"{name} {text}"))
    for target, name in rows:
        text = fold(f"{name} {file.input.id}")
        place = (
            location(desk, file, definition_span(file, target)) if all(w in text for w in wanted) else None
        )
        if place:
            kind = lsp.SymbolKind.File if target.item is None else lsp.SymbolKind.Object
            yield lsp.WorkspaceSymbol(place, name or file.input.id, kind, container_name=file.input.id)
