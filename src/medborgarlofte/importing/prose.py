"""Commitments in running text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from medborgarlofte.importing.agents import mentions, promisor
from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.headings import commits, role_of
from medborgarlofte.importing.layout import says
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.outline import add_focus
from medborgarlofte.importing.people import is_role, pairs
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import COLLECTIVE, denies, is_feedback, is_past, sentences, strength
from medborgarlofte.swedish import slug

_SKIPPED: Final = frozenset(
    ("facts", "links", "contacts", "signatures", "decision", "denied", "glossary", "residents", "lessons", "goals", "evidence",
     "situation", "causes", "organisation", "follow-up", "feedback", "background", "validity")
)  # fmt: skip
_CONTINUES: Final = re.compile(
    r"^(?:Detta genom|Det sker|Det görs|Det handlar|Dessutom ingår|Bland annat|Till exempel)\b"
)
_MENTAL: Final = re.compile(
    r"\bvi (?:inbillar|tror|tycker|vet|vill|hoppas|önskar|ser|känner|vänder|tackar|minns|menar|anser|har|är)\b|\b(?:inbillar|tror|tycker|vet|hoppas|önskar|tackar) vi\b",
    re.IGNORECASE,
)


class _Sentence(NamedTuple):
    block: int
    text: str
    strength: int
    focus: str


def running_commitments(found: Found, roster: Roster) -> None:
    """Add the sentences that promise: those of running text, or those beside a list that name who does what."""
    listed = bool(found.commitments)
    first = min((one.blocks[0] for one in found.commitments), default=-1)
    placed = {index for one in found.commitments for index in one.blocks}
    if listed:
        placed |= {index for area in found.focus_areas for index in area.description}
    placed |= {
        index
        for role in ("situation", "follow-up", "feedback", "evidence", "contacts", "purpose")
        for index in found.part(role) or ()
    }
    candidates = [one for one in _candidates(found, roster) if one.block not in placed and one.block > first]
    top = max((sentence.strength for sentence in candidates), default=0)
    firm = {sentence.block for sentence in candidates if sentence.strength >= 2}
    for sentence in candidates:
        if sentence.strength == 1 and (listed or (top == 3 and sentence.block not in firm)):
            continue
        if listed and not (
            promisor(sentence.text, roster.others)
            or (sentence.strength == 3 and COLLECTIVE.match(sentence.text))
        ):
            continue
        parties = who(sentence.text, roster, add=True)
        made = FoundCommitment(sentence.text, [sentence.block], parties, sentence.focus)
        if sentence.strength == 1:
            made.doubt = "meningen står i löpande text och har inget ”ska” eller ”lovar”"
        found.commitments.append(made)
    found.commitments.sort(key=lambda one: one.blocks[0])
    if not found.commitments:
        _quoted(found, roster)
    if not listed:
        _areas(found)
    placed = {index for commitment in found.commitments for index in commitment.blocks}
    found.introduction = [index for index in found.introduction if index not in placed]


def _candidates(found: Found, roster: Roster) -> Iterator[_Sentence]:
    role, focus = None, ""
    last: _Sentence | None = None
    for index, block in enumerate(found.blocks):
        if block.kind == "heading":
            role = role_of(block.text)
            area = next((a for a in found.focus_areas if _alike(a.title, block.text)), None)
            focus = area.id if area else ""
            if area:
                area.blocks.append(index)
            continue
        if (
            block.kind != "paragraph"
            or role in _SKIPPED
            or block.quoted
            or says(block.text)
            or index in found.title_blocks
        ):
            continue
        paragraph: list[_Sentence] = []
        for text in sentences(block.text):
            if last is not None and last.block == index and paragraph and _CONTINUES.match(text):
                joined = f"{last.text} {text}"
                paragraph[-1] = last = last._replace(text=joined)
                continue
            value = _worth(text, roster, focus)
            last = _Sentence(index, text, value, focus) if value else None
            if last:
                paragraph.append(last)
        yield from paragraph


def _areas(found: Found) -> None:
    """Focus areas from noun headings above promises."""
    if found.focus_areas:
        return
    under: dict[int, list[FoundCommitment]] = {}
    for commitment in found.commitments:
        above = [
            i
            for i in range(commitment.blocks[0])
            if found.blocks[i].kind == "heading" and i not in found.title_blocks
        ]
        if (
            above
            and role_of(found.blocks[above[-1]].text) is None
            and not commits(found.blocks[above[-1]].text)
        ):
            under.setdefault(above[-1], []).append(commitment)
    if len(under) < 2:
        return
    for index, commitments in under.items():
        focus = add_focus(found, found.blocks[index].text.strip(" .:"), index)
        for commitment in commitments:
            commitment.focus = focus


def _alike(first: str, second: str) -> bool:
    """True for one area with words left out."""
    one, other = set(slug(first).split("-")), set(slug(second).split("-"))
    return (
        len(one & other) >= 0.7 * min(len(one), len(other))
        and bool(one & other)
        and min(len(one), len(other)) > 1
    )


def _worth(text: str, roster: Roster, focus: str) -> int:
    if (
        denies(text)
        or is_past(text)
        or list(pairs(text))
        or is_role(text)
        or re.search(
            r"\b(?:lovar|åtar) (?:vi|sig)(?: oss)?(?: därför| nu| också)*(?: följande| detta| det här)?[.:]?$",
            text,
        )
    ):
        return 0
    value = strength(text, tuple(roster.others))
    if is_feedback(text) and value < 3:
        return 0
    if focus and not value and re.search(r"\bbör\b", text) and not re.search(r"\bbör (?:ligga|vara)\b", text):
        return 1
    if re.search(
        r"\b(?:lovar vi följande|lovar följande|består|består av|handlar om|slutit|primärt kommer fokusera|avser fokusera|följande fokusområden|kommer fokusområdena)\b",
        text,
    ):
        return 0
    if value == 1:
        if _MENTAL.search(text) or re.search(r"\b(?:handlar|gäller|ingår|består)\b", text):
            return 0
        named = bool(mentions(" ".join(text.split()[:10]), roster.others))
        counted = measures(text)
        if not (named or counted.targets or counted.due):
            return 0
    if value == 2 and not (promisor(text, roster.others) or who(text, roster)):
        return 0
    return value


def _quoted(found: Found, roster: Roster) -> None:
    """Joint commitments in quotations."""
    for index, block in enumerate(found.blocks):
        if not (block.quoted or says(block.text)):
            continue
        text = re.split(r",\s+(?:säger|berättar|menar|förklarar)\b", block.text)[0].strip('–- ”"')
        both = re.search(
            r"\b(?:vi|kommunen|polisen)\b.*\btillsammans med (?:polisen|kommunen)\b", text, re.IGNORECASE
        )
        if both and re.search(r"\b(?:kommer|ska|lovar)\b", text):
            made = FoundCommitment(text, [index], roster.joint())
            made.doubt = "åtagandet är taget ur ett citat"
            found.commitments.append(made)
