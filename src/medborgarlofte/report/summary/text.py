"""Figures over promises in a terminal, with small bars."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import click
from rich.cells import cell_len

from medborgarlofte.follow_up.reports import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_commitments, format_period, format_statuses
from medborgarlofte.model.lifecycle import STAGE_LABELS as PERIOD_LABELS
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.report.summary_result import Summary
from medborgarlofte.stats import GROUPS, PromiseFigures, Unit, counted, name_of
from medborgarlofte.swedish import format_number

BAR: Final = 24
_SIGNS: Final[Mapping[str, tuple[str, str]]] = {
    "genomfört": ("█", "green"), "delvis genomfört": ("▓", "yellow"), "pågår": ("▒", "blue"),
    "ej genomfört": ("×", "red"), "utgått": ("×", "red"),
}  # fmt: skip
"""How a status looks in a bar; the words beside it say the same. The others are dots."""


def write_text(summary: Summary, *, lang: Language, width: int, color: bool) -> str:
    """A few lines a promise, or a line a row."""
    if summary.by:
        lines = list(_table(summary, lang, width, color))
    else:
        lines = [line for one in summary.promises for line in (*_promise(one, lang, width, color), "")]
        lines += textwrap.wrap(_closing(summary, lang), width)
    return "\n".join(lines) + "\n"


def _promise(one: PromiseFigures, lang: Language, width: int, color: bool) -> Iterator[str]:
    yield from textwrap.wrap(one.promise.title, width, break_long_words=False)
    yield from _wrapped(
        f"{one.id} · {format_period(one.promise.period, lang)} · {_standing(one, lang)}", width
    )
    count = len(one.units)
    if not count:
        yield from _wrapped(Text("Inga åtaganden.", "No commitments.")[lang], width)
        return
    parties = ", ".join(f"{_party(name, lang)} {number}" for name, number in one.by_party.items())
    yield from _wrapped(f"{format_commitments(count)[lang]}: {parties}", width)
    measurable = sum(unit.measurable for unit in one.units)
    responsible = sum(unit.responsible for unit in one.units)
    yield from _wrapped(
        Text(
            f"mätbara {measurable} av {count} · med ansvarig {responsible} av {count} · ifyllt {one.filled:.0%}",
            f"measurable {measurable} of {count} · with a responsible function {responsible} of {count} · "
            f"filled in {one.filled:.0%}",
        )[lang].replace("%", "\N{NO-BREAK SPACE}%"),
        width,
    )
    told = (
        format_statuses(counted(one.units))[lang]
        if one.follow_ups
        else Text("inte uppföljt", "not followed up")[lang]
    )
    yield from _with_bar(one.units, told, width, color)


def _standing(one: PromiseFigures, lang: Language) -> str:
    word = PERIOD_LABELS[one.stage][lang].lower()
    if one.days_left is None or one.stage != "gäller":
        return word
    days, one_day = format_number(one.days_left, lang), one.days_left == 1
    return Text(
        f"{word}, {days} {'dag' if one_day else 'dagar'} kvar",
        f"{word}, {days} {'day' if one_day else 'days'} left",
    )[lang]


def _party(name: str, lang: Language) -> str:
    if name == TOGETHER:
        return Text("tillsammans", "together")[lang]
    return name or Text("utan part", "without a party")[lang]


def _bar(units: Sequence[Unit], color: bool, size: int = BAR) -> str:
    """One cell for each commitment when there is room, else in proportion; done first."""
    statuses = sorted((unit.status for unit in units), key=_place)
    cells = min(size, len(statuses))
    signs = (
        [_SIGNS.get(statuses[n * len(statuses) // cells], (".", "")) for n in range(cells)] if cells else []
    )
    return "".join(click.style(sign, fg=shade) if color and shade else sign for sign, shade in signs)


def _with_bar(units: Sequence[Unit], told: str, width: int, color: bool) -> Iterator[str]:
    """The bar and the words; wrapped before it is coloured, since codes for colours take no room."""
    plain = _bar(units, False)
    first, *rest = _wrapped(f"{plain} {told}", width)
    yield first.replace(plain, _bar(units, color), 1)
    yield from rest


def _place(status: str) -> int:
    order = [*_SIGNS, *(key for key in STANDING_LABELS if key not in _SIGNS)]
    return order.index(status)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _table(summary: Summary, lang: Language, width: int, color: bool) -> Iterator[str]:
    """Label, number, share measurable and a bar; where there is little room the label has a line of its own."""
    heads = [
        GROUPS[summary.by][0],
        Text("löften", "promises"),
        Text("åtaganden", "commitments"),
        Text("mätbara", "measurable"),
    ]
    labels = [name_of(summary.by, row.label)[lang] for row in summary.rows]
    words = [word for label in (*labels, heads[0][lang]) for word in label.split()]
    room = max(min(max(map(cell_len, (*labels, heads[0][lang]))), width - 37), *map(cell_len, words))
    stacked = room + 37 > width
    if not stacked:
        yield f"{_fit(heads[0][lang], room)}  {heads[1][lang]:>8}  {heads[2][lang]:>11}  {heads[3][lang]:>10}"
    for row, label in zip(summary.rows, labels, strict=True):
        share = f"{row.measurable / len(row.units):.0%}".replace("%", " %")
        if stacked:
            yield from textwrap.wrap(label, width, break_long_words=False)
            said = f"{heads[1][lang]} {row.promises}, {heads[2][lang]} {len(row.units)}, {heads[3][lang]} {share}"
            yield from _wrapped(said, width)
        else:
            first, *rest = textwrap.wrap(label, room, break_long_words=False) or [""]
            yield f"{_fit(first, room)}  {row.promises:>8}  {len(row.units):>11}  {share:>10}"
            yield from (f"  {line}" for line in rest)
        yield from _with_bar(row.units, format_statuses(row.statuses)[lang], width, color)


def _fit(text: str, room: int) -> str:
    return text + " " * max(room - cell_len(text), 0)


def _closing(summary: Summary, lang: Language) -> str:
    units = [unit for one in summary.promises for unit in one.units]
    told = sum(unit.status != NOT_REPORTED for unit in units)
    count = len(summary.promises)
    return Text(
        f"{count} {'löfte' if count == 1 else 'löften'}, {format_commitments(len(units)).sv}, varav {told} följts upp.",
        f"{count} {'promise' if count == 1 else 'promises'}, {format_commitments(len(units)).en}, of which {told} followed up.",
    )[lang]
