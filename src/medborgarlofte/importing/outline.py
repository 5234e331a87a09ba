"""The parts of a document, read from top to bottom: what each heading opens, and what stands under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from medborgarlofte.importing.agents import is_collective, mentions
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import Found, FoundArea, FoundGoal
from medborgarlofte.importing.headings import Role, commits, focus_of, role_of
from medborgarlofte.importing.party_headings import ENDS_IN_VERB, party_heading
from medborgarlofte.importing.roster import Roster
from medborgarlofte.importing.sentences import strength
from medborgarlofte.importing.tables import columns_of
from medborgarlofte.importing.tags import untagged
from medborgarlofte.swedish import slug

_GOAL: Final = re.compile(r"^(?:Mål|Delmål|Effektmål)\s*\d+\s*[:.–-]\s*(?P<rest>\S.*)$")

_RESPONSIBLE: Final = re.compile(r"(?:Ansvar\w*|Vem|Part|Aktör|Utförs av|Utförare)\s*:\s*\S")
_KEEPS_FOCUS: Final = frozenset(
    ["situation", "goals", "causes", "target-groups", "evidence", "purpose", "commitments"]
)


@dataclass(slots=True)
class Context:
    """What holds for the blocks that come next."""

    role: Role | None = None
    parties: tuple[str, ...] = ()
    focus: str = ""
    goal: str = ""
    heading: int = -1
    fallback: tuple[str, ...] = ()
    """Who promises what names nobody: those that ”vi” stands for in the heading."""
    known: bool = False
    """Whether the heading said anything that is understood."""


def is_intro(block: Block, following: Block | None) -> bool:
    """Whether a paragraph introduces the list that follows it."""
    if (
        block.kind not in ("paragraph", "heading")
        or following is None
        or following.kind not in ("item", "row")
    ):
        return False
    text = block.text.strip()
    if _RESPONSIBLE.match(text):
        return True
    return text.endswith(":") or (bool(ENDS_IN_VERB.search(text)) and not text.endswith("."))


def enter(context: Context, block: Block, index: int, found: Found, roster: Roster) -> Context:
    """The context under a heading or an intro."""
    text = block.text
    intro = block.kind == "paragraph"
    last = re.split(r"(?<=[.!?])\s+", text.strip())[-1] if intro else text
    parties = party_heading(last, roster) or (party_heading(text, roster) if intro else ())
    if not parties and context.parties and _is_party_name(text, found, index):
        parties = (roster.third(text.strip(" :")),)
    role = role_of(last) if not parties or not commits(last) else None
    goal = _GOAL.match(text)
    if goal and not intro:
        found.goals.append(FoundGoal(goal["rest"], index, context.focus, f"E{len(found.goals) + 1}"))
        return Context("commitments", (), context.focus, found.goals[-1].id, index, known=True)
    focus = None if intro else focus_of(text)
    if focus:
        role = "commitments" if re.match(r"(?:löfte|åtagande)\b", text.strip(), re.IGNORECASE) else "focus"
        return Context(role, (), add_focus(found, focus, index), "", index, known=True)
    if parties and context.role == "signatures" and not _heads_items(found.blocks, index):
        return context
    if parties:
        return Context("commitments", parties, context.focus, context.goal, index, known=True)
    if intro and role is None:
        return Context(
            context.role or "commitments",
            _intro_parties(last, context, roster),
            context.focus,
            context.goal,
            index,
            context.fallback,
            known=commits(last),
        )
    if role is not None:
        keeps = role in _KEEPS_FOCUS
        return Context(role, (), context.focus if keeps else "", "", index, known=True)
    if commits(text):
        if named := _intro_parties(text, Context(), roster):
            return Context("commitments", named, context.focus, context.goal, index, known=True)
        speaks = roster.joint() if re.search(r"\bvi\b", text, re.IGNORECASE) else ()
        return Context(
            "commitments", (), "" if block.level <= 2 else context.focus, "", index, speaks, known=True
        )
    return _unknown(context, block, index, found, roster)


def _heads_items(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list stands right below a block."""
    return index + 1 < len(blocks) and blocks[index + 1].kind in ("item", "row")


