"""An editor's side of the language server, by pytest-lsp."""

import asyncio
import os
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from lsprotocol import types as lsp
from pygls.io_ import run_async
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

from corpus import ROOT
from program import Running, environment

TODAY: Final = "2024-06-01"
PATIENCE: Final = 90.0
"""Seconds until a server that is still silent has failed."""


class Editor:
    """Open documents of one editor, and what the server says of them."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, perhaps with unsaved changes; its address."""
        uri = path.as_uri()
        shown = path.read_bytes().decode("utf-8-sig", "replace") if text is None else text
        self.versions[uri], self.texts[uri] = 1, shown
        self.client.text_document_did_open(
            lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, lsp.LanguageKind.Yaml, 1, shown))
        )
        return uri

    def change(self, uri: str, *changes: str | tuple[lsp.Range, str]) -> None:
        """Replace the whole text, or ranges of it."""
        self.versions[uri] += 1
        self.texts[uri] = changes[-1] if isinstance(changes[-1], str) else ""
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [
                    lsp.TextDocumentContentChangeWholeDocument(one)
                    if isinstance(one, str)
                    else lsp.TextDocumentContentChangePartial(range=one[0], text=one[1])
                    for one in changes
                ],
            )
        )

    def save(self, uri: str) -> None:
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    def watched(self, **events: lsp.FileChangeType) -> None:
        """Report files that were created, changed or deleted, by address."""
        self.client.workspace_did_change_watched_files(
            lsp.DidChangeWatchedFilesParams([lsp.FileEvent(uri, kind) for uri, kind in events.items()])
        )

    def found(self, uri: str) -> Sequence[lsp.Diagnostic]:
        return self.client.diagnostics.get(uri, [])

    def codes(self, uri: str) -> list[str]:
        return [str(one.code) for one in self.found(uri)]

    async def until(self, holds: Callable[[], Any]) -> None:
        """Wait until the server has said what makes a condition true."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while not holds():
            assert asyncio.get_running_loop().time() < end, "the server never said so"
            await asyncio.sleep(0.01)

    def at(self, uri: str, words: str, offset: int = 0) -> lsp.TextDocumentPositionParams:
        """Position of the first occurrence of some words, in UTF-16."""
        before = self.texts[uri][: self.texts[uri].index(words) + offset].split("\n")
        return lsp.TextDocumentPositionParams(
            lsp.TextDocumentIdentifier(uri),
            lsp.Position(len(before) - 1, len(before[-1].encode("utf-16-le")) // 2),
        )

    def shown(self, place: lsp.Location) -> str:
        """File name and text of a place."""
        path = _path(place.uri)
        line = path.read_text(encoding="utf-8").split("\n")[place.range.start.line]
        return f"{path.name}: {line[place.range.start.character : place.range.end.character]}"

    async def actions(self, uri: str, words: str, offset: int = 0) -> dict[str, lsp.CodeAction]:
        """Quick fixes at some words, by title."""
        at = self.at(uri, words, offset).position
        answer = await self.client.text_document_code_action_async(
            lsp.CodeActionParams(
                lsp.TextDocumentIdentifier(uri), lsp.Range(at, at), lsp.CodeActionContext([])
            )
        )
        return {one.title: one for one in answer or [] if isinstance(one, lsp.CodeAction)}

    def apply(self, edit: lsp.WorkspaceEdit | None) -> dict[str, str]:
        """Text of each file after an edit, by name; what is on disk stays."""
        texts: dict[str, str] = {}
        for change in (edit.document_changes if edit else None) or []:
            if isinstance(change, lsp.CreateFile):
                texts[_name(change.uri)] = ""
            elif isinstance(change, lsp.RenameFile):
                texts[_name(change.new_uri)] = texts.pop(_name(change.old_uri), "")
            elif isinstance(change, lsp.TextDocumentEdit):
                uri, name = change.text_document.uri, _name(change.text_document.uri)
                if name not in texts:
                    texts[name] = self.texts.get(uri) or _path(uri).read_text(encoding="utf-8")
                texts[name] = _edited(
                    texts[name], [one for one in change.edits if isinstance(one, lsp.TextEdit)]
                )
        return texts

    async def settled(self, uri: str) -> None:
        """Wait for the findings of the text as it is now."""
        version = self.versions[uri]
        await self.until(lambda: self.client.protocol_versions.get(uri) == version)  # type: ignore[attr-defined]


def _path(uri: str) -> Path:
    return Path(unquote(uri.removeprefix("file://")))


def _name(uri: str) -> str:
    return _path(uri).name


def _edited(text: str, edits: Sequence[lsp.TextEdit]) -> str:
    """Text after edits in UTF-16, as an editor applies them."""
    lines = text.split("\n")

    def offset(position: lsp.Position) -> int:
        units = lines[position.line].encode("utf-16-le")[: 2 * position.character]
        return sum(len(line) + 1 for line in lines[: position.line]) + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


@asynccontextmanager
async def editing(
    *folders: Path, encoding: str = "utf-16", lang: str = "sv", today: str = TODAY, extension: bool = False
) -> AsyncIterator[Editor]:
    """An editor with these workspace folders, and a server of its own."""
    client = make_test_lsp_client()
    versions: dict[str, int | None] = {}
    client.protocol_versions = versions  # type: ignore[attr-defined]

    def publish(params: lsp.PublishDiagnosticsParams) -> None:
        client.diagnostics[params.uri] = params.diagnostics
        versions[params.uri] = params.version

    client.applied = []  # type: ignore[attr-defined]

    def apply(params: lsp.ApplyWorkspaceEditParams) -> lsp.ApplyWorkspaceEditResult:
        client.applied.append(params.edit)  # type: ignore[attr-defined]
        return lsp.ApplyWorkspaceEditResult(applied=True)

    client.feature(lsp.WORKSPACE_APPLY_EDIT)(apply)
    client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = publish
    process, writer = await _connect(client, "lsp", "--lang", lang, "--today", today)
    capabilities = client_capabilities("visual-studio-code")
    if capabilities.general:
        capabilities.general.position_encodings = [encoding]
    await client.initialize_session(
        lsp.InitializeParams(
            capabilities,
            initialization_options={"extension": extension},
            workspace_folders=[lsp.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders],
        )
    )
    try:
        yield Editor(client)
    finally:
        await client.shutdown_session()
        code = await asyncio.to_thread(process.wait, PATIENCE)
        await client.stop()  # type: ignore[no-untyped-call]  # pytest-lsp has no type for it
        writer.close()
        await writer.wait_closed()
        assert code == 0


async def _connect(client: LanguageClient, *words: str) -> tuple[Running, asyncio.StreamWriter]:
    """Start a server whose standard input and output are a socket, and its standard error this one's."""
    with (
        tempfile.TemporaryDirectory(prefix="lofte-test-") as folder,
        socket.socket(socket.AF_UNIX) as waiting,
    ):
        name = Path(folder, "socket")
        waiting.bind(str(name))
        waiting.listen()
        process = Running(*words, cwd=ROOT, streams=[name, name, Path(os.devnull)], env=environment())
        connection, _ = waiting.accept()
    reader, writer = await asyncio.open_connection(sock=connection)
    client.protocol.set_writer(writer)
    serving = run_async(client._stop_event, reader, client.protocol)
    client._async_tasks.append(asyncio.create_task(serving))
    return process, writer
