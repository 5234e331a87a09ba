"""Promises of a place through the years, and lists of its documents."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from medborgarlofte.diff.kinds import count_changes, format_change_count
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_commitments, format_of, format_when
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.places import called, places
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER, Party
from medborgarlofte.model.references import is_reference
from medborgarlofte.model.survey import Survey
from medborgarlofte.site.dates import comments_until
from medborgarlofte.site.page import Site, comparison_address
from medborgarlofte.site.progress import has_ended, single_year
from medborgarlofte.site.views import Count, Run, Sentence, Square, mini_squares, strip_text
from medborgarlofte.stats import PromiseFigures, counted, year_of
from medborgarlofte.swedish import sort_key


class Crumb(NamedTuple):
    """A breadcrumb."""

    title: str
    link: str
    own: bool = True
    """Whether the title is the document's own."""


def crumbs(site: Site, document: Any) -> list[Crumb]:
    """Breadcrumbs of a document with one place."""
    found = [place for place in places(document) if place in site.place_addresses]
    if len(found) != 1:
        return []
    return [Crumb(called(found[0]), f"{site.place_addresses[found[0]]}.html")]


def promise_crumb(site: Site, promise_id: str) -> Crumb:
    """”Löftet 2026”, which leads to a promise."""
    loaded = site.workspace.documents[promise_id]
    year = year_of(loaded.document)
    name = Text(f"Löftet {year}", f"The promise {year}") if year else Text("Löftet", "The promise")
    return Crumb(site.say(name), site.link(promise_id), own=False)


def goal_sources(site: Site, loaded: LoadedDocument, promise: Promise) -> list[str]:
    """Ids of surveys that measure a promise's goals."""
    named = [
        (goal.indicator or "").partition("#")[0]
        for goal in promise.outcome_goals
        if is_reference(goal.indicator or "")
    ]
    beside = [survey.id for survey, _ in site.workspace.of_kind(Survey) if survey.folder == loaded.folder]
    return [*named, *beside] if named else []


class Card(NamedTuple):
    """A document in a list."""

    title: str
    link: str
    document: Any


def card(site: Site, loaded: LoadedDocument) -> Card:
    """Title and address of a document."""
    return Card(site.title(loaded), site.link(loaded.id), loaded.document)


def by_start(loaded: LoadedDocument) -> tuple[str, str]:
    """Sort key: start of period or date, then id."""
    period = loaded.document.period
    start = period.start if period else None
    day = start or loaded.document.date
    return (day.first.isoformat() if day else "", sort_key(loaded.id))


class Promised(NamedTuple):
    """The commitments under one heading."""

    names: list[str]
    """The parties that promise; empty when the verb says it all."""
    verb: Text
    commitments: list[Commitment]


def by_party(document: Promise | Agreement) -> Iterator[Promised]:
    """The commitments of each party in its order, then the joint ones, then those without a party."""
    parties = {party.id: party for party in document.parties}
    groups: dict[tuple[str, ...], list[Commitment]] = {(party.id,): [] for party in document.parties}
    for commitment in document.commitments:
        groups.setdefault(commitment.parties, []).append(commitment)
    joint = [key for key in groups if len(key) > 1 or TOGETHER in key]
    order = [*((party.id,) for party in document.parties), *joint, ()]
    for key in order:
        if groups.get(key):
            yield Promised(*_heading(key, parties), groups[key])


def _heading(key: tuple[str, ...], parties: dict[str, Party]) -> tuple[list[str], Text]:
    if not key:
        return [], Text("Åtaganden utan angiven part", "Commitments without a stated party")
    if TOGETHER in key:
        return [], Text("Tillsammans lovar vi", "Together we promise")
    names = [parties[party].name for party in key]
    return names, Text("lovar", "promise" if len(names) > 1 else "promises")


class Year(NamedTuple):
    """A promise on the timeline."""

    name: str
    link: str
    squares: Sequence[Square]
    text: str
    sentence: Sentence
    changes: Sequence[Count]
    notes: Sequence[Sentence]
    planned: bool


def promises_of(site: Site, place: str) -> list[PromiseFigures]:
    """Promises of a place, newest first."""
    found = [loaded for loaded in site.by_place[place] if isinstance(loaded.document, Promise)]
    return [site.figures[one.id] for one in sorted(found, key=by_start, reverse=True)]


