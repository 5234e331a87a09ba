"""What each heading or intro of a document opens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from medborgarlofte.importing.agents import is_collective, mentions
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import Found, FoundGoal
from medborgarlofte.importing.headings import Role, commits, focus_of, role_of
from medborgarlofte.importing.party_headings import ENDS_IN_VERB, party_heading, untagged
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import denies, strength
from medborgarlofte.importing.tables import Column, column_of, columns_of
from medborgarlofte.swedish import slug

_GOAL: Final = re.compile(r"^(?:Mål|Delmål|Effektmål)\s*\d+\s*[:.–-]\s*(?P<rest>\S.*)$")
_RESPONSIBLE: Final = re.compile(r"(?:Ansvar\w*|Vem|Part|Aktör|Utförs av|Utförare)\s*:\s*\S")
_AREAS: Final = re.compile(r"\b(?:två|tre|fyra|fem|sex|följande) (?P<kind>problem|fokus)områden\b[^.:]*\.?$")
"""What ends a paragraph whose areas are listed below it."""
_ENDED: Final = re.compile(r"(?<=[.!?])\s+(?!(?:Bland annat|Till exempel|Nämligen)\s*:?$)")
"""Between two sentences, the last of which says more than that a list follows."""
_LEADS: Final = re.compile(r"\b(?:ska|skall|lovar|kommer)\b(?:.*\batt| vi)\s*:?$")
"""A sentence that goes on in the items below it, whatever else it names."""
_ACHIEVE: Final = re.compile(r"\bska vi\b.* åstadkomma\b", re.IGNORECASE)
"""What heads goals, or commitments where they say themselves who is to act."""
_BY_THIS: Final = re.compile(
    r"(?:Det(?:ta)?|Så) (?:gör vi|ska (?:göras|ske|åstadkommas|uppnås)|görs|sker)\b(?: \w+){0,2} genom(?: bland annat)?(?: att| följande \w+)?\s*:?$"
)
"""What stands between a promised goal and what is done for it."""
_RESIDENTS: Final = re.compile(
    r"\b(?:medborgarna|invånarna|kommuninvånarna|de boende)\b[^.]*? (?:tycker|anser|vill|önskar|svarade)\b",
    re.IGNORECASE,
)
"""What heads a list of what residents have answered."""
_NAME: Final = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+){0,2}")
_ASKS: Final = re.compile(r"\?[”\"]?$")
_NO_AREA: Final = re.compile(rf"medborgarlöft|överenskommelse|löfte|{_ASKS.pattern}|!$", re.IGNORECASE)
_IS_PROMISE: Final = re.compile(r"(?:medborgar|trygghets)löfte(?:n|t|na)?\b", re.IGNORECASE)
"""How a heading begins that says of the list below that it is the promise: ”Medborgarlöfte 2024”."""
_VALUES: Final = ("who", "when", "result", "status")
_KEEPS_FOCUS: Final = frozenset(
    ["situation", "goals", "causes", "target-groups", "evidence", "purpose", "commitments"]
)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the blocks that come next."""

    role: Role | None = None
    parties: tuple[str, ...] = ()
    focus: str = ""
    goal: str = ""
    fallback: tuple[str, ...] = ()
    """Who promises what names nobody: those that ”vi” stands for in the heading."""
    known: bool = False
    """Whether the heading said anything that is understood."""


@dataclass(slots=True)
class Walk:
    """A document read so far, and the context of the next block."""

    found: Found
    roster: Roster
    context: Context = field(default_factory=Context)

    def within(self, **changes: object) -> "Walk":
        """The same document with a changed context."""
        return replace(self, context=replace(self.context, **changes))  # type: ignore[arg-type]

    def promises(self, text: str) -> int:
        """How much a sentence promises, 0–3."""
        return strength(text, tuple(self.roster.others))


