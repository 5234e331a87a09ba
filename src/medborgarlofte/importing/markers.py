"""What list items begin with: bullets, numbers, letters, roman numerals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from medborgarlofte.importing.blocks import Block

_BULLET: Final = re.compile(
    r"(?P<marker>[•·∙*‣⁃\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\uf020-\uf0ff]|[-–—](?=\s|[A-ZÅÄÖ])|[o+»>](?=\s))\s*(?P<rest>.*)",
    re.DOTALL,
)
_ENUMERATED: Final = re.compile(
    r"(?P<marker>\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}:(?=\s+[A-ZÅÄÖ])|\(?(?:[a-zA-Z]|\d{1,2}|[ivx]{2,4})\)|[a-z]\.|[A-Z]\d{1,2}[.):]|(?:[A-Z]|[IVX]{2,5}) ?\.)"
    r"(?:\s+(?=\S)|(?=[A-ZÅÄÖ][a-zåäö]))(?P<rest>.*)",
    re.DOTALL,
)
_NESTED: Final = re.compile(r"(?P<marker>\d{1,2}\.\d{1,2})\s+(?P<rest>\S.*\.)", re.DOTALL)
"""A sentence numbered ”1.1” without a full stop behind the number."""
SECTION: Final = re.compile(
    r"(?P<marker>§\s?\d{1,3}|\d{1,3}\s?§|\d{1,2}(?:\.\d{1,2})*)\.?\s+(?P<rest>[A-ZÅÄÖ].*)", re.DOTALL
)
"""A heading with a number."""


def split_marker(text: str) -> tuple[str, str] | None:
    """The marker and the text of a list item; None for a text that begins with none."""
    found = _BULLET.fullmatch(text) or _ENUMERATED.fullmatch(text) or _NESTED.fullmatch(text)
    return (found["marker"].replace(" ", ""), found["rest"]) if found else None


def is_bullet(marker: str) -> bool:
    """Whether a marker says nothing of the order."""
    return bool(marker) and _BULLET.fullmatch(f"{marker} ") is not None


def family_of(marker: str) -> str:
    """What the markers of one list have in common: ”1)” and ”2)”, ”A.” and ”B.”."""
    if is_bullet(marker):
        return marker
    if re.fullmatch(r"[IVXivx]{2,}\W*", marker) or marker in ("I.", "V.", "X."):
        return "roman"
    return re.sub(r"[a-zåäö]", "a", re.sub(r"[A-ZÅÄÖ]", "A", re.sub(r"\d+", "1", marker)))


def depth_of(marker: str) -> int:
    """How many levels a number such as ”1.1” is below the first."""
    return marker.rstrip(".)").count(".") if marker[:1].isdigit() else 0


ASIDE: Final = re.compile(
    r"ingen uppgift|uppföljning(?:en)? (?:den )?\d{1,2} \w+ \d{4}|(?:jämfört med \d{4}|effektmål|leds av|medverkande|i samverkan med|uppföljt|underlag|gav det resultat\??|målgrupp(?:er)?|plats(?:er)?)\s*:.*",
    re.IGNORECASE,
)
"""A line below a commitment or an area that no field of a commitment holds."""
FIGURE: Final = re.compile(
    r"(?:(?:19|20)\d\d|mål|nuläge|utfall)\s*[:–-]?\s*[\d.,]+ ?(?:%|procent)\W*|\d+ av \d+ (?:åtaganden|löften|punkter)\b.*"
    r"|(?:\w+:? )?\d+(?: av \d+)? (?:genomför\w*|delvis|pågår|utgå\w*|utan uppgift|(?:inte|ej) \w+|går (?:inte|ej) att bedöma)(?: \(.*)?",
    re.IGNORECASE,
)
"""A figure beside others: ”2023: 58 %”, ”2 av 4 åtaganden blev genomförda”, ”Kommunen 2 av 5 genomförda”."""
VOWED: Final = re.compile(r"(?P<who>[A-ZÅÄÖ][^.:;]{2,60}?) lovar\.(?: Visa mer\b.*)?")
"""A line below a commitment that says who makes it: ”Kommunen lovar.”"""
PROMISOR: Final = re.compile(r"(?:Polis|Kommun)(?:en)?(?: (?:och|&) (?:polis|kommun)(?:en)?)?\s*:\s+\S")
"""How a line begins below an item that says what each party does of it: ”Polis: Hundsök i skolan.”"""


def unlisted(blocks: Sequence[Block]) -> Sequence[Block]:
    """Bullets that are labels of the text below them, as paragraphs."""
    labels = {id(block) for block, following in pairwise(blocks) if _labels_text(block, following)}
    return [
        replace(block, kind="paragraph", marker="") if len(labels) > 2 and id(block) in labels else block
        for block in blocks
    ]


def _labels_text(block: Block, following: Block) -> bool:
    """Whether a bullet heads the text below it: ”• Trafik”, then a paragraph; one of several such."""
    long = len(following.text.split()) > 10 and not re.match(r"[^.]{3,30}:", following.text)
    text = following.kind == "paragraph" and (long or following.text.endswith("."))
    return block.kind == "item" and is_bullet(block.marker) and text and is_label(block.text)


def is_label(text: str) -> bool:
    """Whether a line is a title and no sentence."""
    return len(text.split()) <= 6 and text[:1].isupper() and not re.search(r"[.!?,;:]$", text)
