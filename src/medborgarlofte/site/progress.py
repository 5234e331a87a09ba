"""How it goes with a promise: its verdict, its goals, and their history."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.diff.kinds import count_changes, format_change_count
from medborgarlofte.diff.sentences import BEFORE, then_of
from medborgarlofte.follow_up.figures import Bar
from medborgarlofte.follow_up.goals import DIRECTION_LABELS, GoalStanding, standing_of
from medborgarlofte.follow_up.reports import FollowUps, is_final, reported
from medborgarlofte.follow_up.schedule import first_unmet
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import Fact, facts_of
from medborgarlofte.language.phrases import format_commitments, format_when, short_names
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import OutcomeGoal, Promise
from medborgarlofte.model.record import TOGETHER, Document
from medborgarlofte.site.page import Site, comparison_address
from medborgarlofte.site.views import (
    NO_REPORT,
    Run,
    Sentence,
    Tile,
    Verdict,
    answer,
    linked_squares,
    tile,
    verdict_of,
)
from medborgarlofte.stats import PromiseFigures, Unit, counted, year_of
from medborgarlofte.swedish import format_number
from medborgarlofte.units import PERCENT

HOW_IT_GOES: Final = Text("Hur går det?", "How is it going?")
WAS_IT_KEPT: Final = Text("Hölls löftet?", "Was the promise kept?")
NO_FOLLOW_UP: Final = Text(", ingen uppföljning är publicerad", ", no follow-up is published")
NOT_YET: Final = Text(", ingen uppföljning ännu", ", no follow-up yet")


def has_ended(site: Site, figures: PromiseFigures) -> bool:
    """Whether a promise is over by what the documents say.

    It has a final follow-up or an adopted successor, or its period ended before the last day that documents of its places know of.
    """
    successor = site.after.get(figures.id)
    final = figures.latest is not None and is_final(figures.promise, figures.latest)
    followed = successor is not None and not successor.document.is_draft
    return final or followed or is_past(site, figures)


def is_past(site: Site, figures: PromiseFigures) -> bool:
    """Whether the period ended before a day that is known, which is never the clock."""
    period, end = figures.promise.period, figures.promise.period.last_date
    return end is not None and not period.until_further_notice and end.last < site.known_day(figures.places)


# ---------------------------------------------------------------- verdict


def promise_answer(site: Site, figures: PromiseFigures) -> tuple[str, str]:
    """”4 av 12” and ”åtaganden är genomförda”; the number of commitments before the first follow-up."""
    return answer_of(site, figures.units, ended=has_ended(site, figures))


def answer_of(site: Site, units: Sequence[Unit], *, ended: bool) -> tuple[str, str]:
    """The same of any commitments."""
    if any(unit.report for unit in units):
        return answer(counted(units), site.lang, ended=ended)
    value, rest = format_commitments(len(units))[site.lang].split(" ", 1)
    return value, rest + site.say(NO_FOLLOW_UP if ended else NOT_YET)


def promise_verdict(site: Site, figures: PromiseFigures, *, linked: bool = True) -> Verdict:
    """How it goes with a promise, by its latest follow-ups."""
    statuses, lang = counted(figures.units), site.lang
    ended = has_ended(site, figures)
    is_reported = any(unit.report for unit in figures.units)
    rows = [(unit.status, unit.commitment.id, unit.commitment.text) for unit in figures.units]
    squares = linked_squares(rows, lang, linked=linked)
    question = site.say(WAS_IT_KEPT if ended else HOW_IT_GOES)
    return verdict_of(question, promise_answer(site, figures), statuses, squares, lang)._replace(
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
    own = {TOGETHER: Text("Tillsammans", "Together"), "": Text("Utan angiven part", "No stated party")}
    found = {key: units for key, units in groups.items() if units}
    if len(found) < 2:
        return []
    return [
        tile(
            (names.get(key) or own[key])[site.lang],
            counted(units),
            site.lang,
            own=key in names and site.lang == "sv",
            missing=NO_REPORT,
        )
        for key, units in found.items()
    ]


def follow_up_notes(site: Site, figures: PromiseFigures) -> Iterator[Sentence]:
    """”Uppföljt den 31 augusti 2026. Nästa gång är den 31 december.”"""
    promise, lang, year = figures.promise, site.lang, single_year(figures.promise)
    history = reported(site.follow_ups(figures.id))
    is_closed = bool(history) and is_final(promise, history[-1][1])
    following = None if is_closed or is_past(site, figures) else next_follow_up(promise, figures.history)
    when = "".join(format_when(following, lang, year)) if following else ""
    if history:
        source, latest = history[-1]
        before, date = format_when(latest.date, lang)
        draft = Text("Utkast till uppföljning ", "Draft of a follow-up ")
        label = draft if latest.is_draft else Text("Uppföljt ", "Followed up ")
        then = Text(f". Nästa gång är {when}.", f". The next time is {when}.") if when else Text(".", ".")
        yield [Run(label[lang] + before), Run(date, site.link(source.id)), Run(then[lang])]
    elif when:
        yield [Run(Text(f"Den första är planerad till {when}.", f"The first is planned for {when}.")[lang])]
    if not is_closed and is_past(site, figures) and (end := promise.period.last_date):
        before, date = format_when(end, lang)
        closing = Text(" Ingen slutlig uppföljning är publicerad.", " No final follow-up is published.")
        until = Text(f"Löftet gällde till {before}{date}.", f"The promise applied until {date}.")
        yield [Run(until[lang] + (closing[lang] if history else ""))]


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
    """”Jämfört med 2025: 3 svagare, 1 borttaget.” Of one theme only, where it is given."""
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
    binding = ("weaker", "gone", "sharper", "new")
    told = binding if {*binding} & {*changed} else ("move", "text")
    parts = [format_change_count(look, changed[look])[site.lang] for look in told if look in changed]
    words = ", ".join(parts) or Text("inget är ändrat", "nothing has changed")[site.lang]
    named = former_name(then_of(year_of(former.document), year_of(loaded.document)))[site.lang]
    yield [
        Run(Text(f"Jämfört med {named}: ", f"Compared with {named}: ")[site.lang]),
        Run(words, f"{comparison_address(loaded.id)}.html"),
        Run("."),
    ]


def former_name(then: Text) -> Text:
    """”2025”, or ”förra löftet” where the year does not tell it apart."""
    return Text("förra löftet", "the former promise") if then == BEFORE else Text(then.sv, then.sv)


class GoalView(NamedTuple):
    """A goal as the component shows it."""

    id: str
    sentence: Sentence
    bar: Bar | None
    values: Sequence[tuple[str, str]]
    source: Sentence
    facts: Sequence[Fact]


def goal_views(
    site: Site, goals: Sequence[OutcomeGoal], history: FollowUps, document: Document
) -> list[GoalView]:
    """Goals with their latest values."""
    return [_view(site, standing_of(goal, history, site.workspace), document) for goal in goals]


def _view(site: Site, row: GoalStanding, document: Document) -> GoalView:
    goal = row.goal
    return GoalView(
        goal.id or "",
        list(_sentence(site, row)),
        _bar(row),
        list(_values(site, row)),
        list(_source(site, row)),
        facts_of(goal, document, without=("focus",) if len(goal.focus) == 1 else ()),
    )


def _with_unit(site: Site, value: float, unit: str | None) -> str:
    return f"{format_number(value, site.lang)} {unit}" if unit else format_number(value, site.lang)


def _sentence(site: Site, row: GoalStanding) -> Iterator[Run]:
    """The goal as it is written, the latest value, and the target."""
    goal, unit = row.goal, row.goal.baseline.unit if row.goal.baseline else None
    yield Run(goal.text.strip(), own=True)
    if row.latest:
        margin = _margin(site, row.latest.margin, unit) if row.latest.margin else ""
        year = f" {Text('år', 'in')[site.lang]} {row.latest.year}" if row.latest.year else ""
        yield Run(" ")
        yield Run(f"{_with_unit(site, row.latest.value, unit)}{margin}", strong=True)
        yield Run(f"{year}.")
    if goal.target_value is not None:
        target = _with_unit(site, goal.target_value, unit)
        yield Run(Text(f" Målet är {target}.", f" The target is {target}.")[site.lang])
    if row.latest:
        yield Run(f" {DIRECTION_LABELS[row.direction][site.lang]}.")


def _margin(site: Site, margin: float, unit: str | None) -> str:
    """” (± 3 procentenheter)”, in the unit of the value; points where that is a percentage."""
    if unit in PERCENT:
        one = margin == 1
        unit = Text(
            "procentenhet" if one else "procentenheter", "percentage point" if one else "percentage points"
        )[site.lang]
    return f" (± {_with_unit(site, margin, unit)})"


def _bar(row: GoalStanding) -> Bar | None:
    """On the whole scale where it is a percentage, else to the larger of the two."""
    target, latest = row.goal.target_value, row.latest
    if target is None or latest is None or min(target, latest.value) < 0:
        return None
    unit = (row.goal.baseline.unit if row.goal.baseline else None) or ""
    whole = 100.0 if unit in PERCENT else float(max(target, latest.value))
    if not 0 < max(target, latest.value) <= whole:
        return None
    return Bar(round(100 * latest.value / whole, 1), round(100 * target / whole, 1))


def _values(site: Site, row: GoalStanding) -> Iterator[tuple[str, str]]:
    base, latest = row.goal.baseline, row.latest
    unit = base.unit if base else None
    short = "%" if unit == "procent" else unit
    if base:
        label = str(base.year) if base.year else Text("Utgångsvärde", "Baseline")[site.lang]
        yield label, _with_unit(site, base.value, short)
    if latest:
        label = str(latest.year) if latest.year else Text("Senaste värde", "Latest value")[site.lang]
        yield label, _with_unit(site, latest.value, short)
    if row.goal.target_value is not None:
        yield Text("Mål", "Target")[site.lang], _with_unit(site, row.goal.target_value, short)


def _source(site: Site, row: GoalStanding) -> Iterator[Run]:
    """”Källa: Trygghetsmätning 2026.” That of the latest value, where it is another than the indicator's."""
    if not row.goal.indicator:
        return
    document_id, _, key = row.goal.indicator.partition("#")
    latest = row.latest.document if row.latest else ""
    known = site.titled(latest or document_id) if key else None
    yield Run(Text("Källa: ", "Source: ")[site.lang])
    yield Run(known[0], f"{known[1]}#{key}", own=True) if known else Run(row.goal.indicator, own=True)
    yield Run(".")
