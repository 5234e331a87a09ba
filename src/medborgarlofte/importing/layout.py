"""Raw paragraphs to blocks.

Typed bullets, wrapped lines, columns, headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from medborgarlofte.importing.blocks import Block, clean, join, one_line, says, unbroken
from medborgarlofte.importing.markers import (
    PROMISOR,
    depth_of,
    is_label,
    split_marker,
)
from medborgarlofte.importing.promoted import with_headings

COLUMNS: Final = re.compile(r"\t+| {3,}")
_CLAUSE: Final = re.compile(r"att\s+[a-zåäö]")
"""What begins an item of a sentence that is set out over lines: ”vi lovar / att …, / att …”."""
_DOTS: Final = re.compile(r"[._…]{4,}")


def lay_out(raw: Sequence[Block]) -> list[Block]:
    """Blocks from raw ones, which may span lines."""
    width = _wrap_width(raw)
    made = [_quotation(part) for block in raw for part in _shared_out(_split(block, width))]
    placed = with_headings(list(_items_of_indented(_spoken(made))))
    return [block for block in map(_cleaned, placed) if block.text or block.cells]


def _shared_out(parts: Iterable[Block]) -> Iterator[Block]:
    """Lines below an item that say what each party does of it, as its own items."""
    item: Block | None = None
    for part in parts:
        if item and part.kind == "paragraph" and PROMISOR.match(part.text):
            yield replace(part, kind="item", level=item.level + 1)
            continue
        item = part if part.kind == "item" else None
        yield part


def _cleaned(block: Block) -> Block:
    """Block without control characters."""
    return replace(block, text=one_line(block.text), cells=tuple(one_line(cell) for cell in block.cells))


def _lines(block: Block) -> list[str]:
    return [line for line in clean(block.text).split("\n") if line.strip()]


def _wrap_width(raw: Iterable[Block]) -> int:
    """Wrap column of the source, or 0."""
    lines = [line for block in raw for line in _lines(block) if not COLUMNS.search(line.strip())]
    longest = max(map(len, lines), default=0)
    near = sum(len(line) > longest * 0.8 for line in lines)
    broken = sum(bool(re.match(r"\s*[a-zåäö]", line)) for line in lines)
    return longest if 40 <= longest <= 110 and near >= 5 and broken >= 3 else 0


def _split(block: Block, width: int) -> Iterator[Block]:
    if block.kind == "row":
        yield block
        return
    read = _lines(block)
    rows, lines = _rows_of_tabs(read), _merged_columns(read)
    clauses = sum(bool(_CLAUSE.match(line.text.strip())) for line in lines) > 1
    current: list[_Line] = []
    for line in lines:
        cells = rows.get(line.number)
        new = cells or (clauses and bool(_CLAUSE.match(line.text.strip())))
        if current and (new or not _continues(current, line.text, width)):
            yield _made(block, current, clauses=clauses)
            current = []
        if cells:
            yield replace(_made(block, [line], clauses=False), kind="row", marker="", cells=cells)
        else:
            current.append(line)
    if current:
        yield _made(block, current, clauses=clauses)


def _rows_of_tabs(lines: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Cells of neighbouring lines with as many tabs or bars, as a table is pasted: empty cells count."""
    made: dict[int, tuple[str, ...]] = {}
    for width, group in groupby(enumerate(lines), key=lambda one: len(_CELL_END.split(one[1]))):
        numbers, texts = zip(*group, strict=True)
        cells = [[one_line(cell) for cell in _CELL_END.split(text)] for text in texts]
        if width > 1 and len(cells) > 1 and not any(split_marker(f"{row[0]} –") for row in cells):
            kept = [column for column in zip(*cells, strict=True) if any(column)]
            made |= zip(numbers, zip(*kept, strict=True), strict=True)
    return made


_CELL_END: Final = re.compile(r"\t| \| ")


class _Line(NamedTuple):
    """A line, or several whose columns were put together, with the lines of the source that it is made of."""

    number: int
    text: str
    origin: tuple[str, ...]


def _merged_columns(lines: Sequence[str]) -> list[_Line]:
    """Lines of a table laid out with spaces: a line that goes on in the columns of the one above is joined to it."""
    made: list[_Line] = []
    starts: list[int] = []
    for number, line in enumerate(lines):
        cells = (
            [(found.start(), found[0].rstrip()) for found in re.finditer(r"\S+(?: {1,2}\S+)*", line)]
            if "\t" not in line
            else []
        )
        columns = [next((n for n, start in enumerate(starts) if abs(start - at) <= 2), -1) for at, _ in cells]
        if (
            made
            and len(starts) > 1
            and cells
            and min(columns) >= 0
            and (len(cells) < len(starts) or cells[0][1][:1].islower())
        ):
            above = [one.strip() for one in COLUMNS.split(made[-1].text.strip())]
            above += [""] * (len(starts) - len(above))
            for column, (_, text) in zip(columns, cells, strict=True):
                above[column] = join(above[column], text)
            made[-1] = _Line(made[-1].number, "\t".join(above), (*made[-1].origin, line))
            continue
        starts = [at for at, _ in cells] if len(cells) > 1 and COLUMNS.search(line.strip()) else []
        made.append(_Line(number, line, (line,)))
    return made


