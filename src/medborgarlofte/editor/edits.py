"""Edits of documents in the units of an editor."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.source.editing import Edit, end_of_line
from medborgarlofte.source.positions import Span, locate
from medborgarlofte.source.reader import Source


def in_page(desk: Desk, page: Page, edits: Iterable[Edit]) -> lsp.WorkspaceEdit:
    """Edit of one document."""
    return across(desk, {page.path: list(edits)})


def across(desk: Desk, edits: Mapping[Path, Iterable[Edit]]) -> lsp.WorkspaceEdit:
    """Edit of several documents."""
    return lsp.WorkspaceEdit(
        document_changes=[_document_edit(desk, path, rows) for path, rows in edits.items()]
    )


def _document_edit(desk: Desk, path: Path, edits: Iterable[Edit]) -> lsp.TextDocumentEdit:
    """Edit of one document, with its line ends."""
    known = desk.buffers.by_path.get(path)
    document = lsp.OptionalVersionedTextDocumentIdentifier(
        desk.buffers.uri_of(path), known.version if known else None
    )
    raw = desk.buffers.raw_text(path)
    return lsp.TextDocumentEdit(
        document,
        [lsp.TextEdit(raw.range(edit.span), edit.text.replace("\n", raw.line_end)) for edit in edits],
    )


def new_file(path: Path, text: str) -> list[lsp.CreateFile | lsp.TextDocumentEdit]:
    """Operations that create a file with a text."""
    uri = str(from_fs_path(str(path)))
    start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri, None)
    return [
        lsp.CreateFile(uri=uri, options=lsp.CreateFileOptions(ignore_if_exists=True)),
        lsp.TextDocumentEdit(document, [lsp.TextEdit(start, text)]),
    ]


def new_record(source: Source, key: str, record: str) -> Edit | None:
    """Edit that adds a record in braces to a list of the document, or None.

    The list is added at the end of the document where there is none.
    """
    location = locate(source.root, (key,)) if source.root is not None else None
    if location is None:
        return None
    last = max(number for number, line in enumerate(source.lines, 1) if line.strip() or number == 1)
    if not location.complete:
        return Edit(end_of_line(source, last), f"\n{key}:\n  - {record}")
    node, items = location.node, location.node.items
    first = source.lines[node.span.line - 1][node.span.column - 1 : node.span.column]
    if first == "[":
        end = Span(node.span.end_line, node.span.end_column - 1, node.span.end_line, node.span.end_column - 1)
        return Edit(end, f", {record}" if items else record)
    if items and node.keys is None:
        end_line = node.span.end_line if node.span.end_column > 1 else node.span.end_line - 1
        end_line = min(end_line, last)
        while not source.lines[end_line - 1].strip() or source.lines[end_line - 1].lstrip().startswith("#"):
            end_line -= 1
        return Edit(end_of_line(source, end_line), f"\n{' ' * (node.span.column - 1)}- {record}")
    return None
