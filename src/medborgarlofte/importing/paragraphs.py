"""Paragraphs: commitments, goals, plans, other text."""

import re
from typing import Final

from medborgarlofte.importing.agents import promisor, says_we
from medborgarlofte.importing.found import Found, FoundArea, FoundCommitment, FoundGoal
from medborgarlofte.importing.furniture import is_credit, is_dated
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.lists import is_link
from medborgarlofte.importing.outline import Context, short_id
from medborgarlofte.importing.people import (
    SIGNS,
    is_dotted,
    is_name,
    is_person,
    is_role,
    merged_people,
    named_with_roles,
)
from medborgarlofte.importing.roster import Roster, named_in, who
from medborgarlofte.importing.sentences import denies, is_feedback, sentences, strength
from medborgarlofte.importing.tags import untagged

_GOAL_LINE: Final = re.compile(
    r"^(?:Effekt(?:mål)?|Mål(?:et)?|Målbild|Önskad effekt|Önskat läge|Förväntad effekt|Syfte och mål|Det vill vi uppnå)\s*:\s+(?P<rest>\S.*)$"
)

_LABELLED: Final = re.compile(
    r"^(?:Lösning|Åtgärd|Åtagande|Insats|Löfte|Aktivitet|Vårt löfte|Vi lovar)\s*:\s+(?P<rest>\S.*)$"
)
_PROBLEM: Final = re.compile(r"^(?:Problem(?:område)?|Utmaning)\s*:\s+(?P<rest>\S.*)$")
_NUMBERED: Final = re.compile(r"^(?:Löfte|Åtagande|Punkt|Vårt löfte|Nr)\.?\s*\d+\s*[:.–-]\s*(?P<rest>\S.*)$")

_CLOSING: Final = re.compile(
    r"(?:Uppföljning(?:en)?|Återkoppling(?:en)?|Resultatet|Utfallet|(?:Medborgarl|L)öftet|Åtagandena|Vi|Parterna|Kommunen och polisen|Polisen och kommunen)\b[^.]{0,40}\b(?:följs upp|följer upp|sker|redovisas|görs|återkopplas|utvärderas|presenteras)\b"
)

_FOLLOWING: Final = re.compile(
    r"\b(?:lovar|åtar) (?:vi|sig|parterna) (?:oss )?följande\b|\bgäller följande\b|\bföljande(?: punkter| åtaganden)?\.?$",
    re.IGNORECASE,
)

_DAY: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]+,?\s+)?(?:den\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4})(?:\s+[\d:.]+)?"
)
_RESPONSIBLE: Final = re.compile(
    r"^(?:Ansvarig(?:a|t)?(?: part| aktör)?|Ansvar|Vem|Utförs av|Utförare|Part)\s*:\s*(?P<who>.+?)\.?$"
)


def paragraph(found: Found, roster: Roster, context: Context, index: int) -> None:
    """Place a paragraph by content, else by part."""
    text = found.blocks[index].text
    if found.blocks[index].quoted or _is_aside(text, roster):
        return
    promised = _commitments(found, roster, context, index)
    if promised:
        found.commitments += promised
    elif problem := _PROBLEM.match(text):
        title = problem["rest"].rstrip(" .")
        found.problems.append(FoundArea(title, [index], short_id(title, {one.id for one in found.problems})))
    elif goal := _GOAL_LINE.match(text):
        found.goals.append(FoundGoal(goal["rest"], index, context.focus))
    elif found.commitments and (responsible := _RESPONSIBLE.match(text)):
        _answer(found, roster, responsible["who"], index)
    else:
        _by_role(found, roster, context, index)


def _is_aside(text: str, roster: Roster) -> bool:
    """True for a date, name, role or signature line."""
    people = is_name(text) or is_role(text) or is_person(text) or bool(merged_people(text)) or is_dotted(text)
    party = any(text.strip(" .").casefold() == party.name.casefold() for party in roster.parties)
    dated = is_dated(text) or _DAY.fullmatch(text.strip()) is not None
    return people or party or dated or is_credit(text) or bool(SIGNS.search(text) and named_with_roles(text))


