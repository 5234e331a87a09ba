"""State of a project as text and JSON (docs/schema/list.schema.json)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from medborgarlofte.follow_up.deadline import DeadlineKind
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.facts import lower
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.model.places import places
from medborgarlofte.report.formats import Cell, Part, View, to_json
from medborgarlofte.report.status.result import PromiseState, Status
from medborgarlofte.report.summary.result import grouped, share
from medborgarlofte.stats import counted
from medborgarlofte.swedish import format_date, format_number
from medborgarlofte.timeline import stage_label, stage_of

HEADINGS: Final = (
    Text("Löfte", "Promise"),
    Text("Läge", "State"),
    Text("Kvar", "Left"),
    Text("Gjort", "Done"),
    Text("Nästa dag", "Next day"),
)
DO_NOW: Final = Text("Gör nu", "Do now")
NOTHING: Final = "–"


def verdict(status: Status, lang: Language) -> Iterator[Part]:
    """Numbers of places, promises, late follow-ups and findings."""
    places, promises, late = status.municipalities, len(status.promises), len(status.overdue)
    yield Text(
        f"{_n(places, 'kommun', 'kommuner')}, {_n(promises, 'löfte', 'löften')}. ",
        f"{_n(places, 'municipality', 'municipalities', 'en')}, {_n(promises, 'promise', 'promises', 'en')}. ",
    )[lang]
    if late:
        yield (
            Text(
                f"{_n(late, 'uppföljning är försenad', 'uppföljningar är försenade')}",
                f"{_n(late, 'follow-up is overdue', 'follow-ups are overdue', 'en')}",
            )[lang],
            "overdue",
        )
        yield ", "
    errors, warnings = (status.found.tally.severities[severity] for severity in ("error", "warning"))
    if errors:
        yield Text(_n(errors, "fel", "fel"), _n(errors, "error", "errors", "en"))[lang], "error"
        yield Text(f" i {_where(status)[0]}.", f" in {_where(status)[1]}.")[lang]
    elif warnings:
        yield (
            Text(_n(warnings, "varning", "varningar"), _n(warnings, "warning", "warnings", "en"))[lang],
            "finding.warning",
        )
        yield "."
    else:
        clean = Text("inga fel.", "no errors.")[lang]
        yield clean if late else clean.capitalize()


def _where(status: Status) -> tuple[str, str]:
    files = [file for file, (errors, _) in status.found.by_file.items() if errors]
    drafts = {state.figures.loaded.file for state in status.promises if state.figures.promise.is_draft}
    if len(files) == 1 and files[0] in drafts:
        return "ett utkast", "a draft"
    return _n(len(files), "fil", "filer"), _n(len(files), "file", "files", "en")


def follow_ups(status: Status, lang: Language) -> str:
    """Last and next follow-up."""
    last, ahead = status.last_follow_up, status.next_follow_up
    never, none = Text("ingen än", "none yet")[lang], Text("ingen planerad", "none planned")[lang]
    before = f"{format_date(last[0], lang)} ({last[1]})" if last else never
    after = f"{format_date(ahead[0], lang)} ({ahead[1]})" if ahead else none
    return Text(f"Senast uppföljt: {before}. Nästa: {after}.", f"Last followed up: {before}. Next: {after}.")[
        lang
    ]


def cells(state: PromiseState, status: Status, lang: Language) -> list[Cell]:
    """Id, stage, days left, how much is done, and what comes next."""
    stage = STAGE_LABELS[state.figures.stage][lang].lower()
    return [
        (state.id, "id"), stage, left(state, lang), done(state, lang), next_day(state, status, lang),
    ]  # fmt: skip


def document_cells(loaded: LoadedDocument, status: Status, lang: Language) -> list[Cell]:
    """Id, kind, stage, and title or date; of a follow-up also the title of what it follows up."""
    stage = stage_label(status.workspace, loaded, status.today)[lang].lower()
    document, title = loaded.document, loaded.document.title or str(loaded.document.date or "")
    if isinstance(document, FollowUp) and not document.title:
        followed = status.workspace.valid.get(document.promise or "")
        title = f"{followed.document.title} ({title})" if followed and followed.document.title else title
    return [(loaded.id, "id"), document.LABEL[lang].lower(), stage, " ".join(title.split())]


def plain(cell: Cell) -> str:
    """Words without their styles."""
    parts = cell if isinstance(cell, list) else [cell]
    return "".join(part if isinstance(part, str) else part[0] for part in parts)


def in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of plain text."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def left(state: PromiseState, lang: Language) -> str:
    """”233 dagar” while the promise is in force."""
    days = state.figures.days_left
    if days is None or state.figures.stage != "gäller":
        return NOTHING
    return Text(_n(days, "dag", "dagar"), _n(days, "day", "days", "en"))[lang]


def done(state: PromiseState, lang: Language) -> str:
    """”1 av 9”, once something is reported."""
    units = state.figures.units
    if not units or state.figures.latest is None:
        return NOTHING
    return share(grouped(counted(units))["done"], len(units), lang)


def next_day(state: PromiseState, status: Status, lang: Language) -> list[Part]:
    """What happens next with a promise, and when."""
    one, ahead = state.figures, state.next
    start = one.promise.period.start
    if one.stage in ("utkast", "kommande") and start and start.first > status.today:
        return [f"{_day(start.first, status, lang)}: {_TAKES_EFFECT[lang]}"]
    if ahead is None:
        ended = one.stage == "avslutat" and one.latest
        return [Text("ingen, slutligt uppföljt", "none (final follow-up done)")[lang] if ended else NOTHING]
    what, day = ahead.what[lang], _day(ahead.day, status, lang)
    what = lower(what) if what[1:2].islower() else what  # an id such as K4 keeps its letter
    if ahead.state != "overdue":
        return [f"{day}: {what}"]
    days = (status.today - ahead.day).days
    late = Text(f"försenad {_n(days, 'dag', 'dagar')}", f"{_n(days, 'day', 'days', 'en')} overdue")[lang]
    if ahead.kind in _PASSED:
        missing = _FINAL if one.latest else _ANY
        what = _PASSED[ahead.kind][lang].format(day=day, missing=missing[lang])
        return [(late, "overdue"), f": {what}"]
    return [(late, "overdue"), f": {what} {day}"]


_PASSED: Final[Mapping[DeadlineKind, Text]] = {
    "final-follow-up": Text(
        "löftet tog slut {day} utan {missing}", "the promise ended on {day} without {missing}"
    ),
    "unsigned": Text("utkastet skulle vara beslutat {day}", "the draft was due for decision on {day}"),
}
"""What is overdue, where the day belongs inside the sentence."""
_FINAL: Final = Text("slutlig uppföljning", "a final follow-up")
_ANY: Final = Text("uppföljning", "a follow-up")
_TAKES_EFFECT: Final = Text("löftet börjar gälla", "the promise takes effect")


def _day(day: dt.date, status: Status, lang: Language) -> str:
    """Day, with its year unless it is this one."""
    written = format_date(day, lang)
    return written.removesuffix(f" {day.year}") if day.year == status.today.year else written


def _n(count: int, one: str, many: str, lang: Language = "sv") -> str:
    return f"{format_number(count, lang)} {one if count == 1 else many}"


def write_text(status: Status, view: View) -> str:
    """Verdict, one line for each promise, follow-ups and next commands."""
    lines = [_spaced(list(verdict(status, view.lang)))]
    if status.promises:
        lines += [follow_ups(status, view.lang), "", *_table(status, view.lang)]
    lines += ["", DO_NOW[view.lang], *(f"  {step.command}  {step.what[view.lang]}" for step in status.steps)]
    return "\n".join(lines) + "\n"


def _table(status: Status, lang: Language) -> Iterator[str]:
    rows = [[heading[lang] for heading in HEADINGS]]
    for state in status.promises:
        *first, last = cells(state, status, lang)
        rows.append([*map(plain, first), _spaced(last)])
    return in_columns(rows)


def _spaced(cell: Cell) -> str:
    return plain(cell).replace("\N{NO-BREAK SPACE}", " ")


def write_listing(status: Status, view: View) -> str:
    """Id, kind, stage and title."""
    rows = [[plain(cell) for cell in document_cells(one, status, view.lang)] for one in status.documents]
    return "".join(f"{line}\n" for line in in_columns(rows))


VERSION: Final = 1


def write_json(status: Status, view: View) -> str:
    """Every document with its state, and the next commands."""
    promises = {state.id: state for state in status.promises}
    envelope = {
        "version": VERSION,
        "today": status.today.isoformat(),
        "errors": status.found.tally.severities["error"],
        "warnings": status.found.tally.severities["warning"],
        "documents": [_document(loaded, promises.get(loaded.id), status) for loaded in status.documents],
        "next": [{"command": step.command, "what": step.what[view.lang]} for step in status.steps],
    }
    return to_json(envelope)


def _document(loaded: LoadedDocument, state: PromiseState | None, status: Status) -> dict[str, Any]:
    document = loaded.document
    period = document.period
    errors, warnings = status.found.by_file.get(loaded.file, (0, 0))
    return {
        "id": loaded.id,
        "file": loaded.file,
        "kind": document.KIND,
        "title": document.title,
        "places": places(document),
        "period": {
            "from": str(period.start) if period and period.start else None,
            "to": str(period.last_date) if period and period.last_date else None,
        },
        "date": str(document.date) if document.date else None,
        "status": document.status,
        "stage": stage_of(status.workspace, loaded, status.today),
        "errors": errors,
        "warnings": warnings,
        "promise": _promise(state) if state else None,
    }


def _promise(state: PromiseState) -> dict[str, Any]:
    one, ahead = state.figures, state.next
    return {
        "commitments": len(one.units),
        "done": grouped(counted(one.units))["done"],
        "days_left": one.days_left,
        "last_follow_up": str(one.latest.date) if one.latest else None,
        "next": {"date": ahead.day.isoformat(), "state": ahead.state, "kind": ahead.kind} if ahead else None,
    }
