"""Findings of a source: a walk over its blocks, then what only running text says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from medborgarlofte.importing import tables
from medborgarlofte.importing.agreements import place_agreement
from medborgarlofte.importing.asides import own_item, without_results
from medborgarlofte.importing.blocks import Block, Source, squash
from medborgarlofte.importing.found import Found
from medborgarlofte.importing.furniture import is_credit, is_dated, mark_furniture
from medborgarlofte.importing.headings import commits, focus_of, role_of
from medborgarlofte.importing.kinds import document_kind, document_title
from medborgarlofte.importing.lists import place_list
from medborgarlofte.importing.outcomes import settle
from medborgarlofte.importing.outline import enter, is_intro
from medborgarlofte.importing.paragraphs import paragraph
from medborgarlofte.importing.parties import find_parties
from medborgarlofte.importing.people import is_dotted, is_name, is_role, is_signature_line
from medborgarlofte.importing.pictures import place_picture
from medborgarlofte.importing.prose import running_commitments
from medborgarlofte.importing.prose_areas import named_areas
from medborgarlofte.importing.records import record_at, split_labels
from medborgarlofte.importing.results import place_results
from medborgarlofte.importing.roster import Roster, bare_names
from medborgarlofte.importing.rows import place_row, place_table
from medborgarlofte.importing.walk import Context, Walk
from medborgarlofte.importing.whole import find_whole

_JOINTLY: Final = re.compile(
    r"\b(?:avger|ger|tecknat|undertecknat|tagit fram)\b[^.]{0,80}\bgemensam\w* (?:medborgar|trygghets)?löfte|(?:[Pp]olis[^.]{0,80}kommun|[Kk]ommun[^.]{0,80}polis)\w*[^.]{0,40} lovar (?:att )?(?:gemensamt|tillsammans)\b"
)
"""A sentence by which all of the promise is joint that does not say whose it is."""


_TITLED: Final = re.compile(r"^(?:Ämne|Rubrik|Titel|Ärende)\s*:\s+")
"""What stands before a title in a letter or form."""


def gather(source: Source) -> Found:
    """Everything that is found in a source."""
    minutes = own_item(without_results(_parted(_unheaded(mark_furniture(source.blocks)))))
    blocks = tuple(minutes.blocks)
    found = Found(blocks, document_kind(blocks))
    content = [block for block in blocks if block.kind != "furniture" or len(block.text) >= 20]
    texts = [cell for block in content for cell in (block.cells or (block.text,))]
    headings = [block.text for block in blocks if block.kind == "heading"]
    title, found.title_blocks = document_title(blocks, found.kind)
    found.title = _TITLED.sub("", title)
    parties, found.police_only = find_parties(texts, [found.title, *headings])
    roster = Roster(parties, police_only=found.police_only)
    _tag(roster, " ".join(texts))
    if any(_JOINTLY.search(block.text) for block in blocks if not block.quoted):
        roster.default = roster.joint()
    if found.kind == "samverkansöverenskommelse":
        place_agreement(found, roster)
    elif found.kind == "lägesbild":
        place_picture(found)
    else:
        _walk(Walk(found, roster))
        if found.kind == "uppföljning":
            place_results(found, roster)
            settle(found)
        else:
            running = running_commitments(found, roster)
            named_areas(found, running=running)
    found.commitments = [one for one in found.commitments if squash(one.text)]
    found.goals = [one for one in found.goals if squash(one.text)]
    found.problems = [one for one in found.problems if squash(one.title)]
    find_whole(found, roster)
    if minutes.decision:
        found.decisions = [minutes.decision]
    found.parties = roster.parties
    return found


def _unheaded(blocks: Sequence[Block]) -> list[Block]:
    """Names, roles and dates that were taken for headings are paragraphs."""
    around = [
        [b.text for b in (*blocks[max(0, n - 1) : n], *blocks[n + 1 : n + 2])] for n in range(len(blocks))
    ]
    return [
        Block("paragraph", block.text, line=block.line, page=block.page)
        if block.kind == "heading" and _is_signed(block.text, beside)
        else block
        for block, beside in zip(blocks, around, strict=True)
    ]


_REGION: Final = re.compile(r"(?:Polisr|R)egion \w+")
"""What stands below the role of a police chief."""


def _is_signed(text: str, around: Sequence[str]) -> bool:
    """True for a line of signatures and dates.

    A name does when a role, a name or dots stand beside it.
    """
    if is_credit(text):
        return True
    if is_name(text):
        return any(is_role(other) or is_dotted(other) or is_name(other) for other in around)
    region = _REGION.fullmatch(text) and any(map(is_role, around))
    return bool(region) or is_signature_line(text) or is_dated(text)


def _parted(blocks: Sequence[Block]) -> list[Block]:
    """Labels inside a paragraph, each as a block of its own."""
    made: list[Block] = []
    for block in blocks:
        divisible = block.kind in ("paragraph", "heading", "item") and not tables.merged_header(block.text)
        first, *others = split_labels(block.text) if divisible else [block.text]
        parts = [
            replace(block, kind="paragraph", text=text, marker="", level=0, origin=()) for text in others
        ]
        made += [replace(block, text=first, origin=()), *parts] if parts else [block]
    return made


def _tag(roster: Roster, whole: str) -> None:
    """Letters and names that stand for parties in tags."""
    for party in roster.parties:
        for name in {party.name, *party.aliases}:
            if defined := re.search(
                rf"\b{re.escape(name)}\s+\((?P<short>[A-ZÅÄÖ]{{1,6}})\)", whole, re.IGNORECASE
            ):
                roster.tags[defined["short"]] = (party.id,)
    towns = roster.municipalities
    roster.tags.update({"P": ("polisen",), "Polisen": ("polisen",)})
    if len(towns) > 1:
        roster.tags |= {written: (one.id,) for one in towns for written in bare_names(one.name)}
    if len(towns) == 1:
        roster.tags |= dict.fromkeys(("K", "Kommunen"), (towns[0].id,))
        roster.tags |= dict.fromkeys(("PK", "KP", "G"), roster.joint())


def _walk(walk: Walk) -> None:
    found, blocks, index = walk.found, walk.found.blocks, 0
    first = found.title_blocks[0] if found.title_blocks else 0
    while index < len(blocks):
        block = blocks[index]
        before_title = index < first and block.kind not in ("item", "row")
        if block.kind == "furniture" or index in found.title_blocks or before_title:
            if block.kind == "heading" and before_title:
                walk.context = Context(role_of(block.text))
            index += 1
        else:
            index = _place(walk, index)


def _place(walk: Walk, index: int) -> int:
    """Place a block and what goes with it; the index after it."""
    found, blocks = walk.found, walk.found.blocks
    block = blocks[index]
    following = next((b for b in blocks[index + 1 :] if b.kind != "furniture"), None)
    is_text = block.kind in ("heading", "paragraph")
    columns = tables.merged_header(block.text) if is_text else tables.columns_of(block.cells)
    if columns and block.kind != "item":
        return place_table(walk, index, columns)
    if block.kind == "row":
        return _headless(walk, index)
    if is_dated(block.text):
        return index + 1
    if row := record_at(blocks, index, report=found.kind == "uppföljning"):
        place_row(walk, row, row.cells.get("who", ""))
        return row.blocks[-1] + 1
    if block.kind == "item":
        return _list(walk, index)
    below_title = block.kind == "heading" and index - 1 in found.title_blocks and not commits(block.text)
    below_title = below_title and not focus_of(block.text)
    if below_title and following is not None and following.kind == "paragraph":
        return index + 1  # a line that says who stands behind it
    opens = block.kind == "heading" or is_intro(block, following)
    if opens:
        walk.context = enter(walk, index)
    if not opens or (block.kind == "paragraph" and walk.context.role != "commitments"):
        paragraph(walk, index)
    return index + 1


def _headless(walk: Walk, start: int) -> int:
    """Place a table by what its cells hold; the index after it."""
    blocks, names = walk.found.blocks, walk.roster.names
    end = tables.table_rows(blocks, start)
    rows = [block.cells for block in blocks[start:end] if block.kind == "row"]
    if walk.context.role not in ("contacts", "signatures") and (
        columns := tables.columns_by_content(rows, names)
    ):
        titled = any(map(tables.column_of, rows[0])) and not any(
            tables.is_party(cell, names) for cell in rows[0]
        )
        return max(place_table(walk, start + titled, columns, headed=False), start + 1)
    return end if blocks[start].table else start + 1


def _list(walk: Walk, start: int) -> int:
    blocks = walk.found.blocks
    rest = range(start, len(blocks))
    end = next((n for n in rest if blocks[n].kind not in ("item", "furniture")), len(blocks))
    place_list(walk, [(n, blocks[n]) for n in range(start, end) if blocks[n].kind == "item"])
    return end
