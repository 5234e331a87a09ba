"""Form for the next follow-up of a promise."""

import datetime as dt
import os
import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from medborgarlofte.follow_up.reports import (
    FollowUps,
    Report,
    before,
    fingerprint,
    follow_ups,
    latest_reports,
    reported,
)
from medborgarlofte.follow_up.schedule import first_unmet
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_actuals, format_targets
from medborgarlofte.load import SCHEMAS, LoadedDocument, Workspace
from medborgarlofte.model.follow_up import EFFECT_LABELS, FollowUp
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.source.writing import scalar
from medborgarlofte.swedish import PartialDate

WIDTH: Final = 100


class Occasion(NamedTuple):
    """Date and part of a follow-up to write."""

    date: dt.date
    part: tuple[PartialDate, dt.date] | None
    """First and last day of the part; None for the whole promise."""
    final: bool


def occasion(promise: Promise, history: FollowUps, *, date: dt.date | None, today: dt.date) -> Occasion:
    """Next follow-up to write.

    On the given day, else the first unmet planned day, else the end of the promise. A promise followed up
    several times is followed up in parts, each from where the last one ended.
    """
    end = promise.period.last_date
    if date is None:
        date = first_unmet(promise, history, today=dt.date.max, until=today + dt.timedelta(days=800))
    if date is None:
        date = end.last if end and today >= end.last else today
    final = end is not None and date >= end.last
    covered = [_covered_until(row) for _, row in reported(history) if row.date.last < date]
    start = promise.period.start
    if covered:
        after = max(covered) + dt.timedelta(days=1)
        start = PartialDate.of(after)
    elif final:
        start = None
    last = min(date, end.last) if end else date
    return Occasion(date, (start, last) if start and start.first <= last else None, final)


def _covered_until(follow_up: FollowUp) -> dt.date:
    """Last day that a follow-up covers."""
    end = follow_up.period.last_date if follow_up.period else None
    return end.last if end else follow_up.date.last


def new_form(
    document_id: str,
    promise: Promise,
    history: FollowUps,
    when: Occasion,
    *,
    lang: Language,
    schema: str = "",
) -> str:
    """Blank form; `schema` is the schema's path."""
    return "\n".join(_lines(document_id, promise, history, when, lang, schema)) + "\n"


def _lines(
    document_id: str, promise: Promise, history: FollowUps, when: Occasion, lang: Language, schema: str
) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    for line in (
        _INSTRUCTIONS[lang]
        .format(title=promise.title, statuses=" | ".join(STATUS_LABELS), effects=" | ".join(EFFECT_LABELS))
        .splitlines()
    ):
        yield f"# {line}".rstrip()
    yield "dokument: uppföljning"
    yield f"löfte: {scalar(document_id)}"
    yield f"datum: {when.date}"
    history = before(history, PartialDate.of(when.date))
    if when.part:
        yield f"avser: {{från: {when.part[0]}, till: {when.part[1]}}}"
        if any(row.items and any(item.actuals for item in row.items) for _, row in history):
            yield f"räknat:  # {_COUNTING[lang]}"
    if when.final:
        yield "slutlig: ja"
    yield "sammanfattning:"
    yield "poster:"
    reports = latest_reports(promise, history)
    for commitment in promise.commitments:
        yield from _item(commitment, reports, lang)


def _item(commitment: Commitment, reports: Mapping[str, Report], lang: Language) -> Iterator[str]:
    yield ""
    yield from _comment(" ".join(commitment.text.split()))
    if commitment.targets:
        yield from _comment(f"{Text('Mål', 'Target')[lang]}: {format_targets(commitment.targets)[lang]}")
    if commitment.id in reports:
        yield from _comment(
            f"{Text('Senast', 'Latest')[lang]}: {format_report(reports[commitment.id], lang)}"
        )
    yield f"  - åtagande: {scalar(commitment.id)}"
    for key in ("status", "utfall", "kommentar"):
        yield f"    {key}:"
    yield f"    ordalydelse: {scalar(fingerprint(commitment.text))}"


def format_report(report: Report, lang: Language) -> str:
    """”pågår, 43 (2024-04-30)”."""
    parts: list[str] = [report.item.status] if report.item.status else []
    if report.actuals:
        parts.append(format_actuals(report.actuals, report.part)[lang])
    return f"{', '.join(parts)} ({report.follow_up.date})"


def _comment(text: str) -> Iterator[str]:
    for line in textwrap.wrap(text, WIDTH - 4, break_long_words=False, break_on_hyphens=False):
        yield f"  # {line}"


# ---------------------------------------------------------------- file of the next form


def next_form(
    loaded: LoadedDocument,
    promise: Promise,
    workspace: Workspace,
    *,
    beside: Path,
    date: dt.date | None,
    today: dt.date,
    lang: Language,
) -> tuple[Path, str]:
    """File of an unfinished follow-up of a promise and no text, else a file and its form for a day.

    `beside` is the path of the promise.
    """
    history = follow_ups(workspace, loaded.id)
    begun = [row for row, text in history if any(item.status is None for item in text.items)]
    if date is not None or not begun:
        when = occasion(promise, history, date=date, today=today)
        begun = [row for row, text in history if text.date.first <= when.date <= text.date.last]
    if begun:
        return begun[-1].path or beside.with_name(Path(begun[-1].file).name), ""
    path = _path_for(beside, loaded.id, when.date)
    schema = _schema(loaded, path)
    return path, new_form(loaded.id, promise, history, when, lang=lang, schema=schema)


def _path_for(promise: Path, promise_id: str, day: dt.date) -> Path:
    """Path beside the promise: uppfoljning-2022-12-31.yaml.

    With the promise's name if that is another promise's file. A file of the same promise is continued, even
    when it has errors or was just created by another process.
    """
    path = promise.with_name(f"uppfoljning-{day}.yaml")
    if not path.exists() or re.search(
        rf"^l[öo]fte:\s*[\"']?{re.escape(promise_id)}[\"']?\s*(#.*)?$",
        path.read_text("utf-8", "replace"),
        re.MULTILINE,
    ):
        return path
    return promise.with_name(f"uppfoljning-{promise.stem}-{day}.yaml")


def _schema(promise: LoadedDocument, path: Path) -> str:
    """Schema path, if the promise's file has one."""
    match = re.match(
        r"# yaml-language-server: \$schema=(\S*?)medborgarlofte\.schema\.json", promise.source.text
    )
    if match is None:
        return ""
    address = f"{match[1]}uppfoljning.schema.json"
    ours = address.rpartition("/")[0].rpartition("/")[2] == SCHEMAS  # written together with the form
    exists = ours or "://" in address or Path(os.path.normpath(path.parent / address)).is_file()
    return address if exists else ""


_COUNTING: Final = Text(
    "vad talen räknar: hittills (hela löftet) eller sedan förra (uppföljningen)",
    "what the figures count: hittills (the promise so far) or sedan förra (since the last follow-up)",
)

_INSTRUCTIONS: Final = Text(
    """\
Uppföljning av {title}.
Fyll i det du vet, lämna resten tomt, och kontrollera med: lofte validate
status: {statuses}
utfall: ett tal, {{cirka: 60}}, {{minst: 60}} eller ord. kommentar: varför, särskilt när det inte blev gjort.
Gav det resultat? Lägg till effekt: {effects}""",
    """\
Follow-up of {title}.
Fill in what you know, leave the rest empty, and check with: lofte validate
status: {statuses}
utfall (outcome): a number, {{cirka: 60}}, {{minst: 60}} or words. kommentar: why, above all when it was not done.
Did it have an effect? Add effekt: {effects}""",
)
