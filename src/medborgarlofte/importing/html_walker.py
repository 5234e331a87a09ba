"""HTML tree to raw blocks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from medborgarlofte.importing.agents import is_collective, mentions
from medborgarlofte.importing.blocks import Block, clean, one_line, row
from medborgarlofte.importing.html_frame import HEADINGS, is_frame
from medborgarlofte.importing.limits import MAX_BLOCKS, too_large
from medborgarlofte.importing.markers import is_label, split_marker
from medborgarlofte.importing.people import is_name, is_role, is_signature_line
from medborgarlofte.importing.tables import column_of, head_parties, is_party

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


_BLOCKS: Final = frozenset(
    (
        "address", "article", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "body", "html",
        "footer", "nav", "aside", "form"
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Inside:
    """What the text of a node stands in."""

    depth: int = -1
    """How many lists, less one."""
    heading: int = 0
    item: bool = False
    quoted: bool = False
    bold: bool = False
    link: bool = False


_OPENS: Final[Mapping[str, Mapping[str, Any]]] = {
    **{tag: {"heading": level} for tag, level in HEADINGS.items()},
    "li": {"item": True},
    "blockquote": {"quoted": True},
    "strong": {"bold": True},
    "b": {"bold": True},
    "a": {"link": True},
}
"""What elements make of the text in them."""


@dataclass
class Walker:
    """Tree walk that collects blocks."""

    name: str
    spaced: bool = False
    """Whether spaces lay out the text, as in Word files: three in a row are a tab."""
    frame: "Walker | None" = None
    """Takes the menus, banners and forms within the content."""
    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, _Inside]] = field(default_factory=list)
    """Text of the block that is being gathered."""
    inside: _Inside = _Inside()
    marker: str = ""
    table: int = 0
    term: bool = False
    """Whether the text that is being gathered is a term whose description comes next."""

    def finished(self) -> list[Block]:
        """All blocks."""
        self.flush()
        return self.blocks

    def walk(self, root: "LexborNode") -> None:
        """Collect a node's blocks without recursion.

        Pages can be nested deep.
        """
        stack: list[tuple[Any, tuple[_Inside, str] | None]] = [(root, None)]
        while stack:
            node, around = stack.pop()
            if around:
                self._leave(node.tag, *around)
            elif node.tag == "-text":
                self._gather(node.text_content or "")
            elif node.tag.startswith("-") or node.tag == "!doctype":
                continue
            elif self.frame and is_frame(node):
                self.frame.walk(node)
            elif not (node.tag == "table" and self._table(node)) and not (
                node.tag == "dl" and self._terms(node)
            ):
                stack.append((node, (self.inside, self.marker)))
                self._enter(node)
                stack += [(child, None) for child in reversed(list(node.iter(include_text=True)))]

    def _enter(self, node: "LexborNode") -> None:
        tag = node.tag
        if tag == "br":
            self.pieces.append(("\n", self.inside))
        if tag == "dd" and self.term:
            self._end_term(one_line(node.text()))
        elif tag in _BLOCKS:
            self.flush()
        self.term = self.term and tag not in _BLOCKS
        if tag in ("ul", "ol"):
            self.inside = replace(self.inside, depth=self.inside.depth + 1)
        if tag == "li":
            self.marker = self._number(node)
        self.inside = replace(self.inside, **_OPENS.get(tag or "", {}))

    def _end_term(self, description: str) -> None:
        """Put a colon between a term and its description; a name and a role are a signature."""
        while self.pieces and not self.pieces[-1][0].strip():
            self.pieces.pop()
        if self.pieces and self.pieces[-1][0].rstrip()[-1] not in ":?.!":
            text, inside = self.pieces.pop()
            term = text.strip()
            end = ", " if is_name(term) else ": "
            if is_name(description) and (is_role(term) or term.startswith("För ")):
                end = " " if is_role(term) else "\n"
            self.pieces += [(text.rstrip() + end, inside)]
            if end == "\n":
                self.flush()

    def _leave(self, tag: str, around: _Inside, marker: str) -> None:
        if tag in _BLOCKS and tag != "dt":
            self.flush()
        if tag == "dt":
            self.pieces.append((" ", around))
            self.term = True
        self.inside = around
        if tag in ("li", "ul", "ol") or not around.item:
            self.marker = marker

    def _number(self, node: "LexborNode") -> str:
        parent = node.parent
        if parent is None or parent.tag != "ol":
            return "•"
        before, sibling = 0, node.prev
        while sibling is not None:
            before += sibling.tag == "li"
            sibling = sibling.prev
        start = parent.attributes.get("start") or "1"
        return f"{(int(start) if start.isdecimal() and len(start) < 5 else 1) + before}."

    def _gather(self, text: str) -> None:
        if self.spaced:
            text = re.sub(r" {3,}(?=\S)", "\t", text)
        blanks = r"[ \r\n]+" if "\t" in text.strip() else r"[ \t\r\n]+"
        self.pieces.append((re.sub(blanks, " ", text), self.inside))

    def flush(self) -> None:
        """End the block that is being gathered."""
        text = re.sub(r"\n ", "\n", clean("".join(piece for piece, _ in self.pieces))).strip(" \n")
        words = [inside for piece, inside in self.pieces if piece.strip()]
        self.pieces = []
        if not text.strip():
            return
        if len(self.blocks) > MAX_BLOCKS:
            raise too_large(self.name)
        here, bold, link = self.inside, all(one.bold for one in words), all(one.link for one in words)
        made = Block("paragraph", text, line=len(self.blocks) + 1, link=link, quoted=here.quoted)
        short = len(text) <= 110 and "\n" not in text and "\t" not in text
        item = here.item and self.marker
        if here.heading or (bold and short and not item and not here.quoted):
            made = Block("heading", one_line(text), level=here.heading or 4, line=made.line)
        elif item:
            text = text if "\t" in text else one_line(text)
            made = replace(
                made, kind="item", text=text, level=max(here.depth, 0), marker=self.marker, quoted=False
            )
            self.marker = ""
        self.blocks.append(made)

    def _table(self, table: "LexborNode") -> bool:
        """Rows of a data table; false for layout tables."""
        rows = [[cell for cell in line.iter() if cell.tag in ("td", "th")] for line in table.css("tr")]
        if max(map(len, rows), default=0) < 2 or table.css_first("table table"):
            return False
        self.flush()
        if self._by_party(rows):
            return True
        self.table += 1
        spans: dict[int, tuple[int, str]] = {}
        for cells in rows:
            texts = _row_texts(cells, spans)
            if any(texts):
                self.blocks.append(row(texts, len(self.blocks) + 1, table=self.table))
        return True

    def _by_party(self, rows: "list[list[LexborNode]]") -> bool:
        """Read a table with a party in each column column by column; false for any other."""
        grid = [cells for cells in rows if len(cells) > 1]
        titles = [next((block.text for block in self._cell(cell)), "") for cell in grid[0]]
        labelled = not titles[0] or column_of(titles[0]) == "focus"
        if not head_parties(titles[labelled:]) or len({*map(len, grid)}) > 1:
            return False
        read = [[self._cell(cell) for cell in cells] for cells in rows]
        if labelled:  # each row has its area before it
            read = [part for row in read for part in ((row[:1], row[1:]) if len(row) > 1 else (row,))]
        for column in zip(*(cells for cells in read if len(cells) > 1), strict=True):
            if not _can_be_promised([block for blocks in column for block in blocks][1:]):
                return False
        waiting: list[list[list[Block]]] = []
        for cells in [*read, []]:
            if len(cells) > 1:
                waiting.append(cells)
                continue
            for title, column in zip(titles[labelled:], zip(*waiting, strict=True), strict=False):
                self._column(title, [block for blocks in column for block in blocks])
            waiting = []
            for block in cells[0] if cells else ():  # a row that goes over all columns
                titled = block.kind == "paragraph" and is_label(block.text)
                self._add(replace(block, kind="heading", level=3) if titled else block)
        return True

    def _terms(self, node: "LexborNode") -> bool:
        """Read a list of descriptions whose terms are parties; false for any other."""
        inside = [one for part in node.iter() for one in (part.iter() if part.tag == "div" else (part,))]
        titles = [one_line(one.text()) for one in inside if one.tag == "dt"]
        parties = head_parties(titles) or (titles and all(is_party(title, ()) for title in titles))
        plain = all(one.tag in ("dt", "dd") and one.css_first("dl, table") is None for one in inside)
        if not parties or not plain or inside[0].tag != "dt":
            return False
        terms: list[tuple[str, list[Block]]] = []
        for one in inside:
            if one.tag == "dt":
                terms.append((one_line(one.text()), []))
            else:
                terms[-1][1].extend(self._cell(one))
        if not all(_can_be_promised(blocks) for _, blocks in terms):
            return False
        self.flush()
        for title, blocks in terms:
            self._column(title, blocks)
        return True

    def _cell(self, cell: "LexborNode") -> list[Block]:
        """The blocks of a cell, each line of a paragraph on its own."""
        inner = Walker(self.name, spaced=self.spaced, frame=self.frame)
        inner.walk(cell)
        return [
            block.with_text(line)
            for block in inner.finished()
            for line in block.text.split("\n")
            if line.strip()
        ]

    def _column(self, title: str, blocks: Sequence[Block]) -> None:
        """Add what a party promises, below its name as a heading; what is no list becomes one."""
        body = [block for block in blocks if block.text != title]
        listed = any(block.kind == "item" or split_marker(block.text) for block in body)
        if body:
            known = is_collective(title) or any(one.side != "annan" for one in mentions(title))
            self._add(Block("heading", title if known else f"{title}:", level=4))
        for block in body:
            self._add(replace(block, kind="item") if block.kind == "paragraph" and not listed else block)

    def _add(self, block: Block) -> None:
        self.blocks.append(replace(block, line=len(self.blocks) + 1))


_CONTACT: Final = re.compile(r"@|(?<![\d:.–-])\d[\d -]{3,}\d(?![\d:.–-])")


def _can_be_promised(blocks: Sequence[Block]) -> bool:
    """Whether what stands below a party is neither its contacts, nor its figures, nor who signs for it."""
    texts = [block.text for block in blocks]
    long = max((len(text.split()) for text in texts), default=0) > 2
    return long and not any(is_signature_line(text) or _CONTACT.search(text) for text in texts)


def _row_texts(cells: "list[LexborNode]", spans: dict[int, tuple[int, str]]) -> list[str]:
    """Cells of a row, row spans included."""
    texts: list[str] = []
    waiting = list(cells)
    while waiting or len(texts) in spans:
        column = len(texts)
        if column in spans:
            left, text = spans.pop(column)
            if left > 1:
                spans[column] = (left - 1, text)
            texts.append(text)
            continue
        cell = waiting.pop(0)
        text = one_line(re.sub(r"\s+", " ", cell.text(separator=" ")))
        texts.append(text)
        down = cell.attributes.get("rowspan") or "1"
        if down.isdecimal() and 1 < int(down) < 500:
            spans[column] = (int(down) - 1, text)
    return texts
