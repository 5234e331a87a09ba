"""What each heading or intro of a document opens."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from medborgarlofte.importing.agents import is_collective, is_infinitive, mentions, promisor
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import Found, FoundGoal
from medborgarlofte.importing.headings import BY_THIS, IN_GENERAL, Role, commits, focus_of, leads, role_of
from medborgarlofte.importing.markers import VOWED
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.party_headings import ENDS_IN_VERB, is_prefixed, party_heading, untagged
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import announces, defines, denies, is_likely, obliges, says_done
from medborgarlofte.importing.tables import Column, column_of, columns_of
from medborgarlofte.importing.walk import Context, Walk
from medborgarlofte.swedish import slug

_GOAL: Final = re.compile(r"^(?:Mål|Delmål|Effektmål)\s*\d+\s*[:.–-]\s*(?P<rest>\S.*)$")
_RESPONSIBLE: Final = re.compile(r"(?:Ansvar\w*|Vem|Part|Aktör|Utförs av|Utförare)\s*:\s*\S")
_AREAS: Final = re.compile(
    r"(?P<within>\b(?:inom|i|på|kring|för|av) (?:de |dessa |våra |tre |fyra )*)?\b(?:(?P<kind>problem)|fokus|insats|prioriterade |prioriterat fokus)?område(?:na?\b[^.:]*[.:]?|[^.:]*:)$|\bföljande (?:\w+ )?(?:fokus|insats|prioriterade )?områden\b|\b(?:fokus|fokuserar?|prioriterar?)\b[^.:]{0,20}:$",
    re.IGNORECASE,
)
"""The sentence that ends a paragraph whose areas are listed below it."""
_ENDED: Final = re.compile(r"(?<=[.!?])\s+(?!(?:Bland annat|Till exempel|Nämligen)\s*:?$)")
"""Between two sentences, the last of which says more than that a list follows."""
_ACTIVITIES: Final = re.compile(r"[^.:]{0,60}\b(?:aktiviteter|åtgärder|insatser)\b[^.:]{0,60}\.?$")
"""A short line above a list of activities: ”Aktiviteter som polis och kommun samverkar kring.”"""
_ACHIEVE: Final = re.compile(r"\b(?:ska|vill|önskar) vi\b.* åstadkomma\b", re.IGNORECASE)
"""What heads goals, or commitments where they say themselves who is to act."""
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


def is_intro(block: Block, following: Block | None) -> bool:
    """True for a paragraph that introduces a list."""
    if block.kind not in ("paragraph", "heading") or not following:
        return False
    text = block.text.strip()
    if following.kind not in ("item", "row"):
        return following.kind == "heading" and announces(text) and commits(text)
    ends = text.endswith((":", ";")) or (bool(ENDS_IN_VERB.search(text)) and not text.endswith("."))
    return (
        ends
        or (announces(text) and "löfte" in text.lower())
        or bool(_RESPONSIBLE.match(text) or _AREAS.search(text) or _ACTIVITIES.match(text))
    )


def enter(walk: Walk, index: int) -> Context:
    """The context under a heading or an intro."""
    found, roster, now = walk.found, walk.roster, walk.context
    block, text = found.blocks[index], found.blocks[index].text
    intro = block.kind == "paragraph"
    last = re.split(_ENDED, text.strip())[-1] if intro else text
    if denies(last):
        return Context("denied", known=True)
    if defines(last) and (now.role == "facts" or IN_GENERAL.search(last)):
        return Context("facts", known=True)
    known = role_of(last) in ("contacts", "focus-list")
    parties = () if known else party_heading(last, roster) or (party_heading(text, roster) if intro else ())
    if not parties and now.parties and _is_party_name(text, found, index):
        parties = (roster.third(text.strip(" :")),)
    if opened := _opened(walk, index, last):
        return opened
    if parties:
        return Context("commitments", parties, now.focus, now.goal, known=True)
    led = leads(last)
    vowed = walk.promises(last) == 3 and (not intro or announces(last) or last.endswith(":"))
    opens = led or vowed or (intro and _ACTIVITIES.match(last))
    role = None if opens else _areas_of(found.blocks, index) or role_of(last)
    if intro and role is None:
        opens = opens or announces(last) or walk.promises(last) == 3
        entered = "commitments" if opens else now.role or "commitments"
        named = _named(last, roster) or now.parties
        if found.blocks[index + 1].kind == "heading":
            return Context("commitments", fallback=named, known=True)
        return replace(now, role=entered, parties=named, known=commits(last))
    if role is not None:
        kept = role in _KEEPS_FOCUS or _PROBLEM.match(last)
        fallback = who(last, roster) if role == "focus-list" else ()
        return Context(role, focus=now.focus if kept else "", fallback=fallback, known=True)
    return _committing(walk, index)


def _committing(walk: Walk, index: int) -> Context:
    """Context under a heading without a known role: promises, or what its nouns name."""
    found, roster, now = walk.found, walk.roster, walk.context
    block, text = found.blocks[index], found.blocks[index].text
    if (not (commits(text) or announces(text)) or defines(text)) and not (
        _IS_PROMISE.match(text) and _heads_items(found.blocks, index)
    ):
        return _unknown(walk, index)
    if (named := _named(text, roster)) and announces(text) and not _heads_items(found.blocks, index):
        return Context("commitments", fallback=named, known=True)
    if named:
        return Context("commitments", named, now.focus, now.goal, known=True)
    speaks = roster.joint() if re.search(r"\b(?:vi|samverkan)\b", text, re.IGNORECASE) else ()
    focus = "" if block.level <= 2 else now.focus
    return Context("commitments", focus=focus, fallback=speaks, known=True)


def _opened(walk: Walk, index: int, last: str) -> Context | None:
    """Context under goals, results, or a labelled goal or focus area; `last` is the last sentence."""
    found, text = walk.found, walk.found.blocks[index].text
    if BY_THIS.match(last):
        return _means(walk, index, text.removesuffix(last).strip())
    tells = role_of(text) == "results" or says_done(last)
    if found.kind == "uppföljning" and tells and _heads_items(found.blocks, index):
        return Context("results", known=True)
    following = found.blocks[index + 1].text if index + 1 < len(found.blocks) else ""
    acts = role_of(following) != "goals" and (walk.promises(following) or DOES.match(following))
    if _ACHIEVE.search(last) and not acts:
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


def _areas_of(blocks: Sequence[Block], index: int) -> Role | None:
    """Role of a list of areas: the text above it names areas, and its items are titles."""
    found = _AREAS.search(blocks[index].text)
    below = [*takewhile(lambda block: block.kind == "item", blocks[index + 1 :])]
    if found is None or found["within"] or not below or not all(map(_is_title, below)):
        return None
    return "problems" if found["kind"] == "problem" else "focus-list"


def _is_title(block: Block) -> bool:
    """Whether an item names an area, and promises nothing."""
    return len(block.text.split()) <= 14 and not measures(block.text).targets and not is_likely(block.text)


def _means(walk: Walk, index: int, before: str) -> Context:
    """Context of what is done for goals promised in the words before, or in the paragraph or list above."""
    found, roster = walk.found, walk.roster
    above = [index] if before else _above(found.blocks, index)
    promised = {at: before or found.blocks[at].text for at in above}
    listed = bool(above) and found.blocks[above[0]].kind == "item"
    taken = [one for one in found.commitments if len(one.blocks) == 1 and one.blocks[0] in promised]
    if listed:
        promised = {one.blocks[0]: one.text for one in taken}
    found.commitments = [one for one in found.commitments if one not in taken]
    found.sections["introduction"] = [one for one in found.sections["introduction"] if one not in promised]
    for at, text in promised.items():
        found.goals.append(FoundGoal(text, at, walk.context.focus, f"E{len(found.goals) + 1}"))
    speaks = roster.joint() if re.search(r"\bvi\b", found.blocks[index].text) else ()
    named = (made for text in promised.values() if (made := who(text, roster, add=True)))
    parties = taken[0].parties if listed and taken else next(named, ())
    goal = found.goals[-1].id if len(promised) == 1 else ""
    return Context("commitments", fallback=parties or walk.context.fallback or speaks, goal=goal, known=True)


def _above(blocks: Sequence[Block], index: int) -> list[int]:
    """The paragraph right above a block, or the items of the list."""
    items = [*takewhile(lambda at: blocks[at].kind == "item", range(index - 1, -1, -1))]
    return items[::-1] or [index - 1] * (index > 0)


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
    ids = roster.ids(promisor(text, roster.others) or mentions(text, roster.others), text)
    return roster.joint() if is_collective(text) else ids


def _unknown(walk: Walk, index: int) -> Context:
    """Context under a heading of nouns.

    It is a focus area when promises or the parts of one stand under it.
    """
    found, block, now = walk.found, walk.found.blocks[index], walk.context
    known = any(slug(area.title) == slug(block.text) for area in found.focus_areas)
    following = next((b for b in found.blocks[index + 1 :] if b.kind != "furniture"), None)
    stated = (
        now.role == "commitments"
        and (known or not now.parties)
        and following is not None
        and following.kind == "paragraph"
        and not _ASKS.search(block.text)
        and (walk.promises(following.text) > 0 or ((known or bool(now.fallback)) and obliges(following.text)))
    )
    if not (known or stated or _opens_area(walk, index)):
        return Context()
    focus = found.add_focus(block.text.strip(" .:"), index)
    if _labels_list(found.blocks, index):
        return Context("commitments", focus=focus)
    if stated:
        return replace(now, focus=focus, known=True)
    return Context("focus", focus=focus, known=True)


_PROBLEM: Final = re.compile(r"(?:Problem(?:et|en|bild)?|Utmaning(?:en|ar|arna)?)\s*(?::|$)")
"""A heading for the problems of one area, not of the whole promise."""


def _recurs(blocks: Sequence[Block], text: str) -> bool:
    """Whether a heading for the problems of an area is one of several."""
    headed = (block.text for block in blocks if block.kind == "heading")
    return bool(_PROBLEM.match(text)) and sum(map(bool, map(_PROBLEM.match, headed))) > 1


DOES: Final = re.compile(r"(?!Öka|Minska|Stärka|Förbättra|Skapa|Motverka|Höja|Främja)[A-ZÅÄÖ][a-zåäö]+a\b")
"""How an item begins that is an activity, whatever stands above or below it."""


def _opens_area(walk: Walk, index: int) -> bool:
    """Whether what stands under a heading of nouns are commitments, or under one of its kind."""
    blocks = walk.found.blocks
    alike = [at for at in range(len(blocks)) if _labels_list(blocks, at) and role_of(blocks[at].text) is None]
    alike = alike if index in alike and walk.found.kind != "uppföljning" else [index]
    return any(_holds_commitments(walk, at) for at in alike)


def _labels_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether a heading stands right above a list, with a colon: ”Trafikmiljön:”."""
    block = blocks[index]
    return block.kind == "heading" and block.text.endswith(":") and _heads_items(blocks, index)


