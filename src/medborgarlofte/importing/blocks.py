"""Blocks of a source, and what all readers do with text."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from medborgarlofte.i18n import Text

BlockKind = Literal["heading", "paragraph", "item", "row", "furniture"]
Format = Literal["docx", "pdf", "html", "text", "markdown", "rtf"]


@dataclass(frozen=True, slots=True)
class Block:
    """Heading, paragraph, list item or table row."""

    kind: BlockKind
    text: str
    level: int = 0
    """Level of a heading (1–6), depth of a list item (0 is the outermost)."""
    marker: str = ""
    """Bullet or number of a list item, number of a heading, as written."""
    cells: tuple[str, ...] = ()
    """Cells of a table row."""
    line: int = 0
    """Line of a text file, or the number of the block in other formats; from 1."""
    page: int = 0
    """Page of a PDF, from 1; 0 elsewhere."""
    link: bool = False
    """Whether the whole block is one link."""
    quoted: bool = False
    """Whether the source marks it as a quotation."""
    table: int = 0
    """Number of the table that a row belongs to, from 1."""
    origin: tuple[str, ...] = ()
    """The lines of the source that it is made of, where the reader knows them."""

    @property
    def place(self) -> Text:
        """Where it stands in the source."""
        if self.page:
            return Text(f"sida {self.page}", f"page {self.page}")
        return Text(f"rad {self.line}", f"line {self.line}")

    @property
    def written(self) -> str:
        """Block as a line: marker, text and cells."""
        if self.cells:
            return " | ".join(cell for cell in (self.marker, *self.cells) if cell)
        return f"{self.marker} {self.text}".strip()

    def with_text(self, text: str) -> "Block":
        """The same block with another text."""
        return replace(self, text=text)


def row(cells: Sequence[str], line: int, *, page: int = 0, table: int = 1) -> Block:
    """A table row."""
    return Block("row", " ".join(filter(None, cells)), cells=tuple(cells), line=line, page=page, table=table)


@dataclass(frozen=True, slots=True)
class Source:
    """Parsed source: blocks and reader's notes."""

    name: str
    format: Format
    blocks: tuple[Block, ...]
    notes: tuple[Text, ...] = ()
    title: str = ""
    """Title in the file's own metadata."""
    frame: tuple[Block, ...] = field(default=())
    """Menus, headers and footers outside the content."""


_SPACES: Final = re.compile(r"[ \u00a0\u2007\u2009\u202f\u3000]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\ufffd]")
_GARBLED: Final = {letter.encode().decode("cp1252"): letter for letter in "åäöÅÄÖé"}
"""Letters in UTF-8 that some program read as Windows-1252."""
_GARBLED_LETTERS: Final = re.compile("|".join(_GARBLED))
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Text without soft hyphens, control characters and garbled letters.

    Spaces become plain; tabs and line ends are kept.
    """
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    return _CONTROL.sub("", _GARBLED_LETTERS.sub(lambda found: _GARBLED[found[0]], text))


def one_line(text: str) -> str:
    """Text on one line with single spaces."""
    return " ".join(_SPACES.sub(" ", clean(text)).split())


def squash(text: str) -> str:
    """Lower-case letters and digits, for comparing layouts."""
    return re.sub(r"[\W_]+", "", text.casefold())


def decode(data: bytes) -> str:
    """Decode UTF-8, damaged or not, UTF-16 with a mark, or Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
        damaged = text.count("\ufffd") < sum(character > "\x7f" for character in text) / 2
        return text if damaged else data.decode("cp1252", errors="replace")


def join(first: str, second: str) -> str:
    """Two lines joined, hyphenation undone."""
    first, second = first.rstrip(), second.lstrip()
    if re.search(r"\d-$", first) and second[:1].isdigit():
        return first + second
    word = re.match(r"[^\W\d_]+", second)
    broken = (
        re.search(r"[^\W\d_]-$", first) and word and second[0].islower() and word[0].lower() not in _SUSPENDED
    )
    return first[:-1] + second if broken else f"{first} {second}".strip()


def unbroken(text: str) -> str:
    """One line, hyphenation undone: ”mel- lan”."""
    return re.sub(rf"(?<=[^\W\d_])- (?!(?:{'|'.join(_SUSPENDED)})\b)(?=[a-zåäö])", "", text)


UNFINISHED: Final = re.compile(
    r"(?:\S+ )?\b(?:av|bland|efter|en|ett|den|eller|enligt|för|före|från|genom|hos|högst|i|innan|inom|kl\.|längs|med|mellan|minst|mot|och|om|per|på|samt|senast|som|till|under|ur|utan|varje|vid|åt|att)$"
)
"""How a text ends in mid-sentence, with the word before: ”stationen senast”."""
_SUSPENDED: Final = ("och", "eller", "samt", "till", "respektive", "som", "men", "resp")
_SAYS: Final = re.compile(
    r"\b(säger|berättar|menar|förklarar|tycker|konstaterar|hälsar|påpekar|tillägger|understryker|betonar|framhåller|fortsätter|uppger|avslutar)"
    r"\s+(?:[A-ZÅÄÖ]|polis|kommun|hon|han|de\b|lokal)"
)


def says(text: str) -> bool:
    """True for a quotation."""
    return bool(_SAYS.search(text))
