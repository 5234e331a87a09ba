"""A source → what is found in it: one walk over its blocks, then what only running text says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from medborgarlofte.importing.agents import mentions
from medborgarlofte.importing.agreements import place_agreement
from medborgarlofte.importing.blocks import Block, Source, squash
from medborgarlofte.importing.found import Found
from medborgarlofte.importing.furniture import is_credit, is_dated, mark_furniture
from medborgarlofte.importing.headings import commits
from medborgarlofte.importing.kinds import document_kind, document_title
from medborgarlofte.importing.lists import place_list
from medborgarlofte.importing.outline import Context, enter, is_intro
from medborgarlofte.importing.paragraphs import paragraph
from medborgarlofte.importing.parties import find_parties
from medborgarlofte.importing.people import is_dotted, is_name, is_person, is_role, merged_people
from medborgarlofte.importing.prose import running_commitments
from medborgarlofte.importing.records import record_at, split_labels
from medborgarlofte.importing.results import place_results
from medborgarlofte.importing.roster import Roster, named_in
from medborgarlofte.importing.table_rows import place_record, place_table
from medborgarlofte.importing.tables import (
    column_of,
    columns_by_content,
    columns_of,
    is_party,
    merged_header,
    table_rows,
)
from medborgarlofte.importing.whole import find_whole

_LEGEND: Final = re.compile(
    r"(?<!, )(?<!,)\b(?P<letter>[A-ZÅÄÖ]{1,4}(?:, ?[A-ZÅÄÖ])?)\s*(?:=|är|betyder(?: att)?|står för|:)\s+(?P<meaning>[^,.;]{3,80})"
)


def gather(source: Source) -> Found:
    """Everything that is found in a source."""
    blocks = tuple(_parted(_unheaded(mark_furniture(source.blocks))))
    found = Found(blocks)
    texts = [
        cell
        for block in blocks
        if not (block.kind == "furniture" and len(block.text) < 20)
        for cell in (block.cells or (block.text,))
    ]
    headings = [block.text for block in blocks if block.kind == "heading"]
    found.kind = document_kind(blocks)
    found.title, found.title_blocks = document_title(blocks, found.kind)
    parties, found.police_only = find_parties(texts, [found.title, *headings])
    roster = Roster(parties, police_only=found.police_only)
    _read_legend(blocks, roster)
    if found.kind != "samverkansöverenskommelse":
        _walk(found, roster)
    if found.kind == "medborgarlöfte":
        running_commitments(found, roster)
    elif found.kind == "uppföljning":
        place_results(found, roster)
    else:
        place_agreement(found)
    found.commitments = [one for one in found.commitments if squash(one.text)]
    found.goals = [one for one in found.goals if squash(one.text)]
    found.problems = [one for one in found.problems if squash(one.title)]
    find_whole(found, roster)
    found.parties = roster.parties
    return found


def _unheaded(blocks: Sequence[Block]) -> list[Block]:
    """Names, roles and dates that were taken for headings are paragraphs."""
    made = []
    for index, block in enumerate(blocks):
        around = [
            other.text for other in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
        ]
        if block.kind == "heading" and _is_signed(block.text, around):
            made.append(Block("paragraph", block.text, line=block.line, page=block.page))
        else:
            made.append(block)
    return made


def _is_signed(text: str, around: Sequence[str]) -> bool:
    """Whether a line belongs to signatures and dates; a name does when a role, a name or dots stand beside it."""
    if is_role(text) or is_person(text) or merged_people(text) or is_dotted(text):
        return True
    beside = any(is_role(other) or is_dotted(other) or is_name(other) for other in around)
    return (is_name(text) and beside) or is_dated(text) or is_credit(text)


_HEAD: Final = re.compile(
    r"^(?P<head>(?:Polisens?|Kommunens?|Gemensam(?:t|ma)?|Våra|Vårt)(?: (?:gemensamma|egna))? (?:åtaganden?|del|punkter|löften?|insatser|ansvar|åtgärder)|Nuläge|Läget|Uppföljning|Återkoppling|Bakgrund|Åtgärder|Aktiviteter|Åtaganden)"
    r"\s+(?P<rest>(?:Polisen|Kommunen|Vi|Under|Det|Den|Parterna|En|Ett|Resultatet|Löftet|[A-ZÅÄÖ]\w+s? kommun)\b.{20,})$"
)


def _labels(text: str) -> list[str]:
    """Text cut before its labels, but not a table header."""
    return [text] if merged_header(text) else split_labels(text)


def _parted(blocks: Sequence[Block]) -> list[Block]:
    """A heading that ran together with its paragraph becomes a block of its own."""
    made: list[Block] = []
    for block in blocks:
        found = _HEAD.match(block.text) if block.kind == "paragraph" else None
        if found:
            made.append(replace(block, kind="heading", level=4, text=found["head"]))
            made.append(replace(block, text=found["rest"]))
        elif block.kind in ("paragraph", "heading", "item") and len(parts := _labels(block.text)) > 1:
            made.append(block.with_text(parts[0]))
            made += [replace(block, kind="paragraph", text=text, marker="", level=0) for text in parts[1:]]
        else:
            made.append(block)
    return made


def _read_legend(blocks: Sequence[Block], roster: Roster) -> None:
    """Letters that the text gives to parties; P and K mean what they usually do."""
    towns = roster.municipalities
    roster.tags.update({"P": ("polisen",), "Polisen": ("polisen",)})
    if len(towns) == 1:
        roster.tags.update(
            {
                "K": (towns[0].id,),
                "Kommunen": (towns[0].id,),
                "PK": roster.joint(),
                "KP": roster.joint(),
                "G": roster.joint(),
            }
        )
    for block in blocks:
        if not re.search(r"(?<!\w)[A-ZÅÄÖ]{1,4}(?:, ?[A-ZÅÄÖ])?\s*(?:=|är |betyder|står för)", block.text):
            continue
        for match in _LEGEND.finditer(block.text):
            meaning = match["meaning"]
            ids = (
                roster.joint()
                if re.match(r"båda|alla|gemensam", meaning)
                else named_in(meaning, roster)
                if mentions(meaning)
                else ()
            )
            if ids and "," not in match["letter"]:
                roster.tags[match["letter"]] = ids


def _walk(found: Found, roster: Roster) -> None:
    blocks = found.blocks
    context = Context()
    index = 0
    while index < len(blocks):
        block = blocks[index]
        following = next((b for b in blocks[index + 1 :] if b.kind != "furniture"), None)
        before_title = bool(found.title_blocks) and index < found.title_blocks[0] and block.kind != "item"
        if block.kind == "furniture" or index in found.title_blocks or before_title:
            index += 1
        elif (block.kind in ("heading", "paragraph") and (columns := merged_header(block.text))) or (
            block.kind == "row" and (columns := columns_of(block.cells))
        ):
            index = place_table(found, roster, context, index, columns)
        elif block.kind == "row":
            index = _headless(found, roster, context, index)
        elif record := record_at(blocks, index):
            index = place_record(found, roster, context, record)
        elif block.kind == "item":
            index = _list(found, roster, context, index)
        elif (
            block.kind == "heading"
            and index - 1 in found.title_blocks
            and not commits(block.text)
            and following is not None
            and following.kind == "paragraph"
        ):
            index += 1  # a line below the title that says who stands behind it
        elif block.kind == "heading" or is_intro(block, following):
            context = enter(context, block, index, found, roster)
            if block.kind == "paragraph" and context.role != "commitments":
                paragraph(found, roster, context, index)
            index += 1
        else:
            paragraph(found, roster, context, index)
            index += 1


def _headless(found: Found, roster: Roster, context: Context, start: int) -> int:
    """Place a table by what its cells hold; the index after it."""
    end = table_rows(found.blocks, start)
    rows = [block.cells for block in found.blocks[start:end] if block.kind == "row"]
    names = [party.name for party in roster.parties] + roster.others
    if context.role not in ("contacts", "signatures") and (columns := columns_by_content(rows, names)):
        start += any(column_of(cell) for cell in rows[0]) and not any(
            is_party(cell, names) for cell in rows[0]
        )
        return place_table(found, roster, context, start, columns, headed=False)
    return end if found.blocks[start].table else start + 1


def _list(found: Found, roster: Roster, context: Context, start: int) -> int:
    items: list[tuple[int, Block]] = []
    index = start
    while index < len(found.blocks) and found.blocks[index].kind in ("item", "furniture"):
        if found.blocks[index].kind == "item":
            items.append((index, found.blocks[index]))
        index += 1
    place_list(items, context, found, roster)
    return index