def is_intro(block: Block, following: Block | None) -> bool:
    """True for a paragraph that introduces a list."""
    if block.kind not in ("paragraph", "heading") or not following or following.kind not in ("item", "row"):
        return False
    text = block.text.strip()
    ends = text.endswith(":") or (bool(ENDS_IN_VERB.search(text)) and not text.endswith("."))
    return ends or bool(_RESPONSIBLE.match(text) or _AREAS.search(text))


def enter(walk: Walk, index: int) -> Context:
    """The context under a heading or an intro."""
    found, roster, now = walk.found, walk.roster, walk.context
    block, text = found.blocks[index], found.blocks[index].text
    intro = block.kind == "paragraph"
    last = re.split(_ENDED, text.strip())[-1] if intro else text
    if denies(last):
        return Context("denied", known=True)
    parties = party_heading(last, roster) or (party_heading(text, roster) if intro else ())
    if not parties and now.parties and _is_party_name(text, found, index):
        parties = (roster.third(text.strip(" :")),)
    if opened := _opened(walk, index, last):
        return opened
    if parties and now.role == "signatures" and not _heads_items(found.blocks, index):
        return now
    if parties:
        return Context("commitments", parties, now.focus, now.goal, known=True)
    leads = _LEADS.search(last)
    role = None if leads else _areas_of(last) or role_of(last)
    if intro and role is None:
        named, entered = _named(last, roster) or now.parties, None if leads else now.role
        return replace(now, role=entered or "commitments", parties=named, known=commits(last))
    if role is not None:
        kept = role in _KEEPS_FOCUS or _PROBLEM.match(last)
        fallback = who(last, roster) if role == "focus-list" else ()
        return Context(role, focus=now.focus if kept else "", fallback=fallback, known=True)
    if not commits(text) and not (_IS_PROMISE.match(text) and _heads_items(found.blocks, index)):
        return _unknown(walk, index)
    if named := _named(text, roster):
        return Context("commitments", named, now.focus, now.goal, known=True)
    speaks = roster.joint() if re.search(r"\bvi\b", text, re.IGNORECASE) else ()
    focus = "" if block.level <= 2 else now.focus
    return Context("commitments", focus=focus, fallback=speaks, known=True)


def _opened(walk: Walk, index: int, last: str) -> Context | None:
    """Context under goals, results, or a labelled goal or focus area; `last` is the last sentence."""
    found, text = walk.found, walk.found.blocks[index].text
    if _BY_THIS.match(last) and (means := _means(walk, index, text.removesuffix(last).strip())):
        return means
    if found.kind == "uppföljning" and role_of(text) == "results" and _heads_items(found.blocks, index):
        return Context("results", known=True)
    following = found.blocks[index + 1].text if index + 1 < len(found.blocks) else ""
    if _ACHIEVE.search(last) and not walk.promises(following):
        return Context("goals", focus=walk.context.focus, known=True)
    if _RESIDENTS.search(last):
        return Context("evidence", known=True)
    if found.blocks[index].kind == "paragraph":
        return None
    if goal := _GOAL.match(text):
        found.goals.append(FoundGoal(goal["rest"], index, walk.context.focus, f"E{len(found.goals) + 1}"))
        return Context("commitments", focus=walk.context.focus, goal=found.goals[-1].id, known=True)
    if focus := focus_of(text):
        promised = re.match(r"(?:löfte|åtagande)\b", text.strip(), re.IGNORECASE)
        area = found.add_focus(focus, index)
        return Context("commitments" if promised else "focus", focus=area, known=True)
    return None


def _areas_of(last: str) -> Role | None:
    """Role of a list of areas that a sentence announces."""
    found = _AREAS.search(last)
    if found is None:
        return None
    return "problems" if found["kind"] == "problem" else "focus-list"


