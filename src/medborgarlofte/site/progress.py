"""How it goes with a promise: its verdict, its commitments, and their history."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from medborgarlofte.diff.kinds import count_changes, format_change_count
from medborgarlofte.diff.sentences import BEFORE, then_of
from medborgarlofte.follow_up.reports import (
    FollowUps,
    is_final,
    reported,
)
from medborgarlofte.follow_up.schedule import first_unmet
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import (
    format_commitments,
    format_when,
    short_names,
)
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.site.page import Site, comparison_address
from medborgarlofte.site.views import (
    Run,
    Sentence,
    Tile,
    Verdict,
    answer,
    counts_of,
    linked_squares,
    strip_text,
    tile,
)
from medborgarlofte.stats import PromiseFigures, Unit, counted, year_of

HOW_IT_GOES: Final = Text("Hur går det?", "How is it going?")
WAS_IT_KEPT: Final = Text("Hölls löftet?", "Was the promise kept?")
NO_FOLLOW_UP: Final = Text("Ingen uppföljning är publicerad här.", "No follow-up is published here.")


def has_ended(site: Site, figures: PromiseFigures) -> bool:
    """Whether a promise is over by what the documents say: a final follow-up, or a successor that is adopted."""
    successor = site.after.get(figures.id)
    final = figures.latest is not None and is_final(figures.promise, figures.latest)
    return final or (successor is not None and not successor.document.is_draft)


# ---------------------------------------------------------------- verdict


def promise_answer(site: Site, figures: PromiseFigures) -> tuple[str, str]:
    """”4 av 12” and ”åtaganden är genomförda”; the number of commitments before the first follow-up."""
    if any(unit.report for unit in figures.units):
        return answer(counted(figures.units), site.lang, ended=has_ended(site, figures))
    value, rest = format_commitments(len(figures.units))[site.lang].split(" ", 1)
    return value, rest + Text(", ingen uppföljning ännu", ", no follow-up yet")[site.lang]


def promise_verdict(site: Site, figures: PromiseFigures, *, linked: bool = True) -> Verdict:
    """How it goes with a promise, by its latest follow-ups."""
    statuses, lang = counted(figures.units), site.lang
    ended = has_ended(site, figures)
    is_reported = any(unit.report for unit in figures.units)
    value, rest = promise_answer(site, figures)
    rows = [(unit.status, unit.commitment.id, unit.commitment.text) for unit in figures.units]
    squares = linked_squares(rows, lang)
    return Verdict(
        site.say(WAS_IT_KEPT if ended else HOW_IT_GOES),
        value,
        rest,
        squares if linked else [square._replace(link="") for square in squares],
        strip_text(statuses, lang),
        counts_of(statuses, lang),
        tiles=party_tiles(site, figures) if is_reported else (),
        notes=[*follow_up_notes(site, figures), *drift_notes(site, figures.loaded)],
    )


def party_tiles(site: Site, figures: PromiseFigures) -> list[Tile]:
    """How it goes by party; joint commitments together."""
    names = short_names(figures.promise.parties)
    groups: dict[str, list[Unit]] = {party.id: [] for party in figures.promise.parties}
    for unit in figures.units:
        ids = unit.commitment.parties
        key = "" if not ids else TOGETHER if len(ids) > 1 or TOGETHER in ids else ids[0]
        groups.setdefault(key, []).append(unit)
    own = {
        TOGETHER: Text("Tillsammans", "Together"),
        "": Text("Utan angiven part", "No stated party"),
    }
    found = {key: units for key, units in groups.items() if units}
    if len(found) < 2:
        return []
    return [
        tile(
            (names.get(key) or own[key])[site.lang],
            counted(units),
            site.lang,
            own=key in names and site.lang == "sv",
        )
        for key, units in found.items()
    ]


def follow_up_notes(site: Site, figures: PromiseFigures) -> Iterator[Sentence]:
    """”Uppföljt den 31 augusti. Nästa gång är den 31 december.”"""
    history = reported(site.follow_ups(figures.id))
    following = next_follow_up(figures.promise, figures.history)
    year = single_year(figures.promise)
    if not history:
        yield [Run(site.say(NO_FOLLOW_UP))]
        if following:
            yield [
                Run(
                    Text("Den första är planerad till ", "The first is planned for ")[site.lang]
                    + "".join(format_when(following, site.lang, year))
                )
            ]
        return
    source, latest = history[-1]
    before, date = format_when(latest.date, site.lang, year)
    draft = (
        Text("Utkast till uppföljning ", "Draft of a follow-up ")
        if latest.is_draft
        else Text("Uppföljt ", "Followed up ")
    )
    runs = [Run(site.say(draft) + before), Run(date, site.link(source.id)), Run(".")]
    if following and not is_final(figures.promise, latest):
        runs.append(
            Run(
                Text(" Nästa gång är ", " The next time is ")[site.lang]
                + "".join(format_when(following, site.lang, year))
                + "."
            )
        )
    yield runs


def next_follow_up(promise: Promise, history: FollowUps) -> dt.date | None:
    """First planned day that no follow-up has met."""
    plan = promise.follow_up_plan
    if plan is None or plan.next_due is None:
        return None
    latest = history[-1][1].date.last if history else plan.next_due.last
    until = max(latest, plan.next_due.last) + dt.timedelta(days=800)
    return first_unmet(promise, history, today=latest, until=until)


def single_year(promise: Promise) -> int | None:
    """The year of a promise that lies in one."""
    year = year_of(promise)
    return int(year) if year.isdecimal() else None


def drift_notes(site: Site, loaded: LoadedDocument, theme: str = "") -> Iterator[Sentence]:
    """”Jämfört med 2025: 3 svagare, 2 skarpare.” Of one theme only, where it is given."""
    former, comparison = site.before.get(loaded.id), site.comparison(loaded.id)
    if former is None or comparison is None:
        return
    of_theme = {
        (side, unit.commitment.id)
        for side, one in enumerate((former, loaded))
        for unit in site.figures[one.id].units
        if not theme or theme in unit.focus
    }
    changed = count_changes(
        change
        for change in comparison.changes
        if of_theme.intersection(
            (side, key) for side, keys in enumerate((change.old, change.new)) for key in keys
        )
    )
    told = ("weaker", "sharper") if {"weaker", "sharper"} & {*changed} else ("gone", "new", "move", "text")
    parts = [format_change_count(look, changed[look])[site.lang] for look in told if look in changed]
    words = ", ".join(parts) or Text("inget är ändrat", "nothing has changed")[site.lang]
    named = former_name(then_of(year_of(former.document), year_of(loaded.document)))[site.lang]
    yield [
        Run(Text(f"Jämfört med {named}: ", f"Compared with {named}: ")[site.lang]),
        Run(words, f"{comparison_address(loaded.id)}.html"),
        Run("."),
    ]


# ---------------------------------------------------------------- commitments


# ---------------------------------------------------------------- drift


def former_name(then: Text) -> Text:
    """”2025”, or ”förra löftet” where the year does not tell it apart."""
    return Text("förra löftet", "the former promise") if then == BEFORE else Text(then.sv, then.sv)
