"""Commitments in table rows."""

import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.importing import agents, tables
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import FoundCommitment
from medborgarlofte.importing.party_headings import party_heading, untagged
from medborgarlofte.importing.people import is_role
from medborgarlofte.importing.records import Row
from medborgarlofte.importing.roster import Roster, named_in, who
from medborgarlofte.importing.statuses import leading_status, share_of, status_in, status_of, status_of_share
from medborgarlofte.importing.walk import Walk


def place_table(walk: Walk, start: int, columns: Sequence[tables.Column], *, headed: bool = True) -> int:
    """Place the rows below a header; the index after the last of them."""
    found, blocks, roster = walk.found, walk.found.blocks, walk.roster
    table, titles, index = blocks[start].table, blocks[start].cells if headed else (), start + headed
    rows = [_values(one, columns) for one in blocks[index : tables.table_rows(blocks, start)] if one.cells]
    if len(rows) > 1 and titles:
        columns = tables.reconciled(columns, rows, roster.names)
    named = titles[columns.index("what")] if titles and "what" in columns else ""
    promisor, area = named if agents.mentions(named) else "", ""  # ”Det här lovade polisen”
    while index < len(blocks):
        block = blocks[index]
        if title := tables.section_of(blocks, index, start, columns, roster.names):
            known = re.search(r"polis|kommun|gemensam|tillsammans", title, re.IGNORECASE)
            if parties := party_heading(title, roster) if known else ():
                walk, promisor = walk.within(parties=parties), ""
            else:
                area = title if found.add_focus(title, index) else ""
        elif len(block.cells) == 1 and table:
            pass  # a note that goes over all columns
        elif block.kind != "furniture" and not (block.cells and tables.columns_of(block.cells)):
            other = (table and block.table not in (0, table)) or (blocks[start].cells and not block.cells)
            row = None if other else _cells(walk, index, columns, titles)
            if row is None:
                break
            promisor = row.cells.get("who") or promisor
            area = row.cells["focus"] = row.cells.get("focus") or area
            if row.cells.get("what"):
                place_row(walk, row, promisor)
        index += 1
    return index


def _cells(walk: Walk, index: int, columns: Sequence[tables.Column], titles: Sequence[str]) -> Row | None:
    """The cells of a row by column; None for a block that is no row of the table."""
    block, roster = walk.found.blocks[index], walk.roster
    row = Row(blocks=[index])
    if not block.cells:
        row.cells = tables.split_row(block.text, columns, roster.names)
        lost = "who" not in columns and "status" in columns and "status" not in row.cells
        return None if lost or not row.cells else row
    values = _values(block, columns)
    text = dict(zip(columns, values, strict=False)).get("what", "")
    for number, (column, value) in enumerate(zip(columns, values, strict=False)):
        share = share_of(value) is not None and not re.search(r"%|procent", text)
        done = column == "result" and (share or (columns.count("result") > 1 and status_of(value)))
        row.add("status" if done else column, value, titles[number] if number < len(titles) else "")
    return row if len(values) > 1 else None


def _values(block: Block, columns: Sequence[tables.Column]) -> list[str]:
    """Cells of a row, with its number where that was taken for a marker."""
    missing = columns[0] == "number" and len(block.cells) < len(columns)
    values = [block.marker, *block.cells] if missing and block.marker else [*block.cells]
    return ["", *values] if columns[0] == "number" and len(values) == len(columns) - 1 else values


def place_row(walk: Walk, row: Row, promisor: str) -> None:
    """Place the commitment of a row; `promisor` as written."""
    found, roster, cells = walk.found, walk.roster, row.cells
    text, tag = untagged(cells["what"], roster)
    focus, goal = cells.get("focus", ""), cells.get("goal", "")
    named = focus and not re.fullmatch(r"[\d.]+", focus)
    staff = promisor if _are_roles(promisor) else ""
    given = bool(cells.get("who")) and not staff
    own = who(text, roster, add=not given) if not given or walk.promises(text) else ()
    stated = own if agents.promisor(text, roster.others) and not given else ()
    unit = _UNIT.search(cells.get("who", ""))
    planned = found.kind == "åtgärdsplan"  # which says who is in charge, and promises nothing
    parties = () if planned else tag or stated or _promisor(promisor, roster) or walk.context.parties or own
    made = FoundCommitment(
        text,
        row.blocks,
        parties,
        found.add_focus(focus, row.blocks[0]) if named else walk.context.focus,
        walk.context.goal,
        responsible=cells.get("responsible")
        or (staff or ((unit["unit"] if unit else "") if parties else promisor)).strip(" ."),
        result=cells.get("result", ""),
        verdict=cells.get("status", ""),
        purpose=cells.get("purpose", ""),
        reservation=cells.get("reservation", ""),
        target=cells.get("target", ""),
    )
    timed = row.when or [("", cell) for cell in (cells.get("when", ""),) if cell]
    when = timed + [("", goal)] * bool(re.search(r"\d", goal))
    made.when = tuple(cell for title, cell in when if not _timed(title, cell).startswith("senast "))
    made.timed = ". ".join(_timed(title, cell) for title, cell in when)
    if found.kind == "uppföljning":
        _judge(made)
    found.commitments.append(made)


_UNIT: Final = re.compile(r" \((?P<unit>(?!med |i |tillsammans )[a-zåäö][^()]{3,})\)\W*$")
"""The unit of a party that acts: ”Kommunen (socialtjänsten)”."""


def _are_roles(written: str) -> bool:
    """Whether a cell names functions and no party: ”Enhetschef fält”."""
    return bool(written) and all(map(is_role, re.split(r", | och ", written.strip(" ."))))


def _judge(made: FoundCommitment) -> None:
    """Set the status by verdict and result."""
    share = share_of(made.verdict)
    if share is not None and not made.result:
        made.result = made.verdict
    if not status_of(made.verdict) and (begun := leading_status(made.verdict)):
        rest = made.verdict[len(begun[1]) :].lstrip(" .:!,;–—-")
        made.verdict, made.result = begun[1], made.result or rest
    elif not status_of(made.verdict) and not made.result and len(made.verdict.split()) > 1:
        made.verdict, made.result = "", made.verdict
    opening = leading_status(made.result)
    said = status_in(made.result)
    said = said if share is None else status_of_share(share, said)
    made.status = status_of(made.verdict) or (opening[0] if opening else said)


def _timed(title: str, cell: str) -> str:
    """A cell to be read for targets: a date is one to be ready by where the column says so."""
    due = re.search(r"senast|klart|färdig|deadline", title, re.IGNORECASE)
    return f"senast {cell}" if due and re.match(r"(?:den )?\d|\w+ \d{4}$", cell) else cell


def _promisor(written: str, roster: Roster) -> tuple[str, ...]:
    """The parties of a cell; a name that is not known is a party of its own."""
    parties = named_in(written, roster) if written else ()
    bare = written.strip(" .")
    is_name = re.match(r"[A-ZÅÄÖ]", bare) and len(bare.split()) <= 4
    if not parties and is_name and not is_role(bare) and not tables.is_when(bare):
        return (roster.third(bare),)
    return parties
