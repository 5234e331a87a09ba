"""Commitments in labelled lines: ”Åtgärd: … Ansvarig: … Klart: …”, ”Vad ska göras?” and its answer, ”Utfall: …”."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from medborgarlofte.importing import tables
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.headings import focus_of
from medborgarlofte.importing.markers import ASIDE, FIGURE, VOWED, is_bullet
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.sentences import strength
from medborgarlofte.importing.statuses import leading_status, share_of

_LABELLED: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][^:?.]{1,32})(?:[:?]|\s[–-])\s*(?P<value>\S.*)", re.DOTALL)
_BESIDE: Final = frozenset(("who", "when", "result", "status", "reservation", "purpose"))
_MEASURED: Final = re.compile(
    r"(?:så |hur )?(?:vi )?(?:mäts|mäter vi|mätning|mätetal|mått|indikator(?:er)?|nyckeltal|följs upp|följer vi upp)(?: (?:genom|med|av))?",
    re.IGNORECASE,
)
"""Labels of how a commitment is measured, which need not be what is promised."""
_LIMIT: Final = re.compile(r"\b(?:mål\w*|minst|högst|inom|max)\b", re.IGNORECASE)
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
    titled = blocks[start].kind == "heading" and text.endswith(".") and strength(text) > 0
    unlabelled = (titled or blocks[start].kind in ("paragraph", "item")) and not (
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
        told = one and one.column == "result" and row.has(one)
        if told or (
            _is_below(blocks[start], blocks[index]) and _has_no_field(blocks[index], one, row, beside)
        ):
            one = _Field("other", blocks[index].text, index + 1)
        if one is None or (one.column != "other" and (one.column not in beside or row.has(one))):
            break
        row.add(one.column, one.value, one.label)
        row.blocks += range(index, one.end)
        index = one.end
    goes_on = index < len(blocks) and blocks[start].kind == "item" and _is_below(blocks[start], blocks[index])
    return row if len(row.cells.keys() - {"other"}) > 1 and not goes_on else None


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
    measured = labelled and _MEASURED.fullmatch(label) and _LIMIT.search(labelled["value"])
    if labelled and (label == "mål" or measured) and measures(labelled["value"]).targets:
        return _Field("target", labelled["value"], index + 1, labelled["label"])
    if labelled and blocks[index].kind == "item" and _MEASURED.fullmatch(label):
        return _Field("other", text, index + 1)
    if labelled and label.startswith("ansvarig") and "who" in row.cells:
        return _Field("responsible", labelled["value"], index + 1, labelled["label"])
    return None


def _is_below(head: Block, block: Block) -> bool:
    """Whether an item is deeper than another, or a bullet below a number, a heading or a paragraph."""
    deeper = head.kind == "item" and block.level > head.level
    return block.kind == "item" and (deeper or (is_bullet(block.marker) and not is_bullet(head.marker)))


def _has_no_field(block: Block, one: _Field | None, row: Row, beside: Collection[str]) -> bool:
    """Whether a label stands where no field of the commitment above it takes it: ”Mäts: enkät”."""
    found = _LABELLED.fullmatch(block.text)
    if found is None or len(found["label"].split()) > 4 or tables.is_party(found["label"], ()):
        return False
    return one is None or (one.column not in ("what", *beside)) or (one.column != "what" and row.has(one))


def is_detail(text: str) -> bool:
    """Whether a line only says who, when or how something is measured: ”Ansvarig: Polisen”."""
    found = _LABELLED.fullmatch(text)
    label = found["label"] if found else ""
    known = _MEASURED.fullmatch(label) or ASIDE.fullmatch(text)
    return bool(known) or tables.column_of(label) in ("who", "when")


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
    dated = due and not leading_status(value) and share_of(value) is None and re.search(r"\d", value)
    return "when" if dated else column