def _means(walk: Walk, index: int, before: str) -> Context | None:
    """Context of what is done for a goal that is promised in the words before, or in the paragraph above."""
    found, roster = walk.found, walk.roster
    at = index if before or not index else index - 1
    promised = before or found.blocks[at].text
    if walk.promises(promised) < 3:
        return None
    found.commitments = [one for one in found.commitments if one.blocks != [at]]
    found.goals.append(FoundGoal(promised, at, walk.context.focus, f"E{len(found.goals) + 1}"))
    found.sections["introduction"] = [one for one in found.sections["introduction"] if one != at]
    made = who(promised, roster, add=True)
    return Context("commitments", fallback=made, goal=found.goals[-1].id, known=True)


def _heads_items(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list stands right below a block."""
    return index + 1 < len(blocks) and blocks[index + 1].kind in ("item", "row")


def _is_party_name(text: str, found: Found, index: int) -> bool:
    """True for a name among headings of parties.

    It has a colon, or is listed with the police on a line above.
    """
    bare = text.strip(" :")
    if not _NAME.fullmatch(bare) or text.strip().endswith(":"):
        return bool(_NAME.fullmatch(bare))
    if role_of(bare) is not None:
        return False
    listed = re.compile(rf"(?:,|\boch|\w+(?:en|et))\s+{re.escape(bare)}\b")
    above = [block.text for block in found.blocks[:index] if block.text != bare]
    return any(listed.search(line) and re.search("polis", line, re.IGNORECASE) for line in above)


def _named(text: str, roster: Roster) -> tuple[str, ...]:
    """Parties of ”Under året kommer polisen att:”."""
    if not commits(text):
        return ()
    ids = roster.ids(mentions(text, roster.others), text)
    return roster.joint() if is_collective(text) else ids


def _unknown(walk: Walk, index: int) -> Context:
    """Context under a heading of nouns.

    It is a focus area when promises or the parts of one stand under it.
    """
    found, block, now = walk.found, walk.found.blocks[index], walk.context
    known = any(slug(area.title) == slug(block.text) for area in found.focus_areas)
    following = next((b for b in found.blocks[index + 1 :] if b.kind != "furniture"), None)
    stated = (
        not known
        and now.role == "commitments"
        and not now.parties
        and following is not None
        and following.kind == "paragraph"
        and not _ASKS.search(block.text)
        and walk.promises(following.text) > 0
    )
    if not (known or stated or _opens_area(walk, index)):
        return Context()
    focus = found.add_focus(block.text.strip(" .:"), index)
    return Context("commitments" if stated else "focus", focus=focus, known=True)


_PROBLEM: Final = re.compile(r"(?:Problem(?:et|en|bild)?|Utmaning(?:en|ar|arna)?)\s*(?::|$)")
"""A heading for the problems of one area, not of the whole promise."""


def _recurs(blocks: Sequence[Block], text: str) -> bool:
    """Whether a heading for the problems of an area is one of several."""
    headed = (block.text for block in blocks if block.kind == "heading")
    return bool(_PROBLEM.match(text)) and sum(map(bool, map(_PROBLEM.match, headed))) > 1


def _opens_area(walk: Walk, index: int) -> bool:
    """Whether what stands under a heading of nouns are commitments."""
    blocks = walk.found.blocks
    if index == 0 or _NO_AREA.search(blocks[index].text) or column_of(blocks[index].text) in _VALUES:
        return False
    labels: list[Column | None] = []
    for at, block in enumerate(blocks[index + 1 : index + 12], index + 1):
        if block.kind == "item":
            text, tag = untagged(block.text, walk.roster)
            named = at + 1 < len(blocks) and bool(_RESPONSIBLE.match(blocks[at + 1].text))
            return named or bool(tag) or walk.promises(text) > 0
        if block.kind == "heading":
            opens = role_of(block.text) in ("situation", "goals", "causes")
            return opens or _recurs(blocks, block.text) or bool(party_heading(block.text, walk.roster))
        if block.kind == "row":
            return columns_of(block.cells) is not None
        label, colon, _ = block.text.partition(":")
        labels.append(column_of(label) if colon else None)
        if {"goal", "focus"} & {*labels} or labels.count("what") > 1:
            return True
    return False
