"""Text of the documents that are open in an editor."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path, to_fs_path

from medborgarlofte.editor.positions import Encoding, RawText


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
        self,
        item: lsp.VersionedTextDocumentIdentifier,
        changes: Sequence[lsp.TextDocumentContentChangeEvent],
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
