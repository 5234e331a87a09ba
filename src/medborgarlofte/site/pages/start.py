"""Start page: how it goes with the promises in force."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from medborgarlofte.follow_up.reports import reported
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_commitments
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import called, located, place_name
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.data_files import first_date
from medborgarlofte.site.dates import comments_until
from medborgarlofte.site.page import Page, Site, title_of
from medborgarlofte.site.pages.focus_area import themes
from medborgarlofte.site.pages.promise import theme_link
from medborgarlofte.site.places import latest_of, name_of, promises_of
from medborgarlofte.site.progress import answer_of, goal_views, has_ended, promise_verdict
from medborgarlofte.site.regions import area_address, areas_of
from medborgarlofte.site.views import NO_FOLLOW_UP, NO_REPORT, Run, Tile, Verdict, counts_of, tile
from medborgarlofte.stats import PromiseFigures, counted, year_of
from medborgarlofte.swedish import format_date

NEWEST: Final = 5


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="index",
        template="start",
        title=site.name,
        sources=tuple(site.workspace.documents),
        make=lambda: _data(site),
        about=site.say(ABOUT),
    )


ABOUT = Text(
    "Vad kommunen och polisen har lovat invånarna, och hur det går.",
    "What the municipality and the police have promised residents, and how it is going.",
)


def _data(site: Site) -> dict[str, Any]:
    places = list(site.by_place)
    single = places[0] if len(places) == 1 else None
    latest = latest_of(site, single) if single else None
    data = _of_one_place(site, single, latest) if single and latest else _of_several(site, places)
    return {
        "heading": site.say(HEADING.format({"place": called(single)})) if single else site.name,
        "heading_is_own": site.website.name is not None and not single,
        "regions": [(site.say(area.name), f"{area_address(area)}.html") for area in areas_of(site)],
        "drafts": list(_drafts(site)),
        "newest": _newest(site),
        "commitments": sum(len(one.units) for one in site.figures.values()),
        **data,
    }


HEADING: Final = Text("Löften till dig som bor i {place}", "Promises to you who live in {place}")


def _of_one_place(site: Site, place: str, latest: PromiseFigures) -> dict[str, Any]:
    verdict = promise_verdict(site, latest, linked=False)
    year, count = year_of(latest.promise), format_commitments(len(latest.units))
    question = Text(f"Hur går det med löftet för {year}?", f"How is the promise for {year} going?")
    if has_ended(site, latest):
        question = Text(f"Hölls löftet för {year}?", f"Was the promise for {year} kept?")
    see_all = Text("Se åtagandet", "See the commitment")
    if len(latest.units) > 1:
        see_all = Text(f"Se alla {count.sv}", f"See all {count.en}")
    history = site.follow_ups(latest.id)
    return {
        "place": called(place),
        "verdict": verdict._replace(
            question=question[site.lang] if year else verdict.question,
            acts=[Run(see_all[site.lang], site.link(latest.id))],
        ),
        "areas": list(_areas(site, latest)),
        "tiles": [
            tile(name_of(site, one.loaded), counted(one.units), site.lang, link=site.link(one.id), own=False)
            for one in promises_of(site, place)
            if one.id != latest.id and not one.promise.is_draft
        ],
        "place_link": f"{site.place_addresses[place]}.html",
        "goals": goal_views(site, latest.promise.outcome_goals, history, latest.promise),
        "promise": latest.promise,
    }


def _areas(site: Site, figures: PromiseFigures) -> Iterator[Tile]:
    """Focus areas with how they go; each commitment under its first."""
    missing = NO_REPORT if any(unit.report for unit in figures.units) else NO_FOLLOW_UP
    for area in figures.promise.focus_areas:
        units = [unit for unit in figures.units if unit.commitment.focus[:1] == (area.id,)]
        link = theme_link(area) or site.link(figures.id)
        yield tile(area.title, counted(units), site.lang, link=link, missing=missing)


def _of_several(site: Site, places: list[str]) -> dict[str, Any]:
    latest = {place: latest_of(site, place) for place in places}
    every = {one.id: one for one in latest.values() if one}
    units = [unit for one in every.values() for unit in one.units]
    statuses, lang = counted(units), site.lang
    ended = all(has_ended(site, one) for one in every.values())
    question = Text("Hur går det med löftena?", "How are the promises going?")
    if ended:
        question = Text("Hölls löftena?", "Were the promises kept?")
    return {
        "place": None,
        "verdict": Verdict(
            question[lang],
            *answer_of(site, units, ended=ended),
            counts=counts_of(statuses, lang),
            small=_small(every.values(), places)[lang] if len(places) > 1 else "",
            acts=[Run(Text("Se alla åtaganden", "See all commitments")[lang], "alla-ataganden.html")],
        )
        if units
        else None,
        "areas": [
            tile(label, statuses, lang, link=link, own=False) for label, link, statuses in themes(site)
        ],
        "tiles": [_place_tile(site, place, one) for place, one in latest.items()],
        "place_link": None,
        "goals": [],
        "promise": None,
    }


def _small(every: Iterable[PromiseFigures], places: Sequence[str]) -> Text:
    """What the verdict of several places counts."""
    count = len(places)
    towns = {place_name(party) for one in every for party in located(one.promise) if party.kind == "kommun"}
    others = "" if towns.issuperset(places) else " och andra platser"
    return Text(
        f"I det senaste löftet i {count} kommuner{others}.", f"In the latest promise of {count} places."
    )


def _place_tile(site: Site, place: str, latest: PromiseFigures | None) -> Tile:
    link = f"{site.place_addresses[place]}.html"
    if latest is None:
        return Tile(place, (), "", Text("inget löfte", "no promise")[site.lang], link=link)
    return tile(place, counted(latest.units), site.lang, link=link)


class Draft(NamedTuple):
    """A draft that one may comment on."""

    title: str
    link: str
    until: str
    """”Synpunkter till och med den 30 november 2026.”"""


def _drafts(site: Site) -> Iterator[Draft]:
    for loaded, promise in site.workspace.of_kind(Promise):
        if promise.is_draft:
            until = comments_until(promise)
            words = (
                Text(f"Synpunkter till och med {until.sv}.", f"Comments until {until.en}.") if until else None
            )
            yield Draft(promise.title, site.link(loaded.id), words[site.lang] if words else "")


class News(NamedTuple):
    """A new promise or follow-up."""

    text: str
    title: str
    link: str
    date: str


def _newest(site: Site) -> list[News]:
    found: list[tuple[dt.date, News]] = []
    for loaded, promise in site.workspace.of_kind(Promise):
        if first := first_date(loaded):
            kind = Text("Utkast: ", "Draft: ") if promise.is_draft else Text("", "")
            date = format_date(first.stated, site.lang)
            found.append((first.day, News(kind[site.lang], promise.title, site.link(loaded.id), date)))
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        about = site.workspace.documents.get(follow_up.promise)
        title = title_of(about) if about else follow_up.title or site.say(FollowUp.LABEL)
        if (about or not follow_up.promise) and reported([(loaded, follow_up)]):
            draft = Text("Utkast till uppföljning av ", "Draft follow-up of ")
            kind = draft if follow_up.is_draft else Text("Uppföljning av ", "Follow-up of ")
            date = format_date(follow_up.date, site.lang)
            found.append((follow_up.date.last, News(kind[site.lang], title, site.link(loaded.id), date)))
    found.sort(key=lambda row: (-row[0].toordinal(), row[1].link))
    return [news for _, news in found[:NEWEST]]
