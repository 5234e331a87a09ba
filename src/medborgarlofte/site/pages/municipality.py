"""Place pages: whether promises tend to be kept, and every year."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import enumerated
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import called
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.listing import by_start, card
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.places import name_of, promises_of, timeline
from medborgarlofte.site.progress import has_ended
from medborgarlofte.site.threads import threads_of
from medborgarlofte.site.views import Run, Sentence, Verdict, answer, counts_of
from medborgarlofte.stats import counted


def pages(site: Site) -> Iterator[Page]:
    """One page for each place."""
    for place, found in site.by_place.items():
        name = called(place)
        yield Page(
            address=site.place_addresses[place],
            template="municipality",
            title=site.say(Text(f"Löften till {name}, år för år", f"Promises to {name}, year by year")),
            sources=tuple(loaded.id for loaded in found),
            make=partial(_data, site, place, found),
            about=site.say(
                Text(
                    f"Löften till invånarna i {name}, år för år.",
                    f"Promises to residents of {name}, year by year.",
                )
            ),
            owners=(place,),
            section="places",
        )


def _data(site: Site, place: str, found: tuple[LoadedDocument, ...]) -> dict[str, Any]:
    others = [loaded for loaded in found if not isinstance(loaded.document, (Promise, FollowUp))]
    return {
        "place": called(place),
        "about_line": _line(site, place),
        "verdict": _verdict(site, place),
        "years": timeline(site, place),
        "threads": threads_of(site, place),
        "others": [card(site, loaded) for loaded in sorted(others, key=by_start, reverse=True)],
    }


def _line(site: Site, place: str) -> Sentence:
    """”Exempelby kommun och Lokalpolisområde Mittdalen har lovat invånarna något sedan 2023.”"""
    figures = [one for one in promises_of(site, place) if not one.promise.is_draft]
    if not figures:
        return [Run(Text("Här finns inget löfte ännu.", "There is no promise here yet.")[site.lang])]
    names = enumerated([party.name for party in figures[0].promise.parties])[site.lang]
    start = figures[-1].promise.period.start
    since = Text(f" sedan {start.year}" if start else "", f" since {start.year}" if start else "")
    said = Text(f" har lovat invånarna något{since.sv}.", f" have promised residents something{since.en}.")
    return [Run(names, own=True), Run(said[site.lang])]


def _verdict(site: Site, place: str) -> Verdict:
    """Whether promises tend to be kept, by the years that have ended."""
    lang, figures = site.lang, [one for one in promises_of(site, place) if not one.promise.is_draft]
    over = [one for one in figures if has_ended(site, one) and any(unit.report for unit in one.units)]
    statuses = counted(unit for one in over for unit in one.units)
    question = Text("Brukar löftena hållas?", "Are the promises usually kept?")
    if not over:
        none = Text("löften är uppföljda till slut", "promises have been followed up to the end")
        reported = any(unit.report for one in figures for unit in one.units)
        missing = Text("Ingen uppföljning är publicerad här.", "No follow-up is published here.")
        return Verdict(question[lang], "0", none[lang], notes=[] if reported else [[Run(missing[lang])]])
    value, rest = answer(statuses, lang, ended=True)
    return Verdict(
        question[lang],
        value,
        rest,
        counts=counts_of(statuses, lang),
        notes=[
            [Run(_counts_which(site, over, figures))],
            [Run(Text("Parterna har själva följt upp.", "The parties have followed up themselves.")[lang])],
        ],
    )


def _counts_which(site: Site, over: list[Any], every: list[Any]) -> str:
    """”Gäller löftena 2023, 2024 och 2025. Löftet för 2026 räknas med när det är slut.”"""
    named = enumerated([name_of(site, one.loaded) for one in reversed(over)])
    one = len(over) == 1
    text = Text(
        f"Gäller {'löftet' if one else 'löftena'} {named.sv}.",
        f"Counts the {'promise' if one else 'promises'} {named.en}.",
    )
    left = [name_of(site, each.loaded) for each in every if each not in over]
    if left:
        names = enumerated(list(reversed(left)))
        text = Text(
            f"{text.sv} {'Löftet' if len(left) == 1 else 'Löftena'} {names.sv} räknas med när {'det' if len(left) == 1 else 'de'} är slut och uppföljt.",
            f"{text.en} {names.en} will be counted when {'it has' if len(left) == 1 else 'they have'} ended and been followed up.",
        )
    return text[site.lang]
