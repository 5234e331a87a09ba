"""Minutes of a board: the item that is about the document, and what was decided there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from medborgarlofte.importing.blocks import Block

_MINUTES: Final = re.compile(
    r"^(?:Beslutande|Justera\w*|Närvarande|Ajournering|Sekreterare|Paragrafer)\b|protokoll", re.IGNORECASE
)
"""What stands at the top of minutes."""
_OWN: Final = re.compile(r"medborgarlöfte|trygghetslöfte|samverkansöverenskommelse", re.IGNORECASE)
_BODY: Final = re.compile(
    r"(?:Kommunstyrelsen|Kommunfullmäktige|Regionfullmäktige|[A-ZÅÄÖ][\wåäö-]*nämnden|Stadsdelsnämnden\b.{0,30})$"
)
_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_ITEM: Final = re.compile(r"§?\s*\d{1,4}")
_NEAR: Final = 12
"""How many blocks the top of minutes has at most."""


class Minutes(NamedTuple):
    """Blocks with what other items say as furniture, and the decision with its block."""

    blocks: list[Block]
    decision: tuple[dict[str, Any], int] | None = None


def own_item(blocks: Sequence[Block]) -> Minutes:
    """Minutes of a board with only the item about a promise or an agreement; any other blocks as they are."""
    starts = [
        n for n, block in enumerate(blocks) if block.kind == "heading" and _ITEM.fullmatch(block.marker)
    ]
    own = [n for n in starts if _OWN.search(blocks[n].text)]
    if len(own) != 1 or not any(_MINUTES.search(block.text) for block in blocks[: min(starts[0], _NEAR)]):
        return Minutes(list(blocks))
    first = own[0]
    last = next((n for n in starts if n > first), len(blocks))
    kept = [
        block if first <= n < last or block.kind == "furniture" else _aside(block)
        for n, block in enumerate(blocks)
    ]
    top = blocks[: starts[0]]
    organ = next((block.text for block in top if _BODY.match(block.text)), None)
    day = next((found[0] for block in top if (found := _DAY.search(block.text))), None)
    if organ is None or day is None:
        return Minutes(kept)
    number = re.sub(r"\D", "", blocks[first].marker)
    return Minutes(kept, ({"organ": organ, "datum": day, "paragraf": f"§ {number}"}, first))


def _aside(block: Block) -> Block:
    return replace(block, kind="furniture", text=block.written, marker="", level=0, cells=())
