"""One promise as running text."""

from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.follow_up.figures import format_figure_of
from medborgarlofte.follow_up.reports import is_final
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import (
    enumerated,
    format_outcome,
    format_period,
    format_period_in_full,
    format_statuses,
    format_title,
)
from medborgarlofte.model.record import TOGETHER, Period
from medborgarlofte.model.statuses import NEEDS_REASON, NOT_REPORTED, STANDING_LABELS
from medborgarlofte.report.formats import wrap
from medborgarlofte.report.summary.result import draft_notice
from medborgarlofte.stats import PromiseFigures, Unit, counted
from medborgarlofte.swedish import PartialDate, format_date

SHORT: Final = 60
"""Words in the short form at most."""


def render_prose(one: PromiseFigures, *, lang: Language, width: int, short: bool) -> str:
    """Promise, outcome, reasons and next follow-up.

    `short` gives at most 60 words. Every fact is from the documents.
    """
    if short:
        return "\n".join(wrap(_short(one, lang), width)) + "\n"
    paragraphs = [
        [" ".join(_opening(one, lang))],
        *_promised(one, lang),
        [" ".join(_outcome(one, lang))],
        list(_reasons(one, lang)),
        [" ".join(_ahead(one, lang))],
    ]
    filled = ["\n".join(_filled(line, width) for line in lines if line) for lines in paragraphs]
    return "\n\n".join(part for part in filled if part) + "\n"


def _filled(line: str, width: int) -> str:
    return "\n".join(wrap(line, width, "", "  " if line.startswith("– ") else ""))


def _short(one: PromiseFigures, lang: Language) -> str:
    """First whole sentences that fit."""
    kept: list[str] = []
    for sentence in (*_opening(one, lang), *_outcome(one, lang), *_ahead(one, lang)):
        if len(" ".join([*kept, sentence]).split()) <= SHORT:
            kept.append(sentence)
    return " ".join(kept)


def _opening(one: PromiseFigures, lang: Language) -> Iterator[str]:
    period = format_period_in_full(one.promise.period, lang)
    title = format_title(one.promise, one.promise.title)[lang]
    is_for = " is for" if one.promise.period.start else ":"
    yield Text(f"{title} gäller {period}.", f"{title}{is_for} {period}.")[lang]
    yield from draft_notice([one], lang)
    if one.units:
        count = len(one.units)
        who = enumerated([party.name for party in one.promise.parties])[lang]
        things = Text(
            "en sak" if count == 1 else f"{count} saker", "one thing" if count == 1 else f"{count} things"
        )
        verb = "promises" if len(one.promise.parties) == 1 else "promise"
        yield Text(f"{who} lovar {things.sv}.", f"{who} {verb} {things.en}.")[lang]


def _promised(one: PromiseFigures, lang: Language) -> Iterator[list[str]]:
    """Commitments verbatim, by party."""
    groups: dict[tuple[str, ...], list[Unit]] = {}
    for unit in one.units:
        groups.setdefault(unit.parties, []).append(unit)
    for names, units in groups.items():
        yield [_heading(names, lang), *(f"– {' '.join(unit.commitment.text.split())}" for unit in units)]


def _heading(names: Sequence[str], lang: Language) -> str:
    if not names:
        return Text("Det här lovas:", "This is promised:")[lang]
    if TOGETHER in names:
        return Text("Tillsammans:", "Together:")[lang]
    return f"{enumerated(names)[lang]}:"


def _outcome(one: PromiseFigures, lang: Language) -> Iterator[str]:
    if one.latest is None:
        yield Text("Ingen uppföljning finns än.", "There is no follow-up yet.")[lang]
        return
    statuses = format_statuses(counted(one.units))[lang]
    if is_final(one.promise, one.latest):
        period = format_period(_in_years(_whole(one.promise.period, one.latest.period)), lang)
        yield Text(f"Så gick det {period}: {statuses}.", f"How it went, {period}: {statuses}.")[lang]
    else:
        until = (one.latest.period.last_date if one.latest.period else None) or one.latest.date
        date = format_date(until, lang)
        yield Text(
            f"Så har det gått till och med {date}: {statuses}.", f"How it has gone up to {date}: {statuses}."
        )[lang]
    if NOT_REPORTED in counted(one.units):
        yield format_outcome(counted(one.units))[lang]


def _whole(promised: Period, followed_up: Period | None) -> Period:
    """The period of a promise, in the words of a follow-up that is about all of it."""
    if followed_up is None or followed_up.start is None or followed_up.last_date is None:
        return promised
    start, end = promised.start, promised.last_date
    covers = (start is None or followed_up.start.first <= start.first) and (
        end is None or followed_up.last_date.last >= end.last
    )
    return followed_up if covers else promised


def _in_years(period: Period) -> Period:
    """A period of whole years by its years alone."""
    start, end = period.start, period.last_date
    if start and end and start.first.timetuple()[1:3] == (1, 1) and end.last.timetuple()[1:3] == (12, 31):
        return Period.model_construct(start=PartialDate(start.year), end=PartialDate(end.year))
    return period


def _reasons(one: PromiseFigures, lang: Language) -> Iterator[str]:
    """Unfinished commitments with reasons."""
    for unit in one.units:
        if unit.report is None or unit.status not in NEEDS_REASON:
            continue
        item = unit.report.item
        actuals = format_figure_of(one.promise, unit.commitment, unit.report)[lang]
        figure = f" ({actuals})" if actuals else ""
        why = (
            " ".join(item.comment.split())
            if item.comment
            else Text("Skäl saknas.", "No reason is given.")[lang]
        )
        yield f"– {unit.commitment.id}, {STANDING_LABELS[unit.status][lang].lower()}{figure}: {why}"


def _ahead(one: PromiseFigures, lang: Language) -> Iterator[str]:
    if one.next_due:
        day = format_date(one.next_due, lang)
        yield Text(f"Löftet följs upp {day}.", f"The promise is followed up {day}.")[lang]
    links = [row.link for row in one.promise.publications] + [row.link for row in one.promise.feedback]
    link = next(filter(None, links), None)
    if link:
        yield Text(f"Läs mer: {link}", f"Read more: {link}")[lang]
