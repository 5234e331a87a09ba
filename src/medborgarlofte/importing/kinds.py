"""Kind and title of a source."""

import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.people import is_name, is_role
from medborgarlofte.importing.sentences import is_past, sentences
from medborgarlofte.importing.statuses import leading_status
from medborgarlofte.importing.tables import column_of, columns_of, merged_header

_AGREEMENT: Final = re.compile(
    r"samverkansöverenskommelse|samverkansavtal|överenskommelse (?:om|mellan)|^överenskommelse$|avtal om samverkan",
    re.IGNORECASE,
)
_AGREED: Final = re.compile(r"samverkansöverenskommelse (?:mellan|om|för)\b", re.IGNORECASE)
"""How a title begins that leaves no doubt."""
_FOLLOW_UP: Final = re.compile(
    r"(?<!, )uppföljning(?:en)?\b(?! och|,)|bokslut|halvtid|utvärdering|lägesrapport|lägesuppdatering|så (?:här )?(?:gick|går) det|så (?:här )?har det gått|resultat(?:et)? av|avstämning|redovisning av|återrapport|årsrapport|delrapport|slutrapport|höll vi (?:vårt )?löfte|hur gick det|(?:tertial|kvartals|halvårs|månads)rapport|avslutade (?:medborgar)?löfte|genomförda (?:åtgärder|insatser|aktiviteter)",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(r"medborgarlöfte|trygghetslöfte|löfte", re.IGNORECASE)
_PLAN: Final = re.compile(
    r"(?:bilaga\b[^:]*:\s*)?(?:[\w-]+ ){0,2}(?:handlings|åtgärds|aktivitets)plan(?:en)?\b",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(r"lägesbild", re.IGNORECASE)
_TITLE_WORDS: Final = re.compile(
    r"lägesbild|medborgarlöft|löfte|överenskommelse|uppföljning|bokslut|trygg", re.IGNORECASE
)

_ORGANISATION: Final = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+)? (?:kommun|stad)")
_NAMED: Final = re.compile(r"(?:medborgar|trygghets)löfte", re.IGNORECASE)


def document_kind(blocks: Sequence[Block]) -> str:
    """Kind by top headings and verdicts."""
    seen = [block for block in blocks if block.kind != "furniture"]
    top = [block.text for block in seen[:6] if block.kind == "heading" or len(block.text) < 160]
    first = next((text for text in top if _TITLE_WORDS.search(text)), top[0] if top else "")
    if any(_PLAN.match(text) and not _PROMISE.search(text) for text in top[:2]):
        return "åtgärdsplan"
    if _PICTURE.search(first) and not _PROMISE.search(first):
        return "lägesbild"
    agreed = bool(_AGREED.match(first)) or not _speaks_of_promises(seen)
    if _AGREEMENT.search(first) and not _NAMED.search(first) and agreed:
        return "samverkansöverenskommelse"
    verdicts = _verdicts(seen)
    about = any(_FOLLOW_UP.search(text) and _PROMISE.search(text) for text in top) or bool(
        _FOLLOW_UP.match(first)
    )
    return "uppföljning" if verdicts >= 2 or about or _lists_what_is_done(seen) else "medborgarlöfte"


def _lists_what_is_done(blocks: Sequence[Block]) -> bool:
    """Whether most items of a page tell what has been: ”Polisen har genomfört 43 kontroller”."""
    items = [block.text for block in blocks if block.kind == "item"]
    done = sum(is_past(sentences(text)[0]) for text in items)
    return done > 1 and done * 2 > len(items)


def _speaks_of_promises(blocks: Sequence[Block]) -> bool:
    """Whether a text speaks more of a promise than of an agreement."""
    whole = " ".join(block.text for block in blocks).lower()
    return len(re.findall("löfte", whole)) > len(re.findall("överenskommelse|avtal", whole))


_PLANNED: Final = re.compile(r"^Uppföljning:|(?:^|\| )Uppföljning$", re.IGNORECASE)


def _begun(text: str) -> bool:
    """Whether a text begins with a verdict; “ja” and “nej” answer questions of any kind."""
    begun = leading_status(text)
    return begun is not None and begun[1].lower() not in ("ja", "nej")


def _verdicts(blocks: Sequence[Block]) -> int:
    """How much the blocks say of how something went: a verdict or a label counts once, a table twice."""
    return sum(
        _judges(block) or (block.kind in ("paragraph", "item") and _begun(block.text)) for block in blocks
    )


def _judges(block: Block) -> int:
    label, colon, _ = block.text.partition(":")
    columns = columns_of(block.cells) if block.cells else merged_header(block.text)
    own = column_of(label) if colon and block.kind in ("paragraph", "item") else None
    held = {*(columns or ()), own}
    planned = _PLANNED.search(block.written)  # ”Uppföljning” is how it is to be followed up
    judged = "status" in held or ("result" in held and not planned)
    return judged * (2 if columns else 1)


_ENDS: Final = re.compile(r"[.:]$")
_OPENS: Final = re.compile(r"(?::|\b(?:att|ska|skall|lovar|åtar sig))$")
"""What ends a line that opens a list and so is no title."""


_TITLES: Final = {
    "samverkansöverenskommelse": _AGREEMENT, "uppföljning": _FOLLOW_UP, "åtgärdsplan": _PLAN, "lägesbild": _PICTURE,
}  # fmt: skip


def document_title(blocks: Sequence[Block], kind: str) -> tuple[str, list[int]]:
    """Title as written, and its blocks."""
    near = [
        (index, block) for index, block in enumerate(blocks[:25]) if block.kind in ("heading", "paragraph")
    ]
    beside = next((n for n, one in near if n and role_of(one.text) == "links"), len(blocks))
    near = [(index, block) for index, block in near if index < beside]
    headings = [
        (index, block)
        for index, block in near
        if block.kind == "heading"
        and not is_name(block.text)
        and not is_role(block.text)
        and not _ORGANISATION.fullmatch(block.text)
        and not _OPENS.search(block.text)
    ]
    wanted = _TITLES.get(kind, _PROMISE)
    first = headings[0] if headings else None
    short = [one for one in near[:5] if len(one[1].text) < 160 and not _ENDS.search(one[1].text)]
    loose = _PROMISE if kind == "uppföljning" else wanted
    for some, pattern in ((headings[:5], wanted), (short, wanted), (headings[:5], loose)):
        if titled := next((one for one in some if pattern.search(one[1].text)), None):
            return titled[1].text, [titled[0]]
    named = next((one for one in headings[5:] if _NAMED.match(one[1].text)), None)
    if named and not _TITLE_WORDS.search(headings[0][1].text):
        return named[1].text, [named[0]]
    if first and first[0] < 12 and role_of(first[1].text) != "background":
        return first[1].text, [first[0]]
    brief = next((one for one in near if len(one[1].text) < 160 and not _OPENS.search(one[1].text)), None)
    return (brief[1].text, [brief[0]]) if brief else ("", [])
