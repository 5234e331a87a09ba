"""Region pages: who has a promise, how it goes, and what is promised in several places."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import enumerated, format_commitments
from medborgarlofte.model.places import called
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.regional import Area, Shared, Sharer, Topic, region_of
from medborgarlofte.site.commitments import outcome_of
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.focus_area import focus_address
from medborgarlofte.site.regions import area_address, areas_of, region_rows, region_verdict
from medborgarlofte.site.views import MatrixRow, look_of
from medborgarlofte.swedish import format_number

FEW_COLUMNS: Final = 8
"""Municipalities that fit side by side; of more, topics are counted over all of them."""
MOST_SHARED: Final = 20
"""Shared wordings on the page, those in most places first."""


def pages(site: Site) -> Iterator[Page]:
    """One page for each area of several municipalities."""
    for area in areas_of(site):
        places, count = set(area.places), len(area.places)
        sources = [key for key, one in site.figures.items() if places.intersection(one.places)]
        follow_ups = [source.id for key in sources for source, _ in site.follow_ups(key)]
        about = Text(
            f"{count} kommuner: vilka som har ett löfte, hur det går och vad löftena handlar om.",
            f"{count} municipalities: who has a promise, how it is going and what the promises are about.",
        )
        yield Page(
            address=area_address(area),
            template="region",
            title=site.say(area.name),
            sources=(*sources, *follow_ups),
            make=partial(_data, site, area),
            about=site.say(about),
            section="places",
        )


def _data(site: Site, area: Area) -> dict[str, Any]:
    region = region_of(area, list(site.figures.values()), site.workspace, today=site.day)
    columns = [called(place.name) for place in region.places]
    fits = len(columns) <= FEW_COLUMNS
    shared = region.shared
    return {
        "name_is_own": area.kind != "all",
        "verdict": region_verdict(site, region),
        "rows": [row for place in region.places for row in region_rows(site, place)],
        "columns": columns,
        "topics": [_topic(site, topic) for topic in region.topics] if fits else [],
        "totals": [format_number(number, site.lang) for number in region.commitments],
        "summed": [] if fits else [_summed(site, topic) for topic in region.topics],
        "absent": enumerated([site.say(categories()[slug].label).lower() for slug in region.absent])
        if region.topics
        else None,
        "shared": [_shared(site, one) for one in shared[:MOST_SHARED]],
        "more_shared": max(0, len(shared) - MOST_SHARED),
    }


# ---------------------------------------------------------------- topics

NO_TOPIC: Final = Text("Utan ämne", "Without a theme")


def _topic(site: Site, topic: Topic) -> MatrixRow:
    link = f"{focus_address(topic.slug)}.html" if topic.slug else ""
    return MatrixRow(_topic_name(site, topic), topic.counts, link, own=False)


def _topic_name(site: Site, topic: Topic) -> str:
    return site.say(categories()[topic.slug].label if topic.slug else NO_TOPIC)


def _summed(site: Site, topic: Topic) -> tuple[str, str, str]:
    """”Trafik”, ”12 åtaganden”, ”7 av 20 kommuner”."""
    some, every = sum(map(bool, topic.counts)), len(topic.counts)
    where = Text(f"{some} av {every} kommuner", f"{some} of {every} municipalities")
    return _topic_name(site, topic), site.say(format_commitments(topic.total)), site.say(where)


# ---------------------------------------------------------------- shared wordings


class SharerView(NamedTuple):
    """How it went in one place."""

    look: str
    place: str
    outcome: str
    own_words: str
    """Its wording, where that differs."""
    link: str


class SharedView(NamedTuple):
    """A wording and the places that use it."""

    words: str
    notes: str
    sharers: list[SharerView]


def _shared(site: Site, shared: Shared) -> SharedView:
    same, near = (len({row.place for row in shared.sharers if row.same is said}) for said in (True, False))
    notes = Text(
        f"Nästan lika i {near + same} kommuner.", f"Nearly the same in {near + same} municipalities."
    )
    if same > 1:
        more = Text(f", nästan lika i {near} till", f", nearly the same in {near} more")
        more = more if near else Text("", "")
        notes = Text(
            f"Ordagrant lika i {same} kommuner{more.sv}.", f"Word for word in {same} municipalities{more.en}."
        )
    vague = Text(
        " Ingen av dem säger hur mycket, så det går inte att svara på om det hölls.",
        " None of them says how much, so whether it was kept cannot be answered.",
    )
    said = site.say(notes) + ("" if shared.is_measurable else site.say(vague))
    return SharedView(shared.text, said, [_sharer(site, row) for row in shared.sharers])


def _sharer(site: Site, sharer: Sharer) -> SharerView:
    figures, unit = sharer.promise, sharer.unit
    outcome = outcome_of(site, figures.promise, unit.commitment, unit.report)
    words = f"{outcome.value}{outcome.against}" or STANDINGS[unit.status].label[site.lang].lower()
    if figures.promise.is_draft:
        words = Text("utkast", "draft")[site.lang]
    return SharerView(
        "idle" if figures.promise.is_draft else look_of(unit.status),
        called(sharer.place),
        words.strip(),
        "" if sharer.same else unit.commitment.text,
        f"{site.link(figures.id)}#{unit.commitment.id}",
    )
