"""The draft of a samverkansöverenskommelse."""

import itertools
from collections.abc import Iterator
from typing import Any

from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.categories import category_of
from medborgarlofte.importing.compose_parts import doubts, name, parties, period, prose, shared
from medborgarlofte.importing.draft import Draft, Part
from medborgarlofte.importing.found import Found, FoundArea


def agreement(found: Found, source: Source) -> Draft:
    parts = [
        Part("titel", found.title or source.name, [found.title_blocks]),
        Part("status", "utkast"),
        Part("period", period(found), [[found.period.block] if found.period else []]),
        Part("parter", parties(found)),
    ]
    parts += prose(found, "inledning", found.introduction)
    if found.purposes:
        parts.append(Part("syften", [found.blocks[index].text for index in found.purposes], [found.purposes]))
    if found.areas:
        parts.append(
            Part(
                "områden",
                _agreement_areas(found),
                [[*area.blocks, *area.description] for area in found.areas],
            )
        )
    parts += prose(found, "handlingsplan", found.action_plan)
    if found.follow_up:
        parts.append(Part("uppföljning", {"text": found.text(found.follow_up)}, [found.follow_up]))
    parts += shared(found, source)
    return Draft(
        name(found, "samverkansöverenskommelse"), "samverkansöverenskommelse", parts, list(doubts(found))
    )


def _agreement_areas(found: Found) -> list[dict[str, Any]]:
    """Areas, with an id of its own for each where the source uses a number or letter again."""
    taken: set[str] = set()
    made = []
    for area in found.areas:
        own = next(name for name in _numbered(area.id) if name not in taken)
        taken.add(own)
        made.append(_agreement_area(own, area, found))
    return made


def _numbered(name: str) -> Iterator[str]:
    """The name, then the name with 2, 3 and so on."""
    yield name
    for number in itertools.count(2):
        yield f"{name}-{number}"


def _agreement_area(own: str, area: FoundArea, found: Found) -> dict[str, Any]:
    made: dict[str, Any] = {"id": own, "rubrik": area.title}
    if category := category_of(area.title):
        made["kategorier"] = [category]
    if area.description:
        made["text"] = found.text(area.description)
    return made
