"""Municipalities side by side as JSON (docs/schema/compare.schema.json)."""

import json
from typing import Final

from medborgarlofte.i18n import Language
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.regional import Region, gaps

VERSION: Final = 1


def write(region: Region, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Municipalities, their topics and the wordings they share."""
    differences = {gap.place: gap for gap in gaps(region)}
    names = [place.name for place in region.places]
    places = [
        {
            "name": place.name,
            "state": place.state,
            "promises": [row.figures.id for row in place.shown],
            "commitments": commitments,
            "alone": list(differences[place.name].alone) if place.name in differences else [],
            "lacking": list(differences[place.name].lacking) if place.name in differences else [],
        }
        for place, commitments in zip(region.places, region.commitments, strict=True)
    ]
    envelope = {
        "version": VERSION,
        "today": region.today.isoformat(),
        "area": {"kind": region.area.kind, "name": region.area.name[lang]},
        "places": places,
        "topics": [
            {
                "category": topic.slug or None,
                "label": categories()[topic.slug].label[lang] if topic.slug else None,
                "commitments": dict(zip(names, topic.counts, strict=True)),
            }
            for topic in region.topics
        ],
        "shared": [
            {
                "text": shared.text,
                "verbatim": shared.is_verbatim,
                "places": list(shared.places),
                "commitments": [f"{row.promise.id}#{row.unit.commitment.id}" for row in shared.sharers],
            }
            for shared in region.shared
        ],
        "absent": list(region.absent),
    }
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"
