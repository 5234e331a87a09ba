"""Completion: missing keys with their explanation, and values."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lsprotocol import types as lsp
from pydantic import BaseModel

from medborgarlofte.editor.cursor import Context, context_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.hover import declared_at, describe_key
from medborgarlofte.editor.values import Proposal, proposals
from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Declared, declared
from medborgarlofte.model.kinds import KINDS, kind_named, record_at
from medborgarlofte.model.references import ACROSS
from medborgarlofte.source.writing import write

OPTIONS: Final = lsp.CompletionOptions(trigger_characters=[" ", "#", "[", "{", ","])


def completion(desk: Desk, page: Page, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """What may be written at a position."""
    line, before = page.raw.before(params.position)
    context = context_at(page.raw.lines, line, before)
    if context is None:
        return None
    start = page.raw.units(before[: len(before) - len(context.typed)])
    place = lsp.Range(lsp.Position(line, start), params.position)
    items = [*_values(desk, page, context, place), *_keys(desk, page, context, place)]
    return lsp.CompletionList(is_incomplete=False, items=items) if items else None


def _values(desk: Desk, page: Page, context: Context, place: lsp.Range) -> Iterator[lsp.CompletionItem]:
    field = declared_at(page.kind, context.route)
    if context.route == ("dokument",):
        found = [Proposal(kind.KIND, kind.LABEL[desk.lang]) for kind in KINDS]
    elif field is None or not (context.is_value or context.route[-1] == 0):
        return
    else:
        found = list(proposals(desk, page, context.route, field))
    for number, one in enumerate(found):
        yield lsp.CompletionItem(
            label=one.text,
            kind=one.kind,
            detail=one.detail or None,
            documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, one.about) if one.about else None,
            sort_text=f"{number:04}",
            filter_text=f"{one.text} {one.detail}".strip(),
            text_edit=lsp.TextEdit(place, one.written or _as_yaml(one.text)),
        )


def _as_yaml(text: str) -> str:
    """Text as YAML writes it in a list."""
    return (
        write({"x": text}).removeprefix("x:").strip() if any(mark in text for mark in ",[]{}:#'\"") else text
    )


# ---------------------------------------------------------------- keys


def _keys(desk: Desk, page: Page, context: Context, place: lsp.Range) -> Iterator[lsp.CompletionItem]:
    kind = kind_named(page.kind)
    if context.is_value and not context.is_item:
        return
    if kind is None:
        if not context.route and "dokument" not in context.siblings:
            yield _key_item(desk, place, _Key("dokument", "dokument: ", _KIND[desk.lang]), 0)
        return
    record = record_at(kind, context.route)
    field = declared_at(page.kind, context.route)
    if record is None:
        return
    if context.is_item and context.is_flow:
        new = _Key("{…}", "{" + record_snippet(record, _next_id(page, context), ", ") + "}", _NEW[desk.lang])
        yield _key_item(desk, place, new, 0)
        return
    if field is not None and field.is_list and context.route[-1] != 0 and not context.is_flow:
        name = f"- {field.label[desk.lang]}"
        text = "- " + record_snippet(record, _next_id(page, context), _line(context.column + 2))
        about = describe_key(field, desk.lang)
        yield _key_item(desk, place, _Key(name, text, _NEW[desk.lang], about), 0)
        return
    rows = [one for one in declared(record).values() if one.alias not in context.siblings]
    ordered = sorted(rows, key=lambda one: not one.info.is_required())
    for number, one in enumerate(ordered):
        detail = one.label[desk.lang] + (f" ({_REQUIRED[desk.lang]})" if one.info.is_required() else "")
        text = f"{one.alias}: " if _is_reference(page, context, one) else _key_snippet(one, context)
        key = _Key(one.alias, text, detail, describe_key(one, desk.lang))
        yield _key_item(desk, place, key, number)


def _is_reference(page: Page, context: Context, field: Declared) -> bool:
    """True for a record that is usually written as the id of a document."""
    names = (*(step for step in context.route if isinstance(step, str)), field.alias)
    rules = ACROSS.get(page.kind, ())
    return field.record is not None and any(rule.field == names for rule in rules)


def _key_item(desk: Desk, place: lsp.Range, key: "_Key", number: int) -> lsp.CompletionItem:
    text = key.text if desk.client.snippets else _PLACEHOLDER.sub(r"\1", key.text)
    again = desk.client.suggests_again and key.text.endswith(": ")
    return lsp.CompletionItem(
        label=key.label,
        kind=lsp.CompletionItemKind.Property,
        detail=key.detail,
        documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, key.about) if key.about else None,
        sort_text=f"{number:04}",
        insert_text_format=lsp.InsertTextFormat.Snippet if desk.client.snippets else None,
        insert_text_mode=lsp.InsertTextMode.AsIs,
        text_edit=lsp.TextEdit(place, text),
        command=lsp.Command("", "editor.action.triggerSuggest") if again else None,
    )


class _Key(NamedTuple):
    """Key that may be written."""

    label: str
    text: str
    """What is inserted, with placeholders."""
    detail: str
    about: str = ""


_PLACEHOLDER: Final = re.compile(r"\$(?:\{\d+:?([^}]*)\}|\d)")


def _key_snippet(field: Declared, context: Context) -> str:
    """Key with room for its value."""
    if field.record is None or context.is_flow:
        inner = "{$1}" if field.record else "$1" if field.is_list else ""
        return f"{field.alias}: [{inner}]" if field.is_list else f"{field.alias}: {inner}"
    indent = context.column + 2
    if field.is_list:
        return f"{field.alias}:{_line(indent)}- {record_snippet(field.record, '', _line(indent + 2))}"
    return f"{field.alias}:{_line(indent)}{record_snippet(field.record, '', _line(indent))}"


def _line(column: int) -> str:
    return f"\n{' ' * column}"


def record_snippet(record: type[BaseModel], name: str, between: str) -> str:
    """Keys of a new record: those that must be there, else the first two."""
    rows = list(declared(record).values())
    chosen = [one for one in rows if one.info.is_required()] or rows[:2]
    defaults = {"id": f":{name}"} if name else {}
    keys = (f"{one.alias}: ${{{n}{defaults.get(one.alias, '')}}}" for n, one in enumerate(chosen, 1))
    return between.join(keys)


def _next_id(page: Page, context: Context) -> str:
    """Id after the last one of a list: K4 after K3; empty where ids are words."""
    rows = page.mapping.get(str(context.route[0])) if context.route else None
    ids = [str(row.get("id")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    numbered = [found for one in ids if (found := re.fullmatch(r"(.*\D)(\d+)", one))]
    if not numbered:
        return ""
    stem = numbered[-1][1]
    return f"{stem}{max(int(found[2]) for found in numbered if found[1] == stem) + 1}"


_KIND: Final = Text("Vad för slags dokument filen är", "What kind of document the file is")
_NEW: Final = Text("en till", "one more")
_REQUIRED: Final = Text("måste finnas", "required")
