"""Requests and commands of the language server."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from lsprotocol import types as lsp

from medborgarlofte.editor import actions, completion, navigation
from medborgarlofte.editor.actions import ADD_WAIVER, waiver
from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.desk import Desk
from medborgarlofte.editor.edits import follow_up, in_page, new_file
from medborgarlofte.editor.hover import hover
from medborgarlofte.editor.lenses import CREATE_FOLLOW_UP, OPEN, code_lenses
from medborgarlofte.editor.outline import document_symbols, folding_ranges, workspace_symbols


class Feature(NamedTuple):
    """Request of the protocol and the function that answers it."""

    method: str
    handle: Callable[..., Any]
    """Takes the desk, the page where the request is about a file of a project, and the parameters."""
    options: Any = None

    def answer(self, desk: Desk, params: Any) -> Any:
        """Answer to a request; None for a file of no project. Raises LofteError."""
        if not hasattr(params, "text_document"):
            return self.handle(desk, params)
        page = desk.page(path_of(params.text_document.uri))
        return self.handle(desk, page, params) if page else None


FEATURES: Final = (
    Feature(lsp.TEXT_DOCUMENT_HOVER, hover),
    Feature(lsp.TEXT_DOCUMENT_COMPLETION, completion.completion, completion.OPTIONS),
    Feature(lsp.TEXT_DOCUMENT_DEFINITION, navigation.definition),
    Feature(lsp.TEXT_DOCUMENT_REFERENCES, navigation.references),
    Feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols),
    Feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE, folding_ranges),
    Feature(lsp.TEXT_DOCUMENT_CODE_ACTION, actions.code_actions, actions.OPTIONS),
    Feature(lsp.TEXT_DOCUMENT_CODE_LENS, code_lenses),
    Feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME, navigation.prepare_rename),
    Feature(lsp.TEXT_DOCUMENT_RENAME, navigation.rename, navigation.RENAME_OPTIONS),
    Feature(lsp.WORKSPACE_WILL_RENAME_FILES, navigation.will_rename_files, navigation.RENAMED_FILES),
    Feature(lsp.WORKSPACE_SYMBOL, workspace_symbols),
)


class Outcome(NamedTuple):
    """What the editor shall do."""

    edit: lsp.WorkspaceEdit | None = None
    show: lsp.ShowDocumentParams | None = None


def open_place(_desk: Desk, uri: str, line: int = 0) -> Outcome:
    """Show a file at a line from 0."""
    start = lsp.Position(int(line), 0)
    return Outcome(show=lsp.ShowDocumentParams(uri, take_focus=True, selection=lsp.Range(start, start)))


def create_follow_up(desk: Desk, uri: str) -> Outcome:
    """Create the next follow-up of a promise, or show the one that is begun."""
    page = desk.page(path_of(uri))
    made = follow_up(desk, page) if page else None
    if made is None:
        return Outcome()
    edit = lsp.WorkspaceEdit(document_changes=new_file(made.path, made.text)) if made.text else None
    return Outcome(edit, lsp.ShowDocumentParams(desk.buffers.uri_of(made.path), take_focus=True))


def add_waiver(desk: Desk, uri: str, code: str, where: str, reason: str) -> Outcome:
    """Waive a rule at a place for a reason."""
    page = desk.page(path_of(uri))
    edit = waiver(page, code, where, reason) if page else None
    return Outcome(in_page(desk, page, [edit])) if page and edit else Outcome()


COMMANDS: Final[dict[str, Callable[..., Outcome]]] = {
    OPEN: open_place,
    CREATE_FOLLOW_UP: create_follow_up,
    ADD_WAIVER: add_waiver,
}
