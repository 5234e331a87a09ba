"""The draft of a samverkansöverenskommelse."""

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
                [_agreement_area(area, found) for area in found.areas],
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


def _agreement_area(area: FoundArea, found: Found) -> dict[str, Any]:
    made: dict[str, Any] = {"id": area.id, "rubrik": area.title}
    if category := category_of(area.title):
        made["kategorier"] = [category]
    if area.description:
        made["text"] = found.text(area.description)
    return made
