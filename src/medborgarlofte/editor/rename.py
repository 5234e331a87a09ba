"""Rename of ids and of files, with every reference to them."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.editor.cursor import place_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.edits import across
from medborgarlofte.editor.hover import offset_in_value
from medborgarlofte.editor.targets import (
    Target,
    definition_at,
    definition_span,
    document_of,
    item_route,
    reference_at,
    usages,
)
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.editing import Edit
from medborgarlofte.source.positions import Span

OPTIONS: Final = lsp.RenameOptions(prepare_provider=True)
_YAML: Final = lsp.FileOperationFilter(lsp.FileOperationPattern("**/promises/**"))
FILES: Final = lsp.FileOperationRegistrationOptions([_YAML])


def prepare_rename(desk: Desk, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    """The id at a position and its range; None for what has no id."""
    page, target, span = _at(desk, params)
    if page is None or target is None or span is None or document_of(page.snapshot, target) is None:
        return None
    return lsp.PrepareRenamePlaceholder(page.raw.range(span), target.item or target.document)


def rename(desk: Desk, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """Edit that gives an id, or a document, another name. Raises LofteError."""
    page, target, _ = _at(desk, params)
    file = document_of(page.snapshot, target) if page and target else None
    if page is None or target is None or file is None:
        return None
    new = params.new_name.strip()
    if target.item is None:
        return _renamed_document(desk, page, target, new)
    if not re.fullmatch(r"[\w.-]{1,40}", new):
        raise LofteError(
            Text(
                f"”{new}” går inte att använda som id. Använd bokstäver, siffror, punkt och bindestreck.",
                f"“{new}” cannot be used as an id. Use letters, digits, full stop and hyphen.",
            )
        )
    if item_route(file, target._replace(item=new)) is not None:
        raise LofteError(
            Text(f"Id:t ”{new}” finns redan i ”{target.list}”.", f"The id “{new}” exists in “{target.list}”.")
        )
    edits: dict[Path, list[Edit]] = {}
    defined = definition_span(file, target)
    if defined and file.input.path:
        edits[file.input.path] = [Edit(defined, new)]
    for one in usages(page.snapshot, target):
        if one.file.input.path and one.span:
            edits.setdefault(one.file.input.path, []).append(Edit(one.span, new))
    return across(desk, edits)


def _at(
    desk: Desk, params: lsp.PrepareRenameParams | lsp.RenameParams
) -> tuple[Page | None, Target | None, Span | None]:
    """Target at a position, and the span of its name there."""
    page = desk.page(path_of(params.text_document.uri))
    place = place_at(page.file.source.root, page.raw.point(params.position)) if page else None
    if page is None or place is None or place.on_key:
        return page, None, None
    found = reference_at(page.file, place.route, offset_in_value(page, place.route, params.position))
    if found is not None:
        return page, found.target, found.span
    target = definition_at(page.file, place.route)
    if target is None or target.item is None:
        return page, None, None
    return page, target, definition_span(page.file, target)


def _renamed_document(desk: Desk, page: Page, target: Target, new: str) -> lsp.WorkspaceEdit:
    """Edit that moves a document's file. Raises LofteError."""
    file = page.snapshot.by_id[target.document]
    old = file.input.path
    path = page.snapshot.project.root / f"{new}{old.suffix if old else '.yaml'}"
    if old is None or not re.fullmatch(r"[\w.-]+(/[\w.-]+)*", new) or ".." in new:
        raise LofteError(
            Text(
                f"”{new}” går inte att använda som namn på en fil.", f"“{new}” cannot be the name of a file."
            )
        )
    if path.exists():
        raise LofteError(Text(f"Dokumentet ”{new}” finns redan.", f"The document “{new}” exists already."))
    moved = lsp.RenameFile(desk.buffers.uri_of(old), str(from_fs_path(str(path))))
    edit = across(desk, _references_to(page.snapshot, [(target.document, new)]))
    return lsp.WorkspaceEdit(document_changes=[*(edit.document_changes or []), moved])


def will_rename_files(desk: Desk, params: lsp.RenameFilesParams) -> lsp.WorkspaceEdit | None:
    """Edit of the references to files and folders that are about to be renamed."""
    edits: dict[Path, list[Edit]] = {}
    for snapshot in desk.snapshots():
        root = snapshot.project.root
        pairs = []
        for one in params.files:
            old, new = path_of(one.old_uri), path_of(one.new_uri)
            if old is not None and new is not None and root in old.parents and root in new.parents:
                pairs += [
                    (file.input.id, _moved_id(path, old, new, root))
                    for path, file in snapshot.by_path.items()
                    if path == old or old in path.parents
                ]
        for path, rows in _references_to(snapshot, pairs).items():
            edits.setdefault(path, []).extend(rows)
    return across(desk, edits) if edits else None


def _moved_id(path: Path, old: Path, new: Path, root: Path) -> str:
    return (new / path.relative_to(old)).relative_to(root).with_suffix("").as_posix()


def _references_to(snapshot: Snapshot, pairs: Iterable[tuple[str, str]]) -> dict[Path, list[Edit]]:
    """Edits of the references to documents that get another id."""
    edits: dict[Path, list[Edit]] = {}
    for old, new in pairs:
        for one in usages(snapshot, Target(old)):
            if one.file.input.path and one.span:
                edits.setdefault(one.file.input.path, []).append(Edit(one.span, new))
    return edits
