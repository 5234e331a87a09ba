"""HTML tree to raw blocks."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from medborgarlofte.importing.blocks import Block, clean, one_line, row
from medborgarlofte.importing.limits import MAX_BLOCKS, too_large

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

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


_FRAME_TAGS: Final = frozenset(["nav", "footer", "aside", "form", "dialog"])

_FRAME_ROLES: Final = frozenset(
    ["navigation", "banner", "contentinfo", "dialog", "alertdialog", "search", "complementary"]
)

_COOKIES: Final = re.compile(r"cookie|kakor|kakruta|consent|gdpr", re.IGNORECASE)

_SHARE: Final = re.compile(
    r"(^|[\s_-])(share|social|dela|breadcrumbs?|skip-?link|toolbar|tools)([\s_-]|$)", re.IGNORECASE
)


_AROUND: Final = re.compile(
    r"(^|[\s_-])(menu|meny|nav|navbar|navigation|topbar|footer|sidfot|sidebar|related|relaterat)([\s_-]|$)",
    re.IGNORECASE,
)
"""Class names of what stands around the content, unless the content stands in it."""


def _is_frame(node: "LexborNode") -> bool:
    """True for a menu, a banner, a form, a share link or a question about cookies."""
    attributes = node.attributes
    names = " ".join(attributes.get(key) or "" for key in ("id", "class", "aria-label"))
    holder = node.parent.tag if node.parent else ""
    is_button = node.tag == "button" and holder not in (*HEADINGS, "summary")
    named = _COOKIES.search(names) or _SHARE.search(names)
    if _AROUND.search(names) and node.css_first("h1, main, article") is None:
        return node.tag not in ("html", "body")
    framed = is_button or node.tag in _FRAME_TAGS or attributes.get("role") in _FRAME_ROLES or named
    return bool(framed) and node.tag not in ("html", "body", "main")


@dataclass
class Walker:
    """Tree walk that collects blocks."""

    name: str
    spaced: bool = False
    """Whether spaces lay out the text, as in Word files: three in a row are a tab."""
    frame: "Walker | None" = None
    """Takes the menus, banners and forms within the content."""
    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0
    linked: int = 0
    letters: int = 0
    depth: int = -1
    marker: str = ""
    quoted: int = 0
    heading: int = 0
    table: int = 0
    inside_item: bool = False
    term: bool = False
    """Whether the text that is being gathered is a term whose description comes next."""
    _unbold: bool = False

    def finished(self) -> list[Block]:
        """All blocks."""
        self.flush()
        return self.blocks

    def walk(self, root: "LexborNode") -> None:
        """Collect a node's blocks without recursion.

        Pages can be nested deep.
        """
        stack: list[tuple[Any, bool]] = [(root, False)]
        saved: list[Any] = []
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node, saved.pop())
                continue
            if node.tag == "-text":
                self._gather(node.text_content or "")
                continue
            if node.tag.startswith("-") or node.tag == "!doctype":
                continue
            if self.frame and _is_frame(node):
                self.frame.walk(node)
                continue
            if node.tag == "table" and self._table(node):
                continue
            saved.append((self.depth, self.marker, self.heading, self.inside_item))
            self._enter(node)
            stack.append((node, True))
            stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]

    def _enter(self, node: "LexborNode") -> None:
        tag = node.tag
        if tag == "br":
            self.text.append("\n")
        if tag in _BLOCKS and not (tag == "dd" and self.term):
            self.flush()
        self.term = self.term and tag not in _BLOCKS
        if tag in ("ul", "ol"):
            self.depth += 1
        elif tag == "li":
            self.marker, self.inside_item = self._number(node), True
        elif tag in HEADINGS:
            self.heading = HEADINGS[tag]
        elif tag == "blockquote":
            self.quoted += 1
        elif tag in ("strong", "b"):
            self.bold += 1
        elif tag == "a":
            self.linked += 1

    def _leave(self, node: "LexborNode", saved: tuple[int, str, int, bool]) -> None:
        tag = node.tag
        if tag in _BLOCKS and tag != "dt":
            self.flush()
        if tag == "dt":
            self.text.append(" ")
            self.term = True
        if tag == "blockquote":
            self.quoted -= 1
        elif tag in ("strong", "b"):
            self.bold -= 1
        elif tag == "a":
            self.linked -= 1
        marker = self.marker
        self.depth, self.marker, self.heading, self.inside_item = saved
        if tag not in ("li", "ul", "ol"):
            self.marker = marker if self.inside_item else self.marker

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
        plain = (
            re.sub(r"[ \t\r\n]+", " ", text) if "\t" not in text.strip() else re.sub(r"[ \r\n]+", " ", text)
        )
        letters = len(plain.strip())
        self.letters += letters
        if self.linked:
            self.plain += letters
        self.text.append(plain)
        if letters and not self.bold:
            self._unbold = True

    def flush(self) -> None:
        """End the block that is being gathered."""
        text = re.sub(r"\n ", "\n", clean("".join(self.text))).strip(" \n")
        bold, link = not self._unbold, self.letters > 0 and self.plain >= self.letters
        self.text, self.letters, self.plain, self._unbold = [], 0, 0, False
        if not text.strip():
            return
        if len(self.blocks) > MAX_BLOCKS:
            raise too_large(self.name)
        line = len(self.blocks) + 1
        if self.heading:
            self.blocks.append(Block("heading", one_line(text), level=self.heading, line=line))
        elif self.inside_item and self.marker:
            self.blocks.append(
                Block(
                    "item",
                    text if "\t" in text else one_line(text),
                    level=max(self.depth, 0),
                    marker=self.marker,
                    line=line,
                    link=link,
                )
            )
            self.marker = ""
        elif bold and len(text) <= 110 and "\n" not in text and "\t" not in text and not self.quoted:
            self.blocks.append(Block("heading", one_line(text), level=4, line=line))
        else:
            self.blocks.append(Block("paragraph", text, line=line, link=link, quoted=self.quoted > 0))

    def _table(self, table: "LexborNode") -> bool:
        """Rows of a data table; false for layout tables."""
        rows = [
            [cell for cell in line.iter() if cell.tag in ("td", "th")]
            for line in table.css("tr")
            if _owner(line) == table
        ]
        if not rows or max(map(len, rows)) < 2 or table.css_first("table table"):
            return False
        self.flush()
        self.table += 1
        spans: dict[int, tuple[int, str]] = {}
        for cells in rows:
            texts = _row_texts(cells, spans)
            if any(texts):
                self.blocks.append(row(texts, len(self.blocks) + 1, table=self.table))
        return True


def _owner(line: "LexborNode") -> Any:
    node = line.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node


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
