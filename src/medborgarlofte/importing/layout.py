"""Raw paragraphs to blocks.

Typed bullets, wrapped lines, columns, headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from medborgarlofte.importing.blocks import Block, clean, one_line

BULLET: Final = re.compile(
    r"^(?P<marker>[•·●○◦▪▫■□‣⁃∙*➢➤✓✔\uf0b7\uf0a7]|[-–—](?=[\s\t])|o(?=\t|\s{2,}))[\s\t]*(?P<rest>.*)$",
    re.DOTALL,
)
NUMBER: Final = re.compile(
    r"^(?P<marker>(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zA-Z0-9]\)|[a-z]\.))[\s\t]+(?P<rest>\S.*)$", re.DOTALL
)
SECTION: Final = re.compile(
    r"^(?P<marker>(?:§\s?)?\d{1,2}(?:\.\d{1,2})*|[A-H](?=\.))\.?\s+(?P<rest>[A-ZÅÄÖ].*)$", re.DOTALL
)
NESTED: Final = re.compile(r"^(?P<marker>\d{1,2}\.\d{1,2})\s+(?P<rest>\S.*\.)$", re.DOTALL)
"""An item numbered ”1.1” without a full stop behind the number."""
COLUMNS: Final = re.compile(r"\t+| {3,}")
_SUSPENDED: Final = ("och", "eller", "samt", "till", "respektive", "som", "men", "resp")


def lay_out(raw: Sequence[Block]) -> list[Block]:
    """Blocks from raw ones, which may span lines."""
    width = _wrap_width(raw)
    made: list[Block] = []
    for block in raw:
        made += _split(block, width)
    placed = _headings(_items_of_indented(_quotations(made)))
    return [block for block in map(_cleaned, placed) if block.text or block.cells]


def _cleaned(block: Block) -> Block:
    """Block without control characters."""
    return replace(block, text=one_line(block.text), cells=tuple(one_line(cell) for cell in block.cells))


def join(first: str, second: str) -> str:
    """Two lines joined, hyphenation undone."""
    first, second = first.rstrip(), second.lstrip()
    word = re.match(r"[^\W\d_]+", second)
    broken = (
        re.search(r"[^\W\d_]-$", first) and word and second[0].islower() and word[0].lower() not in _SUSPENDED
    )
    return first[:-1] + second if broken else f"{first} {second}".strip()


def unbroken(text: str) -> str:
    """One line, hyphenation undone: ”mel- lan”."""
    return re.sub(rf"(?<=[^\W\d_])- (?!(?:{'|'.join(_SUSPENDED)})\b)(?=[a-zåäö])", "", text)


def _lines(block: Block) -> list[str]:
    return [line for line in clean(block.text).split("\n") if line.strip()]


def _wrap_width(raw: Iterable[Block]) -> int:
    """Wrap column of the source, or 0."""
    lines = [line for block in raw for line in _lines(block) if not COLUMNS.search(line.strip())]
    longest = max(map(len, lines), default=0)
    near = sum(len(line) > longest * 0.8 for line in lines)
    broken = sum(bool(re.match(r"\s*[a-zåäö]", line)) for line in lines)
    return longest if 40 <= longest <= 110 and near >= 5 and broken >= 3 else 0


def _split(block: Block, width: int) -> Iterator[Block]:
    if block.kind == "row":
        yield block
        return
    lines = _merged_columns(_lines(block))
    if not lines:
        return
    current: list[str] = []
    number = 0
    for offset, line in enumerate(lines):
        if current and not _continues(current[-1], line, current, width):
            yield from _made(block, current, number)
            current = []
        if not current:
            number = offset
        current.append(line)
    yield from _made(block, current, number)


def _merged_columns(lines: Sequence[str]) -> list[str]:
    """Table rows from lines laid out with spaces."""
    made: list[str] = []
    starts: list[int] = []
    for line in lines:
        cells = (
            [(found.start(), found[0].rstrip()) for found in re.finditer(r"\S+(?: {1,2}\S+)*", line)]
            if "\t" not in line
            else []
        )
        columns = [next((n for n, start in enumerate(starts) if abs(start - at) <= 2), -1) for at, _ in cells]
        if (
            made
            and len(starts) > 1
            and cells
            and min(columns) >= 0
            and (len(cells) < len(starts) or cells[0][1][:1].islower())
        ):
            above = [one.strip() for one in COLUMNS.split(made[-1].strip())]
            above += [""] * (len(starts) - len(above))
            for column, (_, text) in zip(columns, cells, strict=True):
                above[column] = join(above[column], text)
            made[-1] = "\t".join(above)
            continue
        starts = [at for at, _ in cells] if len(cells) > 1 and COLUMNS.search(line.strip()) else []
        made.append(line)
    return made


def _continues(previous: str, line: str, current: Sequence[str], width: int) -> bool:
    """True if a line continues the paragraph above."""
    bare = line.strip()
    if _starts_item(bare) or "\t" in bare or COLUMNS.search(bare) or COLUMNS.search(current[0].strip()):
        return False
    indent, start = (len(text) - len(text.lstrip()) for text in (line, current[0]))
    if re.search(r"[^\W\d_]-$", previous.rstrip()) and bare[:1].islower():
        return True
    if _starts_item(current[0].strip()) and indent > start and not re.search(r"[.!?:]$", previous.rstrip()):
        return True
    if re.search(r"\b(?:mellan|och|för|av|till|med|samt|om|i|på)$", previous.rstrip(), re.IGNORECASE):
        return True
    if width:
        first = bare.split(maxsplit=1)[0]
        return len(previous.rstrip()) + len(first) + 1 >= width - 8
    return bare[:1].islower() and not re.search(r"[.!?:;]$", previous.rstrip())


def _starts_item(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line) or re.match(r"\d+(\.\d+)*\s+[A-ZÅÄÖ]", line))


def _made(block: Block, lines: Sequence[str], offset: int) -> Iterator[Block]:
    text = lines[0]
    for line in lines[1:]:
        text = join(text, line)
    bare = text.strip()
    here = replace(block, line=block.line + offset if not block.page else block.line)
    found = BULLET.match(bare) or NUMBER.match(bare) or NESTED.match(bare)
    cells = tuple(one_line(cell) for cell in COLUMNS.split(bare) if cell.strip())
    if found and block.kind in ("paragraph", "item"):
        rest, marker = found["rest"], found["marker"]
        inner = tuple(one_line(cell) for cell in COLUMNS.split(rest) if cell.strip())
        if len(inner) > 1:
            yield replace(here, kind="row", text=one_line(rest), marker=marker, cells=inner)
            return
        nested = marker.rstrip(".)").count(".") if marker[:1].isdigit() else 0
        depth = (
            nested or max(block.level, (len(text) - len(text.lstrip())) // 2)
            if block.kind == "item" or text[:1].isspace()
            else 0
        )
        yield replace(here, kind="item", text=_tidy(rest), marker=marker, level=depth)
    elif len(cells) > 1:
        yield replace(here, kind="row", text=one_line(bare), cells=cells)
    else:
        yield replace(here, text=_tidy(bare))


def _tidy(text: str) -> str:
    return unbroken(one_line(text))


def _items_of_indented(blocks: list[Block]) -> Iterator[Block]:
    """Items with normalised depth from 0."""
    stack: list[int] = []
    for block in blocks:
        if block.kind != "item":
            if block.kind != "row":
                stack = []
            yield block
            continue
        while stack and stack[-1] > block.level:
            stack.pop()
        if not stack or stack[-1] < block.level:
            stack.append(block.level)
        yield replace(block, level=len(stack) - 1)


_SAYS: Final = re.compile(
    r"\b(säger|berättar|menar|förklarar|tycker|konstaterar|hälsar|påpekar|tillägger|understryker|betonar|framhåller|fortsätter|uppger|avslutar)"
    r"\s+(?:[A-ZÅÄÖ]|polis|kommun|hon|han|de\b|lokal)"
)


def says(text: str) -> bool:
    """True for a quotation."""
    return bool(_SAYS.search(text))


def _quotations(blocks: list[Block]) -> list[Block]:
    """Dash items ending in ”säger …”, as quotations."""
    return [
        replace(block, kind="paragraph", text=block.text, quoted=True)
        if block.kind in ("item", "paragraph") and says(block.text)
        else block
        for block in blocks
    ]


def _headings(blocks: Iterable[Block]) -> list[Block]:
    """Short paragraphs promoted to headings."""
    listed = list(blocks)
    made: list[Block] = []
    for index, block in enumerate(listed):
        following = next((b for b in listed[index + 1 :] if b.kind != "furniture"), None)
        alone = (
            following is not None
            and following.kind != "item"
            and (index == 0 or listed[index - 1].kind != "item")
        )
        made.append(_heading(block, following, alone=alone))
    return made


def _heading(block: Block, following: Block | None, *, alone: bool) -> Block:
    if block.kind == "heading":
        found = SECTION.match(block.text)
        return replace(block, text=found["rest"], marker=found["marker"].lstrip("§ ")) if found else block
    if block.kind == "item" and re.fullmatch(r"\d+(\.\d+)*\.?", block.marker) and following is not None:
        body = alone
        if body and is_short(block.text) and not re.search(r"[.!?,;]$", block.text):
            return replace(
                block,
                kind="heading",
                level=2 + block.marker.strip(".").count("."),
                marker=block.marker.strip("."),
            )
        return block
    if block.kind != "paragraph" or block.quoted or following is None:
        return block
    found = SECTION.match(block.text)
    if (
        found
        and is_short(found["rest"])
        and not found["rest"].endswith((".", ";", ","))
        and not re.match(
            r"(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
            found["rest"].lower(),
        )
    ):
        return replace(
            block,
            kind="heading",
            level=2 + found["marker"].count("."),
            text=found["rest"],
            marker=found["marker"].lstrip("§ "),
        )
    if (
        is_short(block.text)
        and following.kind in ("paragraph", "item", "row", "heading")
        and _reads_as_heading(block.text)
    ):
        return replace(block, kind="heading", level=block.level or 3)
    return block


def is_short(text: str) -> bool:
    """True if short enough for a heading."""
    return len(text) <= 110 and len(text.split()) <= 14


def _reads_as_heading(text: str) -> bool:
    if "@" in text or re.search(r"\d{2,4}[- ]\d{2,3} ?\d\d", text):
        return False
    if re.match(
        r"(?:fr\.?\s?o\.?\s?m|från och med|gäller|giltig|period(?:en)?\b|löftesperiod)", text.lower()
    ):
        return False
    if re.search(r"[.,;)\]]$", text) and not re.search(r"\d\)$", text):
        return False
    if re.search(r":\s+\S", text) and not re.match(
        r"(?:fokus|område|prioriter|mål|löfte|del|åtagande|tema|problem)|[^:]*(?:uppföljning|bokslut|löfte)",
        text.lower(),
    ):
        return False
    return text[:1].isupper() or text.endswith(":")
