"""Drafts composed from findings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from medborgarlofte.importing.agents import TOGETHER
from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.categories import category_of
from medborgarlofte.importing.compose_agreement import agreement
from medborgarlofte.importing.compose_follow_up import follow_up
from medborgarlofte.importing.compose_parts import doubts, first_day, name, parties, period, prose, shared
from medborgarlofte.importing.draft import Draft, Part
from medborgarlofte.importing.evidence import evidence_of
from medborgarlofte.importing.found import Found, FoundArea, FoundCommitment, FoundGoal
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.plans import channel_of, district_of, plan_of
from medborgarlofte.swedish import PartialDate


@dataclass(frozen=True, slots=True)
class Letters:
    """Id prefixes of the parties' commitments."""

    found: Found

    def of(self, parties: Sequence[str]) -> str:
        """K municipality, P police, G joint, A others."""
        kinds = {party.id: party.kind for party in self.found.parties}
        if TOGETHER in parties or len(parties) > 1:
            return "G"
        kind = kinds.get(parties[0], "") if parties else ""
        return {"kommun": "K", "polis": "P"}.get(kind, "A")


def compose(found: Found, source: Source, today: PartialDate) -> list[Draft]:
    """Drafts of a source.

    One document, or a promise and its follow-up.
    """
    _number(found)
    if found.kind == "samverkansöverenskommelse":
        return [agreement(found, source)]
    promise = _promise(found, source)
    if found.kind == "uppföljning":
        return [promise, follow_up(found, source, promise.name, today)]
    return [promise]


def _number(found: Found) -> None:
    """Give the commitments and goals their ids."""
    letters = Letters(found)
    count: dict[str, int] = {}
    for commitment in found.commitments:
        letter = letters.of(commitment.parties)
        count[letter] = count.get(letter, 0) + 1
        commitment.id = f"{letter}{count[letter]}"
    taken = {goal.id for goal in found.goals}
    for number, goal in enumerate(found.goals, start=1):
        goal.id = goal.id or next(f"E{n}" for n in range(number, number + 500) if f"E{n}" not in taken)
        taken.add(goal.id)


def _promise(found: Found, source: Source) -> Draft:
    parts = [
        Part("titel", found.title or source.name, [found.title_blocks]),
        Part("status", "utkast"),
        Part("period", period(found), [[found.period.block] if found.period else []]),
        Part("parter", parties(found)),
    ]
    if district := district_of([block.text for block in found.blocks]):
        parts.append(Part("område", district))
    if found.police_only:
        parts.append(Part("endast_polisen", "ja"))
    if found.kind == "medborgarlöfte":
        parts += prose(found, "inledning", found.introduction)
        parts += prose(found, "lägesbild", found.situation)
        parts += _evidence(found)
    parts += _listed(
        "problemområden", [(_area(one, found, short=True), one.blocks) for one in found.problems]
    )
    parts += _listed(
        "fokusområden", [(_area(one, found), [*one.blocks, *one.description]) for one in found.focus_areas]
    )
    parts += _listed("effektmål", [(_goal(goal), [goal.block]) for goal in found.goals])
    parts += _listed("åtaganden", [(_commitment(found, one), _own(one)) for one in found.commitments])
    if found.kind == "medborgarlöfte":
        parts += _followed(found)
    parts += shared(found, source)
    return Draft(name(found, "medborgarlöfte"), "medborgarlöfte", parts, list(doubts(found)))


def _listed(key: str, items: Sequence[tuple[dict[str, Any], list[int]]]) -> list[Part]:
    """List part with each item's blocks, if any."""
    return [Part(key, [value for value, _ in items], [blocks for _, blocks in items])] if items else []


def _own(commitment: FoundCommitment) -> list[int]:
    """Blocks of a commitment without its result."""
    return commitment.blocks[:1] if commitment.verdict or commitment.result else commitment.blocks


def _evidence(found: Found) -> Iterator[Part]:
    made = list(evidence_of(found))
    if made:
        yield Part("underlag", [value for value, _ in made], [[block] for _, block in made])


def _area(area: FoundArea, found: Found, *, short: bool = False) -> dict[str, Any]:
    made: dict[str, Any] = {"id": area.id, "rubrik": area.title}
    if category := category_of(area.title):
        made["kategori"] = category
    if area.description and not short:
        made["beskrivning"] = found.text(area.description)
    return made


def _goal(goal: FoundGoal) -> dict[str, Any]:
    focus = {"fokus": [goal.focus]} if goal.focus else {}
    return {"id": goal.id, **focus, "text": goal.text}


def _commitment(found: Found, one: FoundCommitment) -> dict[str, Any]:
    made: dict[str, Any] = {"id": one.id}
    if one.parties:
        made["part"] = one.parties[0] if len(one.parties) == 1 else list(one.parties)
    if one.focus:
        made["fokus"] = [one.focus]
    if one.goal:
        made["mål_för"] = [one.goal]
    made["text"] = one.text
    read = measures(f"{one.text.rstrip('.')}. {one.timed}" if one.timed else one.text, first_day(found))
    targets = list(read.targets)
    if targets:
        made["mål"] = targets[0] if len(targets) == 1 else targets
    if said := [cell for cell in one.when if len(one.when) == 1 or not _is_measured(cell)]:
        made["tid"] = said[0]
    elif read.schedule:
        made["tid"] = read.schedule
    if read.due:
        made["senast"] = read.due
    if one.responsible:
        made["ansvarig"] = {"funktion": one.responsible}
    return made


def _is_measured(cell: str) -> bool:
    """Whether targets and deadlines hold all that a cell says."""
    read = measures(cell)
    return bool(read.targets or read.due or re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", cell))


def _followed(found: Found) -> Iterator[Part]:
    if found.follow_up:
        yield Part("uppföljningsplan", plan_of(found.text(found.follow_up)), [found.follow_up])
    if found.feedback:
        values = [channel_of(found.blocks[index].text) for index in found.feedback]
        yield Part("återkoppling", values, [[index] for index in found.feedback])
