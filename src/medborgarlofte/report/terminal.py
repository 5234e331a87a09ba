"""Theme and layout of the terminal views.

Only the terminal views import this module, since it imports rich.
"""

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Final, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from medborgarlofte.i18n import escape_controls
from medborgarlofte.language.hyphenation import soft_hyphenated
from medborgarlofte.report.formats import Cell, Part

# Mid-tones with a contrast of at least 4.5:1 on black and on white alike; simulated colour blindness keeps them apart.
ACCENT: Final = "#3672e2"
RED: Final = "#e02944"
ORANGE: Final = "#bd5800"
GREEN: Final = "#07884c"
GREY: Final = "#767676"
STYLES: Final[Mapping[str, Sequence[str]]] = {
    "bold": ("heading", "id", "path", "code", "prompt", "status.unknown", "kept", "reworded"),
    ACCENT: ("answer", "bar.complete", "bar.pulse"),
    GREEN: ("bar.finished",),
    GREY: ("muted", "gutter", "rule", "why", "table.head", "zero", "panel", "bar.back", "neutral"),
    f"bold {ACCENT}": (
        "command", "key", "remedy", "finding.info", "underline.info", "status.ongoing", "moved", "split", "merged",
    ),
    f"bold {GREEN}": ("ok", "status.done", "sharpened", "new"),
    f"bold {ORANGE}": ("finding.warning", "underline.warning", "status.partly"),
    f"bold {RED}": ("underline.error", "error", "overdue", "status.not", "weakened", "dropped", "removed"),
    f"bold reverse {RED}": ("finding.error",),
    f"strike {RED}": ("words.old",),
    f"bold underline {GREEN}": ("words.new",),
}  # fmt: skip
"""Names by style. A word always carries the same meaning as its colour."""
THEME: Final = Theme({name: style for style, names in STYLES.items() for name in names})

MEASURE: Final = 92
"""Columns of running text at most."""
LABELS_FROM: Final = 70
"""Columns from which labels have a column of their own."""
NARROWEST: Final = 22
"""Columns of a wrapped cell at least; a narrower table is shown as records."""

# Rich breaks lines at every kind of space, and counts a soft hyphen as a cell.
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"
GLUE: Final = "\U0010fff0"
"""Printed as a space, where a line must not break."""
HOLD: Final = "\U0010fff1"
"""Printed as a no-break space."""
_UNBROKEN: Final = frozenset(["command", "key", "table.head"])
_NUMBER: Final = re.compile(r"(?<=\d) (?=\w)|(?<= av) (?=\d)|(?<= of) (?=\d)")


class Column(NamedTuple):
    """A column of a table."""

    heading: str
    right: bool = False
    wraps: bool = False
    """Whether its cells may take several lines; one column of a table at most."""


EMPTY: Final = ("", "–")
"""Cells that records leave out."""


