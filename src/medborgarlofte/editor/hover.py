"""What a key, reference or sentence means."""

from collections.abc import Iterator
from typing import Any, Final

from lsprotocol import types as lsp

from medborgarlofte.diagnostic import value_at
from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.editor.cursor import Place, place_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import follow_ups, latest_reports
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.format import NOTHING, format_explanation
from medborgarlofte.language.phrases import format_actuals, format_period, format_target
from medborgarlofte.load import LoadedDocument, LoadedFile
from medborgarlofte.load.targets import Target, item_route, reference_at, value_span
from medborgarlofte.model.declaration import Declared, ValueType
from medborgarlofte.model.kinds import field_at, keys, kind_named
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.report.explanation import explain
from medborgarlofte.source.positions import Route
from medborgarlofte.timeline import stage_label

_NAMES: Final = ("text", "rubrik", "namn", "titel", "indikator", "vad")
"""Keys whose value tells a reader what an item is, the best first."""


def name_of(value: Any) -> str:
    """What an item is about, on one line; empty where nothing says so."""
    if not isinstance(value, dict):
        return str(value or "")
    found = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), "")
    return " ".join(found.split())


def shortened(text: str, length: int = 70) -> str:
    """Text cut at a word."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def title_of(file: LoadedFile) -> str:
    """Title of a document, else its kind and first day."""
    title = file.document.title if file.document else None
    return title or f"{file.kind} {file.facts.start}".strip()


def items_of(file: LoadedFile, alias: str) -> Iterator[tuple[str, str]]:
    """Id and text of the items of a list, without parsing the file again."""
    field = keys(type(file.document)).get(alias) if file.document else None
    for item in getattr(file.document, field.name) if field else ():
        if item.id:
            texts = (getattr(item, key, None) for key in ("text", "title", "name", "question"))
            yield item.id, " ".join(str(next(filter(None, texts), "")).split())


def describe(desk: Desk, snapshot: Snapshot, target: Target) -> str | None:
    """Text and status of a target in Markdown; None where there is no such thing."""
    file = snapshot.by_id.get(target.document)
    if file is None:
        return None
    loaded = snapshot.workspace.readable.get(target.document)
    if target.item is None:
        return "\n\n".join(_document(desk, snapshot, file, loaded))
    route = item_route(file, target)
    if route is None:
        return None
    lines = [f"**{target.item}** · {title_of(file)} (`{target.document}`)"]
    lines.append("> " + name_of(value_at(file.value, route)))
    if loaded is not None and target.list == "åtaganden" and isinstance(loaded.document, Promise):
        lines += commitment_facts(snapshot, loaded, loaded.document, str(target.item), desk.lang)
    return "\n\n".join(lines)


def _document(
    desk: Desk, snapshot: Snapshot, file: LoadedFile, loaded: LoadedDocument | None
) -> Iterator[str]:
    yield f"**{title_of(file)}** (`{file.input.id}`)"
    if loaded is not None and loaded.document.period is not None:
        stage = stage_label(snapshot.workspace, loaded, desk.day())[desk.lang]
        yield f"{format_period(loaded.document.period, desk.lang)} · {stage}"


def commitment_facts(
    snapshot: Snapshot, loaded: LoadedDocument, promise: Promise, name: str, lang: Language
) -> Iterator[str]:
    """Target and latest status of a commitment."""
    commitment = next((one for one in promise.commitments if one.id == name), None)
    if commitment is None:
        return
    if commitment.targets:
        yield f"{_TARGET[lang]}: {', '.join(format_target(one)[lang] for one in commitment.targets)}"
    report = latest_reports(promise, follow_ups(snapshot.workspace, loaded.id)).get(name)
    status = report.item.status if report else None
    told = STANDING_LABELS[status or NOT_REPORTED][lang]
    if report is not None:
        told += f" ({report.follow_up.date})"
        if report.actuals:
            told += f": {format_actuals(report.actuals, report.part)[lang]}"
    yield f"{_STATUS[lang]}: {told}"


_TARGET: Final = Text("Mål", "Target")
_STATUS: Final = Text("Uppföljning", "Follow-up")


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
    kind = kind_named(kind_name)
    return field_at(kind, route) if kind else None


def describe_key(field: Declared, lang: Language) -> str:
    """Label, explanation and allowed values of a key."""
    lines = [f"**{field.label[lang]}** (`{field.alias}`)", field.description]
    words = field.choices
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
