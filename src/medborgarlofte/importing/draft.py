"""Draft as YAML, no source line lost.

Every line of the source is a value or a comment.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

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


class Paired(NamedTuple):
    """Promise of a follow-up, and its ids for those of the draft."""

    promise: str
    ids: Mapping[str, str]


def render_draft(draft: Draft, found: Found, source: Source, *, lang: Language, rest: bool = True) -> str:
    """Text of a draft.

    With `rest`, every unplaced block becomes a comment where it belongs.
    """
    pieces = [piece for part in draft.parts for piece in _pieces(part)]
    plain = squash("\n".join(line for piece in pieces for line in piece.written()))
    ids = {one["id"] for part in draft.parts for one in part.value if isinstance(one, dict) and "id" in one}
    homes: dict[int, list[_Piece]] = {}
    for piece in pieces:
        for index in piece.blocks:
            homes.setdefault(index, []).append(piece)
    opening = last = _Piece(write({"dokument": draft.kind}).splitlines())
    for index, block in enumerate(found.blocks):
        own = homes.get(index, [])
        if index in found.dropped or not (own or rest):
            continue
        if own and block.kind != "furniture":
            last = own[-1]
        ahead = own[:1] or (_ahead(found, homes, index) if block.kind == "heading" else [])
        comments = ahead[0].above if ahead else last.below
        if not (own and _is_kept(block, plain, ids)):
            comments += _comment(block)
        for reason in (reason for number, reason in draft.doubts if number == index):
            comments.append(f"# {_UNSURE[lang]}: {reason[lang]} ({block.place[lang]})")
    lines = [f"# {line}" for line in _head(source, lang)]
    lines += [line for piece in (opening, *pieces) for line in piece.written()]
    return "\n".join([*lines, *_frame(source, lang)]) + "\n"


_UNSURE: Final = Text("osäkert", "uncertain")


@dataclass
class _Piece:
    """Lines of a key, or of an item of a list, and the comments around them."""

    lines: list[str]
    blocks: Sequence[int] = ()
    key: str = ""
    """Line of the list that begins with this item."""
    indent: str = ""
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def written(self) -> list[str]:
        """All lines in order."""
        above, below = ([f"{self.indent}{line}" for line in lines] for lines in (self.above, self.below))
        return [*filter(None, [self.key]), *above, *self.lines, *below]


def _pieces(part: Part) -> Iterator[_Piece]:
    """YAML of a part, item by item where the blocks of each are known."""
    value = _public(part.value)
    if not (isinstance(value, list) and len(part.items) == len(value)):
        yield _Piece(write({part.key: value}).splitlines(), part.items[0] if part.items else ())
        return
    for item, blocks in zip(value, part.items, strict=True):
        key, *lines = write({part.key: [item]}).splitlines()
        first = item is value[0]
        yield _Piece(lines, blocks, key if first else "", "  ")


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


def _ahead(found: Found, homes: Mapping[int, list[_Piece]], index: int) -> list[_Piece]:
    """Piece of a heading's first placed block."""
    for following in range(index + 1, len(found.blocks)):
        if found.blocks[following].kind == "heading" and following not in homes:
            return []
        if following in homes and found.blocks[following].kind != "furniture":
            return homes[following][:1]
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
