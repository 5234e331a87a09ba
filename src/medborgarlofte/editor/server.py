"""Language server on pygls: registers the features and publishes findings."""

import asyncio
import datetime as dt
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from medborgarlofte import __version__
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.collection import Collection
from medborgarlofte.editor.desk import Client, Desk
from medborgarlofte.editor.edits import lsp_diagnostics
from medborgarlofte.editor.requests import COMMANDS, FEATURES, Feature, Outcome
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text, sentences
from medborgarlofte.load import FOLDER
from medborgarlofte.model.config import CONFIG_FILE

PAUSE: Final = 0.04
"""Seconds without a keystroke before the findings are computed."""


class Protocol(LanguageServerProtocol):
    """Protocol of pygls, whose own buffers are not used: they break lines at U+2028 and form feed."""

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None


class Server(LanguageServer):
    """Server of one editor."""

    def __init__(self, lang: Language, today: Callable[[], dt.date]) -> None:
        super().__init__(
            "lofte",
            __version__,
            protocol_cls=Protocol,
            converter_factory=default_converter,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental,
        )
        self.desk = Desk(lang, today)
        self._checking: asyncio.Task[None] | None = None
        self._edited: frozenset[Path] = frozenset()
        self._published: dict[Path, Sequence[lsp.Diagnostic]] = {}

    def check_soon(self, *edited: Path | None, pause: float = 0) -> None:
        """Compute findings after a pause; an unfinished computation is cancelled."""
        if self._checking is not None:
            self._checking.cancel()
        self._edited |= {path for path in edited if path is not None}
        self._checking = asyncio.ensure_future(self._check(pause))
        self._checking.add_done_callback(self._report_failure)

    def _report_failure(self, checking: "asyncio.Future[None]") -> None:
        error = None if checking.cancelled() else checking.exception()
        if isinstance(error, Exception):
            self.report_server_error(error, None)

    async def _check(self, pause: float) -> None:
        await asyncio.sleep(pause)
        first = self._edited | frozenset(self.desk.buffers.by_path)
        present: set[Path] = set()
        whole = True
        for collection in sorted(self.desk.collections.values(), key=self._waits):
            try:
                present |= await self._check_collection(collection, first)
            except LofteError as error:
                whole = False
                text = sentences(error.message, error.help)[self.desk.lang]
                self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, text))
        if whole:
            for path in self._published.keys() - present:
                self._publish(path, [])
        self._edited = frozenset()

    def _waits(self, collection: Collection) -> bool:
        """False for the projects to check first."""
        return not any(collection.root in path.parents for path in self._edited)

    async def _check_collection(self, collection: Collection, first: frozenset[Path]) -> set[Path]:
        """Publish what changed in a project; the files it has findings for."""
        for _ in collection.read(self.desk.buffers.unsaved):
            await asyncio.sleep(0)
        snapshot = collection.snapshot(self.desk.buffers.unsaved)
        config = snapshot.project.config
        self._publish(config, snapshot.config_diagnostics)
        for file, diagnostics in collection.findings(snapshot, self.desk.day(), first):
            if file.input.path is not None:
                self._publish(file.input.path, diagnostics)
            await asyncio.sleep(0)
        return {item.path for item in snapshot.project.files if item.asked and item.path} | {config}

    def _publish(self, path: Path, diagnostics: Sequence[Diagnostic]) -> None:
        found = lsp_diagnostics(diagnostics, self.desk.buffers.raw_text(path), self.desk.lang)
        buffer = self.desk.buffers.by_path.get(path)
        if buffer is None and self._published.get(path, []) == found:
            return
        self._published[path] = found
        if not found:
            self._published.pop(path)
        version = buffer.version if buffer else None
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(self.desk.buffers.uri_of(path), found, version)
        )

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 - the signature of pygls
        """Log an error of the server itself; the editor goes on."""
        if isinstance(error, JsonRpcException) and error.code == _REFUSED:
            return  # the answer says why
        text = f"{_INTERNAL_ERROR[self.desk.lang]} ({type(error).__name__}: {error})"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, text))


_REFUSED: Final = lsp.LSPErrorCodes.RequestFailed.value
_INTERNAL_ERROR: Final = Text(
    "Något gick fel i lofte. Dina filer är inte ändrade.",
    "Something went wrong in lofte. Your files have not been changed.",
)


