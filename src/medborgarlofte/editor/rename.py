"""Rename of ids and of files, with every reference to them."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.edits import across
from medborgarlofte.editor.navigation import target_at, usages
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load.targets import Target, definition_span, item_route
from medborgarlofte.source.editing import Edit

OPTIONS: Final = lsp.RenameOptions(prepare_provider=True)
_YAML: Final = lsp.FileOperationFilter(lsp.FileOperationPattern("**/promises/**"))
FILES: Final = lsp.FileOperationRegistrationOptions([_YAML])


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
    file = page.snapshot.by_id.get(target.document) if target else None
    if target is None or span is None or file is None:
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
    defined = definition_span(file, target)
    edits = {file.input.path: [Edit(defined, new)]} if defined and file.input.path else {}
    return across(desk, _references_to(page.snapshot, [(target, new)], edits))


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
    edit = across(desk, _references_to(page.snapshot, [(target, new)], {}))
    return lsp.WorkspaceEdit(document_changes=[*(edit.document_changes or []), moved])


def will_rename_files(desk: Desk, params: lsp.RenameFilesParams) -> lsp.WorkspaceEdit | None:
    """Edit of the references to files and folders that are about to be renamed."""
    edits: dict[Path, list[Edit]] = {}
    for snapshot in desk.snapshots():
        root = snapshot.project.root
        for one in params.files:
            old, new = path_of(one.old_uri), path_of(one.new_uri)
            if old is not None and new is not None and root in old.parents and root in new.parents:
                pairs = [
                    (Target(file.input.id), _moved_id(path, old, new, root))
                    for path, file in snapshot.by_path.items()
                    if path == old or old in path.parents
                ]
                _references_to(snapshot, pairs, edits)
    return across(desk, edits) if edits else None


def _moved_id(path: Path, old: Path, new: Path, root: Path) -> str:
    return (new / path.relative_to(old)).relative_to(root).with_suffix("").as_posix()


def _references_to(
    snapshot: Snapshot, pairs: Iterable[tuple[Target, str]], edits: dict[Path, list[Edit]]
) -> dict[Path, list[Edit]]:
    """Those edits, and the edits of the references to targets that get another name."""
    for old, new in pairs:
        for one in usages(snapshot, old):
            if one.file.input.path and one.span:
                edits.setdefault(one.file.input.path, []).append(Edit(one.span, new))
    return edits