def _is_party_name(text: str, found: Found, index: int) -> bool:
    """Whether a heading among those of parties is a name: with a colon, or listed with the police on a line above."""
    bare = text.strip(" :")
    if not re.fullmatch(r"[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+){0,2}", bare):
        return False
    if text.strip().endswith(":"):
        return True
    if role_of(bare) is not None:
        return False
    above = (block.text for block in found.blocks[:index] if block.text != bare)
    return any(
        re.search(rf"(?:,|\boch|\w+(?:en|et))\s+{re.escape(bare)}\b", line)
        and re.search("polis", line, re.IGNORECASE)
        for line in above
    )


def _intro_parties(text: str, context: Context, roster: Roster) -> tuple[str, ...]:
    """The parties of ”Under året kommer polisen att:”."""
    seen = mentions(text, roster.others)
    if commits(text) and seen:
        ids = roster.ids(seen, text)
        if ids:
            return roster.joint() if is_collective(text) else ids
    if commits(text) and is_collective(text):
        return roster.joint()
    return context.parties


def _unknown(context: Context, block: Block, index: int, found: Found, roster: Roster) -> Context:
    """A heading of nouns: a focus area when promises or the parts of one stand under it, else a part of its own."""
    nested = [area for area in found.focus_areas if slug(area.title) == slug(block.text)]
    if nested:
        nested[0].blocks.append(index)
        return Context("focus", (), nested[0].id, "", index, known=True)
    following = next((b for b in found.blocks[index + 1 :] if b.kind != "furniture"), None)
    under = context.role == "commitments" and not context.parties and following is not None
    if (
        under
        and following is not None
        and following.kind == "paragraph"
        and strength(following.text, tuple(roster.others))
    ):
        return Context(
            "commitments", (), add_focus(found, block.text.strip(" .:"), index), "", index, known=True
        )
    if opens_area(found.blocks, index, roster):
        return Context("focus", (), add_focus(found, block.text.strip(" .:"), index), "", index, known=True)
    return Context(None, (), "", "", index)


def opens_area(blocks: Sequence[Block], index: int, roster: Roster) -> bool:
    """Whether what stands under a heading of nouns are commitments."""
    if index == 0 or re.search(r"medborgarlöft|överenskommelse|löfte", blocks[index].text, re.IGNORECASE):
        return False
    for block in blocks[index + 1 : index + 12]:
        if block.kind == "furniture":
            continue
        if block.kind == "item":
            text, tag = untagged(block.text, roster)
            return bool(tag) or strength(text, tuple(roster.others)) > 0
        if block.kind == "heading":
            role = role_of(block.text)
            return role in ("situation", "goals", "causes") or bool(party_heading(block.text, roster))
        if block.kind == "row":
            return columns_of(block.cells) is not None
    return False


def add_focus(found: Found, title: str, index: int) -> str:
    """The id of a focus area with this title, a new one the first time."""
    if not slug(title):
        return ""
    for area in found.focus_areas:
        if slug(area.title) == slug(title):
            area.blocks.append(index)
            return area.id
    made = short_id(title, {area.id for area in found.focus_areas})
    found.focus_areas.append(FoundArea(title, [index], made))
    return made


_SMALL: Final = frozenset(
    (
        "i", "på", "av", "och", "för", "med", "till", "den", "det", "de", "en", "ett", "som", "om", "hos",
        "vid", "mot", "kring", "ur", "från", "att", "ökad", "minskad", "minskat", "tidigt", "upptäcka", "är"
    )
)  # fmt: skip


def short_id(title: str, taken: set[str]) -> str:
    """A short name for a part, of the first words that carry it."""
    words = [word for word in slug(title).split("-") if word not in {slug(small) for small in _SMALL}]
    made = "-".join(words[:3])
    if len(made) > 24:
        made = "-".join(words[:2])
    made = made[:24].strip("-") or slug(title)[:24].strip("-") or "del"
    number = 2
    base = made
    while made in taken:
        made, number = f"{base}-{number}", number + 1
    return made
