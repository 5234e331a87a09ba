"""Short paragraphs and lone items that are headings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.headings import focus_of
from medborgarlofte.importing.markers import (
    SECTION,
    depth_of,
    family_of,
    is_bullet,
    split_marker,
    unlisted,
)
from medborgarlofte.importing.records import is_detail

_YEARS: Final = re.compile(r"20\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?")


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """Short paragraphs promoted to headings."""
    blocks = unlisted(blocks)
    kept = [block for block in blocks if block.kind != "furniture"]
    ahead = {id(block): following for block, following in pairwise(kept)}
    behind = {id(following): block for block, following in pairwise(kept)}
    return [_heading(block, behind.get(id(block)), ahead.get(id(block))) for block in blocks]


def _heading(block: Block, previous: Block | None, following: Block | None) -> Block:
    if block.kind == "heading":
        found = SECTION.fullmatch(block.text)
        marker, rest = (found["marker"], found["rest"]) if found else split_marker(block.text) or ("", "")
        return block if not marker or is_bullet(marker) else _numbered(block, marker, rest, block.level)
    if following is None or block.quoted:
        return block
    if block.kind == "item" and _heads(block, previous, following):
        return _numbered(block, block.marker, block.text, 2 + depth_of(block.marker))
    if block.kind != "paragraph":
        return block
    found = SECTION.fullmatch(block.text)
    if found and is_short(found["rest"]) and not found["rest"].endswith((".", ";", ",")):
        return _numbered(block, found["marker"], found["rest"], 2 + found["marker"].count("."))
    if is_short(block.text) and _reads_as_heading(block.text):
        return replace(block, kind="heading", level=block.level or 3)
    return block


def _numbered(block: Block, marker: str, text: str, level: int) -> Block:
    return replace(block, kind="heading", level=level, text=text, marker=marker.strip("§ .)"))


def _heads(block: Block, previous: Block | None, following: Block) -> bool:
    """Whether an enumerated item is a heading: its neighbours are not of its list, and it is no sentence."""
    if is_bullet(block.marker) or not block.marker or not is_short(block.text) or is_detail(following.text):
        return False
    own = family_of(block.marker)
    apart = all(
        other is None or other.kind != "item" or family_of(other.marker) != own
        for other in (previous, following)
    )
    promises = re.search(r"\b(?:ska|skall|skulle|lova\w+|åtar|åtog|kommer att)\b(?!$)", block.text)
    return apart and not promises and not re.search(r"[.!?,;]$", block.text) and block.text[:1].isupper()


def is_short(text: str) -> bool:
    """True if short enough for a heading."""
    return len(text) <= 110 and len(text.split()) <= 14


_NO_HEADING: Final = re.compile(
    r"@|\b0\d{1,3}[- ]\d{2,3} ?\d\d|^(?:fr\.?\s?o\.?\s?m|från och med|gäller|giltig(?!hetstid$)|period(?:en)?\b|löftesperiod)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:fakta|fokus|område|prioriter|mål|löfte|del|åtagande|tema|problem)|[^:]*(?:uppföljning|bokslut|löfte)",
    re.IGNORECASE,
)


def _reads_as_heading(written: str) -> bool:
    quoted = re.fullmatch(r'[”“"][^”“"]+[”“"]', written)
    text = written.strip('”“"') if quoted or written.rstrip('”"').endswith("?") else written
    if _NO_HEADING.search(text) or (
        re.search(r"[.,;)\]]$", text) and not re.search(r"(?:\d|\([A-ZÅÄÖ]{2,8})\)$", text)
    ):
        return False
    runs_on = re.search(r"[a-zåäö]{3}[.!?]\s+[A-ZÅÄÖ]", text) or (
        re.search(r":\s+\S", text) and not _LABEL.match(text)
    )
    if runs_on and not focus_of(text):
        return False
    return text[:1].isupper() or text.endswith(":") or bool(_YEARS.fullmatch(text))
