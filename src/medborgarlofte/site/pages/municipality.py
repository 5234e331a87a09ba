"""Page of a place: its promises and its commitments through the years."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from medborgarlofte.diff.kinds import CHANGE_WORDS, ChangeLook, look_of_change
from medborgarlofte.diff.model import Change
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.facts import lower
from medborgarlofte.language.phrases import enumerated, format_target
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.places import called
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.places import by_start, card, name_of, names_of, promises_of, timeline
from medborgarlofte.site.progress import has_ended
from medborgarlofte.site.views import Count, Run, Sentence, Verdict, answer, counts_of, look_of
from medborgarlofte.stats import Unit, counted

MOST_YEARS: Final = 6
"""Columns of a table; earlier years are on the pages of their promises."""


class Cell(NamedTuple):
    """A commitment in one year."""

    look: str
    label: str
    """How it went."""
    promised: str = ""
    """The target: ”minst 90 kvällar”."""
    change: Count | None = None
    """Since the year before."""
    gone: bool = False
    """Whether it was removed that year; `label` says so."""


class Thread(NamedTuple):
    """A commitment and what it came from."""

    words: str
    """The latest wording."""
    cells: Sequence[Cell | None]
    """In the order of the years; None where there was no such commitment."""


class Threads(NamedTuple):
    """The commitments of promises that follow each other."""

    years: Sequence[str]
    rows: Sequence[Thread]


def threads_of(site: Site, place: str) -> list[Threads]:
    """Threads of a place, one table for each line of at least two adopted promises; the newest line first.

    Pairs are those that `fortsätter` states, of the same words, or so alike that they count as a fact.
    """
    return [found for chain in _chains(site, place) if (found := _threads(site, chain)).rows]


def _chains(site: Site, place: str) -> Iterator[list[LoadedDocument]]:
    """Adopted promises that follow each other, oldest first."""
    adopted = {one.id: one.loaded for one in promises_of(site, place) if not one.promise.is_draft}
    followed = {site.before[key].id for key in adopted if key in site.before}
    for key, loaded in adopted.items():
        if key in followed:
            continue
        chain = [loaded]
        while (former := site.before.get(chain[-1].id)) and former.id in adopted and former not in chain:
            chain.append(former)
        if len(chain) > 1:
            yield list(reversed(chain[:MOST_YEARS]))


Key = tuple[int, str]
"""A commitment: the number of its promise in the line, and its id."""


def _threads(site: Site, chain: Sequence[LoadedDocument]) -> Threads:
    units = {
        (number, unit.commitment.id): unit
        for number, loaded in enumerate(chain)
        for unit in site.figures[loaded.id].units
    }
    changes = {number: site.confirmed(loaded.id) for number, loaded in enumerate(chain) if number}
    came_from = {
        (number, new): ((number - 1, change.old[0]) if change.old else None, change)
        for number, found in changes.items()
        for change in found
        for new in change.new
    }
    gone = {
        (number - 1, old): change
        for number, found in changes.items()
        for change in found
        if not change.new
        for old in change.old
    }
    continued = {former for former, _ in came_from.values() if former}
    ends = sorted((key for key in units if key not in continued), key=lambda key: -key[0])
    rows = [_thread(site.lang, key, len(chain), units, came_from, gone) for key in ends]
    kept = [row for row in rows if sum(cell is not None and not cell.gone for cell in row.cells) > 1]
    return Threads(names_of(site, chain), kept)


_Origin = tuple[Key | None, Change]


def _thread(
    lang: Language,
    end: Key,
    years: int,
    units: Mapping[Key, Unit],
    came_from: Mapping[Key, _Origin],
    gone: Mapping[Key, Change],
) -> Thread:
    cells: list[Cell | None] = [None] * years
    if end in gone:
        words = CHANGE_WORDS["gone"].label[lang]
        cells[end[0] + 1] = Cell("gone", words, gone=True)
    key: Key | None = end
    while key is not None:
        former, change = came_from.get(key, (None, None))
        cells[key[0]] = _cell(lang, units[key], look_of_change(change) if change else None)
        key = former
    return Thread(units[end].commitment.text, cells)


def _cell(lang: Language, unit: Unit, change: ChangeLook | None) -> Cell:
    shown = change and change not in ("same", "like")
    return Cell(
        look_of(unit.status),
        STANDINGS[unit.status].label[lang],
        _promised(unit.commitment, lang),
        Count(change, lower(CHANGE_WORDS[change].label[lang])) if change and shown else None,
    )


def _promised(commitment: Commitment, lang: Language) -> str:
    """The first target, without ”under perioden”."""
    if not commitment.targets:
        return ""
    target = commitment.targets[0]
    if target.per == "perioden":
        target = target.model_copy(update={"per": None})
    return format_target(target)[lang]


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
