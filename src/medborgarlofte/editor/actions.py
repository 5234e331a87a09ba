"""Quick fixes."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from lsprotocol import types as lsp

from medborgarlofte.diagnostic import Diagnostic, value_at
from medborgarlofte.drafting.fixes import fix_for
from medborgarlofte.editor.buffers import Point
from medborgarlofte.editor.cursor import place_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.edits import agreement, follow_up, in_page, lsp_diagnostics, new_file
from medborgarlofte.editor.hover import declared_at
from medborgarlofte.editor.values import proposals
from medborgarlofte.follow_up.editing import written_as
from medborgarlofte.i18n import Text
from medborgarlofte.importing.measures import measures
from medborgarlofte.load.targets import value_span
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.kinds import kind_named, record_at
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules import RULES
from medborgarlofte.source.editing import Edit, at_end, new_item, new_key
from medborgarlofte.source.positions import Route, locate
from medborgarlofte.source.writing import scalar
from medborgarlofte.swedish import fold

OPTIONS: Final = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
ADD_WAIVER: Final = "lofte.addWaiver"
ASK_REASON: Final = "lofte.waive"
"""Command of the editor that asks for the reason of a waiver, then calls `ADD_WAIVER`."""


class Found(NamedTuple):
    """Finding with the document it is in."""

    desk: Desk
    page: Page
    diagnostic: Diagnostic
    route: Route

    @property
    def value(self) -> Any:
        return value_at(self.page.file.value, self.route)


class Offer(NamedTuple):
    """Change that the writer may choose."""

    title: Text
    edit: lsp.WorkspaceEdit | None
    preferred: bool = False
    command: lsp.Command | None = None


def code_actions(desk: Desk, page: Page, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Fixes of the findings in a range, and what may be added there."""
    start, end = page.raw.point(params.range.start), page.raw.point(params.range.end)
    actions: list[lsp.CodeAction] = []
    for diagnostic in desk.diagnostics(page):
        span = diagnostic.span
        if (
            diagnostic.waived is None
            and (span.line, span.column) <= end
            and start <= (span.end_line, span.end_column)
        ):
            shown = lsp_diagnostics([diagnostic], page.raw, desk.lang)
            found = Found(desk, page, diagnostic, _route_of(page, diagnostic))
            actions += [_action(desk, one, shown) for one in _offers(found)]
    actions += [_action(desk, one, None) for one in _targets_from_text(desk, page, start)]
    return actions


def _action(desk: Desk, one: Offer, shown: list[lsp.Diagnostic] | None) -> lsp.CodeAction:
    return lsp.CodeAction(
        title=one.title[desk.lang],
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=shown,
        is_preferred=one.preferred or None,
        edit=one.edit,
        command=one.command,
    )


def _route_of(page: Page, diagnostic: Diagnostic) -> Route:
    """Route of a finding: that of its text, or of the key or value at its place."""
    span = diagnostic.span
    place = place_at(page.file.source.root, Point(span.line, span.column))
    return place.route if place else ()


def _offers(found: Found) -> Iterator[Offer]:
    seen: set[str] = set()
    makers = (_fixed, *_BY_CODE.get(found.diagnostic.code, ()), _waived)
    for make in makers:
        for one in make(found):
            what = repr(one.edit) if one.edit else one.title.sv
            if what not in seen:
                seen.add(what)
                yield one


def _fixed(found: Found) -> Iterator[Offer]:
    """What `validate --fix` would do."""
    fix = fix_for(found.diagnostic, found.page.file.source)
    if fix is not None:
        title = Text(f"Rätta: {fix.what.sv}", f"Fix: {fix.what.en}")
        yield Offer(title, in_page(found.desk, found.page, fix.edits), preferred=fix.certain)


def _replaced(found: Found) -> Iterator[Offer]:
    """The most similar values that may be written."""
    field = declared_at(found.page.kind, found.route)
    written = found.value
    span = value_span(found.page.file, found.route)
    if field is None or not isinstance(written, str) or span is None:
        return
    offered = {fold(one.text): one.text for one in proposals(found.desk, found.page, found.route, field)}
    for near in difflib.get_close_matches(fold(written.strip()), list(offered), _NEAREST, _SIMILAR):
        if offered[near] != written.strip():
            yield _replacement(found, Edit(span, offered[near]))


def _renamed_key(found: Found) -> Iterator[Offer]:
    """The most similar keys that are not there yet."""
    kind = kind_named(found.page.kind)
    record = record_at(kind, found.route[:-1]) if kind and found.route else None
    beside = value_at(found.page.file.value, found.route[:-1])
    if record is None or not isinstance(beside, dict):
        return
    free = {fold(one.alias): one.alias for one in declared(record).values() if one.alias not in beside}
    for near in difflib.get_close_matches(fold(str(found.route[-1])), list(free), _NEAREST, _SIMILAR):
        yield _replacement(found, Edit(found.diagnostic.span, free[near]))


_NEAREST: Final = 3
_SIMILAR: Final = 0.5


def _replacement(found: Found, edit: Edit) -> Offer:
    title = Text(f"Byt till ”{edit.text}”", f"Replace with “{edit.text}”")
    return Offer(title, in_page(found.desk, found.page, [edit]))


