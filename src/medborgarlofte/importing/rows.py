"""Commitments in table rows and in labelled lines.

Labels: ”Åtgärd: … Ansvarig: … Klart: …”, ”Vad ska göras?” and its answer, ”Utfall: …”.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from medborgarlofte.importing import agents, tables
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import FoundCommitment
from medborgarlofte.importing.headings import focus_of
from medborgarlofte.importing.markers import ASIDE, FIGURE, VOWED
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.party_headings import party_heading, untagged
from medborgarlofte.importing.people import is_role
from medborgarlofte.importing.roster import Roster, named_in, who
from medborgarlofte.importing.statuses import leading_status, status_in, status_of
from medborgarlofte.importing.walk import Walk

_LABELLED: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][^:?.]{1,32})(?:[:?]|\s[–-])\s*(?P<value>\S.*)", re.DOTALL)
_BESIDE: Final = frozenset(("who", "when", "result", "status", "reservation", "purpose"))
_INSIDE: Final = re.compile(
    r"(?P<end>[.!?]|[\wåäö)])\s+(?=(?P<label>[A-ZÅÄÖ][\wåäö]*(?: [\wåäö]+){0,3})(?::\s|\?))"
)


@dataclass
class Row:
    """Commitment in cells by column."""

    cells: dict[tables.Column, str] = field(default_factory=dict)
    when: list[tuple[str, str]] = field(default_factory=list)
    """Title and cell of each column that says how much, how often or by when."""
    blocks: list[int] = field(default_factory=list)

    def add(self, column: tables.Column, value: str, title: str) -> None:
        """Add a cell; the first of each column counts."""
        if column == "when" and value:
            self.when.append((title, value))
        self.cells[column] = self.cells.get(column) or value

    def has(self, one: "_Field") -> bool:
        """Whether a value is there already; of what says when, one with the same label."""
        if one.column == "when":
            return any(title == one.label for title, _ in self.when)
        return one.column in self.cells


# ---------------------------------------------------------------- labelled lines


def split_labels(text: str) -> list[str]:
    """A paragraph cut before each label inside it: ”Utfall: … Bedömning: …”."""
    cuts = [
        found
        for found in _INSIDE.finditer(text)
        if (column := tables.column_of(found["label"])) and (found["end"] in ".!?" or column in _BESIDE)
    ]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.end("end") for found in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


class _Field(NamedTuple):
    column: tables.Column
    value: str
    end: int
    label: str = ""


def record_at(blocks: Sequence[Block], start: int, *, report: bool) -> Row | None:
    """The record that begins at a block.

    It has what is promised and one thing more. Without a label only a report has results beside it.
    """
    first = _field(blocks, start)
    beside = _BESIDE if first or report else _BESIDE - {"result", "status"}
    beside |= {"responsible", "target"}
    text = blocks[start].text.strip()
    unlabelled = blocks[start].kind in ("paragraph", "item") and not (
        ASIDE.fullmatch(text) or FIGURE.fullmatch(text)
    )
    if first is None and unlabelled:
        first = _Field("what", blocks[start].text, start + 1)
    if first is None or first.column != "what":
        return None
    row, index = Row({"what": first.value}, blocks=[*range(start, first.end)]), first.end
    if report and unlabelled:
        index = _told(blocks, index, row)
    while index < len(blocks):
        if blocks[index].kind == "furniture":
            index += 1
            continue
        one = _detail(blocks, index, row) or _field(blocks, index)
        if one and one.column == "result" and row.has(one):
            one = one._replace(column="other")
        if one is None or (one.column != "other" and (one.column not in beside or row.has(one))):
            break
        row.add(one.column, one.value, one.label)
        row.blocks += range(index, one.end)
        index = one.end
    return row if len(row.cells.keys() - {"other"}) > 1 else None


def _told(blocks: Sequence[Block], index: int, row: Row) -> int:
    """Take the verdict, figure and comment between a commitment and who made it; the index after them."""
    near = blocks[index : index + _NEAR]
    vowed = next((n for n, block in enumerate(near) if VOWED.fullmatch(block.text.strip())), 0)
    begun = leading_status(near[0].text) if vowed else None
    if begun is None:
        return index
    figure = near[0].text[len(begun[1]) :].lstrip(" :.")
    row.add("status", begun[1], "")
    row.add("result", " ".join(filter(None, (figure, *(block.text for block in near[1:vowed])))), "")
    row.blocks += range(index, index + vowed)
    return index + vowed


_NEAR: Final = 6


def _detail(blocks: Sequence[Block], index: int, row: Row) -> _Field | None:
    """A line below a commitment that says who promises, what is measured, who is in charge, or what has no field."""
    text = blocks[index].text.strip()
    if found := VOWED.fullmatch(text):
        return _Field("who", found["who"], index + 1)
    if ASIDE.fullmatch(text):
        return _Field("other", text, index + 1)
    labelled = _LABELLED.fullmatch(text)
    label = labelled["label"].lower() if labelled else ""
    if labelled and label == "mål" and measures(labelled["value"]).targets:
        return _Field("target", labelled["value"], index + 1, labelled["label"])
    if labelled and label.startswith("ansvarig") and "who" in row.cells:
        return _Field("responsible", labelled["value"], index + 1, labelled["label"])
    return None


def _field(blocks: Sequence[Block], index: int) -> _Field | None:
    """A label with its value, on one line or as a heading above it."""
    block = blocks[index]
    if block.kind not in ("paragraph", "heading", "item") or block.quoted:
        return None
    found = _LABELLED.fullmatch(block.text)
    column = tables.column_of(found["label"]) if found else None
    heads_area = block.kind == "heading" and focus_of(block.text) and not _has_result(blocks[index + 1 :])
    if found and column and not heads_area:
        return _Field(
            _by_value(column, found["value"], found["label"]), found["value"], index + 1, found["label"]
        )
    alone = (block.kind != "item" and len(block.text.split()) > 1) or block.text.endswith("?")
    column = tables.column_of(block.text) if alone else None
    if column is None or index + 1 >= len(blocks) or blocks[index + 1].kind not in ("paragraph", "heading"):
        return None
    value = blocks[index + 1].text
    is_label = tables.column_of(value) and not re.search(r"\d", value)
    return None if is_label else _Field(_by_value(column, value, block.text), value, index + 2, block.text)


def _has_result(following: Sequence[Block]) -> bool:
    """Whether the next block is a label for how something went: ”Resultat: …”."""
    found = _LABELLED.fullmatch(following[0].text) if following else None
    return found is not None and tables.column_of(found["label"]) in ("result", "status")


def _by_value(column: tables.Column, value: str, label: str) -> tables.Column:
    """What a label such as ”Klart” heads: a verdict, or a day to be ready by."""
    due = column == "status" and not re.match(r"läge|status|(?:vår |samlad )?bedömning", label, re.IGNORECASE)
    dated = due and not leading_status(value) and re.search(r"\d", value)
    return "when" if dated else column


# ---------------------------------------------------------------- tables


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
    for number, (column, value) in enumerate(zip(columns, values, strict=False)):
        row.add(column, value, titles[number] if number < len(titles) else "")
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
    unit = _UNIT.search(promisor)
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
    if not status_of(made.verdict) and (begun := leading_status(made.verdict)):
        rest = made.verdict[len(begun[1]) :].lstrip(" .:!,;–—-")
        made.verdict, made.result = begun[1], made.result or rest
    elif not status_of(made.verdict) and not made.result and len(made.verdict.split()) > 1:
        made.verdict, made.result = "", made.verdict
    opening = leading_status(made.result)
    made.status = status_of(made.verdict) or (opening[0] if opening else status_in(made.result))


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