def _holds_commitments(walk: Walk, index: int) -> bool:
    """Whether what stands under a heading promises, or says by whom it is done."""
    blocks = walk.found.blocks
    if index == 0 or _NO_AREA.search(blocks[index].text) or column_of(blocks[index].text) in _VALUES:
        return False
    labels: list[Column | None] = []
    for at, block in enumerate(blocks[index + 1 : index + 12], index + 1):
        if block.kind == "item":
            text, tag = untagged(block.text, walk.roster)
            below = blocks[at + 1].text if at + 1 < len(blocks) else ""
            named = bool(_RESPONSIBLE.match(below) or VOWED.fullmatch(below))
            counted = is_infinitive(text) and bool(measures(text).targets)
            likely = _labels_list(blocks, index) and is_likely(text)
            return named or bool(tag) or walk.promises(text) > 0 or counted or likely
        if block.kind == "heading":
            own = block.level > blocks[index].level and commits(block.text)
            if (leads(block.text) or own) and _heads_items(blocks, at):
                return True
            opens = role_of(block.text) in ("situation", "goals", "causes")
            return opens or _recurs(blocks, block.text) or bool(party_heading(block.text, walk.roster))
        if block.kind == "row":
            return columns_of(block.cells) is not None
        if at == index + 1 and commits(block.text) and is_intro(block, next(iter(blocks[at + 1 :]), None)):
            return True
        if block.kind == "paragraph" and is_prefixed(block.text, walk.roster):
            return True
        label, colon, _ = block.text.partition(":")
        labels.append(column_of(label) if colon else None)
        if {"goal", "focus"} & {*labels} or labels.count("what") > 1:
            return True
    return False
