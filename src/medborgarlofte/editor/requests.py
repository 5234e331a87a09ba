"""Requests, commands and lenses of the language server."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from lsprotocol import types as lsp

from medborgarlofte.editor import actions, completion, navigation
from medborgarlofte.editor.actions import ADD_WAIVER, waiver
from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.cursor import entries
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.edits import follow_up, in_page, new_file
from medborgarlofte.editor.hover import hover
from medborgarlofte.editor.navigation import document_symbols, folding_ranges, workspace_symbols
from medborgarlofte.follow_up.reports import FollowUps, follow_ups, has_content, latest_reports
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, LoadedFile
from medborgarlofte.load.targets import references_in
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import STANDING_LABELS
from medborgarlofte.source.positions import START, Span, locate
from medborgarlofte.swedish import format_date
from medborgarlofte.timeline import predecessor_of

OPEN: Final = "lofte.open"
CREATE_FOLLOW_UP: Final = "lofte.createFollowUp"
COMPARE: Final = "lofte.diff"
"""Command of the editor that shows a comparison of two documents."""


def code_lenses(desk: Desk, page: Page, _params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
    """Lenses above the title and the commitments of a promise."""
    loaded = page.snapshot.workspace.readable.get(page.file.input.id)
    if loaded is None or not isinstance(loaded.document, Promise):
        return []
    history = follow_ups(page.snapshot.workspace, loaded.id)
    return [
        *_of_document(desk, page, loaded, loaded.document, history),
        *_of_commitments(desk, page, loaded.document, history),
    ]


def _of_document(
    desk: Desk, page: Page, loaded: LoadedDocument, promise: Promise, history: FollowUps
) -> Iterator[lsp.CodeLens]:
    root = page.file.source.root
    key = locate(root, ("titel",)).key if root else None
    where = page.raw.range(key or START)
    uri = desk.buffers.uri_of(page.path)
    if history:
        latest, last = history[-1]
        when = Text(f" · senast {format_date(last.date)}", f" · latest {format_date(last.date, 'en')}")
        yield _lens(desk, where, _join(_count(len(history)), when), OPEN, _address(desk, latest))
    elif page.file.input.id in page.snapshot.workspace.valid and promise.status != "utkast":
        yield _lens(desk, where, _NONE_YET, CREATE_FOLLOW_UP, [uri])
    before = predecessor_of(page.snapshot.workspace, loaded, promise)
    if before is not None and isinstance(before.document, Promise):
        start = before.document.period.start
        name = str(start.year) if start else before.id
        title = Text(f"jämför med {name}", f"compare with {name}")
        yield _lens(desk, where, title, COMPARE, [before.id, loaded.id, uri])


def _of_commitments(desk: Desk, page: Page, promise: Promise, history: FollowUps) -> Iterator[lsp.CodeLens]:
    root = page.file.source.root
    found = locate(root, ("åtaganden",)) if root else None
    if found is None or not found.complete:
        return
    reports = latest_reports(promise, history)
    spans = {step: first for step, first, _, _ in entries(found.node, page.file.source.lines)}
    for index, commitment in enumerate(promise.commitments):
        report = reports.get(commitment.id)
        if report is None or index not in spans:
            continue
        times = sum(
            any(item.commitment == commitment.id and has_content(item) for item in row.items)
            for _, row in history
        )
        label = STANDING_LABELS[report.item.status] if report.item.status else None
        latest = (
            Text(f" · senast {label.sv.lower()}", f" · latest {label.en.lower()}") if label else Text("", "")
        )
        source = page.snapshot.by_id.get(report.source.id)
        span = _item_span(source, commitment.id) if source else None
        yield _lens(
            desk,
            page.raw.range(spans[index]),
            _join(_count(times), latest),
            OPEN,
            _address(desk, report.source, span),
        )


def _item_span(file: LoadedFile, commitment: str) -> Span | None:
    """Where a follow-up reports on a commitment."""
    found = (one for one in references_in(file) if one.target.item == commitment)
    return next((one.span for one in found if one.target.list == "åtaganden"), None)


def _address(desk: Desk, loaded: LoadedDocument, span: Span | None = None) -> list[object]:
    """Address of a file, and a line in it from 0."""
    path = loaded.path
    return [desk.buffers.uri_of(path) if path else "", span.line - 1 if span else 0]


def _lens(
    desk: Desk, where: lsp.Range, title: Text, command: str, arguments: Sequence[object]
) -> lsp.CodeLens:
    return lsp.CodeLens(where, lsp.Command(title[desk.lang], command, arguments=list(arguments)))


def _count(number: int) -> Text:
    many = Text(f"{number} uppföljningar", f"{number} follow-ups")
    return Text("1 uppföljning", "1 follow-up") if number == 1 else many


def _join(*parts: Text) -> Text:
    return Text("".join(part.sv for part in parts), "".join(part.en for part in parts))


_NONE_YET: Final = Text("ingen uppföljning än · skapa", "no follow-up yet · create one")


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
