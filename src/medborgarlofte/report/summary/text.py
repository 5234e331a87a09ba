"""Figures as plain text and as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.cells import cell_len

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.markdown import markdown_line
from medborgarlofte.language.phrases import (
    format_actuals,
    format_commitments,
    format_outcome,
    format_period_in_full,
    format_statuses,
    format_targets,
    format_title,
)
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.report.formats import MAX_WIDTH, View, wrap
from medborgarlofte.report.summary.result import (
    MEASURABLE,
    PROMISES,
    Summary,
    closing,
    days_left,
    draft_notice,
    share,
    stage,
)
from medborgarlofte.stats import GROUPS, PromiseFigures, Row, Unit, counted, name_of
from medborgarlofte.swedish import format_date

BAR: Final = 24
"""Cells of a bar at most."""
_SIGNS: Final[Mapping[str, str]] = {
    "genomfört": "█", "delvis genomfört": "▓", "pågår": "▒", "ej genomfört": "×", "utgått": "×",
}  # fmt: skip
"""A status in a bar; the words beside it say the same. The other statuses are dots."""
_COUNTS: Final = 37
"""Columns that the counts of a row take."""


def write_text(summary: Summary, view: View) -> str:
    """Lines per promise, totals, or rows."""
    if summary.by:
        lines = list(_table(summary, view.lang, min(view.width, MAX_WIDTH)))
    else:
        lines = [
            line for one in summary.promises for line in (*_promise_lines(one, view.lang, view.width), "")
        ]
        lines += wrap(closing(summary, view.lang), view.width)
    return "\n".join(lines) + "\n"


def _promise_lines(one: PromiseFigures, lang: Language, width: int) -> Iterator[str]:
    yield from wrap(format_title(one.promise, one.promise.title)[lang], width)
    standing = ", ".join(filter(None, (stage(one, lang), days_left(one, lang))))
    yield from _indented(f"{one.id} · {format_period_in_full(one.promise.period, lang)} · {standing}", width)
    count = len(one.units)
    if not count:
        yield from _indented(Text("Inga åtaganden.", "No commitments.")[lang], width)
        return
    parties = ", ".join(f"{_party(name, lang)} {number}" for name, number in one.by_party.items())
    yield from _indented(f"{format_commitments(count)[lang]}: {parties}", width)
    measurable = share(sum(unit.measurable for unit in one.units), count, lang)
    responsible = share(sum(unit.responsible for unit in one.units), count, lang)
    filled = f"{one.filled:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    yield from _indented(
        Text(
            f"mätbara {measurable} · med ansvarig {responsible} · ifyllt {filled}",
            f"measurable {measurable} · with a responsible function {responsible} · filled in {filled}",
        )[lang],
        width,
    )
    not_followed_up = Text("inte uppföljt", "not followed up")
    outcome = format_statuses(counted(one.units)) if one.follow_ups else not_followed_up
    draft = (
        f" ({STAGE_LABELS['utkast'][lang].lower()})" if any(row.is_draft for _, row in one.history) else ""
    )
    yield from _indented(f"{_bar(one.units)} {outcome[lang]}{draft}", width)


def _party(name: str, lang: Language) -> str:
    if name == TOGETHER:
        return Text("tillsammans", "together")[lang]
    return name or Text("utan part", "without a party")[lang]


def _bar(units: Sequence[Unit]) -> str:
    """Bar with a cell per commitment, or proportional."""
    statuses = sorted((unit.status for unit in units), key=_ORDER.index)
    cells = min(BAR, len(statuses))
    return "".join(_SIGNS.get(statuses[n * len(statuses) // cells], ".") for n in range(cells))


_ORDER: Final = [*_SIGNS, *(status for status in STANDING_LABELS if status not in _SIGNS)]


def _indented(text: str, width: int) -> list[str]:
    return wrap(text, width, "  ", "    ")


def _table(summary: Summary, lang: Language, width: int) -> Iterator[str]:
    """Label, counts and bar; stacked when narrow."""
    heading = GROUPS[summary.by][0][lang]
    labels = [name_of(summary.by, row.label)[lang] for row in summary.rows]
    words = [word for label in (*labels, heading) for word in label.split()]
    room = max(min(max(map(cell_len, (*labels, heading))), width - _COUNTS), *map(cell_len, words))
    stacked = room + _COUNTS > width
    promises, commitments, measurable = (text[lang] for text in (PROMISES, _COMMITMENTS, MEASURABLE))
    if not stacked:
        yield f"{_pad(heading, room)}  {promises:>8}  {commitments:>11}  {measurable:>10}"
    for row, label in zip(summary.rows, labels, strict=True):
        if stacked:
            yield from wrap(label, width)
            counts = (
                f"{promises} {row.promises}, {commitments} {len(row.units)}, {measurable} {_percent(row)}"
            )
            yield from _indented(counts, width)
        else:
            first, *rest = wrap(label, room) or [""]
            yield f"{_pad(first, room)}  {row.promises:>8}  {len(row.units):>11}  {_percent(row):>10}"
            yield from (f"  {line}" for line in rest)
        yield from _indented(f"{_bar(row.units)} {format_statuses(row.statuses)[lang]}", width)


_COMMITMENTS: Final = Text("åtaganden", "commitments")


def _percent(row: Row) -> str:
    return f"{row.measurable / len(row.units):.0%}".replace("%", " %")


def _pad(text: str, room: int) -> str:
    return text + " " * max(room - cell_len(text), 0)


def write_markdown(summary: Summary, view: View) -> str:
    """Table per promise, or of the rows."""
    if summary.by:
        return "\n".join(_grouped_table(summary, view.lang)) + "\n"
    tables = ("\n".join(_promise_table(one, view.lang)).rstrip("\n") for one in summary.promises)
    return "\n\n".join(tables) + "\n"


def _promise_table(one: PromiseFigures, lang: Language) -> Iterator[str]:
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


def _grouped_table(summary: Summary, lang: Language) -> Iterator[str]:
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
