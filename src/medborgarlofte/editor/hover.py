"""Hover: what a key means, a reference leads to, a sentence says."""

from typing import Final

from lsprotocol import types as lsp

from medborgarlofte.diagnostic import value_at
from medborgarlofte.editor.cursor import Place, place_at
from medborgarlofte.editor.describe import describe
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.explain import NOTHING, format_explanation
from medborgarlofte.load.targets import reference_at, value_span
from medborgarlofte.model.declaration import Declared, ValueType, declared
from medborgarlofte.model.kinds import kind_named, record_at
from medborgarlofte.model.repair import choices
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.report.explanation import explain
from medborgarlofte.source.positions import Route


def hover(desk: Desk, page: Page, params: lsp.HoverParams) -> lsp.Hover | None:
    """Explanation of the key or value at a position."""
    place = place_at(page.file.source.root, page.raw.point(params.position))
    text = _text_at(desk, page, place, params.position) if place else None
    if place is None or not text:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), page.raw.range(place.span))


def _text_at(desk: Desk, page: Page, place: Place, position: lsp.Position) -> str | None:
    field = declared_at(page.kind, place.route)
    if place.on_key:
        return describe_key(field, desk.lang) if field else None
    return (
        _reference(desk, page, place, position)
        or _rule(page, place.route, desk.lang)
        or _choice(page, place.route, field, desk.lang)
        or _sentence(page, place.route, field, desk.lang)
        or (describe_key(field, desk.lang) if field else None)
    )


def declared_at(kind_name: str, route: Route) -> Declared | None:
    """Declaration of the field at a route."""
    names = [number for number, step in enumerate(route) if isinstance(step, str)]
    kind = kind_named(kind_name)
    record = record_at(kind, route[: names[-1]]) if kind and names else None
    fields = declared(record).values() if record else ()
    return next((field for field in fields if field.alias == route[names[-1]]), None)


def describe_key(field: Declared, lang: Language) -> str:
    """Label, explanation and allowed values of a key."""
    lines = [f"**{field.label[lang]}** (`{field.alias}`)", field.description]
    words = choices(field.info)
    if field.value_type == "category" or len(words) > _MANY:
        words = ()
    if words:
        lines.append(f"{_ONE_OF[lang]}: {', '.join(f'`{word}`' for word in words)}")
    elif field.value_type in _FORMS:
        lines.append(_FORMS[field.value_type][lang])
    return "\n\n".join(line for line in lines if line)


def _reference(desk: Desk, page: Page, place: Place, position: lsp.Position) -> str | None:
    offset = offset_in_value(page, place.route, position)
    found = reference_at(page.file, place.route, offset)
    return describe(desk, page.snapshot, found.target) if found else None


def offset_in_value(page: Page, route: Route, position: lsp.Position) -> int | None:
    """Offset into a value written on one line; None for other values."""
    span = value_span(page.file, route)
    point = page.raw.point(position)
    if span is None or span.line != span.end_line or point.line != span.line:
        return None
    return point.column - span.column


def _rule(page: Page, route: Route, lang: Language) -> str | None:
    """Explanation of the rule that a waiver names."""
    if route[0] != "undantag" or route[-1] != "regel":
        return None
    try:
        return explain(str(value_at(page.file.value, route)).strip(), lang=lang, width=_WIDTH)
    except LofteError:
        return None


def _choice(page: Page, route: Route, field: Declared | None, lang: Language) -> str | None:
    """What a word of a list means."""
    written = str(value_at(page.file.value, route))
    if field is None:
        return None
    if field.value_type == "category" and written in categories():
        return f"**{categories()[written].label[lang]}** (`{written}`)"
    label = field.options.get("labels", {}).get(written)
    return f"**{label[lang]}** (`{written}`)\n\n{field.description}" if label else None


def _sentence(page: Page, route: Route, field: Declared | None, lang: Language) -> str | None:
    """What is read out of a text."""
    if field is None or "role" not in field.options:
        return None
    found = format_explanation(str(value_at(page.file.value, route)), lang)
    if not found:
        return f"{describe_key(field, lang)}\n\n{NOTHING[lang]}"
    return "\n".join([f"**{_READ[lang]}**", "", *(f"- {line}" for line in found.splitlines())])


_MANY: Final = 20
_WIDTH: Final = 100
_ONE_OF: Final = Text("Ett av", "One of")
_READ: Final = Text("Det här läser lofte ut ur texten", "What lofte reads in the text")
_FORMS: Final[dict[ValueType, Text]] = {
    "date": Text(
        "Skrivs `2024-06-01`, `2024-06` eller `2024`.", "Written `2024-06-01`, `2024-06` or `2024`."
    ),
    "year": Text("Skrivs `2024`.", "Written `2024`."),
    "yes_no": Text("Skrivs `ja` eller `nej`.", "Written `ja` (yes) or `nej` (no)."),
    "number": Text("Ett tal.", "A number."),
    "link": Text("En adress som börjar med https://.", "An address that begins with https://."),
    "prose": Text("Löpande text, med Markdown.", "Running text, with Markdown."),
    "category": Text("En kategori ur taxonomin.", "A category of the taxonomy."),
    "reference": Text(
        "Id på ett dokument: filens sökväg från promises, utan ändelse.",
        "Id of a document: the path of its file from promises, without suffix.",
    ),
}