def _continued(found: Found) -> Iterator[Offer]:
    """Reference to the commitment of the promise before."""
    values = found.diagnostic.values
    name = f"{values.get('document')}#{values.get('old')}"
    source, item = found.page.file.source, found.route[:2]
    if source.root is None:
        return
    there = locate(source.root, (*item, "fortsätter")).complete
    edit = (
        new_item(source, (*item, "fortsätter"), scalar(name))
        if there
        else _key_after(found.page, item, ("id", "part", "fokus"), f"fortsätter: [{scalar(name)}]")
    )
    if edit:
        title = Text(f"Skriv att åtagandet fortsätter {name}", f"Say that the commitment continues {name}")
        yield Offer(title, in_page(found.desk, found.page, [edit]), preferred=True)


def _key_after(page: Page, route: Route, keys: tuple[str, ...], text: str) -> Edit | None:
    """Edit that adds a key after the first of some others that is on one line."""
    return next((edit for key in keys if (edit := new_key(page.file.source, route, key, text))), None)


def _targets_from_text(desk: Desk, page: Page, point: Point) -> Iterator[Offer]:
    """Target that the wording of the commitment at a point states."""
    place = place_at(page.file.source.root, point)
    if place is None or place.route[:1] != ("åtaganden",) or len(place.route) < 2:
        return
    item = place.route[:2]
    row = value_at(page.file.value, item)
    text = row.get("text") if isinstance(row, dict) else None
    if not isinstance(text, str) or row.get("mål"):
        return
    loaded = page.snapshot.workspace.readable.get(page.file.input.id)
    period = loaded.document.period if loaded else None
    targets = measures(text, period.start.first if period and period.start else None).targets
    if not targets:
        return
    written = ", ".join(written_as(target) for target in targets)
    key = f"mål: {written}" if len(targets) == 1 else f"mål: [{written}]"
    edit = _key_after(page, item, ("text", "fokus", "part", "id"), key)
    if edit:
        title = Text(f"Lägg till {key} ur texten", f"Add {key} from the text")
        yield Offer(title, in_page(desk, page, [edit]))


# ---------------------------------------------------------------- waivers


def _waived(found: Found) -> Iterator[Offer]:
    """Waiver of a rule for this place, with a reason that only the writer knows."""
    code = found.diagnostic.code
    if code not in _RULE_CODES:
        return
    where = "/".join(found.diagnostic.route.split("/")[:2])  # a list and an item of it
    title = Text(f"Gör undantag från {code} här, med skäl …", f"Waive {code} here, with a reason …")
    if found.desk.client.asks:
        arguments = [found.desk.buffers.uri_of(found.page.path), code, where]
        yield Offer(title, None, command=lsp.Command(title[found.desk.lang], ASK_REASON, arguments=arguments))
    elif edit := waiver(found.page, code, where, ""):
        yield Offer(title, in_page(found.desk, found.page, [edit]))


def waiver(page: Page, code: str, where: str, reason: str) -> Edit | None:
    """Edit that adds a waiver; an empty reason is left to be written."""
    place = f"var: {scalar(where)}, " if where else ""
    record = f"{{regel: {code}, {place}skäl: {scalar(reason) if reason else ''}}}"
    source = page.file.source
    if source.root is None or not source.is_whole:
        return None
    if "undantag" in page.mapping:
        return new_item(source, ("undantag",), record)
    return at_end(source, f"undantag:\n  - {record}")


_RULE_CODES: Final = frozenset(rule.code for rule in RULES)


# ---------------------------------------------------------------- missing files


def _new_agreement(found: Found) -> Iterator[Offer]:
    """The agreement that a promise names, or lacks."""
    page = found.page
    loaded = page.snapshot.workspace.readable.get(page.file.input.id)
    if loaded is None or not isinstance(loaded.document, Promise) or page.file.input.path is None:
        return
    named = found.value if found.route[-1:] == ("ingår_i",) else None
    made = agreement(
        page, loaded.document, named.strip() if isinstance(named, str) else None, found.desk.lang
    )
    if made is None:
        return
    changes: list[Any] = list(new_file(made.path, made.text))
    if not isinstance(named, str):
        edit = _key_after(page, (), ("status", "titel"), f"ingår_i: {made.id}")
        if edit is None:
            return
        changes += in_page(found.desk, page, [edit]).document_changes or []
    title = Text(f"Skapa överenskommelsen {made.id}", f"Create the agreement {made.id}")
    yield Offer(title, lsp.WorkspaceEdit(document_changes=changes))


def _new_follow_up(found: Found) -> Iterator[Offer]:
    made = follow_up(found.desk, found.page)
    if made is not None and made.text:
        title = Text(f"Skapa uppföljningen {made.id}", f"Create the follow-up {made.id}")
        yield Offer(title, lsp.WorkspaceEdit(document_changes=new_file(made.path, made.text)), preferred=True)


_BY_CODE: Final[Mapping[str, tuple[Callable[[Found], Iterator[Offer]], ...]]] = {
    "D05": (_renamed_key,),
    "D09": (_replaced,),
    "L02": (_replaced,),
    "R01": (_new_agreement,),
    "R08": (_continued,),
    "U03": (_new_follow_up,),
    "X01": (_replaced,),
    "X02": (_replaced, _new_agreement),
    "X03": (_replaced,),
    "X04": (_replaced,),
}
