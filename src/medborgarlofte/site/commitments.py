"""Commitments as pages show them: outcome, facts, history."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.diff.describe import texts
from medborgarlofte.diff.kinds import CHANGE_WORDS, look_of_change
from medborgarlofte.diff.sentences import change_summary, then_of
from medborgarlofte.follow_up.figures import format_actual_of, format_figure
from medborgarlofte.follow_up.reports import Report, days_of, has_content, latest_reports
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import Fact, Value, fact_of, facts_of
from medborgarlofte.language.phrases import format_promisers, format_when
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.follow_up import EFFECT_LABELS, FollowUp, Proof
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.statuses import NEEDS_REASON, NOT_REPORTED, STANDINGS
from medborgarlofte.site.comparison import Outcome
from medborgarlofte.site.page import Site
from medborgarlofte.site.progress import former_name, single_year
from medborgarlofte.site.views import Row, look_of
from medborgarlofte.stats import PromiseFigures, year_of

NO_REASON: Final = Text("Inget skäl är angivet.", "No reason is given.")


def commitment_rows(site: Site, figures: PromiseFigures, *, folded: bool = True) -> dict[str, Row]:
    """Each commitment with its latest report, by id. `folded` adds what not everyone needs."""
    drifts = dict(_drifts(site, figures.loaded)) if folded else {}
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
                *drifts.get(unit.commitment.id, ()),
                *(result_facts(unit.report, figures.promise) if unit.report else ()),
            ]
            if folded
            else (),
        )
        for unit in figures.units
    }


def commitment_facts(commitment: Commitment, promise: Promise) -> list[Fact]:
    """Facts of a commitment that stands under its focus area, which is left out where it has no other."""
    return facts_of(commitment, promise, without=("focus",) if len(commitment.focus) == 1 else ())


def report_row(
    site: Site, promise: Promise, commitment: Commitment, report: Report | None, *, facts: Sequence[Fact] = ()
) -> Row:
    """A commitment as a report has it."""
    status = (report.item.status if report else None) or NOT_REPORTED
    done = status == "genomfört"
    comment = report.item.comment if report else None
    missing = status in NEEDS_REASON and not comment
    if done and comment and facts:
        said = Value(Text(comment, comment), own=True, markup="prose")
        facts = [*facts, Fact(Text("Kommentar", "Comment"), (said,), "; ", False)]
    return Row(
        look_of(status),
        commitment.text,
        commitment.id,
        why=comment if comment and not (done and facts) else "",
        note=site.say(NO_REASON) if missing else "",
        by=format_promisers(commitment, promise.parties)[site.lang],
        facts=facts,
        **outcome_of(site, promise, commitment, report)._asdict(),
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
    return Text(f"{sv.removesuffix('.')}.", f"{en.removesuffix('.')}.")  # an outcome may be a sentence


def _drifts(site: Site, loaded: LoadedDocument) -> Iterator[tuple[str, tuple[Fact]]]:
    """”Jämfört med 2025: Svagare. Minst 90 kvällar. 2025 var det minst 100.”, by commitment."""
    changes = {key: change for change in site.confirmed(loaded.id) for key in change.new}
    if not changes:
        return
    former, lang = site.before[loaded.id], site.lang
    then = then_of(year_of(former.document), year_of(loaded.document))
    named = former_name(then)
    label = Text(f"Jämfört med {named.sv}", f"Compared with {named.en}")
    shown = [*texts(former).values(), *texts(loaded).values()]
    for key, change in changes.items():
        if (look := look_of_change(change)) != "same":
            said = f"{CHANGE_WORDS[look].label[lang]}. {change_summary(change, lang, then, shown)}"
            yield key, (_fact(label, Text(said, said)),)
