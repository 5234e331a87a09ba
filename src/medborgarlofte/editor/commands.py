"""Commands that lenses and quick fixes run."""

from collections.abc import Callable
from typing import Final, NamedTuple

from lsprotocol import types as lsp

from medborgarlofte.editor.actions import ADD_WAIVER, waiver
from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.desk import Desk
from medborgarlofte.editor.edits import in_page, new_file
from medborgarlofte.editor.lenses import CREATE_FOLLOW_UP, OPEN
from medborgarlofte.editor.new_documents import follow_up


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
