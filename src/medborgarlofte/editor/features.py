"""Features of the language server, one function each."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from lsprotocol import types as lsp

from medborgarlofte.editor import actions, completion, rename
from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.desk import Desk
from medborgarlofte.editor.hover import hover
from medborgarlofte.editor.lenses import code_lenses
from medborgarlofte.editor.navigation import definition, references
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
    Feature(lsp.TEXT_DOCUMENT_DEFINITION, definition),
    Feature(lsp.TEXT_DOCUMENT_REFERENCES, references),
    Feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols),
    Feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE, folding_ranges),
    Feature(lsp.TEXT_DOCUMENT_CODE_ACTION, actions.code_actions, actions.OPTIONS),
    Feature(lsp.TEXT_DOCUMENT_CODE_LENS, code_lenses),
    Feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME, rename.prepare_rename),
    Feature(lsp.TEXT_DOCUMENT_RENAME, rename.rename, rename.OPTIONS),
    Feature(lsp.WORKSPACE_WILL_RENAME_FILES, rename.will_rename_files, rename.FILES),
    Feature(lsp.WORKSPACE_SYMBOL, workspace_symbols),
)
