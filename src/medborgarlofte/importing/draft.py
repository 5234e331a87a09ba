"""Draft as YAML, no source line lost.

Every line of the source is a value or a comment.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from medborgarlofte.i18n import Language, Text
from medborgarlofte.importing.blocks import Block, Source, one_line, squash
from medborgarlofte.importing.found import Found
from medborgarlofte.importing.private import without_private
from medborgarlofte.source.writing import write

WIDTH: Final = 100


@dataclass
class Part:
    """Top-level key with the blocks behind it."""

    key: str
    value: Any
    items: list[list[int]] = field(default_factory=list)
    """The blocks of each item of a list, or of the whole value as the only item."""


@dataclass
class Draft:
    """Document to write, with block destinations."""

    name: str
    """File name without folder and suffix."""
    kind: str
    parts: list[Part]
    doubts: list[tuple[int, Text]] = field(default_factory=list)
    """Blocks that are uncertain, and why."""


def render_draft(draft: Draft, found: Found, source: Source, *, lang: Language, rest: bool = True) -> str:
    """Text of a draft.

    With `rest`, every unplaced block becomes a comment where it belongs.
    """
    chunks = [_Chunk(number, part) for number, part in enumerate(draft.parts)]
    plain = squash("\n".join(text for chunk in chunks for text in chunk.texts))
    ids = {
        text.strip(" -{").removeprefix("id: ").strip("\"'")
        for chunk in chunks
        for text in chunk.texts
        if "id: " in text
    }
    where = _places(draft)
    above: dict[tuple[int, int], list[str]] = {}
    below: dict[tuple[int, int], list[str]] = {}
    last = (-1, 0)
    for index, block in enumerate(found.blocks):
        if index in found.dropped:
            continue
        homes = where.get(index, [])
        if not homes and not rest:
            continue
        reasons = [reason for number, reason in draft.doubts if number == index]
        if homes and block.kind != "furniture":
            last = homes[-1]
        kept = bool(homes) and _is_kept(block, plain, ids)
        ahead = homes[:1] or (_ahead(found, where, index) if block.kind == "heading" else [])
        home = ahead[0] if ahead else last
        lines = above if ahead else below
        if not kept:
            lines.setdefault(home, []).extend(_comment(block))
        lines.setdefault(home, []).extend(
            f"# {_UNSURE[lang]}: {reason[lang]} ({block.place[lang]})" for reason in reasons
        )
    return _assemble(draft, chunks, above, below, source, lang)


_UNSURE: Final = Text("osäkert", "uncertain")


class _Chunk:
    """YAML of one part, item by item."""

    def __init__(self, number: int, part: Part) -> None:
        self.number = number
        self.part = part
        value = _public(part.value)
        if isinstance(value, list) and len(part.items) == len(value) and value:
            written = [write({part.key: [item]}).splitlines() for item in value]
            self.head = written[0][:1]
            self.items = [lines[1:] for lines in written]
        else:
            self.head = []
            self.items = [write({part.key: value}).splitlines()]

    @property
    def texts(self) -> list[str]:
        """All lines of the part."""
        return [*self.head, *(line for item in self.items for line in item)]


def _public(value: Any) -> Any:
    """A value with private numbers left out, wherever they stand in it."""
    if isinstance(value, str):
        public = without_private(value)
        return value if public == value else public  # the same object, which may be Quoted
    if isinstance(value, list):
        return [_public(one) for one in value]
    if isinstance(value, dict):
        return {key: _public(one) for key, one in value.items()}
    return value


def _places(draft: Draft) -> dict[int, list[tuple[int, int]]]:
    made: dict[int, list[tuple[int, int]]] = {}
    for number, part in enumerate(draft.parts):
        for position, blocks in enumerate(part.items):
            for block in blocks:
                made.setdefault(block, []).append((number, position))
    return made


def _is_kept(block: Block, plain: str, ids: set[str]) -> bool:
    """Whether a block stands whole among the values; a number such as ”2.1” or a letter must be there too."""
    if not all(squash(without_private(line)) in plain for line in _source_lines(block)):
        return False
    return not re.search(r"\d\.\d|\d{3}|[A-Za-z]", block.marker) or block.marker in ids


def _source_lines(block: Block) -> tuple[str, ...]:
    """The block as it is read; as its lines were where columns beside each other were put together."""
    read = " ".join(block.cells) if block.cells else block.text
    if block.origin and squash(f"{block.marker}{read}") != squash("".join(block.origin)):
        return block.origin
    return (read,)


def _ahead(found: Found, where: Mapping[int, list[tuple[int, int]]], index: int) -> list[tuple[int, int]]:
    """Destination of a heading's first placed block."""
    for following in range(index + 1, len(found.blocks)):
        if found.blocks[following].kind == "heading" and following not in where:
            return []
        if following in where and found.blocks[following].kind != "furniture":
            return where[following][:1]
    return []


def _comment(block: Block) -> list[str]:
    """A block as a comment, wrapped, private numbers left out."""
    lines = _source_lines(block)
    written = lines if len(lines) > 1 else (block.written,)
    return [
        f"# {line}"
        for text in written
        for line in textwrap.wrap(
            without_private(one_line(text)), WIDTH - 2, break_long_words=False, break_on_hyphens=False
        )
    ]


def _assemble(
    draft: Draft,
    chunks: Sequence[_Chunk],
    above: Mapping[tuple[int, int], list[str]],
    below: Mapping[tuple[int, int], list[str]],
    source: Source,
    lang: Language,
) -> str:
    lines = [f"# {line}" for line in _head(source, lang)]
    lines += write({"dokument": draft.kind}).splitlines()
    if -1 in {home for home, _ in below}:
        lines += [text for home, texts in below.items() if home[0] == -1 for text in texts]
    for chunk in chunks:
        lines += chunk.head
        for position, item in enumerate(chunk.items):
            key = (chunk.number, position)
            indent = "  " if chunk.head else ""
            lines += [f"{indent}{text}" for text in above.get(key, [])]
            lines += item
            lines += [f"{indent}{text}" for text in below.get(key, [])]
    lines += _frame(source, lang)
    return "\n".join(lines) + "\n"


_HEAD: Final = Text(
    "Utkast som lofte import gjorde av {name}. Texten är ordagrann.\n"
    "Rader som börjar med # stod i källan men passade inget fält, eller stod med andra ord. Flytta det som hör hemma\n"
    "i ett fält, ta bort resten. Kontrollera sedan med: lofte validate",
    "Draft that lofte import made from {name}. The wording is verbatim.\n"
    "Lines that begin with # were in the source but did not fit a field, or were worded differently. Move what belongs\n"
    "in a field, remove the rest. Then check with: lofte validate",
)
_AROUND: Final = Text(
    "Runt texten stod också (menyer, sidhuvuden, sidfötter):",
    "Around the text there was also (menus, headers, footers):",
)


def _head(source: Source, lang: Language) -> list[str]:
    return [
        *_HEAD.format({"name": source.name})[lang].splitlines(),
        *(f"{note[lang]}" for note in source.notes),
    ]


def _frame(source: Source, lang: Language) -> Iterator[str]:
    if not source.frame:
        return
    yield f"# {_AROUND[lang]}"
    seen: set[str] = set()
    for block in source.frame:
        if block.written not in seen:
            seen.add(block.written)
            yield from _comment(block)
