"""The rows of a table of commitments or results, placed."""

import re
from collections.abc import Sequence

from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.tags import untagged
from medborgarlofte.importing.outline import Context, add_focus
from medborgarlofte.importing.roster import Roster, named_in, who
from medborgarlofte.importing.sentences import denies
from medborgarlofte.importing.statuses import status_in, status_of
from medborgarlofte.importing.tables import Column, columns_of, is_party, split_row


def place_table(found: Found, roster: Roster, context: Context, start: int, columns: Sequence[Column]) -> int:
    """Place the rows below a header; the index after the last of them."""
    blocks = found.blocks
    index, previous = start + 1, ""
    table = blocks[start].table
    while index < len(blocks):
        block = blocks[index]
        if block.kind == "furniture" or (block.cells and columns_of(block.cells)):
            index += 1
            continue
        if not block.cells and blocks[start].cells:
            break
        cells = _cells(found, roster, index, columns)
        if cells is None or (table and block.table not in (0, table)):
            break
        previous = cells.get("who") or previous
        if cells.get("what"):
            _row(found, roster, context, index, cells, previous)
        index += 1
    return index


def _cells(found: Found, roster: Roster, index: int, columns: Sequence[Column]) -> dict[Column, str] | None:
    """The cells of a row by column; None for a block that is no row of the table."""
    block = found.blocks[index]
    if block.cells:
        values = (
            [block.marker, *block.cells]
            if block.marker and columns[0] == "number" and len(block.cells) < len(columns)
            else list(block.cells)
        )
        if block.marker and columns[0] == "number" and len(values) == len(columns) - 1:
            values = [block.marker, *values]
        if len(values) == len(columns) - 1 and columns[0] == "number":
            values = ["", *values]
        if len(values) < 2:
            return None
        return dict(zip(columns, [*values, *[""] * len(columns)], strict=False))
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
    return cells


def _row(
    found: Found, roster: Roster, context: Context, index: int, cells: dict[Column, str], promisor: str
) -> None:
    text, tag = untagged(cells["what"], roster)
    if denies(text):
        return
    focus = (
        add_focus(found, cells["focus"], index)
        if cells.get("focus") and not re.fullmatch(r"[\d.]+", cells["focus"])
        else context.focus
    )
    parties = (
        tag
        or (named_in(promisor, roster) if promisor else ())
        or context.parties
        or who(text, roster, add=True)
    )
    if not parties and roster.police_only:
        parties = ("polisen",)
    made = FoundCommitment(text, [index], parties, focus, context.goal, when=cells.get("when", ""))
    if promisor and not parties:
        made.responsible = promisor
    made.result, made.verdict = cells.get("result", ""), cells.get("status", "")
    made.when = made.when or (cells.get("goal", "") if re.search(r"\d", cells.get("goal", "")) else "")
    if found.kind == "uppföljning":
        made.status = status_of(made.verdict) or status_in(made.result)
    found.commitments.append(made)
