"""Evidence named by the text.

Surveys, dialogues and situation pictures.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from medborgarlofte.importing.found import Found

_KINDS: Final = (
    ("trygghetsmätning", r"(?:\w+ )?(?:trygghetsmätning|trygghetsundersökning|webbenkät|enkät|invånarundersökning)(?:en|ar|arna)?(?: (?:från |hösten |våren )?(?:19|20)\d\d)?"),
    ("medborgardialog", r"(?:medborgardialog|rundabordssamtal|samtalscafé|trygghetsvandring|öppet hus|invånarpanel|panel)(?:en|er|erna|ar|arna)?(?: (?:19|20)\d\d)?"),
    ("medarbetardialog", r"medarbetardialog(?:en|er|erna)?"),
    ("lägesbild", r"(?:den |en )?(?:lokala |gemensam(?:ma)? |aktuella )*lägesbild(?:en|er|erna)?(?: (?:från )?(?:\w+ )?(?:19|20)\d\d)?"),
    ("brottsstatistik", r"(?:brottsstatistik|händelserapporter|anmälningsstatistik)(?:en|na)?"),
)  # fmt: skip


def evidence_of(found: Found) -> Iterator[tuple[dict[str, Any], int]]:
    """One entry per kind, with its block."""
    seen: set[str] = set()
    for index in [*found.evidence, *found.introduction, *found.situation]:
        text = found.blocks[index].text
        for kind, pattern in _KINDS:
            match = re.search(rf"\b{pattern}\b", text, re.IGNORECASE)
            if match and kind not in seen:
                seen.add(kind)
                made: dict[str, Any] = {"typ": kind, "rubrik": match[0]}
                if year := re.search(r"(?:19|20)\d\d", match[0]):
                    made["datum"] = year[0]
                yield made, index
