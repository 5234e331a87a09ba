"""Commitments in lists and table rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import Found, FoundArea, FoundCommitment, FoundGoal
from medborgarlofte.importing.outline import Context, add_focus, short_id
from medborgarlofte.importing.party_headings import party_heading
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import denies, is_past, strength
from medborgarlofte.importing.statuses import leading_status
from medborgarlofte.importing.tags import TAG, untagged

_LINK: Final = re.compile(
    r"^(?:Läs (?:mer|om|hela|vidare|också|löftet|gärna)|Prenumerera|Ladda (?:ner|ned|hem)|Dela på|Tyck till|Skriv ut|Tipsa oss|Följ oss|Kontakta oss|Till (?:toppen|innehållet|startsidan)"
    r"|Hela (?:medborgar)?löftet|Så gick det|Mer om |Se (?:även|också|hela|film)|Anmäl dig|Besök |Här (?:hittar|kan) du|Medborgarlöfte(?:t)? 20\d\d\b.{0,20}$)"
    r"|\((?:[Pp]df|PDF|[Ll]änk|[Ee]xtern|[Öö]ppnas)\b|\b(?:pdf|PDF)\)|^https?://|^www\."
)
_CONTACT: Final = re.compile(r"[\w.]+@[\w.]+|\btelefon\b|\btfn\b|\btel\.|växel|\b0\d{1,3}[- ]?\d{2,}")
_ROLES_OF_LISTS: Final = frozenset(
    ["contacts", "decision", "links", "facts", "glossary", "denied", "residents", "signatures", "organisation", "background",
     "lessons", "results", "validity", "action-plan", "causes", "target-groups", "purpose"]
)  # fmt: skip
_VERB_FIRST: Final = re.compile(
    r"^(?:inte |även |också |fortsätta? (?:att )?|fortsatt )?(?:[a-zåäö]{2,}(?:a|as)|[a-zåäö]{2,}(?:ar|er|ir|år|ör|yr)|se|ge|gå|få|ha|bli|stå|slå|ta|be|bry|göra|vara|dra|nå|må|ske|finns|görs|hålls|tas|ges)\b",
    re.IGNORECASE,
)


def is_link(block: Block) -> bool:
    """Whether an item only leads elsewhere."""
    return block.link or bool(_LINK.search(block.text))


def place_list(items: Sequence[tuple[int, Block]], context: Context, found: Found, roster: Roster) -> None:
    """Place the items of one list."""
    role = context.role
    if role == "problems":
        found.problems += [
            FoundArea(_title(block), [index], short_id(_title(block), {p.id for p in found.problems}))
            for index, block in items
        ]
    elif role == "focus-list":
        for index, block in items:
            add_focus(found, _title(block), index)
    elif role == "goals":
        found.goals += [FoundGoal(block.text, index, context.focus) for index, block in items]
    elif (part := found.part(role)) is not None and role != "purpose":
        part += [index for index, _ in items]
    elif role not in _ROLES_OF_LISTS:
        _commitments(items, context, found, roster)


def _title(block: Block) -> str:
    return block.text.strip().rstrip(".;,")


def _commitments(items: Sequence[tuple[int, Block]], context: Context, found: Found, roster: Roster) -> None:
    heads = _flat_heads(items)
    current = context
    position = 0
    while position < len(items):
        index, block = items[position]
        children = _children(items, position)
        if children:
            _parent(items[position], children, current, found, roster)
            position += len(children)
        elif position in heads:
            parties = party_heading(block.text, roster)
            focus = current.focus if parties else add_focus(found, _title(block), index)
            current = replace(
                current, focus=focus, parties=parties, role="commitments" if parties else "focus"
            )
        else:
            _item(index, block, current, found, roster)
        position += 1


def _flat_heads(items: Sequence[tuple[int, Block]]) -> set[int]:
    """Items that head others in a flattened list.

    They are short, without a full stop among sentences.
    """
    ended = [block.text.rstrip().endswith((".", "!")) for _, block in items]
    if sum(ended) * 2 < len(ended) or not any(ended):
        return set()
    return {
        position
        for position, (_, block) in enumerate(items)
        if not ended[position]
        and position + 1 < len(items)
        and ended[position + 1]
        and len(block.text.split()) <= 9
        and not is_link(block)
        and not (TAG.search(block.text))
        and not strength(block.text)
    }


def _children(items: Sequence[tuple[int, Block]], position: int) -> list[tuple[int, Block]]:
    level = items[position][1].level
    made = []
    for item in items[position + 1 :]:
        if item[1].level <= level:
            break
        made.append(item)
    return made


def _parent(
    item: tuple[int, Block],
    children: Sequence[tuple[int, Block]],
    context: Context,
    found: Found,
    roster: Roster,
) -> None:
    """Place an item with children.

    It is a promisor, a goal, a focus area, or a commitment with its details.
    """
    index, block = item
    parties = party_heading(block.text, roster)
    if parties:
        inner = replace(context, parties=parties, role="commitments")
        return _commitments(children, inner, found, roster)
    promised = sum(_is_promise(child, context, roster) for _, child in children)
    if promised * 2 < len(children):
        return _item(index, block, context, found, roster)
    text = block.text.strip()
    if text.endswith(":") and strength(text):
        inner = replace(context, parties=who(text, roster) or context.parties, role="commitments")
    elif (
        re.search(r"\b(?:ska|skall|vill|lovar|mål(?:et)?|fler|färre|minska\w*|öka\w*)\b", text.lower())
        and len(text.split()) > 5
    ):
        goal = FoundGoal(block.text, index, context.focus, f"E{len(found.goals) + 1}")
        found.goals.append(goal)
        inner = replace(context, goal=goal.id, role="commitments")
    else:
        inner = replace(context, focus=add_focus(found, _title(block), index), role="focus")
    return _commitments(children, inner, found, roster)


def _is_promise(block: Block, context: Context, roster: Roster) -> bool:
    text, tag = untagged(block.text, roster)
    return (
        bool(tag)
        or strength(text, tuple(roster.others)) > 0
        or (bool(context.parties) and bool(_VERB_FIRST.match(text)))
    )


def _item(index: int, block: Block, context: Context, found: Found, roster: Roster) -> None:
    if is_link(block) or denies(block.text):
        return
    if _CONTACT.search(block.text) and not strength(block.text):
        found.contacts.append(index)
        return
    if len(found.commitments) and block.text and leading_status(block.text) and found.kind == "uppföljning":
        return
    text, tag = untagged(block.text, roster)
    promised = (
        strength(text, tuple(roster.others)) > 0
        or bool(tag)
        or (found.kind == "uppföljning" and bool(re.search(r"\b(?:lovade|skulle|åtog)\b", text)))
        or context.role == "commitments"
        or bool(context.parties)
    )
    likely = (_VERB_FIRST.match(text) and context.role == "focus") or (
        _passive(text) and context.role in ("focus", None)
    )
    if not promised and not likely:
        found.doubt(
            index,
            f"punkten är inte inlagd som åtagande: ”{_short(text)}”",
            f"the item is not placed as a commitment: ”{_short(text)}”",
        )
        return
    reported = found.kind == "uppföljning" and re.search(r"\b(?:lovade|skulle|åtog)\b", text)
    if is_past(text) and not tag and not context.parties and not reported:
        return
    parties = tag or _whose(text, context, roster)
    made = FoundCommitment(text, [index], parties, context.focus, context.goal)
    if not context.known and not tag and not strength(text):
        made.doubt = "avsnittet säger inte att punkterna är löften"
    found.commitments.append(made)


def _passive(text: str) -> bool:
    return bool(re.search(r"\b(?:ska|skall)\b|\b\w{3,}(?:as|es|rs|ds|ns|ls)\b", text))


def _whose(text: str, context: Context, roster: Roster) -> tuple[str, ...]:
    if context.parties:
        own = who(text, roster)
        explicit = re.match(
            r"(?:Polisen|Kommunen|Polisen och kommunen|Kommunen och polisen)\s+(?:ska|skall|lovar|kommer)\b",
            text,
        )
        return (
            own
            if explicit
            and own
            and own != context.parties
            and len(context.parties) == 1
            and context.parties != roster.joint()
            else context.parties
        )
    found = who(text, roster, add=True) or context.fallback
    if not found and roster.police_only:
        return ("polisen",)
    return found


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
