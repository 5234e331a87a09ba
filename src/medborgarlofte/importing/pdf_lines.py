"""PDF lines, columns and flow."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from medborgarlofte.importing.blocks import join, one_line
from medborgarlofte.importing.markers import split_marker

TAB_GAP: Final = 1.2
"""A gap of so many letter sizes on a line lies between two cells, unless all words of the line stand as far apart."""
PADDING: Final = 11.0
"""Points between the text of a cell and that of the next, at most."""
WIDE_SPACE: Final = 0.6
"""A space of so many letter sizes can lie between two cells when other lines begin where it ends."""
MARKER_GAP: Final = 5.0
"""The same behind the marker of a list at most; behind a wider gap a mark is alone in its cell."""
_NARROW: Final = 5
"""Words of a line of a narrow cell at most."""
_ROWS: Final = 3
"""Lines at least in which a cell begins at the same place, behind wide spaces."""
LONE_GAP: Final = 2.2
"""The same for the first gap of a line, which may be justified."""

RAISED: Final = 0x10FF00
"""The code point of a raised 0 in the text of a line; no font has it."""


@dataclass(eq=False)
class Line:
    """Line of text, in points from lower left."""

    page: int
    text: str = ""
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    size: float = 0.0
    base: float = 0.0
    """The baseline."""
    bold: bool = False
    gap: float = 0.0
    """The widest space between two words."""
    wide: list[tuple[int, float, float]] = field(default_factory=list)
    """Spaces wider than usual: position of the next word in the text, left and right edge of the space."""

    def add_space(self) -> None:
        """Add a space that the page does not draw."""
        if self.text and not self.text[-1].isspace():
            self.text += " "

    def add(self, letter: str, box: tuple[float, float, float, float], size: float, *, bold: bool) -> None:
        """One letter more."""
        if not letter.strip():
            self.add_space()
            return
        if not self.text.strip():
            self.text = ""
            self.left, self.bottom, self.right, self.top = box
            self.bold = bold
        if self.text[-1:].isspace():
            self.gap = max(self.gap, box[0] - self.right)
            if box[0] - self.right > WIDE_SPACE * size:
                self.wide.append((len(self.text), self.right, box[0]))
        self.text += letter if not self.is_raised(letter, box) else chr(RAISED + int(letter))
        self.left, self.bottom = min(self.left, box[0]), min(self.bottom, box[1])
        self.right, self.top = max(self.right, box[2]), max(self.top, box[3])
        self.size = max(self.size, size)
        self.bold = bold

    def is_raised(self, letter: str, box: tuple[float, float, float, float]) -> bool:
        """Whether a digit behind a word is the mark of a footnote, or an exponent."""
        behind = letter in "0123456789" and bool(self.text) and not self.text[-1].isspace()
        return behind and box[1] > self.base + 0.2 * self.size

    @property
    def height(self) -> float:
        """Height of the line, never nothing."""
        return max(self.top - self.bottom, self.size * 0.6, 1.0)


def split_at_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, cut at wide spaces that end where several other lines begin."""
    begins = Counter(round(line.left) for line in lines)
    cells = Counter(round(left) for line in lines for left in _cells(line))
    made: list[Line] = []
    for line in lines:
        rest, shift = line, 0
        for position, right, left in line.wide:
            others, beside = (
                sum(some[round(left) + near] for near in (-1, 0, 1)) for some in (begins, cells)
            )
            cut = position - shift
            marker = left - right < MARKER_GAP * line.size and split_marker(f"{rest.text[:cut].strip()} –")
            if beside < _ROWS and (others < 2 or left < rest.left + 15 or marker):
                continue
            made.append(replace(rest, text=rest.text[:cut], right=right, wide=[]))
            rest, shift = replace(rest, text=rest.text[cut:], left=left, wide=[]), position
        made.append(rest)
    return made


def _cells(line: Line) -> Iterator[float]:
    """Where cells begin behind short ones, as ”38” and ”-” in a table: their left edges."""
    start = 0
    for position, right, left in line.wide:
        gap = (left - right) / line.size
        marker = gap < MARKER_GAP and split_marker(f"{line.text[start:position].strip()} –")
        if gap > TAB_GAP and not marker:
            yield left
        start = position


