"""Commitments in lists."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing.agents import TOGETHER, is_infinitive, is_subject_place, promisor
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import SECTIONS, Found, FoundCommitment, FoundGoal
from medborgarlofte.importing.headings import LABELLED_GOAL, leads
from medborgarlofte.importing.markers import ASIDE, FIGURE, is_bullet
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.outline import DOES
from medborgarlofte.importing.party_headings import TAG, party_heading, untagged
from medborgarlofte.importing.records import is_detail, record_at
from medborgarlofte.importing.roster import who
from medborgarlofte.importing.rows import place_row
from medborgarlofte.importing.sentences import (
    denies,
    is_english,
    is_feedback,
    is_likely,
    is_past,
    sentences,
    strength,
    verb_form,
)
from medborgarlofte.importing.walk import Walk

Item = tuple[int, Block]

_LINK: Final = re.compile(
    r"^(?:Läs (?:mer|om|hela|vidare|också|löftet|gärna)|Prenumerera|Ladda (?:ner|ned|hem)|Dela på|Tyck till|Skriv ut|Tipsa oss|Följ oss|Kontakta oss|Till (?:toppen|innehållet|startsidan)"
    r"|Hela (?:medborgar)?löftet|Så gick det|Mer om |Se (?:även|också|hela|film)|Anmäl dig|Besök (?!på|av|i|hos|vid|till)|Här (?:hittar|kan) du|Medborgarlöfte(?:t)? 20\d\d\b.{0,20}$)"
    r"|\((?:[Pp]df|PDF|[Ll]änk|[Ee]xtern|[Öö]ppnas)\b|\b(?:pdf|PDF)\)|^https?://|^www\."
)
_CONTACT: Final = re.compile(r"[\w.]+@[\w.]+|\btelefon\b|\btfn\b|\btel\.|växel|\b0\d{1,3}[- ]?\d{2,}")
_OTHER_LISTS: Final = frozenset(
    ["decision", "links", "facts", "glossary", "denied", "residents", "signatures", "organisation", "background",
     "lessons", "results", "validity", "action-plan", "causes", "target-groups", "purpose"]
)  # fmt: skip
_PRESENT_FIRST: Final = re.compile(
    r"(?:[a-zåäö]{2,}(?:as|ar|er|ir|år|ör|yr)|finns|görs|hålls|tas|ges)\b", re.IGNORECASE
)
_REPORTED: Final = re.compile(r"\b(?:lovade|skulle|åtog)\b")
_INDICATOR: Final = re.compile(r"(?:Indikator(?:er)?|Mäts (?:genom|med))\s*:\s+(?P<rest>\S.*)")
_DETAILED: Final = re.compile(r"\bgenom(?: att)?\s*[:;]?$")
"""How an item ends whose own items say how it is done."""
_SHALL: Final = re.compile(r"(?: [A-ZÅÄÖ][\wåäö]+)* (?:ska|skall|lovar|kommer)\b")
"""What stands behind a third party that promises by itself."""
_UNKNOWN_PART: Final = Text(
    "avsnittet säger inte att punkterna är löften", "the part does not say that its items are promises"
)
_NOT_PLACED: Final = Text(
    "punkten är inte inlagd som åtagande: ”{text}”", "the item is not placed as a commitment: ”{text}”"
)


def _begins_with_verb(text: str) -> bool:
    """Whether an item leaves out who acts: ”Besöka skolorna”, ”Görs varje vecka”."""
    return is_infinitive(text) or bool(_PRESENT_FIRST.match(text))


def is_link(block: Block) -> bool:
    """Whether an item only leads elsewhere."""
    return block.link or bool(_LINK.search(block.text))


def place_list(walk: Walk, items: Sequence[Item]) -> None:
    """Place the items of one list."""
    if walk.context.role not in SECTIONS:
        items = [one for one in items if not _takes_goal(walk, *one)]
    if items:
        _by_role(walk, items)


def _by_role(walk: Walk, items: Sequence[Item]) -> None:
    found, role = walk.found, walk.context.role
    if role in SECTIONS - {"purpose"}:
        found.sections[role] += [index for index, _ in items]
    elif role == "problems" and walk.context.focus:
        area = next(one for one in found.focus_areas if one.id == walk.context.focus)
        area.description += [index for index, _ in items]
    elif role == "focus-list" and found.kind == "uppföljning" and _most(_REPORTED.search, items):
        _commitments(walk.within(role="commitments"), items)
    elif role == "focus-list" and all(_begins_with_verb(b.text) and b.text.count(" ") > 8 for _, b in items):
        _commitments(walk.within(role="commitments", known=False), items)
    elif role in ("problems", "focus-list"):
        add = found.add_problem if role == "problems" else found.add_focus
        for index, block in items:
            add(_title(block), index)
    elif role == "goals":
        found.goals += [FoundGoal(block.text, index, walk.context.focus) for index, block in items]
    elif role not in _OTHER_LISTS and not _holds_results(walk, items):
        promising = sum(walk.promises(block.text) > 0 for _, block in items)
        named = sum(bool(promisor(block.text, walk.roster.others)) for _, block in items)
        if found.kind == "uppföljning" and named > 1 and walk.context.fallback == (TOGETHER,):
            walk = walk.within(fallback=())  # the rest leave open who was to act
        likely = sum(
            walk.promises(block.text) > 0 or is_likely(block.text) or bool(measures(block.text).targets)
            for _, block in items
        )
        most = role in (None, "focus") and (promising * 2 > len(items) or likely > max(2, len(items) * 0.7))
        _commitments(walk.within(role="commitments", known=False) if most else walk, items)


def _takes_goal(walk: Walk, index: int, block: Block) -> bool:
    """Take an item that its label calls a goal, or the indicator of one; false for any other."""
    goals = walk.found.goals
    if goal := LABELLED_GOAL.match(block.text):
        goals.append(FoundGoal(goal["rest"], index, walk.context.focus))
    elif (measured := _INDICATOR.match(block.text)) and goals and not goals[-1].indicator:
        goals[-1].indicator = measured["rest"]
        goals[-1].beside.append(index)
    else:
        return False
    return True


def _holds_results(walk: Walk, items: Sequence[Item]) -> bool:
    """Whether a list of a report tells what has been done; `place_results` finds a place for it."""
    return walk.found.kind == "uppföljning" and walk.context.role != "commitments" and _most(_is_done, items)


def _is_done(text: str) -> bool:
    """Whether an item of a report tells what has been done, not what was promised."""
    return is_past(sentences(text)[0]) and not _REPORTED.search(text)


def _most(test: Callable[[str], object], items: Sequence[Item]) -> bool:
    return sum(bool(test(block.text)) for _, block in items) * 2 > len(items)


def _title(block: Block) -> str:
    return block.text.strip().rstrip(".;,")


def _commitments(walk: Walk, items: Sequence[Item]) -> None:
    heads, current, position = _flat_heads(items), walk, 0
    while position < len(items):
        index, block = items[position]
        row = record_at(walk.found.blocks, index, report=walk.found.kind == "uppföljning")
        if row and row.blocks[-1] <= items[-1][0]:
            place_row(current, row, row.cells.get("who", ""))
            while position + 1 < len(items) and items[position + 1][0] <= row.blocks[-1]:
                position += 1
        elif children := _children(items, position):
            _parent(current, items[position], children)
            position += len(children)
        elif leads(block.text):
            current = current.within(parties=party_heading(block.text, walk.roster), role="commitments")
        elif position in heads:
            parties = party_heading(block.text, walk.roster)
            focus = current.context.focus if parties else walk.found.add_focus(_title(block), index)
            current = current.within(focus=focus, parties=parties, role="commitments" if parties else "focus")
        else:
            _item(current, index, block)
        position += 1


def _flat_heads(items: Sequence[Item]) -> set[int]:
    """Items that head others in a flattened list.

    They are short, without a full stop among sentences.
    """
    ended = [block.text.rstrip().endswith((".", "!")) for _, block in items]
    if sum(ended) * 2 < len(ended) or not any(ended):
        return set()
    return {
        at
        for at, (_, block) in enumerate(items[:-1])
        if not ended[at]
        and ended[at + 1]
        and block.text[:1].isupper()
        and len(block.text.split()) <= 9
        and not block.text.endswith((",", ";"))
        and not (is_link(block) or TAG.search(block.text) or strength(block.text))
    }


def _children(items: Sequence[Item], position: int) -> Sequence[Item]:
    """Items below an item: deeper ones, or the bullets behind a number."""
    head = items[position][1]
    numbered = bool(head.marker) and not is_bullet(head.marker)
    inner = (
        block.level > head.level or (numbered and block.level == head.level and is_bullet(block.marker))
        for _, block in items[position + 1 :]
    )
    return items[position + 1 : position + 1 + sum(1 for _ in takewhile(bool, inner))]


def _parent(walk: Walk, item: Item, children: Sequence[Item]) -> None:
    """Place an item with children.

    It is a promisor, a goal, a focus area, or a commitment with its details.
    """
    index, block = item
    text, found = block.text.strip(), walk.found
    if parties := party_heading(block.text, walk.roster):
        return _commitments(walk.within(parties=parties, role="commitments"), children)
    if _DETAILED.search(text):
        _item(walk, index, block.with_text(" ".join((text, *(child.written for _, child in children)))))
        if found.commitments and found.commitments[-1].blocks == [index]:
            found.commitments[-1].blocks += [child for child, _ in children]
        return None
    promised = sum(_is_promise(walk, child) for _, child in children) * 2 >= len(children)
    if walk.context.role == "commitments" and text.endswith(".") and DOES.match(text) and promised:
        _item(walk, index, block)
        return _commitments(walk, children)
    if not promised:
        return _item(walk, index, block)
    if text.endswith(":") and strength(text):
        parties = who(text, walk.roster) or walk.context.parties
        inner = walk.within(parties=parties, role="commitments")
    elif len(text.split()) > 5 and re.search(
        r"\b(?:ska|skall|vill|lovar|mål(?:et)?|fler|färre|minska\w*|öka\w*)\b", text.lower()
    ):
        found.goals.append(FoundGoal(block.text, index, walk.context.focus, f"E{len(found.goals) + 1}"))
        inner = walk.within(goal=found.goals[-1].id, role="commitments")
    else:
        inner = walk.within(focus=found.add_focus(_title(block), index), role="focus")
    return _commitments(inner, children)


def _is_promise(walk: Walk, block: Block) -> bool:
    text, tag = untagged(block.text, walk.roster)
    led = bool(walk.context.parties) and _begins_with_verb(text)
    led = led or (walk.context.role == "commitments" and bool(measures(text).targets))
    return bool(tag) or walk.promises(text) > 0 or led


def _item(walk: Walk, index: int, block: Block) -> None:
    found, context = walk.found, walk.context
    if _is_repeated(found, block):
        return
    if is_link(block) or denies(block.text) or is_english(block.text) or is_detail(block.text):
        return
    if _CONTACT.search(block.text) and not strength(block.text):
        found.sections["contacts"].append(index)
        return
    report = found.kind == "uppföljning"
    if context.role is None and not report and is_feedback(block.text) and strength(block.text) < 3:
        found.sections["follow-up"].append(index)
        return
    text, tag = untagged(block.text, walk.roster)
    if FIGURE.fullmatch(block.text) or FIGURE.fullmatch(text.rpartition(": ")[2]) or ASIDE.fullmatch(text):
        return
    reported = report and bool(_REPORTED.search(text))
    led = context.role == "commitments" or bool(context.parties)
    likely = (context.role == "focus" and _begins_with_verb(text)) or (
        not report and context.role in ("focus", None) and is_likely(text)
    )
    if not (tag or reported or led or likely or walk.promises(text)):
        short = text if len(text) <= 60 else f"{text[:57]}…"
        found.doubts.append((index, _NOT_PLACED.format({"text": short})))
        return
    if is_past(text) and not (tag or led or reported):
        return
    made = FoundCommitment(text, [index], tag or _whose(walk, text), context.focus, context.goal)
    if not context.known and not tag and not strength(text):
        made = replace(made, doubt=_UNKNOWN_PART)
    found.commitments.append(made)


def _is_repeated(found: Found, block: Block) -> bool:
    """Whether an item only lists with a word before it what has a place of its own: ”Genomfört: Vi byter 40 lampor.”"""
    label, colon, text = block.text.partition(": ")
    return bool(colon) and len(label.split()) <= 3 and text in found.texts


_ACTING: Final = frozenset(("promise", "future", "present"))


def _whose(walk: Walk, text: str) -> tuple[str, ...]:
    parties, roster = walk.context.parties, walk.roster
    if not parties:
        named = who(text, roster, add=True) or walk.context.fallback
        return named or (("polisen",) if roster.police_only else roster.default)
    subject = promisor(text, roster.others)
    third = next((one for one in subject if one.side == "annan"), None)
    first = bool(subject) and subject[0].side != "annan" and is_subject_place(text, subject[0].start)
    first = first and len(text[: subject[0].start].split()) != 1  # ”Besöker skolorna” leaves out who acts
    rest = text[subject[-1].end :] if first else " och"
    acts = rest[:1] == "," or (rest[:4] != " och" and verb_form(text, subject) in _ACTING)
    own = acts or (third and _SHALL.match(text, third.end))
    named = who(text, roster, add=True) if own else ()
    of_town = any(parties == (one.id,) for one in roster.municipalities)
    if named == ("polisen",) and of_town and _WITH_TOWN.search(text):
        return roster.combined((*parties, *named))  # with that of the heading above
    return named or parties


_WITH_TOWN: Final = re.compile(
    r"\b[Pp]olis(?:en)? och kommun(?:en)?\b|\b[Kk]ommun(?:en)? och (?:lokal)?polis(?:en)?\b"
)
