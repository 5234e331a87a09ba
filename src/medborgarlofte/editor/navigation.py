"""Definition and references."""

from lsprotocol import types as lsp

from medborgarlofte.editor.buffers import path_of
from medborgarlofte.editor.cursor import place_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.hover import offset_in_value
from medborgarlofte.editor.targets import (
    Target,
    definition_at,
    definition_span,
    document_of,
    reference_at,
    usages,
)
from medborgarlofte.load import LoadedFile
from medborgarlofte.source.positions import Span


def definition(desk: Desk, params: lsp.DefinitionParams) -> lsp.Location | None:
    """Where the target of a reference is written."""
    page, target = _target(desk, params)
    return _location_of(desk, page, target) if page and target else None


def references(desk: Desk, params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Every place that names the target at a position."""
    page, target = _target(desk, params)
    if page is None or target is None:
        return []
    found = [place for one in usages(page.snapshot, target) if (place := location(desk, one.file, one.span))]
    if params.context.include_declaration and (defined := _location_of(desk, page, target)):
        found.insert(0, defined)
    return found


def _target(
    desk: Desk, params: lsp.DefinitionParams | lsp.ReferenceParams
) -> tuple[Page | None, Target | None]:
    page = desk.page(path_of(params.text_document.uri))
    place = place_at(page.file.source.root, page.raw.point(params.position)) if page else None
    if page is None or place is None:
        return page, None
    if place.on_key:
        return page, definition_at(page.file, place.route)
    found = reference_at(page.file, place.route, offset_in_value(page, place.route, params.position))
    return page, found.target if found else definition_at(page.file, place.route)


def _location_of(desk: Desk, page: Page, target: Target) -> lsp.Location | None:
    file = document_of(page.snapshot, target)
    return location(desk, file, definition_span(file, target)) if file else None


def location(desk: Desk, file: LoadedFile, span: Span | None) -> lsp.Location | None:
    """Place in a file, in the units of the editor."""
    path = file.input.path
    if path is None or span is None:
        return None
    return lsp.Location(desk.buffers.uri_of(path), desk.buffers.raw_text(path).range(span))