def repeated(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Running headers and footers, numbers aside."""
    if len(pages) < 2:
        return set()
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_pattern(line) for line in _edges(lines)})
    least = max(2, (len(pages) + 1) // 2)
    return {line for lines in pages for line in _edges(lines) if seen[_pattern(line)] >= least}


def _edges(lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: -line.top)
    return [*ordered[:3], *ordered[-3:]]


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", one_line(line.text))


class Margins:
    """Margins that separate short from wrapped lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._every = lines
        self._heights = Counter((line.page, round(line.base / 4)) for line in lines)
        self._lines = [line for line in lines if len(line.text) > 12]
        self._steps: dict[int, Counter[float]] = {}
        for first, second in itertools.pairwise(lines):
            step, size = round(first.base - second.base, 1), second.size
            if 0.8 * size < step < 2.5 * size and abs(first.size - size) < 0.5:
                self._steps.setdefault(round(size), Counter())[step] += 1
        self.edge = max((line.right for line in lines), default=0.0) + PADDING
        """Where a cell at the right margin would meet the next."""

        words = [line for line in lines if len(line.text) > 4]
        self.keeps_spaces = 3 * sum(line.text.endswith(" ") for line in words) > len(words)
        """Whether a line that was wrapped at a space still ends in it."""

    def leading(self, size: float) -> float:
        """Distance between baselines within a paragraph of a letter size: the least of the usual ones."""
        steps = self._steps.get(round(size), Counter())
        most = max(steps.values(), default=0)
        return min((step for step, count in steps.items() if 2 * count >= most), default=0.0)

    def right(self, line: Line) -> float:
        """Right edge of a line's column."""
        return max(
            (
                other.right
                for other in self._lines
                if abs(other.left - line.left) < 60 or other.left < line.left < other.right
            ),
            default=line.right,
        )

    def left(self, line: Line) -> float:
        """Left edge of a line's column."""
        return min(
            (other.left for other in self._lines if abs(other.left - line.left) < 90), default=line.left
        )

    def breaks(self, line: Line, following: Line, *, beside: bool = True) -> bool:
        """True if the line end is intended; `beside` for the margin of a column that stands beside others."""
        word = following.text.split(maxsplit=1)[0] if following.text.split() else ""
        per_letter = (following.right - following.left) / max(1, len(following.text))
        return line.right + (len(word) + 1.5) * per_letter < (
            (beside and self._column(line)) or self.right(line)
        )

    def _column(self, line: Line) -> float:
        """Right edge of the column that a line stands in beside others; 0 for none."""
        if not self._has_company(line):
            return 0.0
        height = 0.5 * line.height
        lefts = (
            one.left
            for one in self._every
            if one.page == line.page
            and min(one.top, line.top) - max(one.bottom, line.bottom) > height
            and one.left > line.right
        )
        edge = min(lefts, default=self.edge)
        column = (one for one in self._every if abs(one.left - line.left) < 60 and one.right < edge)
        return max((one.right for one in column if self._has_company(one)), default=0.0)

    def _has_company(self, line: Line) -> bool:
        """Whether other lines stand beside a line."""
        at = round(line.base / 4)
        return sum(self._heights[line.page, near] for near in (at - 1, at, at + 1)) > 1


def is_dotted(text: str) -> bool:
    """Whether a line has dots or a rule to write on."""
    return bool(re.search(r"[._…]{4,}", text))


def flowed(lines: Sequence[Line], margins: Margins, edge: float = 0.0) -> str:
    """Lines of one paragraph as text; a line end is kept where it is meant, and around lines of several cells."""
    if not lines:
        return ""
    text, cells = lines[0].text, 0
    for last, line in itertools.pairwise(lines):
        if abs(last.bottom - line.bottom) < 0.4 * line.height:
            wide = line.left - last.right > TAB_GAP * line.size
            gap = "\t" if wide else " "
            text = f"{text.rstrip()}{gap}{line.text.lstrip()}"
            cells += wide
        else:
            bare = line.text.strip()
            if not cells and (_is_cut(last, line, margins) or _is_broken(last, line, edge)):
                text, cells = f"{text.rstrip()}{bare}", 0
                continue
            clause = bare.startswith("att ") and text.rstrip().endswith((",", ":", "samt"))
            meant = margins.breaks(last, line) and not bare[:1].islower()
            if (
                cells
                or meant
                or clause
                or is_dotted(bare)
                or ((split_marker(bare) or split_marker(f"{bare} –")) and not text.rstrip().endswith("-"))
            ):
                text = f"{text.rstrip()}\n{line.text.lstrip()}"
            else:
                text = join(text, line.text)
            cells = 0
    return text


_REST: Final = re.compile(
    r"(?!(?:på|i|av|och|för|till|med|vid|om|som|att|hos|mot|från|eller|samt|är|ska|per)\b)[a-zåäö]"
)


def _is_broken(last: Line, line: Line, edge: float) -> bool:
    """Whether a line is the beginning of a word too long for its cell, which fills it to the edge."""
    word = re.fullmatch(r"[^\W\d_]{6,}", last.text.lstrip())
    fills = 0 < edge - last.right < PADDING + 0.7 * last.size
    return bool(word) and fills and bool(_REST.match(line.text))


def _is_cut(last: Line, line: Line, margins: Margins) -> bool:
    """Whether a line ends in the middle of a word or a date without a hyphen, as in a narrow cell."""
    return (
        margins.keeps_spaces
        and len(last.text.split()) <= _NARROW
        and bool(re.search(r"[a-zåäö]$|\d-$", last.text))
        and bool(re.match(r"[a-zåäö\d]", line.text))
        and last.text[-1].isalpha() == line.text[0].isalpha()
        and not margins.breaks(last, line, beside=False)
    )
