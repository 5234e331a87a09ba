"""Figures as Markdown for meeting papers."""

from collections.abc import Iterator

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.markdown import markdown_line
from medborgarlofte.language.phrases import (
    format_actuals,
    format_outcome,
    format_period_in_full,
    format_statuses,
    format_targets,
    format_title,
)
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.report.summary.sentences import draft_notice
from medborgarlofte.stats import GROUPS, PromiseFigures, counted, name_of
from medborgarlofte.swedish import format_date


def write(summary: Summary, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Table per promise, or of the rows."""
    if summary.by:
        return "\n".join(_rows(summary, lang)) + "\n"
    tables = ("\n".join(_promise(one, lang)).rstrip("\n") for one in summary.promises)
    return "\n\n".join(tables) + "\n"


def _promise(one: PromiseFigures, lang: Language) -> Iterator[str]:
    yield f"## {markdown_line(format_title(one.promise, one.promise.title)[lang])}"
    yield ""
    yield Text(
        f"Gäller {format_period_in_full(one.promise.period, 'sv')}.",
        f"Period: {format_period_in_full(one.promise.period, 'en')}.",
    )[lang] + (" " + _outcome(one, lang) if one.units else "")
    yield ""
    if not one.units:
        return
    heads = Text("Löftet|Mål|Utfall|Status|Varför", "Promised|Target|Outcome|Status|Why")[lang].split("|")
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for unit in one.units:
        item = unit.report.item if unit.report else None
        cells = [
            f"{unit.commitment.id}: {unit.commitment.text}",
            format_targets(unit.commitment.targets)[lang],
            format_actuals(unit.report.actuals, unit.report.part)[lang] if unit.report else "",
            STANDING_LABELS[unit.status][lang],
            item.comment if item and item.comment else "",
        ]
        yield f"| {' | '.join(markdown_line(cell) for cell in cells)} |"


def _outcome(one: PromiseFigures, lang: Language) -> str:
    if one.latest is None:
        return Text("Ingen uppföljning finns.", "There is no follow-up.")[lang]
    statuses, date = format_statuses(counted(one.units))[lang], format_date(one.latest.date, lang)
    sentences = [
        Text(f"Uppföljt {date}: {statuses}.", f"Followed up {date}: {statuses}.")[lang],
        *([format_outcome(counted(one.units))[lang]] if NOT_REPORTED in counted(one.units) else []),
        *draft_notice([one], lang),
    ]
    return " ".join(sentences)


def _rows(summary: Summary, lang: Language) -> Iterator[str]:
    heads = [
        GROUPS[summary.by][0][lang],
        *Text(
            "Löften|Åtaganden|Mätbara|Med ansvarig|Läget",
            "Promises|Commitments|Measurable|With responsible|Status",
        )[lang].split("|"),
    ]
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'--:|' * 4}---|"
    for row in summary.rows:
        cells = [
            name_of(summary.by, row.label)[lang],
            row.promises,
            len(row.units),
            row.measurable,
            row.responsible,
        ]
        yield f"| {' | '.join(markdown_line(str(cell)) for cell in cells)} | {format_statuses(row.statuses)[lang]} |"
    for notice in draft_notice(summary.promises, lang):
        yield from ("", notice)
