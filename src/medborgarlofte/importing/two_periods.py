"""Pages with promises of several periods."""

import re
from dataclasses import replace
from typing import Final

from medborgarlofte.importing.blocks import Block, Source
from medborgarlofte.importing.furniture import mark_furniture

_HEADING: Final = re.compile(
    r"^(?:.{0,30}\b)?(?:medborgarlöfte\w*|löfte\w*|överenskommelse\w*|åtaganden)\b.{0,40}?(?P<period>(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)\d\d|\d\d))?)\W*$"
    r"|^(?P<bare>(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)\d\d|\d\d))?)$",
    re.IGNORECASE,
)


def split_periods(source: Source) -> list[Source]:
    """One source per period."""
    blocks = mark_furniture(source.blocks)
    starts: list[tuple[int, str]] = []
    for index, block in enumerate(blocks):
        found = _HEADING.match(block.text.strip()) if block.kind == "heading" else None
        period = (found["period"] or found["bare"]) if found else None
        if (
            period
            and period not in {known for _, known in starts}
            and not re.search(r"uppfölj|resultat|gick|bokslut", block.text, re.IGNORECASE)
        ):
            starts.append((index, period))
    if len(starts) < 2:
        return [source]
    ends = [index for index, _ in starts[1:]] + [len(blocks)]
    parts = [(start, end) for (start, _), end in zip(starts, ends, strict=True)]
    if not all(_promises(blocks[start + 1 : end]) for start, end in parts):
        return [source]
    opening = [block if block.kind == "furniture" else _demoted(block) for block in blocks[: parts[0][0]]]
    return [
        replace(
            source,
            blocks=(*(opening if number == 0 else _kept(opening)), *blocks[start:end]),
            frame=source.frame if number == 0 else (),
        )
        for number, (start, end) in enumerate(parts)
    ]


def _promises(blocks: list[Block]) -> bool:
    """True if a part has promises."""
    return (
        any(block.kind in ("item", "row") for block in blocks)
        or sum(bool(re.search(r"\b(?:ska|skall|lovar|åtar sig)\b", block.text)) for block in blocks) >= 2
    )


def _demoted(block: Block) -> Block:
    """Heading above the parts, demoted."""
    return replace(block, kind="paragraph") if block.kind == "heading" else block


def _kept(opening: list[Block]) -> list[Block]:
    """Opening blocks that name parties."""
    return [block for block in opening if block.kind != "furniture"]
