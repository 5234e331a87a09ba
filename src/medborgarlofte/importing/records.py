"""Commitments in labelled lines: ”Åtgärd: … Ansvarig: … Klart: …”, ”Vad ska göras?” and its answer, ”Utfall: …”."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.headings import focus_of
from medborgarlofte.importing.statuses import leading_status
from medborgarlofte.importing.tables import Column, column_of

_LABELLED: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][^:?.]{1,32})(?:[:?]|\s[–-])\s*(?P<value>\S.*)", re.DOTALL)
_BESIDE: Final = frozenset(("who", "when", "result", "status"))


_INSIDE: Final = re.compile(
    r"(?P<end>[.!?]|[\wåäö)])\s+(?=(?P<label>[A-ZÅÄÖ][\wåäö]*(?: [\wåäö]+){0,3})(?::\s|\?))"
)


def split_labels(text: str) -> list[str]:
    """A paragraph cut before each label inside it: ”Utfall: … Bedömning: …”."""
    cuts = [
        found
        for found in _INSIDE.finditer(text)
        if (column := column_of(found["label"])) and (found["end"] in ".!?" or column in _BESIDE)
    ]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.end("end") for found in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


class Record(NamedTuple):
    """A commitment with what its labels say, the blocks that hold it, and where the next begins."""

    cells: dict[Column, str]
    when: tuple[tuple[str, str], ...]
    """Label and value of what says how much, how often or by when."""
    blocks: list[int]
    end: int


class _Field(NamedTuple):
    column: Column
    value: str
    end: int
    label: str = ""


def record_at(blocks: Sequence[Block], start: int) -> Record | None:
    """The record that begins at a block; None when none does. It has what is promised and one thing more."""
    first = _field(blocks, start)
    if first is None and blocks[start].kind in ("paragraph", "item"):
        first = _Field("what", blocks[start].text, start + 1)
    if first is None or first.column != "what" or len(first.value.split()) < 2:
        return None
    cells: dict[Column, str] = {"what": first.value}
    when: list[tuple[str, str]] = []
    used, index = [*range(start, first.end)], first.end
    while index < len(blocks):
        if blocks[index].kind == "furniture":
            index += 1
            continue
        field = _field(blocks, index)
        if field is None or field.column not in _BESIDE or field.column in cells:
            break
        cells[field.column] = field.value
        if field.column == "when":
            when.append((field.label, field.value))
        used += range(index, field.end)
        index = field.end
    return Record(cells, tuple(when), used, used[-1] + 1) if len(cells) > 1 else None


def _field(blocks: Sequence[Block], index: int) -> _Field | None:
    """A label with its value, on one line or as a heading above it."""
    block = blocks[index]
    if block.kind not in ("paragraph", "heading", "item") or block.quoted:
        return None
    found = _LABELLED.fullmatch(block.text)
    column = column_of(found["label"]) if found else None
    if found and column and not (block.kind == "heading" and focus_of(block.text)):
        return _Field(_by_value(column, found["value"]), found["value"], index + 1, found["label"])
    column = (
        column_of(block.text)
        if (block.kind != "item" and len(block.text.split()) > 1) or block.text.endswith("?")
        else None
    )
    if column is None or index + 1 >= len(blocks) or blocks[index + 1].kind not in ("paragraph", "heading"):
        return None
    value = blocks[index + 1].text
    is_label = column_of(value) and not re.search(r"\d", value)
    return None if is_label else _Field(_by_value(column, value), value, index + 2, block.text)


def _by_value(column: Column, value: str) -> Column:
    """What a label such as ”Klart” heads: a verdict, or a day to be ready by."""
    return "when" if column == "status" and not leading_status(value) and re.search(r"\d", value) else column