def make_server(lang: Language, today: Callable[[], dt.date]) -> Server:
    """Server with every feature."""
    server = Server(lang, today)
    for method, handler in _LIFE.items():
        server.feature(method)(handler)
    for name, run in COMMANDS.items():
        server.command(name)(_command(server, run))
    for feature in FEATURES:
        server.feature(feature.method, feature.options)(_request(server, feature))
    return server


def serve(lang: Language, today: Callable[[], dt.date]) -> None:
    """Serve an editor on standard input and output."""
    gc.enable()  # a command runs without; this one does not end
    # pygls closes what it writes to, and the program flushes standard output at its end.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        make_server(lang, today).start_io(stdout=output)


def _request(server: Server, feature: Feature) -> Callable[[Any], Any]:
    def answer(params: Any) -> Any:
        try:
            return feature.answer(server.desk, params)
        except LofteError as error:
            text = sentences(error.message, error.help)[server.desk.lang]
            raise JsonRpcException(text, _REFUSED) from error

    return answer


def _command(server: Server, run: Callable[..., Outcome]) -> Callable[..., Any]:
    async def execute(*arguments: Any) -> None:
        outcome = run(server.desk, *arguments)
        if outcome.edit is not None:
            await server.workspace_apply_edit_async(lsp.ApplyWorkspaceEditParams(outcome.edit))
        if outcome.show is not None:
            await server.window_show_document_async(outcome.show)

    return execute


# ---------------------------------------------------------------- what the editor reports


def _initialize(ls: Server, params: lsp.InitializeParams) -> None:
    ls.desk.buffers.encoding = ls.workspace.position_encoding  # type: ignore[assignment]  # an enum of str
    document = params.capabilities.text_document
    item = document.completion.completion_item if document and document.completion else None
    name = params.client_info.name.casefold() if params.client_info else ""
    asked = params.initialization_options
    ls.desk.client = Client(
        snippets=bool(item and item.snippet_support),
        asks=isinstance(asked, dict) and asked.get("extension") is True,
        suggests_again="code" in name,
    )
    uris = [folder.uri for folder in params.workspace_folders or []] or [params.root_uri or ""]
    ls.desk.set_folders([path for uri in uris if (path := path_of(uri))])


def _initialized(ls: Server, _: lsp.InitializedParams) -> None:
    capabilities = ls.client_capabilities.workspace
    watched = capabilities.did_change_watched_files if capabilities else None
    if watched and watched.dynamic_registration:
        patterns = (f"**/{FOLDER}/**/*.yaml", f"**/{FOLDER}/**/*.yml", f"**/{CONFIG_FILE}")
        options = lsp.DidChangeWatchedFilesRegistrationOptions(
            [lsp.FileSystemWatcher(pattern) for pattern in patterns]
        )
        ls.client_register_capability(
            lsp.RegistrationParams(
                [lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]
            )
        )
    ls.check_soon()


def _open(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    path = ls.desk.buffers.open(params.text_document)
    if path is not None:
        collection = ls.desk.collection_of(path)
        if collection is not None:
            collection.report_again(path)
            collection.relist()
        ls.check_soon(path)


def _change(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.check_soon(ls.desk.buffers.change(params.text_document, params.content_changes), pause=PAUSE)


def _save(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    ls.desk.relist()
    ls.check_soon(ls.desk.buffers.save(params.text_document.uri))


def _close(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    path = ls.desk.buffers.close(params.text_document.uri)
    if path is not None:
        ls.desk.close(path)
        ls.desk.relist()
        ls.check_soon(path)


def _files(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    for event in params.changes:
        path = path_of(event.uri)
        for collection in ls.desk.collections.values():
            if path is not None:
                collection.forget(path)
    ls.desk.relist()
    ls.desk.set_folders(ls.desk.folders)
    ls.check_soon()


def _folders(ls: Server, _: lsp.DidChangeWorkspaceFoldersParams) -> None:
    uris = [folder.uri for folder in ls.workspace.folders.values()]
    ls.desk.set_folders([path for uri in uris if (path := path_of(uri))])
    ls.check_soon()


_LIFE: Final[dict[str, Callable[[Any, Any], None]]] = {
    lsp.INITIALIZE: _initialize,
    lsp.INITIALIZED: _initialized,
    lsp.TEXT_DOCUMENT_DID_OPEN: _open,
    lsp.TEXT_DOCUMENT_DID_CHANGE: _change,
    lsp.TEXT_DOCUMENT_DID_SAVE: _save,
    lsp.TEXT_DOCUMENT_DID_CLOSE: _close,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files,
    lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: _folders,
}
