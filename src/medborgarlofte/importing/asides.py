"""What stands beside a promise: the other items of minutes, and how it went the year before."""

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


_RESULTS: Final = re.compile(
    r"(?:Resultat\w*|Uppföljning\w*|Redovisning\w*|Så (?:här )?gick det|Hur gick det)\b.*\b(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_PROMISE_OF: Final = re.compile(r"(?:Medborgar|Trygghets)?löfte\w*\b.*\b(?P<year>20\d\d)\b", re.IGNORECASE)


def without_results(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with how it went a year before as furniture, where the promise of a later year stands below it."""
    kept = list(blocks)
    headed = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    for told in headed:
        results = _RESULTS.match(blocks[told].text)
        last = next((n for n in headed if n > told and blocks[n].level <= blocks[told].level), None)
        later = (_PROMISE_OF.match(blocks[n].text) for n in headed if last is not None and n >= last)
        if results and last and any(found and found["year"] > results["year"] for found in later):
            kept[told:last] = [_aside(block) for block in blocks[told:last]]
    return kept


def _aside(block: Block) -> Block:
    return replace(block, kind="furniture", text=block.written, marker="", level=0, cells=())