class Screen:
    """View under construction, of a fixed width.

    rich detects the number of colours (COLORTERM, TERM, the Windows console).
    """

    def __init__(self, *, width: int, color: bool) -> None:
        self.width = width
        self.color = color
        self._lines: list[Text] = []
        self._console = Console(
            file=StringIO(), width=width, height=50, theme=THEME, force_terminal=True, legacy_windows=False,
            color_system="auto" if color else None, no_color=not color, markup=False, emoji=False, highlight=False,
        )  # fmt: skip

    def __str__(self) -> str:
        with self._console.capture() as capture:
            if self._lines:
                self._console.print(Text("\n").join(self._lines), soft_wrap=True)
        return capture.get()

    def put(self, item: RenderableType) -> None:
        """Add a rich renderable, such as a table."""
        options = self._console.options.update(width=self.width)
        for segments in self._console.render_lines(item, options, pad=False):
            self.line(Text.assemble(*((segment.text, segment.style or "") for segment in segments)))

    def line(self, text: Text) -> None:
        """Add a short line without trailing blanks."""
        text.plain = text.plain.replace(GLUE, " ").replace(HOLD, NO_BREAK_SPACE)
        text.rstrip()
        self._lines.append(text)

    def blank(self) -> None:
        """Add an empty line."""
        self._lines.append(Text())

    def rule(self) -> None:
        """Add a horizontal rule."""
        self.line(Text("─" * min(self.width, MEASURE), "rule"))

    def paragraph(self, *parts: Part, lead: Cell = "") -> None:
        """Add running text with hanging indent after `lead`."""
        head = rich_text(lead)
        room = min(self.width, MEASURE) - head.cell_len
        lines = rich_text(list(parts), room).wrap(self._console, room) or [Text()]
        for number, line in enumerate(lines):
            self.line((Text(" " * head.cell_len) if number else head) + line)

    def labelled(self, label: str, words: str, *, label_style: str, style: str = "") -> None:
        """Add label and text, stacked when narrow."""
        if self.width >= LABELS_FROM:
            self.paragraph((words, style), lead=[(f"  {label:<12}", label_style)])
        else:
            self.paragraph((f"{label}: ", label_style), (words, style), lead="  ")

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Add a table, or records when narrow."""
        heads = [column.heading for column in columns]
        widths = cell_widths([heads, *rows])
        wrapping = next((i for i, column in enumerate(columns) if column.wraps), None)
        gap = 2
        if wrapping is None and sum(widths) + 2 * (len(widths) - 1) > self.width:
            gap = 1
        free = self.width - sum(widths) - gap * (len(widths) - 1)
        if free < 0 and wrapping is not None and widths[wrapping] + free >= NARROWEST:
            widths[wrapping] += free
            free = 0
        if free < 0:
            self._records(columns, rows)
        else:
            self._grid(columns, rows, widths, gap)

    def _grid(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], widths: Sequence[int], gap: int
    ) -> None:
        table = Table(
            box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, gap - 1, 0, 0),
            border_style="rule", header_style="table.head",
        )  # fmt: skip
        for column, width in zip(columns, widths, strict=True):
            heading = rich_text((column.heading, "table.head"))
            table.add_column(heading, justify="right" if column.right else "left", width=width)
        for row in rows:
            table.add_row(*(self._cell(cell, width) for cell, width in zip(row, widths, strict=True)))
        self.put(table)

    def _cell(self, cell: Cell, width: int) -> Text:
        """Cell, wrapped with a hanging indent."""
        text = rich_text(cell)
        if text.cell_len <= width:
            return text
        return Text("\n  ").join(rich_text(cell, width - 2).wrap(self._console, width - 2))

    def _records(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """First column as heading, others below it unless empty."""
        key = next((i for i, column in enumerate(columns) if not column.right), 0)
        for row in rows:
            self.paragraph(*as_parts(row[key]))
            named: list[Part] = []
            for index, (column, cell) in enumerate(zip(columns, row, strict=True)):
                if index != key and rich_text(cell).plain not in EMPTY:
                    named += [", "] * bool(named)
                    named += [(f"{column.heading}:{GLUE}", "muted"), *as_parts(cell)]
            if named:
                self.paragraph(*named, lead="  ")

    def aligned(self, rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> None:
        """Add rows in columns, the last one wrapped."""
        left = sum(widths) + 2 * len(widths)
        for *cells, last in rows:
            head: list[Part] = []
            for cell, width in zip(cells, widths, strict=True):
                head += [*as_parts(cell), " " * (width + 2 - rich_text(cell).cell_len)]
            if self.width - left >= NARROWEST or rich_text(last).cell_len <= self.width - left:
                self.paragraph(*as_parts(last), lead=head)
            else:
                self.paragraph(*head)
                self.paragraph(*as_parts(last), lead="    ")

    def frame(self, number: str, line: str, start: int, length: int, style: str) -> None:
        """Add an underlined source line, in cells."""
        self.line(rich_text([(f"  {number} │ ", "gutter"), line]))
        below: list[Part] = [(f"  {' ' * len(number)} │ ", "gutter"), " " * start, ("^" * length, style)]
        self.line(rich_text(below))


def count(number: int, style: str) -> Part:
    """Styled number; zero in grey."""
    return str(number), style if number else "zero"


def as_parts(cell: Cell) -> list[Part]:
    """The parts of a cell."""
    return cell if isinstance(cell, list) else [cell]


def rich_text(cell: Cell, width: int | None = None) -> Text:
    """Literal rich text, brackets never markup.

    Commands and numbers with their unit do not break; a word wider than `width` is folded.
    """
    text = Text()
    for part in as_parts(cell):
        words, style = part if isinstance(part, tuple) else (part, "")
        words = escape_controls(words).replace(NO_BREAK_SPACE, HOLD)
        words = words.replace(" ", GLUE) if style in _UNBROKEN else _NUMBER.sub(GLUE, words)
        if width is not None:
            words = re.sub(r"[^ \n]+", lambda found: " ".join(fold(found[0], width)), words)
        text.append(words, style)
    return text


def fold(word: str, width: int) -> list[str]:
    """Pieces of a word that fit.

    Broken after a slash, at glue, between syllables, as a last resort anywhere.
    """
    if cell_len(word) <= width:
        return [word]
    lines = [""]
    for piece in _pieces(word, width):
        # The seam takes a cell, for the hyphen, if the line ends there.
        joined = (lines[-1] + piece).replace(SOFT_HYPHEN, "") + "-" * piece.endswith(SOFT_HYPHEN)
        if lines[-1] and cell_len(joined) > width:
            lines.append("")
        lines[-1] += piece
    return [re.sub(f"{SOFT_HYPHEN}$", "-", line).replace(SOFT_HYPHEN, "") for line in lines]


def _pieces(word: str, width: int) -> list[str]:
    pieces = [word]
    for seam in (f"(?<={GLUE})", "(?<=/)", f"(?<={SOFT_HYPHEN})", ""):
        fitting: list[str] = []
        for piece in pieces:
            wide = cell_len(piece.replace(SOFT_HYPHEN, "")) > width
            text = soft_hyphenated(piece) if wide and SOFT_HYPHEN in seam else piece
            fitting += re.split(seam, text) if wide else [piece]
        pieces = [piece for piece in fitting if piece]
    return pieces


def cell_widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Width of each column."""
    return [max(rich_text(cell).cell_len for cell in column) for column in zip(*rows, strict=True)]
