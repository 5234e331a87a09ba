"""How it goes with a promise: its verdict, its commitments, and their history."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.diff.describe import texts
from medborgarlofte.diff.kinds import CHANGE_WORDS, count_changes, format_change_count, look_of_change
from medborgarlofte.diff.model import Change
from medborgarlofte.diff.sentences import BEFORE, change_summary, then_of
from medborgarlofte.follow_up.figures import format_actual_of, format_figure
from medborgarlofte.follow_up.reports import (
    FollowUps,
    Report,
    days_of,
    has_content,
    is_final,
    latest_reports,
    reported,
)
from medborgarlofte.follow_up.schedule import first_unmet
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import Fact, Value, fact_of, facts_of
from medborgarlofte.language.phrases import (
    format_commitments,
    format_promisers,
    format_when,
    short_names,
)
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.follow_up import EFFECT_LABELS, FollowUp, Proof
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.model.statuses import NEEDS_REASON, NOT_REPORTED, STANDINGS
from medborgarlofte.site.comparison import Outcome
from medborgarlofte.site.page import Site, comparison_address
from medborgarlofte.site.views import (
    Row,
    Run,
    Sentence,
    Tile,
    Verdict,
    answer,
    counts_of,
    linked_squares,
    look_of,
    strip_text,
    tile,
)
from medborgarlofte.stats import PromiseFigures, Unit, counted, year_of

HOW_IT_GOES: Final = Text("Hur går det?", "How is it going?")
WAS_IT_KEPT: Final = Text("Hölls löftet?", "Was the promise kept?")
NO_REASON: Final = Text("Inget skäl är angivet.", "No reason is given.")
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


def commitment_rows(site: Site, figures: PromiseFigures, *, folded: bool = True) -> dict[str, Row]:
    """Each commitment with its latest report, by id. `folded` adds what not everyone needs."""
    changes = _changes(site, figures.loaded) if folded else {}
    history = _reports_over_time(figures) if folded else []
    return {
        unit.commitment.id: report_row(
            site,
            figures.promise,
            unit.commitment,
            unit.report,
            facts=[
                *commitment_facts(unit.commitment, figures.promise),
                *_history(figures.promise, unit.commitment, history),
                *(_drift(site, figures.loaded, changes.get(unit.commitment.id)) if folded else ()),
                *(result_facts(unit.report, figures.promise) if unit.report else ()),
            ]
            if folded
            else (),
        )
        for unit in figures.units
    }


def commitment_facts(commitment: Commitment, promise: Promise) -> list[Fact]:
    """Facts of a commitment that stands under its focus area, which is left out where it has no other."""
    shown = commitment.model_copy(update={"focus": ()}) if len(commitment.focus) == 1 else commitment
    return facts_of(shown, promise)


def report_row(
    site: Site, promise: Promise, commitment: Commitment, report: Report | None, *, facts: Sequence[Fact] = ()
) -> Row:
    """A commitment as a report has it."""
    status = (report.item.status if report else None) or NOT_REPORTED
    outcome = outcome_of(site, promise, commitment, report)
    done = status == "genomfört"
    comment = report.item.comment if report else None
    missing = status in NEEDS_REASON and not comment
    if done and comment and facts:
        facts = [
            *facts,
            Fact(
                Text("Kommentar", "Comment"),
                (Value(Text(comment, comment), own=True, markup="prose"),),
                "; ",
                False,
            ),
        ]
    return Row(
        look_of(status),
        commitment.text,
        commitment.id,
        outcome.label,
        outcome.value,
        outcome.against,
        outcome.bar,
        comment if comment and not (done and facts) else "",
        site.say(NO_REASON) if missing else "",
        format_promisers(commitment, promise.parties)[site.lang],
        facts,
        result_look=outcome.look,
    )


def outcome_of(site: Site, promise: Promise, commitment: Commitment, report: Report | None) -> Outcome:
    """Status and figure of a report, in words."""
    status = (report.item.status if report else None) or NOT_REPORTED
    figure = format_figure(commitment, report, days_of(promise, report.follow_up)) if report else None
    return Outcome(
        look_of(status),
        STANDINGS[status].label[site.lang],
        figure.value[site.lang] if figure else "",
        figure.against[site.lang] if figure else "",
        figure.bar if figure else None,
    )


def outcomes(site: Site, promise_id: str) -> Mapping[str, Outcome]:
    """How it went with each commitment of a promise that has been followed up."""
    figures = site.figures[promise_id]
    if not any(unit.report for unit in figures.units):
        return {}
    return {
        unit.commitment.id: outcome_of(site, figures.promise, unit.commitment, unit.report)
        for unit in figures.units
    }


def result_facts(report: Report, promise: Promise) -> Iterator[Fact]:
    """What a follow-up says about a commitment besides status, figure and reason."""
    item, about = report.item, report.follow_up
    if item.effect:
        yield _fact(Text("Gav det resultat?", "Did it have an effect?"), EFFECT_LABELS[item.effect])
    for proof in item.proofs:
        values = tuple(value for fact in facts_of_proof(proof, about) for value in fact.values)
        yield Fact(Text("Underlag", "Proof"), values, ", ", False)
    yield from facts_of(item, promise)


def facts_of_proof(proof: Proof, about: FollowUp) -> list[Fact]:
    """Text, date and link of a proof."""
    found = (fact_of(proof, field, about) for field in declared(Proof).values())
    return [fact for fact in found if fact]


def _fact(label: Text, words: Text) -> Fact:
    return Fact(label, (Value(words),), "; ", False)


def _reports_over_time(figures: PromiseFigures) -> list[tuple[FollowUp, Mapping[str, Report]]]:
    """Each follow-up with the latest reports as of it, oldest first."""
    history = [row for row in figures.history if any(map(has_content, row[1].items))]
    return [
        (follow_up, latest_reports(figures.promise, history[:number]))
        for number, (_, follow_up) in enumerate(history, start=1)
    ]


def _history(
    promise: Promise, commitment: Commitment, history: Sequence[tuple[FollowUp, Mapping[str, Report]]]
) -> Iterator[Fact]:
    """”30 april: pågår, 41 kvällar. 31 augusti: genomfört.”"""
    told = []
    for follow_up, reports in history:
        report = reports.get(commitment.id)
        if report is not None and report.follow_up is follow_up:
            is_last = follow_up is history[-1][0]
            told.append(report_text(promise, commitment, report, figure=not is_last))
    if told and len(history) > 1:
        yield Fact(Text("Uppföljt", "Followed up"), tuple(map(Value, told)), " ", False)


def report_text(promise: Promise, commitment: Commitment, report: Report, *, figure: bool = True) -> Text:
    """”30 april: pågår, 41 kvällar.”"""
    status = STANDINGS[report.item.status or NOT_REPORTED].label
    actuals = [format_actual_of(commitment, one) for one in report.actuals] if figure else []
    year = single_year(promise)
    sv, en = (
        ", ".join(
            [
                f"{format_when(report.follow_up.date, lang, year)[1]}: {status[lang].lower()}",
                *(one[lang] for one in actuals),
            ]
        )
        for lang in ("sv", "en")
    )
    return Text(f"{sv}.", f"{en}.")


# ---------------------------------------------------------------- drift


def _changes(site: Site, loaded: LoadedDocument) -> Mapping[str, Change]:
    """Change of each commitment since the promise before, by id; guesses left out."""
    comparison = site.comparison(loaded.id)
    changes = comparison.changes if comparison else ()
    return {key: change for change in changes if not change.is_guess for key in change.new}


def _drift(site: Site, loaded: LoadedDocument, change: Change | None) -> Iterator[Fact]:
    """”Jämfört med 2025: Svagare. Minst 90 kvällar. 2025 var det minst 100.”"""
    if change is None or (look := look_of_change(change)) == "same":
        return
    former = site.before[loaded.id]
    then = then_of(year_of(former.document), year_of(loaded.document))
    named = former_name(then)
    words, said = (
        CHANGE_WORDS[look].label,
        change_summary(change, then, [*texts(former).values(), *texts(loaded).values()]),
    )
    yield _fact(
        Text(f"Jämfört med {named.sv}", f"Compared with {named.en}"),
        Text(f"{words.sv}. {said.sv}", f"{words.en}. {said.en}"),
    )


def former_name(then: Text) -> Text:
    """”2025”, or ”förra löftet” where the year does not tell it apart."""
    return Text("förra löftet", "the former promise") if then == BEFORE else Text(then.sv, then.sv)
