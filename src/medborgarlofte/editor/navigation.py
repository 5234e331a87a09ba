"""Definition and references."""

from lsprotocol import types as lsp

from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.editor.cursor import place_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.hover import offset_in_value
from medborgarlofte.load import LoadedFile, targets
from medborgarlofte.load.targets import Reference, Target, definition_at, definition_span, reference_at
from medborgarlofte.source.positions import Span


def definition(desk: Desk, page: Page, params: lsp.DefinitionParams) -> lsp.Location | None:
    """Where the target of a reference is written."""
    target, _ = target_at(page, params.position)
    return _location_of(desk, page, target) if target else None


def references(desk: Desk, page: Page, params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Every place that names the target at a position."""
    target, _ = target_at(page, params.position)
    if target is None:
        return []
    found = [place for one in usages(page.snapshot, target) if (place := location(desk, one.file, one.span))]
    if params.context.include_declaration and (defined := _location_of(desk, page, target)):
        found.insert(0, defined)
    return found


def target_at(page: Page, position: lsp.Position) -> tuple[Target | None, Span | None]:
    """What is named or defined at a position, and the span of its name there; no span on a key."""
    place = place_at(page.file.source.root, page.raw.point(position))
    if place is None:
        return None, None
    if not place.on_key:
        found = reference_at(page.file, place.route, offset_in_value(page, place.route, position))
        if found is not None:
            return found.target, found.span
    target = definition_at(page.file, place.route)
    has_name = target is not None and target.item is not None and not place.on_key
    return target, definition_span(page.file, target) if target and has_name else None


def usages(snapshot: Snapshot, target: Target) -> list[Reference]:
    """References to a target in the whole project."""
    near = (file for file in snapshot.by_path.values() if _may_name(file, target.document))
    return targets.usages(near, target)


def _may_name(file: LoadedFile, document: str) -> bool:
    """False for a file that need not be parsed to know that it names no such document."""
    return file.input.id == document or any(found.document == document for found in file.facts.references)


def _location_of(desk: Desk, page: Page, target: Target) -> lsp.Location | None:
    file = page.snapshot.by_id.get(target.document)
    return location(desk, file, definition_span(file, target)) if file else None


def location(desk: Desk, file: LoadedFile, span: Span | None) -> lsp.Location | None:
    """Place in a file, in the units of the editor."""
    path = file.input.path
    if path is None or span is None:
        return None
    return lsp.Location(desk.buffers.uri_of(path), desk.buffers.raw_text(path).range(span))
