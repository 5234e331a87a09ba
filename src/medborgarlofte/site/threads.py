"""The same commitment through the years."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.diff.kinds import CHANGE_WORDS, ChangeLook, look_of_change
from medborgarlofte.diff.model import Change
from medborgarlofte.i18n import Language
from medborgarlofte.language.facts import lower
from medborgarlofte.language.phrases import format_target
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.site.page import Site
from medborgarlofte.site.places import name_of, promises_of
from medborgarlofte.site.views import Count, look_of
from medborgarlofte.stats import Unit

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
    changes = {number: list(_confirmed(site, loaded)) for number, loaded in enumerate(chain) if number}
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
    names = [name_of(site, loaded) for loaded in chain]
    return Threads(
        [
            name if names.count(name) == 1 else site.title(loaded)
            for name, loaded in zip(names, chain, strict=True)
        ],
        [row for row in rows if sum(cell is not None and not cell.gone for cell in row.cells) > 1],
    )


def _confirmed(site: Site, loaded: LoadedDocument) -> Iterator[Change]:
    comparison = site.comparison(loaded.id)
    for change in comparison.changes if comparison else ():
        if not change.is_guess:
            yield change


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
    return format_target(target.model_copy(update={"per": None}) if target.per == "perioden" else target)[
        lang
    ]
