"""Parts that several kinds of drafts have: lists, prose, focus areas and goals."""

from collections.abc import Iterable, Iterator
from typing import Any

from medborgarlofte.importing import parts
from medborgarlofte.importing.draft import Part
from medborgarlofte.importing.found import Found, FoundArea

Valued = Iterable[tuple[Any, list[int]]]
"""Values with the blocks behind them."""


def listed(key: str, items: Valued) -> Iterator[Part]:
    """List part with each item's blocks, if any."""
    if made := list(items):
        yield Part(key, [value for value, _ in made], [blocks for _, blocks in made])


def prose(found: Found, key: str, *sections: str) -> Iterator[Part]:
    """The blocks in unbroken order; headings and furniture may lie between."""
    kept: list[int] = []
    for index in sorted({index for section in sections for index in found.sections[section]}):
        between = found.blocks[kept[-1] + 1 : index] if kept else ()
        if any(block.kind not in ("heading", "furniture") for block in between):
            break
        kept.append(index)
    if kept:
        yield Part(key, found.text(kept), [kept])


def aims(found: Found) -> Iterator[Part]:
    """Focus areas and outcome goals."""
    areas = [
        (area_of(one, beskrivning=found.text(one.description)), [*one.blocks, *one.description])
        for one in found.focus_areas
    ]
    yield from listed("fokusområden", areas)
    goals = [
        (
            {"id": one.id}
            | ({"fokus": [one.focus]} if one.focus else {})
            | {"text": one.text}
            | ({"indikator": one.indicator} if one.indicator else {}),
            [one.block, *one.beside],
        )
        for one in found.goals
    ]
    yield from listed("effektmål", goals)


def area_of(found: FoundArea, **texts: str) -> dict[str, Any]:
    """Value of a focus area or problem."""
    category = parts.category_of(found.title)
    made = {"id": found.id, "rubrik": found.title} | ({"kategori": category} if category else {})
    return made | {key: text for key, text in texts.items() if text}