def _commitments(found: Found, roster: Roster, context: Context, index: int) -> list[FoundCommitment]:
    """Commitments of a self-explanatory paragraph.

    By a party and a colon, a number, or the line below.
    """
    text = found.blocks[index].text
    prefixed = _prefixed(text, roster)
    if len(prefixed) > 1:
        return [
            FoundCommitment(rest, [index], parties, context.focus, context.goal) for rest, parties in prefixed
        ]
    labelled = _LABELLED.match(text)
    if labelled and strength(sentences(labelled["rest"])[0], tuple(roster.others)):
        parts = sentences(labelled["rest"])
        return [
            FoundCommitment(part, [index], who(part, roster, add=True) or context.parties, context.focus)
            for part in (
                parts if all(strength(part, tuple(roster.others)) for part in parts) else [labelled["rest"]]
            )
        ]
    numbered = _NUMBERED.match(text)
    if numbered and strength(sentences(numbered["rest"])[0], tuple(roster.others)):
        parties = context.parties or who(numbered["rest"], roster, add=True)
        return [FoundCommitment(numbered["rest"], [index], parties, context.focus, context.goal)]
    following = found.blocks[index + 1].text if index + 1 < len(found.blocks) else ""
    if _RESPONSIBLE.match(following) and context.role in (None, "focus", "commitments"):
        return [FoundCommitment(text, [index], (), context.focus, context.goal)]
    return []


def _prefixed(text: str, roster: Roster) -> list[tuple[str, tuple[str, ...]]]:
    """Run-together commitments split at party labels."""
    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^.:!?]{3,50}:\s)", text)
    made = [untagged(part, roster) for part in parts]
    return made if all(parties for _, parties in made) else []


def _answer(found: Found, roster: Roster, written: str, index: int) -> None:
    """Responsible function of the commitment above."""
    last = found.commitments[-1]
    parties = named_in(written, roster)
    last.blocks.append(index)
    if parties and not last.parties:
        last.parties = parties
    elif not parties:
        last.responsible = written


def _by_role(found: Found, roster: Roster, context: Context, index: int) -> None:
    text = found.blocks[index].text
    role = context.role
    if role in ("goals", "focus", "commitments", None) and found.commitments and _CLOSING.match(text):
        (found.feedback if re.match("Återkoppl", text) else found.follow_up).append(index)
    elif role == "goals":
        found.goals.append(FoundGoal(text, index, context.focus))
    elif (part := found.part(role)) is not None:
        part.append(index)
    elif role in (None, "background") and not found.commitments and not denies(text) and len(text) >= 20:
        found.introduction.append(index)
    elif role in ("commitments", "focus"):
        _in_commitments(found, roster, context, index)


def _stated(
    found: Found, roster: Roster, context: Context, index: int, text: str, tag: tuple[str, ...]
) -> None:
    """Commitments of a paragraph, one per promising sentence."""
    parts: list[str] = []
    for sentence in sentences(text):
        if (
            parts
            and not strength(sentence, tuple(roster.others))
            and not re.search(r"\bska(?:ll)?\b", sentence)
        ):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    whole = "".join(parts).replace(" ", "") != text.replace(" ", "") or tag or len(parts) == 1
    for part in [text] if whole else parts:
        own = who(part, roster, add=True)
        speaks = says_we(" ".join(part.split()[:4]))
        stated = own if promisor(part, roster.others) and not speaks else ()
        parties = tag or stated or context.parties or own or context.fallback
        found.commitments.append(FoundCommitment(part, [index], parties, context.focus, context.goal))


def _section_has_list(found: Found, index: int) -> bool:
    """True if the section has items or rows."""
    blocks = found.blocks
    start = index
    while start > 0 and blocks[start].kind != "heading":
        start -= 1
    for block in blocks[start + 1 :]:
        if block.kind == "heading":
            return False
        if block.kind in ("item", "row"):
            return True
    return False


def _in_commitments(found: Found, roster: Roster, context: Context, index: int) -> None:
    """Place a paragraph among commitments.

    A commitment, the description of an area, or a reservation left as it is.
    """
    text = found.blocks[index].text
    if role_of(text.split(":")[0]) in ("glossary", "facts", "denied", "contacts"):
        return
    value = strength(text, tuple(roster.others))
    listed = _section_has_list(found, index)
    stated = (bool(context.parties) or context.role == "commitments") and not listed
    clean, tag = untagged(text, roster)
    promised = (
        value
        or (bool(context.parties) and re.match(r"[A-ZÅÄÖ]?[a-zåäö]+a\b", text))
        or (context.role == "commitments" and re.search(r"\bska(?:ll)?\b", text))
    )
    if tag or (
        stated and promised and not is_feedback(text) and not denies(text) and not _FOLLOWING.search(text)
    ):
        _stated(found, roster, context, index, clean, tag)
    elif (
        value == 3
        and not is_link(found.blocks[index])
        and len(sentences(text)) <= 2
        and context.role == "commitments"
        and not listed
    ):
        found.commitments.append(
            FoundCommitment(text, [index], who(text, roster, add=True), context.focus, context.goal)
        )
    elif context.focus and context.role == "focus":
        area = next(area for area in found.focus_areas if area.id == context.focus)
        area.description.append(index)
    elif not found.commitments and role_of(text[:40]) is None:
        found.introduction.append(index)
