"""Municipalities compared, as text and JSON (docs/schema/compare.schema.json)."""

from collections.abc import Iterator
from typing import Final

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import enumerated
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.regional import Region, gaps
from medborgarlofte.report.formats import View, to_json, wrap

ALONE = Text("bara här", "only here")
LACKING = Text("saknas, men finns hos de flesta andra", "missing, although most others have it")
LACKING_OF_TWO = Text("saknas, men finns hos den andra", "missing, although the other has it")


_PAIR: Final = 2


def write_text(region: Region, view: View) -> str:
    """Counts, topics, differences and shared wordings."""
    sections = [
        _head(region),
        _topics(region, view.lang),
        _differences(region, view.lang),
        _shared(region, view.lang),
    ]
    lines = [line for section in sections for line in section]
    shown = [
        piece
        for line in lines
        for piece in (wrap(line[view.lang], view.width, "", "    ") if isinstance(line, Text) else [line])
    ]
    return "\n".join(shown) + "\n"


Line = Text | str


def _head(region: Region) -> Iterator[Line]:
    total, name = len(region.places), region.area.name
    yield Text(
        f"{name.sv}: {total} kommuner, {region.in_force} med löfte som gäller.",
        f"{name.en}: {total} municipalities, {region.in_force} with a promise in force.",
    )
    without = [place.name for place in region.places if place.state == "none"]
    if without:
        listed = enumerated(without)
        yield Text(f"Utan löfte: {listed.sv}.", f"Without a promise: {listed.en}.")


def _topics(region: Region, lang: Language) -> Iterator[Line]:
    yield ""
    yield Text("Ämnen", "Topics")
    for topic in region.topics:
        places = sum(count > 0 for count in topic.counts)
        label = categories()[topic.slug].label if topic.slug else Text("utan ämne", "without a topic")
        made = Text(*(("åtagande", "commitment") if topic.total == 1 else ("åtaganden", "commitments")))
        towns = Text(
            f"{places} kommun{'er' * (places != 1)}", f"{places} of {len(region.places)} municipalities"
        )
        yield f"  {label[lang]}: {topic.total} {made[lang]}, {towns[lang]}"


def _differences(region: Region, lang: Language) -> Iterator[Line]:
    found = gaps(region)
    lacking = LACKING if len(region.places) > _PAIR else LACKING_OF_TWO
    if found:
        yield ""
        yield Text("Skillnader", "Differences")
    for gap in found:
        for label, slugs in ((ALONE, gap.alone), (lacking, gap.lacking)):
            if slugs:
                named = ", ".join(categories()[slug].label[lang] for slug in slugs)
                yield f"  {gap.place}, {label[lang]}: {named}"


def _shared(region: Region, lang: Language) -> Iterator[Line]:
    yield ""
    if not region.shared:
        yield Text(
            "Inget åtagande har samma ord i flera kommuner.", "No commitment is worded alike in several."
        )
        return
    yield Text("Samma ord i flera kommuner", "The same words in several municipalities")
    for shared in region.shared:
        near = "" if shared.is_verbatim else Text(" (nästan samma ord)", " (nearly the same words)")[lang]
        who = ", ".join(f"{row.place} {row.unit.commitment.id}" for row in shared.sharers)
        text = " ".join(shared.text.split())
        yield f"  {who}{near}"
        yield Text(f"    ”{text}”", f"    “{text}”")


VERSION: Final = 1


def write_json(region: Region, view: View) -> str:
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
        "area": {"kind": region.area.kind, "name": region.area.name[view.lang]},
        "places": places,
        "topics": [
            {
                "category": topic.slug or None,
                "label": categories()[topic.slug].label[view.lang] if topic.slug else None,
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
    return to_json(envelope)
