"""Rows of commitment and result tables."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from medborgarlofte.importing import agents
from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.outline import Context, add_focus
from medborgarlofte.importing.people import is_role
from medborgarlofte.importing.records import Record
from medborgarlofte.importing.roster import Roster, named_in, who
from medborgarlofte.importing.sentences import denies
from medborgarlofte.importing.statuses import leading_status, status_in, status_of
from medborgarlofte.importing.tables import Column, columns_of, is_party, reconciled, split_row, table_rows
from medborgarlofte.importing.tags import untagged


def place_record(found: Found, roster: Roster, context: Context, record: Record) -> int:
    """Place a commitment with its labelled lines; the index after them."""
    _row(
        found, roster, context, record.blocks, _Cells(record.cells, record.when), record.cells.get("who", "")
    )
    return record.end


def place_table(
    found: Found,
    roster: Roster,
    context: Context,
    start: int,
    columns: Sequence[Column],
    *,
    headed: bool = True,
) -> int:
    """Place the rows below a header; the index after the last of them."""
    blocks = found.blocks
    index, previous = start + headed, ""
    table = blocks[start].table
    titles = blocks[start].cells if headed else ()
    rows = [block.cells for block in blocks[start + headed : table_rows(blocks, start)] if block.cells]
    if headed and len(rows) > 1 and titles:
        names = [party.name for party in roster.parties] + roster.others
        columns = reconciled(columns, rows, names)
    while index < len(blocks):
        block = blocks[index]
        if block.kind == "furniture" or (block.cells and columns_of(block.cells)):
            index += 1
            continue
        if not block.cells and blocks[start].cells:
            break
        cells = _cells(found, roster, index, columns, titles)
        if cells is None or (table and block.table not in (0, table)):
            break
        previous = cells.by.get("who") or previous
        if cells.by.get("what") and not _COUNTS.fullmatch(cells.by["what"]):
            _row(found, roster, context, [index], cells, previous)
        index += 1
    return index


class _Cells(NamedTuple):
    """The cells of a row by column, and those that say how much, how often and by when."""

    by: dict[Column, str]
    when: tuple[tuple[str, str], ...] = ()
    """Title of the column, and cell."""


_COUNTS: Final = re.compile(
    r"(?:Antal|Summa|Totalt?|Sammanlagt|Summering)\b(?: \w+){0,2}[:.]?", re.IGNORECASE
)


def _cells(
    found: Found, roster: Roster, index: int, columns: Sequence[Column], titles: Sequence[str]
) -> _Cells | None:
    """The cells of a row by column; None for a block that is no row of the table."""
    block = found.blocks[index]
    if block.cells:
        values = list(block.cells)
        numbered = columns[0] == "number"
        if block.marker and numbered and len(values) < len(columns):
            values = [block.marker, *values]
        if len(values) == len(columns) - 1 and numbered:
            values = ["", *values]
        if len(values) < 2:
            return None
        made: dict[Column, str] = {}
        when: list[tuple[str, str]] = []
        for number, (column, value) in enumerate(zip(columns, values, strict=False)):
            if column == "when" and value:
                when.append((titles[number] if number < len(titles) else "", value))
            made[column] = made.get(column) or value
        return _Cells(made, tuple(when))
    if (
        block.kind == "heading"
        and not is_party(" ".join(block.text.split()[:1]), roster.others)
        and len(block.text.split()) < 8
    ):
        return None
    names = [party.name for party in roster.parties] + roster.others
    cells = split_row(block.text, columns, names)
    if not cells or ("who" not in columns and "status" in columns and "status" not in cells):
        return None
    return _Cells(cells)


def _row(
    found: Found, roster: Roster, context: Context, blocks: list[int], row: _Cells, promisor: str
) -> None:
    cells = row.by
    text, tag = untagged(cells["what"], roster)
    if denies(text):
        return
    focus = (
        add_focus(found, cells["focus"], blocks[0])
        if cells.get("focus") and not re.fullmatch(r"[\d.]+", cells["focus"])
        else context.focus
    )
    own = who(text, roster, add=True)
    stated = own if agents.promisor(text, roster.others) and not cells.get("who") else ()
    parties = tag or stated or _promisor(promisor, roster) or context.parties or own
    if not parties and roster.police_only:
        parties = ("polisen",)
    made = FoundCommitment(text, blocks, parties, focus, context.goal)
    if promisor and not parties:
        made.responsible = promisor
    made.result, made.verdict = cells.get("result", ""), cells.get("status", "")
    goal = cells.get("goal", "")
    when = row.when or tuple(
        ("", cell) for cell in (cells.get("when", ""), goal if re.search(r"\d", goal) else "") if cell
    )
    made.when = tuple(cell for _, cell in when)
    made.timed = ". ".join(_timed(title, cell) for title, cell in when)
    if found.kind == "uppföljning":
        if not status_of(made.verdict) and (begun := leading_status(made.verdict)):
            rest = made.verdict[len(begun[1]) :].lstrip(" .:!,;–—-")
            made.verdict, made.result = begun[1], made.result or rest
        told = leading_status(made.result)
        made.status = status_of(made.verdict) or (told[0] if told else status_in(made.result))
    found.commitments.append(made)


def _timed(title: str, cell: str) -> str:
    """A cell to be read for targets: a date is one to be ready by where the column says so."""
    due = re.search(r"senast|klart|färdig|deadline", title, re.IGNORECASE)
    return f"senast {cell}" if due and re.match(r"(?:den )?\d|\w+ \d{4}$", cell) else cell


def _promisor(written: str, roster: Roster) -> tuple[str, ...]:
    """The parties of a cell; a name that is not known is a party of its own."""
    if not written:
        return ()
    parties = named_in(written, roster)
    bare = written.strip(" .")
    if not parties and re.match(r"[A-ZÅÄÖ]", bare) and len(bare.split()) <= 4 and not is_role(bare):
        return (roster.third(bare),)
    return parties
