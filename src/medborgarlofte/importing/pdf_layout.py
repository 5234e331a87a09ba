"""PDF lines to raw blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import Final

from medborgarlofte.importing.blocks import Block, one_line
from medborgarlofte.importing.blocks import row as table_row
from medborgarlofte.importing.markers import is_bullet, split_marker
from medborgarlofte.importing.pdf_lines import RAISED, Line, Margins, flowed, is_dotted

_FULL: Final = 12
"""Lines of a page that show its margins; a shorter one has those of the other pages."""
_SAME_COLUMN: Final = 8.0
"""Points that the left edges of two cells of a column may differ."""
_CELL_LINES: Final = 5
"""Lines of a cell at most where a table begins; more of them are a column of the page."""
_LONG_CELL: Final = 20
"""The same where the table of the page above goes on."""
_SAME_ROW: Final = 0.5
"""Share of a line's height that two lines must have in common to stand beside each other."""


def blocks_of_lines(pages: Sequence[Sequence[Line]], frame: set[Line]) -> list[Block]:
    """Blocks by gaps, sizes, bullets and line ends."""
    made: list[Block] = []
    columns: list[float] = []
    body = _body_size(pages)
    every = [line for lines in pages for line in lines if line not in frame]
    notes = [_notes([line for line in lines if line not in frame], body) for lines in pages]
    marks = {_mark(note[0]) for some in notes for note in some}
    for line in chain.from_iterable(pages):
        line.text = _MARKS.sub(lambda one: "" if _digits(one[0]) in marks else _digits(one[0]), line.text)
    for number, (lines, small) in enumerate(zip(pages, notes, strict=True), start=1):
        kept = [line for line in lines if line not in frame and not any(line in note for note in small)]
        margins = Margins(kept if len(kept) >= _FULL else every)
        for group in _rows(kept, columns):
            if len(group) > 1:
                made.append(table_row([*_cell_texts(group, margins)], len(made) + 1, page=number))
                continue
            for paragraph in _paragraphs(group[0], body, margins):
                made.append(_placed(paragraph, body, margins, len(made) + 1, number))
        made += [
            Block(
                "furniture",
                one_line(_NOTE.sub(r"\g<mark> ", flowed(note, margins))),
                line=len(made) + 1,
                page=number,
            )
            for note in small
        ]
        made += [
            Block("furniture", one_line(line.text), line=len(made) + 1, page=number)
            for line in lines
            if line in frame
        ]
    return made


_NOTE: Final = re.compile(r"\s*(?P<mark>\d{1,2})[.)]?\s?(?=[A-ZÅÄÖ”])")
"""How a footnote begins."""
_MARKS: Final = re.compile(f"[{chr(RAISED)}-{chr(RAISED + 9)}]+")


