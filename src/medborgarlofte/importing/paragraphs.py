"""Paragraphs: commitments, goals, plans, other text."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile
from typing import Final

from medborgarlofte.importing.agents import is_infinitive, promisor
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import SECTIONS, FoundCommitment, FoundGoal
from medborgarlofte.importing.furniture import is_credit, is_dated
from medborgarlofte.importing.headings import LABELLED_GOAL, commits, role_of
from medborgarlofte.importing.party_headings import untagged
from medborgarlofte.importing.people import SIGNS, is_signature_line, named_with_roles
from medborgarlofte.importing.roster import who
from medborgarlofte.importing.sentences import (
    announces,
    continues,
    denies,
    is_english,
    is_feedback,
    is_past,
    obliges,
    sentences,
)
from medborgarlofte.importing.walk import Context, Walk

_LABELLED: Final = re.compile(
    r"^(?:Lösning|Åtgärd|Åtagande|Insats|Löfte|Aktivitet|Vårt löfte|Vi lovar)\s*:\s+(?P<rest>\S.*)$"
)
_NUMBERED: Final = re.compile(
    r"^(?:Löfte|Åtagande|Åtgärd|Aktivitet|Insats|Punkt|Vårt löfte|Nr)\.?\s*\d+(?:\.\d+)*(?:\s*[:.–-]\s*(?=\S)|\s+(?=[A-ZÅÄÖ]))(?P<rest>.*)$"
)
_CLOSING: Final = re.compile(
    r"(?:Uppföljning(?:en)?|Återkoppling(?:en)?|Resultatet|Utfallet|(?:Medborgarl|L)öftet|Åtagandena|Vi|Parterna|Kommun(?:en)? och polis(?:en)?|Polis(?:en)? och kommun(?:en)?)\b[^.]{0,90}\b(?:följs upp|följer? upp|följa upp|sker|redovisas|görs|återkopplas|utvärderas|presenteras)\b"
)
_DAY: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]+,?\s+)?(?:den\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4})(?:\s+[\d:.]+)?"
)
_FACT: Final = re.compile(
    r"(?:Kommun|(?:Lokalp|P)olisområde|Gäller|Giltig\w*|\w*[Pp]eriod|Beslut\w*(?: av)?|Anta\w+(?: av)?|Datum|Version|Parter)\s*:"
)
"""How a line begins that states a fact of the document."""


def paragraph(walk: Walk, index: int) -> None:
    """Place a paragraph by content, else by part."""
    found = walk.found
    text = found.blocks[index].text
    if found.blocks[index].quoted or _is_aside(walk, text):
        return
    listed = walk.context.role in ("problems", "focus-list") and not walk.context.focus
    if listed and index and found.blocks[index - 1].kind == "item":
        walk.context = Context()  # the list of areas has ended
    if promised := _self_explanatory(walk, index):
        found.commitments += promised
    elif goal := LABELLED_GOAL.match(text):
        found.goals.append(FoundGoal(goal["rest"], index, walk.context.focus))
    elif found.kind != "uppföljning" and (role := _labelled_section(text)):
        found.sections[role].append(index)
    else:
        _by_role(walk, index)


def _labelled_section(text: str) -> str:
    """The part that a label before a colon names: ”Uppföljning: varje tertial”."""
    label, colon, _ = text.partition(":")
    role = role_of(label) if colon and len(label.split()) <= 3 else None
    return role if role in ("follow-up", "feedback") else ""


def _is_aside(walk: Walk, text: str) -> bool:
    """True for a date, name, role or signature line, but for the address of a contact."""
    if walk.context.role == "contacts" and "@" in text:
        return False
    party = any(text.strip(" .").casefold() == party.name.casefold() for party in walk.roster.parties)
    dated = is_dated(text) or _DAY.fullmatch(text.strip()) is not None
    signed = SIGNS.search(text) is not None and bool(named_with_roles(text))
    return is_signature_line(text) or party or dated or is_credit(text) or signed or is_english(text)


def _self_explanatory(walk: Walk, index: int) -> list[FoundCommitment]:
    """Commitments by a party and a colon, a label or a number."""
    roster, context = walk.roster, walk.context
    text = walk.found.blocks[index].text

    def made(part: str, parties: tuple[str, ...]) -> FoundCommitment:
        return FoundCommitment(part, [index], parties, context.focus, context.goal)

    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^.:!?]{3,50}:\s)", text)
    prefixed = [untagged(part, roster) for part in parts]
    labelled = _LABELLED.match(text) or _NUMBERED.match(text)
    if labelled and walk.promises(sentences(labelled["rest"])[0]):
        parts = sentences(labelled["rest"])
        if labelled.re is _NUMBERED or not all(map(walk.promises, parts)):
            parts = [labelled["rest"]]
        own = [who(part, roster, add=True) for part in parts]
        first = context.parties if labelled.re is _NUMBERED else ()
        return [made(part, first or mine or context.parties) for part, mine in zip(parts, own, strict=True)]
    if walk.found.kind == "uppföljning" and _is_restated(walk, index):
        part, parties = prefixed[0]
        return [made(part, parties or who(part, roster, add=True))]
    return []


def _is_restated(walk: Walk, index: int) -> bool:
    """Whether a paragraph of a report is one sentence that promises, above what came of it."""
    first, *rest = sentences(walk.found.blocks[index].text)
    if rest or first.endswith(":") or _SUMMARY.search(first):
        return False
    bare, tag = untagged(first, walk.roster)
    value, following = walk.promises(bare), walk.found.blocks[index + 1 : index + 2]
    told = any(
        b.kind == "item" or role_of(b.text) == "results" or is_past(sentences(b.text)[0]) for b in following
    )
    return value == 3 or (told and (bool(tag) or value == 2))


_SUMMARY: Final = re.compile(r"\bhar lovat\b|\b(?:en rad|ett antal) ")


def _by_role(walk: Walk, index: int) -> None:
    found, role = walk.found, walk.context.role
    text, promised = found.blocks[index].text, bool(found.commitments)
    if (
        role in ("goals", "focus", "commitments", None)
        and (promised or role == "focus")
        and _CLOSING.match(text)
    ):
        found.sections["feedback" if text.startswith("Återkoppl") else "follow-up"].append(index)
    elif role == "goals":
        found.goals.append(FoundGoal(text, index, walk.context.focus))
        if index and found.blocks[index - 1].text.rstrip().endswith(":"):
            walk.context = Context()  # the line above opened this paragraph alone
    elif role in SECTIONS:
        found.sections[role].append(index)
    elif role is None and _is_tagged(walk, text):
        _in_commitments(walk, index)
    elif (
        role in (None, "background")
        and not (promised or denies(text) or _FACT.match(text))
        and len(text) >= 20
    ):
        found.sections["introduction"].append(index)
    elif role in ("commitments", "focus"):
        _in_commitments(walk, index)


def _is_tagged(walk: Walk, text: str) -> bool:
    """Whether a paragraph ends in who promises it: ”… varje vecka. (Polisen)”."""
    return text.rstrip(" .").endswith(")") and not _FACT.match(text) and bool(untagged(text, walk.roster)[1])


def _in_commitments(walk: Walk, index: int) -> None:
    """Place a paragraph among commitments.

    A commitment, the description of an area, or a reservation left as it is.
    """
    found, context = walk.found, walk.context
    text = found.blocks[index].text
    if role_of(text.split(":")[0]) in ("glossary", "facts", "denied", "contacts"):
        return
    value, listed = walk.promises(text), _section_has_list(walk, index)
    given, promises = bool(context.parties), context.role == "commitments"
    clean, tag = untagged(text, walk.roster)
    reported = found.kind == "uppföljning" and is_past(sentences(text)[0])
    alone = value == 3 and context.role == "focus" and _promises_itself(walk, index)
    stated = alone or (
        (
            value
            or (given and (is_infinitive(text) or text[:4] in ("Att ", "att ")))
            or (promises and obliges(text))
        )
        and (given or promises)
        and not (listed or is_feedback(text) or denies(text) or announces(text) or reported)
    )
    leads = value == 2 and promises and listed and _leads(found.blocks, index)
    if tag or stated or leads:
        _stated(walk, index, clean, tag)
    elif context.focus and context.role == "focus":
        area = next(area for area in found.focus_areas if area.id == context.focus)
        area.description.append(index)
    elif not found.commitments and role_of(text[:40]) is None:
        found.sections["introduction"].append(index)


def _promises_itself(walk: Walk, index: int) -> bool:
    """Whether a paragraph promises beside a list whose items all say who promises: ”Polisen lovar att …”."""
    below = takewhile(lambda block: block.kind == "item", walk.found.blocks[index + 1 :])
    values = [walk.promises(block.text) for block in below]
    text = walk.found.blocks[index].text
    return (
        len(values) > 1 and values.count(3) * 2 > len(values) and not (announces(text) or is_feedback(text))
    )


def _leads(blocks: Sequence[Block], index: int) -> bool:
    """Whether a paragraph between a heading that commits and its list promises by itself."""
    text, above = blocks[index].text, blocks[index - 1]
    return above.kind == "heading" and commits(above.text) and not announces(text) and bool(promisor(text))


def _stated(walk: Walk, index: int, text: str, tag: tuple[str, ...]) -> None:
    """Commitments of a paragraph, one per promising sentence."""
    parts: list[str] = []
    said = [*dropwhile(is_past, sentences(text))]
    text = text[text.index(said[0]) :] if said else text
    for sentence in said:
        if parts and (continues(sentence) or not (walk.promises(sentence) or obliges(sentence))):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    lost = "".join(parts).replace(" ", "") != text.replace(" ", "")
    whole = lost or len(parts) == 1 or (tag and not all(map(walk.promises, parts)))
    context, roster = walk.context, walk.roster
    for part in [text] if whole else parts:
        own = who(part, roster, add=True)
        stated = own if promisor(part, roster.others) else ()
        parties = tag or stated or context.parties or own or context.fallback
        walk.found.commitments.append(FoundCommitment(part, [index], parties, context.focus, context.goal))


def _section_has_list(walk: Walk, index: int) -> bool:
    """True if the section has items or rows."""
    blocks = walk.found.blocks
    start = next((at for at in range(index, 0, -1) if blocks[at].kind == "heading"), 0)
    for block in blocks[start + 1 :]:
        if block.kind in ("heading", "item", "row"):
            return block.kind != "heading"
    return False
