"""Commitments in running text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.importing.agents import mentions, promisor
from medborgarlofte.importing.blocks import says
from medborgarlofte.importing.found import SECTIONS, Found, FoundCommitment
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.outline import is_intro
from medborgarlofte.importing.party_headings import party_heading, untagged
from medborgarlofte.importing.people import is_role, pairs
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import (
    COLLECTIVE,
    about_document,
    announces,
    continues,
    denies,
    is_feedback,
    is_past,
    is_retrospect,
    sentences,
    strength,
    verb_form,
)

_SKIPPED: Final = frozenset(
    ("facts", "links", "contacts", "signatures", "decision", "denied", "glossary", "residents", "lessons", "goals", "evidence",
     "situation", "causes", "organisation", "follow-up", "feedback", "background", "validity")
)  # fmt: skip
_REPORTING: Final = frozenset(("follow-up", "feedback"))
"""Parts in which only ”lovar” promises anything but a report."""
_THEY: Final = re.compile(r"De\b|(?:[\wåäö]+ ){1,6}[a-zåäö]+r de\b")
"""How a sentence begins about those of the sentence before: ”Två gånger om året bjuder de in …”."""
_DESCRIBES: Final = re.compile(
    r"^Det här (?:ska|lovar|gör)\b|\b(?:lova(?:r|t|de) (?:\w+ ){0,2}(?:saker|löften|punkter)\b|skulle|lovar vi följande|lovar följande|består|består av|handlar om|slutit|primärt kommer fokusera|avser fokusera|följande fokusområden|kommer fokusområdena)\b"
)
_JOINT: Final = re.compile(
    r"\b(?:vi|kommunen|polisen)\b.*\btillsammans med (?:polisen|kommunen)\b", re.IGNORECASE
)
_NO_VERB: Final = Text(
    "meningen står i löpande text och har inget ”ska” eller ”lovar”",
    "the sentence is running text without ”ska” or ”lovar”",
)
_FROM_QUOTATION: Final = Text("åtagandet är taget ur ett citat", "the commitment is taken from a quotation")


class _Sentence(NamedTuple):
    block: int
    text: str
    strength: int
    focus: str
    heading: int
    """The block of the heading above that says nothing of its part; -1 for none."""
    tag: tuple[str, ...]
    """The party whose name stands before or behind its paragraph."""


def running_commitments(found: Found, roster: Roster) -> bool:
    """Add sentences that promise; true when they are not only beside a list.

    Those of running text or of parts alike, or those beside a list that name who does what.
    """
    alone, asks = not found.commitments, _asks(found) or strength(found.title) == 3
    listed = not (alone or asks)
    first = min((one.blocks[0] for one in found.commitments), default=-1) if listed else -1
    placed = _placed(found, described=listed)
    report = {index for role in _REPORTING for index in found.sections[role]}
    made = [*_candidates(found, roster)]
    alike = _alike_parts(made)
    candidates = [
        one
        for one in made
        if (one.block > first or one.heading in alike)
        and (one.block not in placed or (one.block in report and one.strength == 3))
    ]
    top = max((sentence.strength for sentence in candidates), default=0)
    firm = {sentence.block for sentence in candidates if sentence.strength >= 2}
    for one in candidates:
        if one.strength == 1 and (listed or (top == 3 and one.block not in firm and not asks)):
            continue
        if roster.police_only and {m.side for m in promisor(one.text, roster.others)} & {"kommun", "annan"}:
            continue
        together = one.strength == 3 and COLLECTIVE.match(one.text)
        named = one.tag or promisor(one.text, roster.others) or together
        if listed and not named and one.heading not in alike:
            continue
        parties, doubt = one.tag or who(one.text, roster, add=True), _NO_VERB if one.strength == 1 else None
        found.commitments.append(FoundCommitment(one.text, [one.block], parties, one.focus, doubt=doubt))
    found.commitments.sort(key=lambda one: one.blocks[0])
    if not found.commitments:
        _quoted(found, roster)
    stated = found.placed
    for text in (found.sections["introduction"], *(area.description for area in found.focus_areas)):
        text[:] = [index for index in text if index not in stated]
    return alone or bool(alike)


def _placed(found: Found, *, described: bool) -> set[int]:
    """Blocks that have been placed; with the descriptions of areas if `described`."""
    sections = {index for role in SECTIONS for index in found.sections[role]}
    areas = {index for area in found.focus_areas for index in area.description} if described else set()
    return found.placed | sections | {at for goal in found.goals for at in (goal.block, *goal.beside)} | areas


def _alike_parts(made: Sequence[_Sentence]) -> set[int]:
    """Headings of parts that promise in running text, where there are several."""
    headings = {one.heading for one in made if one.strength >= 2} - {-1}
    return headings if len(headings) > 1 else set()


def _asks(found: Found) -> bool:
    """Whether the document is questions with answers, each of which can promise in its own way."""
    headings = [
        b.text for n, b in enumerate(found.blocks) if b.kind == "heading" and n not in found.title_blocks
    ]
    return sum(text.rstrip('”"').endswith("?") for text in headings) > max(2, len(headings) // 2)


def _candidates(found: Found, roster: Roster) -> Iterator[_Sentence]:
    role, focus, heading = None, "", -1
    for index, block in enumerate(found.blocks):
        if block.kind == "heading":
            role = role_of(block.text)
            area = next((a for a in found.focus_areas if index in a.blocks), None)
            focus = area.id if area else ""
            opens = (
                role is None and index not in found.title_blocks and not block.text.rstrip('”"').endswith("?")
            )
            heading = index if opens else -1
            if area:
                area.blocks.append(index)
            continue
        following = found.blocks[index + 1] if index + 1 < len(found.blocks) else None
        aside = block.quoted or says(block.text) or index in found.title_blocks
        if block.kind != "paragraph" or aside or (role in _SKIPPED and role not in _REPORTING):
            continue
        if not is_intro(block, following):
            least = 3 if role in _REPORTING else 1
            yield from (
                one._replace(heading=heading)
                for one in _promises(index, block.text, roster, focus)
                if one.strength >= least
            )


def _promises(index: int, paragraph: str, roster: Roster, focus: str) -> list[_Sentence]:
    """Sentences of a paragraph that promise; none when its end takes all of it back."""
    made: list[_Sentence] = []
    promised = retold = False
    bare, tag = untagged(paragraph, roster)
    first, *rest = sentences(bare) or [""]
    if rest and not tag and (lead := _lead(first, roster)):
        bare, tag = bare.removeprefix(first), lead
    for text in sentences(bare):
        if promised and continues(text):
            made[-1] = made[-1]._replace(text=f"{made[-1].text} {text}")
            continue
        value = _worth(text, roster, focus, tagged=bool(tag))
        if promised and not value and _THEY.match(text) and measures(text).targets:
            made.append(
                made[-1]._replace(text=text, strength=1, tag=tag or who(made[-1].text, roster, add=True))
            )
            continue
        retold = (retold or is_retrospect(text)) and value < 3
        promised = value > 0 and not retold
        if promised:
            made.append(_Sentence(index, text, value, focus, -1, tag))
    return made


_ORDINAL: Final = re.compile(
    r"^(?:(?:Och|Men|Så) )?(?:(?:Först|Sedan|Sen|Därefter|Nu|Så|(?:[Tt]ill )?sist|Slutligen)(?: till)?\b,? )?|(?: (?:börjar|först|sist|då|härnäst))?[.:!]$",
    re.IGNORECASE,
)
"""What is around the name of a party in a short sentence that hands over to it."""

_HANDED: Final = re.compile(
    r"(?:lokal)?polis|(?:\w+ )?kommun|(?:det )?(?:vi\b|tillsammans|gemensamt)", re.IGNORECASE
)
_CANNOT: Final = re.compile(r"\b(?:blir|räcker|hinner|kan|klarar)\b[^.,]*\binte\b")


def _lead(first: str, roster: Roster) -> tuple[str, ...]:
    """Parties of a short first sentence that gives its paragraph to them: ”Sedan kommunen.”"""
    bare = _ORDINAL.sub("", first)
    return party_heading(bare, roster) if len(first.split()) <= 7 and _HANDED.match(bare) else ()


def _worth(text: str, roster: Roster, focus: str, *, tagged: bool) -> int:
    """How much a sentence of running text promises, 0–3."""
    if denies(text) or is_past(text) or list(pairs(text)) or is_role(text) or announces(text):
        return 0
    value = strength(text, tuple(roster.others))
    if tagged and not value and _is_measured(text):
        value = 1
    if is_feedback(text) and value < 3:
        return 0
    if focus and not value and re.search(r"\bbör\b", text) and not re.search(r"\bbör (?:ligga|vara)\b", text):
        return 1
    if _DESCRIBES.search(text):
        return 0
    if value == 1:
        counted = measures(text)
        if tagged:
            return 0 if _CANNOT.search(text) else 2
        return int(
            bool(mentions(" ".join(text.split()[:10]), roster.others) or counted.targets or counted.due)
        )
    return value


def _is_measured(text: str) -> bool:
    """True for a sentence on how much will be done, whoever its subject is."""
    plain = not about_document(text) and not re.search(r"\b(?:inte|inga|inget|ingen)\b", text)
    return plain and verb_form(text) not in ("state", "past", "perfect") and bool(measures(text).targets)


def _quoted(found: Found, roster: Roster) -> None:
    """Joint commitments in quotations."""
    for index, block in enumerate(found.blocks):
        if not (block.quoted or says(block.text)):
            continue
        text = re.split(r",\s+(?:säger|berättar|menar|förklarar)\b", block.text)[0].strip('–- ”"')
        if _JOINT.search(text) and re.search(r"\b(?:kommer|ska|lovar)\b", text):
            found.commitments.append(FoundCommitment(text, [index], roster.joint(), doubt=_FROM_QUOTATION))