def latest_of(site: Site, place: str) -> PromiseFigures | None:
    """The latest promise of a place that is not a draft, else None."""
    return next((one for one in promises_of(site, place) if not one.promise.is_draft), None)


def name_of(site: Site, loaded: LoadedDocument) -> str:
    """”2026”; the title where the year is not known."""
    return year_of(loaded.document) or site.title(loaded)


def names_of(site: Site, rows: Sequence[LoadedDocument]) -> list[str]:
    """Names of promises; those of one year are told apart by their titles."""
    names = [name_of(site, loaded) for loaded in rows]
    return [
        name if names.count(name) == 1 else site.title(loaded)
        for name, loaded in zip(names, rows, strict=True)
    ]


def timeline(site: Site, place: str) -> list[Year]:
    """The promises of a place, newest first."""
    found = promises_of(site, place)
    names = names_of(site, [one.loaded for one in found])
    return [_year(site, one, name, is_first=one is found[-1]) for one, name in zip(found, names, strict=True)]


def _year(site: Site, figures: PromiseFigures, name: str, *, is_first: bool) -> Year:
    statuses, lang = counted(figures.units), site.lang
    reported = any(unit.report for unit in figures.units)
    comparison = site.comparison(figures.id)
    changed = {
        look: number
        for look, number in (count_changes(comparison.changes) if comparison else {}).items()
        if look in ("weaker", "gone", "sharper", "new")
    }
    return Year(
        name,
        site.link(figures.id),
        mini_squares(statuses) if reported else (),
        strip_text(statuses, lang),
        _sentence(site, figures, reported=reported, is_first=is_first),
        [Count(look, format_change_count(look, n)[lang]) for look, n in changed.items()],
        list(filter(None, [_notes(site, figures)])),
        figures.promise.is_draft,
    )


def _sentence(site: Site, figures: PromiseFigures, *, reported: bool, is_first: bool) -> Sentence:
    """”4 av 12 genomförda hittills. Gäller till den 31 december.”"""
    statuses, total, lang = counted(figures.units), len(figures.units), site.lang
    if figures.promise.is_draft:
        count = format_commitments(total)
        said = Text(f"{count.sv} föreslås.", f"{count.en} are proposed.")[lang]
        if last := comments_until(figures.promise):
            can = Text("Synpunkter kan lämnas till och med", "You can comment until")
            said += f" {can[lang]} {last[lang]}."
        return [Run(said)]
    first = Text(" Det första löftet.", " The first promise.")[lang] if is_first else ""
    if not reported:
        count = format_commitments(total)
        text = Text(
            f"{count.sv}. Ingen uppföljning är publicerad här.",
            f"{count.en}. No follow-up is published here.",
        )
        return [Run(text[lang] + first)]
    share = format_of(statuses.get("genomfört", 0), total)[lang]
    done = Text("genomfört" if total == 1 else "genomförda", "done")
    so_far = "" if has_ended(site, figures) else Text(" hittills", " so far")[lang]
    end = figures.promise.period.last_date
    until = ""
    if so_far and end and not figures.promise.period.until_further_notice:
        before, date = format_when(end, lang, single_year(figures.promise))
        until = Text(f" Gäller till {before}{date}.", f" Applies until {date}.")[lang]
    return [Run(share, strong=True), Run(f" {done[lang]}{so_far}.{until}{first}")]


def _notes(site: Site, figures: PromiseFigures) -> Sentence:
    """”Ändrat sedan 2025. Uppföljt 31 augusti och 30 april.”"""
    runs: list[Run] = []
    former = site.before.get(figures.id)
    if former:
        then = year_of(former.document)
        same = not then or then == year_of(figures.promise)
        before = Text("löftet före", "the promise before") if same else Text(then, then)
        text = Text(f"Ändrat sedan {before.sv}", f"Changed since {before.en}")
        runs += [Run(text[site.lang], f"{comparison_address(figures.id)}.html"), Run(". ")]
    history = list(reversed(site.follow_ups(figures.id)))
    for number, (source, follow_up) in enumerate(history):
        start = Text(" och ", " and ") if number == len(history) - 1 else Text(", ", ", ")
        if number == 0:
            start = Text("Uppföljt ", "Followed up ")
        date = format_when(follow_up.date, site.lang, single_year(figures.promise))[1]
        draft = Text(" (utkast)", " (draft)")[site.lang] if follow_up.is_draft else ""
        runs += [Run(start[site.lang]), Run(date + draft, site.link(source.id))]
    return [*runs, Run(".")] if history else runs
