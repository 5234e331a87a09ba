"""Open documents, and positions in them."""

import codecs
import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from lsprotocol import types as lsp
from lsprotocol.types import Position, Range
from pygls.uris import from_fs_path, to_fs_path

from medborgarlofte.source.editing import raw_column
from medborgarlofte.source.positions import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END: Final = re.compile("\r\n|\r|\n")
"""What ends a line in the protocol; U+2028, U+0085 and form feed do not."""


class Point(NamedTuple):
    """Line and column from 1, in characters of the composed text."""

    line: int
    column: int


class RawText:
    """Text as an editor has it: any line ends, composed or not."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.text = text
        self.encoding = encoding
        self.lines = _LINE_END.split(text)
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._marks = len(text) - len(text.lstrip("\ufeff"))

    @property
    def line_end(self) -> str:
        """First line end of the text."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def range(self, span: Span) -> Range:
        """Range of a span of the composed text."""
        return Range(
            self.position(Point(span.line, span.column)), self.position(Point(span.end_line, span.end_column))
        )

    def position(self, point: Point) -> Position:
        """Position of a point; one after the end is the end."""
        if point.line > len(self.lines):
            return Position(len(self.lines) - 1, self.units(self.lines[-1]))
        line = self.lines[point.line - 1]
        skipped = self._marks if point.line == 1 else 0
        raw = skipped + raw_column(line[skipped:], point.column) - 1
        return Position(point.line - 1, self.units(line[:raw]))

    def point(self, position: Position) -> Point:
        """Point of a position; one after the end is the end."""
        line = min(position.line, len(self.lines) - 1)
        before = self.before(position)[1][self._marks if line == 0 else 0 :]
        return Point(line + 1, len(unicodedata.normalize("NFC", before)) + 1)

    def offset(self, position: Position) -> int:
        """Offset into the text of a position; one after the end is the end."""
        line = min(position.line, len(self.lines) - 1)
        return self._starts[line] + len(self.before(position)[1])

    def before(self, position: Position) -> tuple[int, str]:
        """Line from 0 of a position, and what comes before it there."""
        if position.line >= len(self.lines):
            return len(self.lines) - 1, self.lines[-1]
        line = self.lines[position.line]
        widths = itertools.accumulate(map(self._width, line))
        return position.line, line[: bisect_right(list(widths), position.character)]

    def units(self, text: str) -> int:
        """Length of a text in the units of the editor."""
        return len(text) if text.isascii() else sum(map(self._width, text))

    def _width(self, character: str) -> int:
        """Units of one character."""
        if self.encoding == "utf-16":
            return 1 + (character > "\uffff")
        return 1 if self.encoding == "utf-32" else len(character.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Buffer:
    """An open document."""

    uri: str
    version: int | None
    raw: RawText
    unsaved: bytes | None
    """Its content where the file on disk has another one."""


class Buffers:
    """Open documents by path."""

    def __init__(self) -> None:
        self.encoding: Encoding = "utf-16"
        self.by_path: dict[Path, Buffer] = {}

    @property
    def unsaved(self) -> dict[Path, bytes]:
        """Content that is not on disk."""
        return {path: buffer.unsaved for path, buffer in self.by_path.items() if buffer.unsaved is not None}

    def open(self, item: lsp.TextDocumentItem) -> Path | None:
        """Take over the text of a file; its path, or None for what is no file."""
        path = path_of(item.uri)
        if path is not None:
            self._put(path, item.uri, item.version, item.text)
        return path

    def change(
        self, item: lsp.VersionedTextDocumentIdentifier, changes: Sequence[lsp.TextDocumentContentChangeEvent]
    ) -> Path | None:
        """Apply edits to an open document."""
        path = path_of(item.uri)
        known = self.by_path.get(path) if path else None
        if path is None or known is None:
            return None
        raw = known.raw
        for change in changes:
            text = change.text
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                start, end = raw.offset(change.range.start), raw.offset(change.range.end)
                text = raw.text[:start] + change.text + raw.text[end:]
            raw = RawText(text, self.encoding)
        data = raw.text.encode("utf-8", "surrogatepass")
        self.by_path[path] = Buffer(item.uri, item.version, raw, data)
        return path

    def save(self, uri: str) -> Path | None:
        """Compare an open document with its file again."""
        path = path_of(uri)
        known = self.by_path.get(path) if path else None
        if path is not None and known is not None:
            self._put(path, uri, known.version, known.raw.text)
        return path

    def close(self, uri: str) -> Path | None:
        path = path_of(uri)
        if path is not None:
            self.by_path.pop(path, None)
        return path

    def raw_text(self, path: Path) -> RawText:
        """Text of a file, as the editor has it or as it is on disk."""
        if path in self.by_path:
            return self.by_path[path].raw
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        return RawText(data.decode("utf-8", "replace"), self.encoding)

    def uri_of(self, path: Path) -> str:
        """Address of a file, spelled as the editor does."""
        known = self.by_path.get(path)
        return known.uri if known else str(from_fs_path(str(path)))

    def _put(self, path: Path, uri: str, version: int | None, text: str) -> None:
        raw = RawText(text, self.encoding)
        unsaved = text.encode("utf-8", "surrogatepass") if _differs(path, text) else None
        self.by_path[path] = Buffer(uri, version, raw, unsaved)


def _differs(path: Path, text: str) -> bool:
    """True if a file has another text; one in another encoding counts as it is on disk."""
    try:
        data = path.read_bytes()
    except OSError:
        return True
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode() != text.removeprefix("\ufeff")
    except UnicodeDecodeError:
        return False


def path_of(uri: str) -> Path | None:
    """Path of a file's address, or None for another kind of address."""
    path = to_fs_path(uri)
    return Path(path) if path else None
