"""Promises of a place through the years."""

from collections.abc import Sequence
from typing import NamedTuple

from medborgarlofte.diff.kinds import count_changes, format_change_count
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_commitments, format_of, format_when
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.dates import comments_until
from medborgarlofte.site.listing import by_start
from medborgarlofte.site.page import Site, comparison_address
from medborgarlofte.site.progress import has_ended, single_year
from medborgarlofte.site.views import Count, Run, Sentence, Square, mini_squares, strip_text
from medborgarlofte.stats import PromiseFigures, counted, year_of


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


def timeline(site: Site, place: str) -> list[Year]:
    """The promises of a place, newest first; those of one year are told apart by their titles."""
    found = promises_of(site, place)
    names = [name_of(site, one.loaded) for one in found]
    return [
        _year(
            site, one, name if names.count(name) == 1 else site.title(one.loaded), is_first=one is found[-1]
        )
        for one, name in zip(found, names, strict=True)
    ]


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
        text = (
            Text("Ändrat sedan löftet före", "Changed since the promise before")
            if same
            else Text(f"Ändrat sedan {then}", f"Changed since {then}")
        )
        runs += [Run(text[site.lang], f"{comparison_address(figures.id)}.html"), Run(". ")]
    history = list(reversed(site.follow_ups(figures.id)))
    for number, (source, follow_up) in enumerate(history):
        start = (
            Text("Uppföljt ", "Followed up ")
            if number == 0
            else Text(" och ", " and ")
            if number == len(history) - 1
            else Text(", ", ", ")
        )
        date = format_when(follow_up.date, site.lang, single_year(figures.promise))[1]
        draft = Text(" (utkast)", " (draft)")[site.lang] if follow_up.is_draft else ""
        runs += [Run(start[site.lang]), Run(date + draft, site.link(source.id))]
    return [*runs, Run(".")] if history else runs
