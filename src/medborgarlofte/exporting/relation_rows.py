"""Rows of the relational schema, document by document."""

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from typing import Any

from medborgarlofte.diff.describe import COUNTED
from medborgarlofte.diff.document import commitment_changes
from medborgarlofte.diff.matching import normal
from medborgarlofte.exporting.columns import bounds_of, cells_of, days_of, outcome, plain_spaces
from medborgarlofte.exporting.relations import DECLARED
from medborgarlofte.follow_up.outcome import figure_of
from medborgarlofte.follow_up.reports import fingerprint
from medborgarlofte.follow_up.totals import counting_of
from medborgarlofte.language.phrases import format_actuals, format_target
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.model.places import municipality_of, place_name
from medborgarlofte.model.promise import Promise, Target
from medborgarlofte.model.record import Document, Party
from medborgarlofte.stats import PromiseFigures, Unit, figures_of
from medborgarlofte.timeline import predecessor_of, stage_of

Row = tuple[str, Mapping[str, Any]]
"""Name of the table, and its cells by column."""


def relation_rows(workspace: Workspace, today: dt.date) -> Iterator[Row]:
    """Every row, by document; the tables of a document in the order of the schema."""
    for loaded in workspace.documents.values():
        document = loaded.document
        if isinstance(document, Promise):
            yield from _promise(workspace, loaded, document, today)
            continue
        yield "dokument", _document(workspace, loaded, today)
        yield from _parties(loaded.id, document)
        if isinstance(document, FollowUp):
            yield from _follow_up(workspace, loaded.id, document)


def _document(workspace: Workspace, loaded: LoadedDocument, today: dt.date) -> dict[str, Any]:
    document = loaded.document
    period, date = document.period, document.date
    first, last = days_of(period)
    return {
        "id": loaded.id,
        "slag": document.KIND,
        "titel": document.title,
        "status": document.status,
        "skede": stage_of(workspace, loaded, today),
        "ar": first.year if first else date.year if date else None,
        "fran": first,
        "till": last,
        "tills_vidare": bool(period and period.until_further_notice),
        "datum": str(date) if date else None,
    }


def _parties(document_id: str, document: Document) -> Iterator[Row]:
    for party in document.parties:
        yield (
            "parter",
            {
                "dokument_id": document_id,
                "part": party.id,
                "typ": party.kind,
                "namn": party.name,
                "lokalpolisomrade": party.local_police_area,
                **_municipality(party),
            },
        )


def _municipality(party: Party) -> dict[str, Any]:
    if party.kind not in ("kommun", "stadsdel"):
        return {}
    known = municipality_of(party)
    code = party.municipality_code or (known.code if known else None)
    return {"kommun": place_name(party), "kommunkod": code, "lan": known.county if known else None}


def _promise(workspace: Workspace, loaded: LoadedDocument, promise: Promise, today: dt.date) -> Iterator[Row]:
    one = figures_of(workspace, loaded, promise, today)
    before = predecessor_of(workspace, loaded, promise)
    whole = _document(workspace, loaded, today)
    whole["ingar_i"] = promise.agreement.name if promise.agreement else None
    whole["foregangare"] = before.id if before else None
    whole["uppfoljningar"] = one.follow_ups
    yield "dokument", whole
    yield from _parties(loaded.id, promise)
    for area in promise.focus_areas:
        cells = {"fokusomrade": area.id, "rubrik": area.title, "kategori": area.category}
        yield "fokusomraden", {"dokument_id": loaded.id, **cells}
    for number, unit in enumerate(one.units, start=1):
        yield from _commitment(one, unit, number)
    if before and isinstance(before.document, Promise):
        yield from _changes(loaded.id, promise, before.id, before.document)


def _commitment(one: PromiseFigures, unit: Unit, number: int) -> Iterator[Row]:
    commitment, report = unit.commitment, unit.report
    key = {"dokument_id": one.id, "atagande": commitment.id}
    declared = cells_of(commitment, one.promise)
    figure, words = outcome(report.actuals, report.part) if report else (None, None)
    cells = {
        "nummer": number,
        "lydelse": fingerprint(normal(commitment.text)),
        "matbart": unit.measurable,
        "utfall_status": unit.status,
        "utfall": figure,
        "utfall_text": words,
        "uppfolt": str(report.follow_up.date) if report else None,
    }
    yield "ataganden", key | cells | {field.name: declared[field.name] for field in DECLARED}
    for part in dict.fromkeys(commitment.parties):
        yield "atagande_parter", key | {"part": part}
    areas = {area.id for area in one.promise.focus_areas}
    for focus in dict.fromkeys(commitment.focus):
        if focus in areas:
            yield "atagande_fokus", key | {"fokusomrade": focus}
    for index, target in enumerate(commitment.targets, start=1):
        yield "mal", key | {"nummer": index} | _target(target)


def _target(target: Target) -> dict[str, Any]:
    low, high = bounds_of(target)
    return {
        "text": plain_spaces(format_target(target).sv),
        "minst": low,
        "hogst": high,
        "alla": target.all,
        "inga": target.none,
        "cirka": target.approximate,
        "enhet": target.unit,
        "per": target.per,
        "for_varje": target.for_each,
        "inom": target.within,
        "av": target.share_of,
    }


def _follow_up(workspace: Workspace, document_id: str, follow_up: FollowUp) -> Iterator[Row]:
    first, last = days_of(follow_up.period)
    about = workspace.documents.get(follow_up.promise or "")
    promise = about.document if about and isinstance(about.document, Promise) else None
    known = {commitment.id for commitment in promise.commitments} if promise else set()
    yield (
        "uppfoljningar",
        {
            "id": document_id,
            "lofte_id": about.id if about else None,
            "datum": str(follow_up.date),
            "avser_fran": first,
            "avser_till": last,
            "slutlig": follow_up.final,
        },
    )
    for number, item in enumerate(follow_up.items, start=1):
        is_known = item.commitment in known
        cells = {
            "dokument_id": about.id if about and is_known else None,
            "atagande": item.commitment if is_known else None,
            "status": item.status,
            "effekt": item.effect,
            "raknat": counting_of(follow_up, item) if item.actuals else None,
            "kommentar": item.comment,
        }
        yield "besked", {"uppfoljning_id": document_id, "nummer": number, **cells}
        for index, actual in enumerate(item.actuals, start=1):
            key = {"uppfoljning_id": document_id, "besked": number, "nummer": index}
            yield "utfall", key | _actual(actual)


def _actual(actual: Actual) -> dict[str, Any]:
    figure = figure_of(actual)
    low, high = (figure.low, figure.high) if figure else (math.nan, math.nan)
    return {
        "varde": actual.number,
        "minst": low if math.isfinite(low) else None,
        "hogst": high if math.isfinite(high) else None,
        "enhet": actual.unit,
        "ar": actual.year,
        "plats": actual.place,
        "mal": actual.target,
        "text": plain_spaces(format_actuals((actual,), None).sv),
    }


def _changes(document_id: str, promise: Promise, old: str, before: Promise) -> Iterator[Row]:
    for number, change in enumerate(commitment_changes(old, before, promise), start=1):
        cells = {
            "gammalt_id": old,
            "slag": COUNTED[change.kind][0].sv,
            "gissning": change.is_guess,
            "likhet": change.score,
            "gamla": " ".join(change.old) or None,
            "nya": " ".join(change.new) or None,
        }
        yield "jamforelser", {"dokument_id": document_id, "nummer": number, **cells}