def _notes(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """The lines of each footnote of a page: small ones at its end, from one that begins with a mark of its text."""
    marks = {_digits(found[0]) for line in lines for found in _MARKS.finditer(line.text)}
    small = [*takewhile(lambda line: line.size < 0.92 * body, reversed(lines))] if marks else []
    made: list[list[Line]] = []
    for line in reversed(small):
        if _mark(line) in marks:
            made.append([line])
        elif made:
            made[-1].append(line)
    return made


def _mark(line: Line) -> str:
    found = _NOTE.match(line.text)
    return found["mark"] if found else ""


def _digits(raised: str) -> str:
    """The digits of a mark, which are left out of the text where a footnote has it."""
    return "".join(str(ord(letter) - RAISED) for letter in raised)


def _cell_texts(row: Sequence[Sequence[Line]], margins: Margins) -> Iterator[str]:
    """Cells of a row; the next cell is the edge at which a long word is broken without a hyphen."""
    for number, cell in enumerate(row):
        edge = next((after[0].left for after in row[number + 1 :] if after), margins.edge)
        yield one_line(flowed(cell, margins, edge))


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _rows(lines: Sequence[Line], columns: list[float]) -> list[list[list[Line]]]:
    """Groups of lines: running text or table rows; `columns` are the left edges of the last table, also after it."""
    made: list[list[list[Line]]] = []
    index = 0
    while index < len(lines):
        count = _beside(lines, index)
        if count > 1 or _wraps(lines, index, columns):
            rows, index = _table(lines, index, count)
            made += rows
            columns[:] = [cell[0].left for cell in rows[0] if cell]
            continue
        if made and len(made[-1]) == 1:
            made[-1][0].append(lines[index])
        else:
            made.append([[lines[index]]])
        index += 1
    return made


def _beside(lines: Sequence[Line], start: int) -> int:
    """Number of lines side by side."""
    first, end = lines[start], start + 1
    while end < len(lines):
        line, last = lines[end], lines[end - 1]
        common = min(line.top, first.top) - max(line.bottom, first.bottom)
        if line.left < last.right + 0.5 * last.size or common < _SAME_ROW * min(line.height, first.height):
            break
        end += 1
    return end - start


def _wraps(lines: Sequence[Line], start: int, columns: Sequence[float]) -> bool:
    """Whether the first cell of a table row begins here and goes over several lines before the next cell."""
    first = lines[start]
    for at in range(start + 1, min(start + _LONG_CELL, len(lines))):
        line = lines[at]
        if (
            abs(line.left - first.left) < _SAME_COLUMN
            and 0 < lines[at - 1].base - line.base < 1.9 * line.size
        ):
            continue
        beside = abs(line.base - first.base) < 0.4 * first.height
        if at - start >= _CELL_LINES and not any(
            abs(left - line.left) < _SAME_COLUMN for left in columns[1:]
        ):
            return False
        return at > start + 1 and beside and all(one.right < line.left for one in lines[start:at])
    return False


def _table(lines: Sequence[Line], start: int, count: int) -> tuple[list[list[list[Line]]], int]:
    """The rows of a table whose first row begins with so many lines beside each other, and where it ends."""
    grid = _Grid(lines[start : start + count])
    index = start + count
    while index < len(lines) and grid.take(lines[index]):
        index += 1
    rows, ends = grid.rows, grid.count
    while len(rows) > 1 and not any(rows[-1][1:]):
        ends -= sum(map(len, rows.pop()))
    return rows, start + ends


class _Grid:
    """The cells of a table, found by their left edges and heights; lines come cell by cell, row by row."""

    def __init__(self, first: Sequence[Line]) -> None:
        self.columns = [line.left for line in first]
        self.rows: list[list[list[Line]]] = [[[line] for line in first]]
        self.count = len(first)
        self.last = len(first) - 1

    def take(self, line: Line) -> bool:
        """Put a line in its cell; False when it does not belong to the table."""
        column = next((n for n, left in enumerate(self.columns) if abs(left - line.left) < _SAME_COLUMN), -1)
        row = self.rows[-1]
        top = max(one.top for cell in row for one in cell[:1])
        beside = top - line.top < 0.6 * line.height or (column > 0 == self.last and self._splits(line))
        row = self.rows[-1]
        if column < 0:
            if len(self.rows) > 1 or not beside or line.left < self.columns[-1]:
                return False
            self.columns.append(line.left)
            row.append([])
            column = len(self.columns) - 1
        cell = row[column]
        follows = bool(cell) and column == self.last and cell[-1].base - line.base < 1.9 * line.size
        if not follows and not (not cell and column > self.last and beside):
            if column > self.last or self._lowest() - line.top < -0.5 * line.height:
                return False
            self.rows.append([[] for _ in self.columns])
        self.rows[-1][column].append(line)
        self.last = column
        self.count += 1
        return True

    def _splits(self, line: Line) -> bool:
        """Leave the lines of the only cell above the height of a line to a row of their own: the title of a section."""
        cell = self.rows[-1][0]
        at = next((n for n, one in enumerate(cell) if abs(one.base - line.base) < 0.4 * line.height), 0)
        if at and abs(cell[0].size - line.size) > 0.5:  # a heading above the next table
            return False
        if at:
            self.rows[-1] = [cell[:at], *([] for _ in self.columns[1:])]
            self.rows.append([cell[at:], *([] for _ in self.columns[1:])])
        return at > 0

    def _lowest(self) -> float:
        """The bottom of the first lines of the row that was read last."""
        return min(cell[0].bottom for cell in self.rows[-1] if cell)


def _paragraphs(lines: Sequence[Line], body: float, margins: "Margins") -> Iterator[list[Line]]:
    current: list[Line] = []
    for line in lines:
        if current and _begins(line, current, body, margins):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _begins(line: Line, current: Sequence[Line], body: float, margins: "Margins") -> bool:
    """True if a line starts a paragraph."""
    last = current[-1]
    text = line.text.strip()
    if split_marker(text) or is_dotted(text):
        return True
    if abs(line.size - last.size) > 0.08 * body or line.bold != last.bold:
        return not (text[:1].islower() and abs(line.size - last.size) <= 0.08 * body)
    gap = last.base - line.base
    if gap < -0.5 * body:  # a new column
        return last.text.rstrip().endswith((".", ":", "!", "?")) or not text[:1].islower()
    outdented = _is_bulleted(current[0].text) and line.left < current[0].left - 0.8 * line.size
    if outdented and gap > 1.1 * margins.leading(line.size):  # a paragraph below an indented list
        return True
    if gap > max(1.25 * margins.leading(line.size), (1.2 if line.size <= 1.1 * body else 1.4) * line.size):
        return True
    return margins.breaks(last, line) and not text[:1].islower()


def _is_bulleted(text: str) -> bool:
    found = split_marker(text.strip())
    return found is not None and is_bullet(found[0])


def _placed(lines: Sequence[Line], body: float, margins: "Margins", line: int, page: int) -> Block:
    text = flowed(lines, margins)
    first = lines[0]
    is_heading = len(text) <= 150 and (
        first.size > 1.12 * body or (first.bold and all(one.bold for one in lines))
    )
    if is_heading and not _is_bulleted(text) and "\t" not in text.strip():
        level = 1 if first.size > 1.6 * body else 2 if first.size > 1.25 * body else 3
        return Block("heading", one_line(text), level=level, line=line, page=page)
    indent = " " * max(0, round((first.left - margins.left(first)) / 10))
    return Block("paragraph", f"{indent}{text}" if _is_bulleted(text) else text, line=line, page=page)