def _continues(current: Sequence[_Line], line: str, width: int) -> bool:
    """Whether a line belongs to the paragraph or item that began above it."""
    bare, first, previous = line.strip(), current[0].text, current[-1].text.rstrip()
    opening = (split_marker(first.strip()) or ("", first.strip()))[1]  # the tab after a bullet is no column
    if _starts_item(bare) or _DOTS.search(bare) or any(COLUMNS.search(one) for one in (bare, opening)):
        return False
    indent, start = (len(text) - len(text.lstrip()) for text in (line, first))
    if len(current) == 1 and _labels_below(first.strip(), bare):
        return False
    if re.search(r"[^\W\d_]-$", previous) and bare[:1].islower():
        return True
    if _starts_item(first.strip()) and indent > start and not re.search(r"[.!?:]$", previous):
        return True
    if re.search(r"\b(?:mellan|och|för|av|till|med|samt|om|i|på)$", previous, re.IGNORECASE):
        return True
    if bare[:1].islower() and not re.search(r"[.!?:;]$", previous):
        return True
    if _LABELLED.match(bare) and re.search(r"[.!?]$", previous):
        return False
    return bool(width) and len(previous) + len(bare.split(maxsplit=1)[0]) + 1 >= width - 8


_LABELLED: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,2}: \S")
"""A line with a label of its own: ”Ansvarig: gruppchef”."""


def _labels_below(first: str, below: str) -> bool:
    """Whether an item's first line is a label of the text on its second: ”• Fältgrupp”, then what it does."""
    found = split_marker(first)
    return found is not None and is_label(found[1]) and below[:1].isupper() and len(below) > len(found[1])


def _starts_item(line: str) -> bool:
    return (
        split_marker(line) is not None
        or bool(re.match(r"\d+(\.\d+)*\s+[A-ZÅÄÖ]", line))
        or bool(PROMISOR.match(line))
    )


def _made(block: Block, lines: Sequence[_Line], *, clauses: bool) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text = join(text, line.text)
    bare = text.strip()
    origin = tuple(one_line(one) for line in lines for one in line.origin)
    here = replace(block, line=block.line + lines[0].number if not block.page else block.line, origin=origin)
    found = split_marker(bare) if block.kind in ("paragraph", "item") else None
    marker, rest = found or (block.marker, bare)
    cells = tuple(one_line(cell) for cell in COLUMNS.split(rest) if cell.strip())
    if len(cells) > 1:
        return replace(here, kind="row", text=one_line(rest), marker=marker, cells=cells)
    if found:
        indent = len(lines[0].text) - len(lines[0].text.lstrip())
        written = depth_of(marker) or max(block.level, indent // 2)
        depth = written if block.kind == "item" or indent else 0
        return replace(here, kind="item", text=_tidy(rest), marker=marker, level=depth)
    if clauses and block.kind == "paragraph" and _CLAUSE.match(bare):
        return replace(here, kind="item", text=_tidy(bare))
    return replace(here, text=_tidy(bare))


def _tidy(text: str) -> str:
    return unbroken(one_line(text))


def _items_of_indented(blocks: Iterable[Block]) -> Iterator[Block]:
    """Items with normalised depth from 0."""
    stack: list[int] = []
    for block in blocks:
        if block.kind != "item":
            if block.kind != "row":
                stack = []
            yield block
            continue
        while stack and stack[-1] > block.level:
            stack.pop()
        if not stack or stack[-1] < block.level:
            stack.append(block.level)
        yield replace(block, level=len(stack) - 1)


_MARKS: Final = re.compile(r'[”“"][^”“"]+[.!][”“"]')


def _quotation(block: Block) -> Block:
    """A dash item or paragraph ending in ”säger …” or within quotation marks, as a quotation."""
    said = says(block.text) or _MARKS.fullmatch(block.text)
    quoted = block.kind in ("item", "paragraph") and said
    return replace(block, kind="paragraph", quoted=True) if quoted else block


def _spoken(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with lone items as quotations whose marker begins other quotations."""
    dashes = {block.marker for block in blocks if block.quoted and block.marker}
    around = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    for before, block, after in around:
        lone = all(
            other is None or (other.kind, other.marker) != ("item", block.marker) for other in (before, after)
        )
        spoken = lone and block.kind == "item" and block.marker in dashes
        yield replace(block, kind="paragraph", quoted=True) if spoken else block
