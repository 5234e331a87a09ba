"""Figures over promises for a terminal."""

from collections.abc import Mapping

from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.formats import Cell, Part, View
from medborgarlofte.report.summary.result import (
    MEASURABLE,
    PROMISES,
    STATUS_GROUPS,
    Summary,
    closing,
    grouped,
    legend,
    share,
    stage,
)
from medborgarlofte.report.terminal import Column, Screen, count
from medborgarlofte.stats import GROUPS, PromiseFigures, Row, counted, name_of


def write_text(summary: Summary, view: View) -> str:
    """Table of promises or rows with their total; legend."""
    screen = Screen(width=view.width, color=view.color)
    if summary.by:
        columns = [Column(GROUPS[summary.by][0][view.lang], wraps=True)]
        columns.append(Column(PROMISES[view.lang].capitalize(), right=True))
        rows = [_row(summary.by, row, view.lang) for row in summary.rows]
    else:
        columns = [Column(heading[view.lang]) for heading in (_PROMISE, _PERIOD, _STAGE)]
        rows = [_promise(one, view.lang) for one in summary.promises]
    columns += [Column(group.heading[view.lang], right=True) for group in STATUS_GROUPS.values()]
    columns.append(Column(MEASURABLE[view.lang].capitalize(), right=True))
    if len(rows) > 1:
        rows.append(_total(summary, view.lang))
    if rows:
        screen.table(columns, rows)
        screen.blank()
    screen.paragraph(closing(summary, view.lang))
    if rows:
        screen.paragraph((legend(view.lang), "muted"))
    return str(screen)


_PROMISE = Text("Löfte", "Promise")
_PERIOD = Text("Period", "Period")
_STAGE = Text("Läge", "Stage")


def _promise(one: PromiseFigures, lang: Language) -> list[Cell]:
    measurable = sum(unit.measurable for unit in one.units)
    return [
        (one.id, "id"),
        one.year or "–",
        stage(one, lang),
        *_counts(counted(one.units)),
        share(measurable, len(one.units), lang),
    ]


def _row(by: str, row: Row, lang: Language) -> list[Cell]:
    label = name_of(by, row.label)[lang]
    measurable = share(row.measurable, len(row.units), lang)
    return [label, str(row.promises), *_counts(row.statuses), measurable]


def _total(summary: Summary, lang: Language) -> list[Cell]:
    units = [unit for one in summary.promises for unit in one.units]
    measurable = share(sum(unit.measurable for unit in units), len(units), lang)
    before: list[Cell] = [str(len(summary.promises))] if summary.by else ["", ""]
    return [(_TOTAL[lang], "heading"), *before, *_counts(counted(units)), measurable]


_TOTAL = Text("Sammanlagt", "Total")


def _counts(statuses: Mapping[str, int]) -> list[Part]:
    return [count(number, f"status.{key}") for key, number in grouped(statuses).items()]
