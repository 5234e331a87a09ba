"""Loader for one file: read, validate, diagnose."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from medborgarlofte.diagnostic import Diagnostic, place
from medborgarlofte.load.discovery import InputFile
from medborgarlofte.model.free_text import cut_texts
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.record import Document
from medborgarlofte.model.validation import is_below, validate
from medborgarlofte.source.files import read_bytes
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route, Span, invalid_routes
from medborgarlofte.source.reader import Source, read


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """Document with its file."""

    id: str
    """The path without suffix: karlshamn/lofte-2022."""
    file: str
    document: Document
    value: Any
    source: Source
    path: Path | None = None
    """Where the file lies, spelled as the disk has it; None for one that was not read from there."""
    unread: frozenset[Route] = frozenset()
    """Routes of values with errors; the document has stand-ins there."""

    @property
    def folder(self) -> str:
        """Folder part of the id: karlshamn."""
        return self.id.rpartition("/")[0]


class Content(NamedTuple):
    """Parsed content of a file, independent of its name."""

    document: Document | None
    value: Any
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Route] = frozenset()


class LoadedFile:
    """File with its content and diagnostics so far."""

    def __init__(self, item: InputFile, content: Content | None = None) -> None:
        if content is None:
            content = content_of(
                (item.data or b"") if item.path is None else read_bytes(item.path), item.file
            )
        self.input = item
        self.document, self.value, self.source = content.document, content.value, content.source
        self.diagnostics = list(content.diagnostics)
        self.unread = set(content.unread)

    @property
    def kind(self) -> str:
        return str(self.value.get("dokument", "")) if isinstance(self.value, dict) else ""

    @property
    def loaded(self) -> LoadedDocument | None:
        """Document as far as it is readable, or None."""
        if self.document is None:
            return None
        return LoadedDocument(
            self.input.id,
            self.input.file,
            self.document,
            self.value,
            self.source,
            self.input.path,
            frozenset(self.unread),
        )

    def report(self, findings: Iterable[Finding]) -> None:
        """Locate findings, dropping consequences of errors."""
        new = [finding for finding in findings if not self.is_unread(finding.place)]
        self.diagnostics += _placed(new, self.input.file, self.source, self.value)
        self.unread |= {
            f.place for f in new if not isinstance(f.place, Span) and f.severity in (None, "error")
        }

    def is_unread(self, place: Route | Span) -> bool:
        """True for a place at or below an error."""
        return is_below(place, self.unread, self.value)

    @property
    def is_readable_whole(self) -> bool:
        """True if only references are wrong."""
        return not any(d.severity == "error" and not d.code.startswith("X") for d in self.diagnostics)


def load_bytes(document_id: str, file: str, data: bytes) -> tuple[LoadedDocument | None, list[Diagnostic]]:
    """Document from bytes, references unchecked."""
    reading = LoadedFile(InputFile(document_id, file, None, data))
    return reading.loaded if reading.is_readable_whole else None, reading.diagnostics


def content_of(data: bytes | Finding, file: str) -> Content:
    """Content of bytes, or of a file that cannot be read."""
    if isinstance(data, Finding):
        return Content(None, None, Source("", None), tuple(_placed([data], file)))
    value, source, findings = read(data, spellings())
    diagnostics = _placed(findings, file)
    if source.root is None:
        return Content(None, value, source, tuple(diagnostics))
    document, meant, findings, unread = validate(value)
    diagnostics += _placed(findings, file, source, value)
    unread |= frozenset(invalid_routes(source.root))
    if document is not None:
        for cut in cut_texts(value, source.root, source.lines, type(document)):
            diagnostics += _placed([cut.finding], file, source, value)
            unread |= {cut.route}
    return Content(document, meant, source, tuple(diagnostics), unread)


def _placed(
    findings: Iterable[Finding], file: str, source: Source | None = None, value: Any = None
) -> list[Diagnostic]:
    placed = (place(finding, file, source, value) for finding in findings)
    return [diagnostic for diagnostic in placed if diagnostic]
