"""One file on its way to be a document: read, validated, and everything wrong in it by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from medborgarlofte.diagnostic import Diagnostic, Finding, Severity, place
from medborgarlofte.memory import NO_MEMORY, Memory
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.record import Document
from medborgarlofte.model.validation import validate
from medborgarlofte.source.files import Flaw, digest_of, read_bytes
from medborgarlofte.source.inputs import Input
from medborgarlofte.source.reader import Source, read


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the file that it came from."""

    id: str
    """The path without suffix: karlshamn/lofte-2022."""
    file: str
    document: Document
    value: Any
    source: Source
    path: Path | None = None
    """Where the file lies, spelled as the disk has it; None for one that was not read from there."""
    digest: str = ""
    """A fingerprint of the bytes of the file."""

    @property
    def folder(self) -> str:
        """The part of the id before the name: karlshamn."""
        return self.id.rpartition("/")[0]


class Content(NamedTuple):
    """What is in a file, whatever it is called."""

    document: Document | None
    value: Any
    source: Source
    diagnostics: tuple[Diagnostic, ...]


class Reading:
    """A file with what is in it, and what was found wrong so far."""

    def __init__(self, item: Input, memory: Memory = NO_MEMORY) -> None:
        data = item.data if item.path is None else read_bytes(item.path)
        self.input = item
        self.digest = ""
        if isinstance(data, Flaw):
            content = Content(None, None, Source("", None), (_diagnostic(data, item.file),))
        else:
            self.digest = digest_of(data or b"")
            content = memory.recall(lambda: _content(data or b"", item.file), "content", self.digest)
        self.document, self.value, self.source = content.document, content.value, content.source
        self.diagnostics = [
            diagnostic if diagnostic.file == item.file else replace(diagnostic, file=item.file)
            for diagnostic in content.diagnostics
        ]

    @property
    def kind(self) -> str:
        return str(self.value.get("dokument", "")) if isinstance(self.value, dict) else ""

    @property
    def loaded(self) -> Loaded | None:
        """The document with its file, when there is one."""
        if self.document is None:
            return None
        return Loaded(
            self.input.id,
            self.input.file,
            self.document,
            self.value,
            self.source,
            self.input.path,
            self.digest,
        )

    def pack(self) -> None:
        """Keep where everything stands in little room."""
        self.source = self.source.packed()

    def report(self, findings: Iterable[Finding]) -> None:
        """Place each finding in the file."""
        self.diagnostics += _placed(findings, self.input.file, self.source, self.value)


def load_bytes(document_id: str, file: str, data: bytes) -> tuple[Loaded | None, list[Diagnostic]]:
    """One document from its bytes, such as an older version out of git; what it refers to is not looked up."""
    reading = Reading(Input(document_id, file, None, data))
    return reading.loaded, reading.diagnostics


def _content(data: bytes, file: str) -> Content:
    value, source, flaws = read(data, spellings())
    diagnostics = [_diagnostic(flaw, file) for flaw in flaws]
    document = None
    if source.root is not None:
        document, findings = validate(value)
        diagnostics += _placed(findings, file, source, value)
    return Content(document, value, source, tuple(diagnostics))


def _placed(findings: Iterable[Finding], file: str, source: Source, value: Any) -> list[Diagnostic]:
    placed = (place(finding, file, source, value) for finding in findings)
    return [diagnostic for diagnostic in placed if diagnostic]


def _diagnostic(flaw: Flaw, file: str) -> Diagnostic:
    severity: Severity = "error" if flaw.fatal else "info"
    return Diagnostic(notice=flaw.notice, severity=severity, file=file, span=flaw.span, values=flaw.values)
