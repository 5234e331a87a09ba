"""Loader for one file: read, validate, diagnose."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from medborgarlofte.diagnostic import Diagnostic, place
from medborgarlofte.load.discovery import InputFile
from medborgarlofte.load.facts import Facts, facts_of
from medborgarlofte.model.free_text import cut_texts
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.lost_headings import lost_in_group
from medborgarlofte.model.messages import LOST_HEADING, MISSING_KEY, NOT_INDENTED, UNKNOWN_KEY
from medborgarlofte.model.record import Document
from medborgarlofte.model.repair import Move
from medborgarlofte.model.validation import Meaning, document_of, is_below, meaning_of
from medborgarlofte.source.file_messages import EMPTY
from medborgarlofte.source.files import limited, read_bytes
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.messages import SPELLING
from medborgarlofte.source.positions import Node, Route, Span, invalid_routes, locate
from medborgarlofte.source.reader import ParsedYaml, Source, read
from medborgarlofte.source.recovery import CUT, LEFT_OUT, UNREAD, is_cut, read_on
from medborgarlofte.source.syntax_messages import INDENT


class Parsed(NamedTuple):
    """Values of a file as they are meant, and their positions."""

    value: Any
    source: Source


@lru_cache(maxsize=4)
def _read(data: bytes) -> ParsedYaml:
    """Values of a file as they are written, and their positions.

    They take ten times the memory of the file, so only those of the last files are kept.
    """
    whole = read(data, spellings())
    return whole if whole.source.root is not None else read_on(whole, spellings())


def parse(data: bytes, meant: Meaning | None) -> Parsed:
    """Values and positions of a file that has been loaded; `meant` is what it means where some were repaired."""
    written = _read(data)
    if meant is None:
        return Parsed(written.value, written.source)
    _move(written.source.root, meant.moves)
    return Parsed(meant.value, written.source)


def _move(root: Node | None, moves: Sequence[Move]) -> None:
    """Make the positions of values known by the keys that were meant too, unless they are."""
    if moves and root is not None and locate(root, (*moves[-1].above, *moves[-1].meant)).complete:
        return
    for above, written, meant in moves:
        record = locate(root, above).node if root is not None else None
        node = (record.items or {}).get(written) if record is not None else None
        if record is None or node is None:
            continue
        for step in meant[:-1]:
            record = locate(record, (step,)).node
            record.is_mapping = True
        record.items = {**(record.items or {}), meant[-1]: node}


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """Document with its file."""

    id: str
    """The path without suffix: karlshamn/lofte-2022."""
    file: str
    document: Document
    data: bytes
    path: Path | None = None
    """Where the file lies, spelled as the disk has it; None for one that was not read from there."""
    unread: frozenset[Route] = frozenset()
    """Routes of values with errors; the document has stand-ins there."""
    meant: Meaning | None = field(default=None, compare=False)
    """What the values mean where some were repaired; None where they are as written."""

    @property
    def parsed(self) -> Parsed:
        """Values and positions, parsed when asked for."""
        return parse(self.data, self.meant)

    @property
    def value(self) -> Any:
        """The plain values."""
        return self.parsed.value if self.meant is None else self.meant.value

    @property
    def source(self) -> Source:
        """The text and its positions."""
        return self.parsed.source

    @property
    def folder(self) -> str:
        """Folder part of the id: karlshamn."""
        return self.id.rpartition("/")[0]


class Content(NamedTuple):
    """What is kept of a file, independent of its name."""

    data: bytes
    document: Document | None
    facts: Facts
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Route] = frozenset()
    meant: Meaning | None = None
    """What the values mean where some were repaired; None where they are as written."""
    is_whole: bool = True
    """Whether all of the text could be parsed."""

    @property
    def value(self) -> Any:
        """The plain values, parsed when asked for."""
        return parse(self.data, None).value if self.meant is None else self.meant.value


class LoadedFile:
    """File with its content and diagnostics so far."""

    def __init__(self, item: InputFile, content: Content | None = None) -> None:
        if content is None:
            content = content_of(
                limited(item.data or b"") if item.path is None else read_bytes(item.path), item.file
            )
        self.input = item
        self.data, self.document, self.facts = content.data, content.document, content.facts
        self.diagnostics = list(content.diagnostics)
        self.unread = set(content.unread)
        self.meant = content.meant

    @property
    def value(self) -> Any:
        """The plain values, parsed when asked for."""
        return parse(self.data, None).value if self.meant is None else self.meant.value

    @property
    def source(self) -> Source:
        """The text and its positions."""
        return parse(self.data, self.meant).source

    @property
    def kind(self) -> str:
        return self.facts.kind

    @property
    def loaded(self) -> LoadedDocument | None:
        """Document as far as it is readable, or None."""
        if self.document is None:
            return None
        item, unread = self.input, frozenset(self.unread)
        return LoadedDocument(item.id, item.file, self.document, self.data, item.path, unread, self.meant)

    def report(self, findings: Iterable[Finding]) -> None:
        """Locate findings, dropping consequences of errors."""
        for finding in findings:
            value, source = parse(self.data, self.meant)
            if not is_below(finding.place, self.unread, value):
                self.diagnostics += _placed([finding], self.input.file, source, value)
                if not isinstance(finding.place, Span) and finding.severity in (None, "error"):
                    self.unread.add(finding.place)

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
        return Content(b"", None, Facts(""), tuple(_placed([data], file)))
    value, source, findings = _read(data)
    diagnostics = _placed([one for one in findings if one not in source.left_out], file)
    if source.root is None:
        if diagnostics and source.text and findings[-1].notice is not EMPTY:
            diagnostics[-1] = diagnostics[-1]._replace(note=UNREAD)
        return Content(data, None, Facts(""), tuple(diagnostics))
    meaning = meaning_of(value)
    note = CUT if is_cut(source) else LEFT_OUT if meaning.kind else UNREAD
    diagnostics += [one._replace(note=note) for one in _placed(source.left_out, file)]
    _move(source.root, meaning.moves)
    document, meant, findings, unread = document_of(meaning)
    diagnostics += _placed(findings, file, source, meant)
    diagnostics = list(_without_consequences(diagnostics))
    unread |= frozenset(invalid_routes(source.root))
    diagnostics, lost = _with_lost_headings(diagnostics, source.lines, meaning)
    unread |= lost
    if document is not None and source.has_suspects:
        for route, finding in cut_texts(meant, source.root, source.lines, type(document)):
            diagnostics += _placed([finding], file, source, meant)
            unread |= {route}
    repaired = meaning._replace(findings=[]) if meaning.findings else None
    return Content(
        data, document, facts_of(meant), tuple(diagnostics), unread, repaired, is_whole=source.is_whole
    )


def _without_consequences(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Diagnostics, without the spelling of a key that does not exist and the line below one that lost its indentation."""
    unknown = {one.span for one in diagnostics if one.notice in (UNKNOWN_KEY, NOT_INDENTED)}
    below = {span.line + 1 for span in unknown if span.column == 1}
    for one in diagnostics:
        if not (one.notice is SPELLING and one.span in unknown) and not (
            one.notice is INDENT and one.span.line in below
        ):
            yield one


def _with_lost_headings(
    diagnostics: list[Diagnostic], lines: Sequence[str], meaning: Meaning
) -> tuple[list[Diagnostic], frozenset[Route]]:
    """Diagnostics with one for a list whose first line is gone, in place of its indentation; what is lost."""
    for one in diagnostics:
        if one.notice is INDENT and meaning.kind:
            found = lost_in_group(lines, one.span.line, meaning.value, meaning.kind)
            if found:
                real, above = found
                lost = one._replace(notice=LOST_HEADING, values={"real": real, "key": above})
                others = [d for d in diagnostics if not (d.notice is MISSING_KEY and d.route == real)]
                others[others.index(one)] = lost
                return others, frozenset([(real,)])
    return diagnostics, frozenset()


def _placed(
    findings: Iterable[Finding], file: str, source: Source | None = None, value: Any = None
) -> list[Diagnostic]:
    placed = (place(finding, file, source, value) for finding in findings)
    return [diagnostic for diagnostic in placed if diagnostic]
