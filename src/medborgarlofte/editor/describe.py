"""Documents and their items in words."""

from collections.abc import Iterator
from typing import Any, Final

from medborgarlofte.diagnostic import value_at
from medborgarlofte.editor.collection import Snapshot
from medborgarlofte.editor.desk import Desk
from medborgarlofte.follow_up.reports import follow_ups, latest_reports
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_actuals, format_period, format_target
from medborgarlofte.load import LoadedDocument, LoadedFile
from medborgarlofte.load.targets import Target, item_route
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.timeline import stage_of

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
    document = file.document
    fields = declared(type(document)).values() if document else ()
    name = next((field.name for field in fields if field.alias == alias), "")
    for item in getattr(document, name, ()):
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
        stage = STAGE_LABELS[stage_of(snapshot.workspace, loaded, desk.day())][desk.lang]
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
