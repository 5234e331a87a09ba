"""Symbols of documents and projects, and folding."""

from collections.abc import Iterator
from typing import Any, Final

from lsprotocol import types as lsp

from medborgarlofte.diagnostic import value_at
from medborgarlofte.editor.cursor import entries
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.hover import items_of, name_of, shortened, title_of
from medborgarlofte.editor.navigation import location
from medborgarlofte.load import LoadedFile
from medborgarlofte.load.targets import Target, definition_span
from medborgarlofte.source.positions import Node
from medborgarlofte.swedish import fold

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
