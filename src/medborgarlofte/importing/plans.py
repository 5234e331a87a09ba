"""Parts of an åtgärdsplan."""

from collections.abc import Iterator
from typing import Any

from medborgarlofte.importing import parts
from medborgarlofte.importing.draft import Part
from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.people import is_role
from medborgarlofte.importing.sections import aims, listed, prose


def action_plan(found: Found) -> Iterator[Part]:
    """Date, aims, measures and follow-up of a plan; without a decision the date is where the period begins."""
    begins = str(found.period.start or "") if found.period else ""
    decided = next((decision["datum"] for decision, _ in found.decisions), found.signed) or begins
    if decided:
        yield Part("datum", decided)
    yield from prose(found, "inledning", "introduction")
    yield from aims(found)
    made = [
        (_measure(found, one, number), one.blocks) for number, one in enumerate(found.commitments, start=1)
    ]
    yield from listed("åtgärder", made)
    if plan := found.sections["follow-up"]:
        yield Part("uppföljning", {"text": found.text(plan)}, [plan])


def _measure(found: Found, one: FoundCommitment, number: int) -> dict[str, Any]:
    read = measures(f"{one.text.rstrip('.')}. {one.timed}" if one.timed else one.text, parts.first_day(found))
    problem = next((area.title for area in found.focus_areas if area.id == one.focus), "")
    made = {
        "id": f"Å{number}",
        "text": one.text,
        "problem": problem,
        "mål": read.targets[0] if len(read.targets) == 1 else list(read.targets),
        "senast": read.due,
        "ansvarig": {"funktion" if is_role(one.responsible) else "enhet": one.responsible}
        if one.responsible
        else None,
    }
    return {key: value for key, value in made.items() if value}
