"""Page furniture: menus, running headers, share links."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from medborgarlofte.importing.blocks import UNFINISHED, Block, join

_CHROME: Final = re.compile(
    r"^(?:till (?:inne|huvudinne)hållet|hoppa till .*|(?:gå )?till (?:toppen|startsidan|sidans topp)|meny|sök|stäng|öppna meny(?:n)?|lyssna|skriv ut|dela(?: (?:på|med|via|sidan|den här sidan|artikeln).*)?|skicka med e-post"
    r"|tipsa en vän|följ oss(?: på .*)?|logga in|mina sidor|teckenspråk|lättläst|other languages|in english|english|språk|languages|a-ö|kontakta oss|om webbplatsen.*|om kakor|kakor.*|cookies.*"
    r"|tillgänglighet(?:sredogörelse)?|personuppgifter|så hanterar vi personuppgifter|press|facebook|instagram|linkedin|x|twitter|youtube|fick du svar på dina frågor\??|hjälpte (?:den här )?informationen dig\??"
    r"|var (?:den här )?(?:informationen|sidan) till hjälp\??|ja|nej|ja\s+nej|startsida|hem|nyheter|e-tjänster|felanmälan|viktigt meddelande|.*\blogotyp\b.*|acceptera(?: alla)?|neka|godkänn.*|bild: .*|bild (?:på|från|av) .*|foto: .*|fotograf: .*)$",
    re.IGNORECASE,
)
_CRUMBS: Final = re.compile(
    r"^(?:start|startsida|hem|du är här)\b.*[/>›»]|^(?:\S[^/]{1,30} [/>›»] ){2,}\S", re.IGNORECASE
)
_DATED: Final = re.compile(
    r"^(?:sidan |nyheten |artikeln |senast |sist )*(?:publicera[dt]|uppdatera[dt]|granska[dt]es|granska[dt]|ändrad|senast uppdaterad)(?: av)?\b.{0,40}$",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"^(?:text|skribent|redaktör|sidansvarig|innehållsansvarig|webbredaktör|dokumentansvarig|bild|foto)\s*:|^av (?-i:[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+){1,2})$",
    re.IGNORECASE,
)
REGISTRATION: Final = re.compile(
    r"\b(?:Dnr|Diarienummer|Diarienr|Diarie-?nr|Ärendenummer|Ärende(?:nr)?)\.?\s*:?\s*(?P<number>(?:[A-ZÅÄÖ]{1,6}[ /-]?)?[A-Z]{0,4}[\d][\w./:-]*\d)",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"\b(?:sid(?:a|an)?\.?\s*\d+|\d+\s*\(\d+\)|page \d+)", re.IGNORECASE)
_PAGE_ALONE: Final = re.compile(r"^[-–\s]*\d{1,3}[-–\s]*(?:\(\d+\)|/ ?\d+|av \d+)?$")


def is_chrome(text: str) -> bool:
    """True for a line of the surrounding page."""
    bare = text.strip(" .:›»>|")
    if _CHROME.match(bare) or _CRUMBS.match(text.strip()):
        return True
    words = re.split(r"\s{2,}|\t| ?[|·•] ?", text.strip())
    if len(words) > 1 and all(_CHROME.match(word.strip(" .:")) or len(word.split()) == 1 for word in words):
        return any(_CHROME.match(word.strip(" .:")) for word in words)
    return False


def is_dated(text: str) -> bool:
    """True for a publication or revision date."""
    return bool(_DATED.match(text.strip()))


def _pattern(block: Block) -> str:
    return re.sub(r"\d+", "#", block.written.casefold())


def mark_furniture(blocks: Sequence[Block]) -> list[Block]:
    """Mark furniture and join what page breaks split."""
    running = _running(blocks)
    marked = [
        replace(
            block,
            kind="furniture",
            text=block.written if block.cells else block.text,
            cells=(),
            marker="" if block.cells else block.marker,
        )
        if index in running or _is_frame(block)
        else block
        for index, block in enumerate(blocks)
    ]
    return _rejoined(_lone_bullets(marked))


def _is_frame(block: Block) -> bool:
    text = " ".join(block.cells) if block.cells else block.text
    return (
        block.kind == "furniture"
        or is_chrome("   ".join(block.cells) if block.cells else text)
        or bool(_PAGE_ALONE.match(text) and not block.cells)
        or bool(REGISTRATION.fullmatch(text.strip(" .")))
    )


def _running(blocks: Sequence[Block]) -> set[int]:
    """Blocks repeated on every page: with a page number, or beside such a block."""
    patterns = [_pattern(block) for block in blocks]
    count = Counter(patterns)
    again = [n for n, block in enumerate(blocks) if count[patterns[n]] > 1 and len(block.written) < 160]
    known = {patterns[n] for n in again if _PAGE.search(blocks[n].written)}
    loose = [n for n in again if len(blocks[n].written) < 110 and blocks[n].kind != "item"]
    while more := {patterns[n] for n in loose if known & {*patterns[max(0, n - 1) : n + 2]}} - known:
        known |= more
    return {n for n in again if patterns[n] in known}


def _lone_bullets(blocks: Sequence[Block]) -> list[Block]:
    """Bullets joined with the following paragraph."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if (
            last is not None
            and last.kind != "furniture"
            and last.text.strip() in ("-", "–", "•", "·", "*")
            and block.kind in ("paragraph", "heading")
        ):
            made[-1] = replace(block, kind="item", marker=last.text.strip(), line=block.line)
        else:
            made.append(block)
    return made


def _rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Sentences joined across page breaks.

    The furniture between them comes after.
    """
    made: list[Block] = []
    for block in blocks:
        index = len(made) - 1
        while index >= 0 and made[index].kind == "furniture":
            index -= 1
        last = made[index] if index >= 0 else None
        cut = last is not None and (index < len(made) - 1 or last.page < block.page)
        joined = _joined(last, block) if last is not None and cut else None
        if joined is not None:
            made[index] = joined
        else:
            made.append(block)
    return made


def _joined(last: Block, block: Block) -> Block | None:
    """A block with what a page break cut off it; None for blocks that do not belong together."""
    if last.kind == "row":
        return _joined_row(last, block)
    begun = block.text[:1].islower() or (block.page and UNFINISHED.search(last.text))
    goes_on = block.kind in ("paragraph", "heading") and begun
    ends = last.kind not in ("paragraph", "item") or last.text.rstrip().endswith((".", ":", "!", "?"))
    return last.with_text(join(last.text, block.text)) if goes_on and not ends else None


def _joined_row(last: Block, block: Block) -> Block | None:
    """A row whose cells go on in a row of the next page, or whose only cell without an end does in a paragraph."""
    open_ = [n for n, cell in enumerate(last.cells) if _OPEN.search(cell)]
    rest = [*block.cells] or [block.text if [n] == open_ else "" for n in range(len(last.cells))]
    first = next((n for n, cell in enumerate(rest) if cell), 0)
    if block.kind not in ("paragraph", "heading", "row") or len(rest) != len(last.cells):
        return None
    if not (rest[first][:1].islower() or (rest[first] and UNFINISHED.search(last.cells[first]))):
        return None
    cells = tuple(join(cell, more) if more else cell for cell, more in zip(last.cells, rest, strict=True))
    return replace(last, text=" ".join(filter(None, cells)), cells=cells)


_OPEN: Final = re.compile(r"\w \w+ [\w-]*[a-zåäö,-]$")
"""How a cell ends that goes on below: in words, without a full stop."""


def is_credit(text: str) -> bool:
    """True for a line about the page's author."""
    return bool(_CREDIT.match(text.strip()))
