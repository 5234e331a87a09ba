"""Page of a promise: printable, self-contained, marked when a draft."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from medborgarlofte.diff.describe import texts
from medborgarlofte.diff.kinds import (
    CHANGE_WORDS,
    ChangeLook,
    count_changes,
    format_change_count,
    look_of_change,
)
from medborgarlofte.diff.model import Change
from medborgarlofte.diff.sentences import change_summary, then_of
from medborgarlofte.follow_up.reports import latest_reports
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import Fact, Value, fact_of, facts_of, parties_in_words
from medborgarlofte.language.phrases import (
    enumerated,
    format_commitments,
    format_done,
    format_promisers,
    format_validity,
)
from medborgarlofte.load import LoadedDocument, address_of
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.parts import RELATION_LABELS
from medborgarlofte.model.promise import FocusArea, FollowUpPlan, Promise
from medborgarlofte.site.commitments import commitment_facts, commitment_rows, outcomes
from medborgarlofte.site.json_ld import promise_block
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pages.focus_area import focus_address
from medborgarlofte.site.places import by_party, crumbs, goal_sources
from medborgarlofte.site.progress import (
    goal_views,
    has_ended,
    next_follow_up,
    promise_answer,
    promise_verdict,
)
from medborgarlofte.site.views import Count, Row, Run, Sentence, Verdict, sign_of
from medborgarlofte.stats import PromiseFigures, counted, year_of
from medborgarlofte.swedish import format_date

QUESTION: Final = Text("Vad föreslås?", "What is proposed?")


def draft_verdict(site: Site, figures: PromiseFigures) -> Verdict:
    """How many commitments are proposed, and how they differ from those before."""
    comparison = site.comparison(figures.id)
    counted = count_changes(comparison.changes) if comparison else {}
    value, noun = format_commitments(len(figures.units))[site.lang].split(" ", 1)
    more = counted.get("new", 0) + counted.get("sharper", 0)
    rest = Text(
        f", {more} av dem {'nytt' if more == 1 else 'nya'} eller skarpare",
        f", {more} of them new or sharper",
    )
    addresses = [f"mailto:{row.email}" for row in figures.promise.public_contacts if row.email]
    if figures.promise.consultation and figures.promise.consultation.link:
        addresses = [figures.promise.consultation.link]
    write = Text("Skriv vad du tycker", "Write what you think")[site.lang]
    acts = [Run(write, address) for address in addresses[:1]]
    former = site.before.get(figures.id)
    if former:
        named = Text("Förra löftet", "The former promise")
        if year := year_of(former.document):
            named = Text(f"Löftet för {year}", f"The promise for {year}")
        acts.append(Run(named[site.lang], site.link(former.id)))
    return Verdict(
        site.say(QUESTION),
        value,
        noun + (rest[site.lang] if counted else ""),
        counts=[_count(site, figures, look, n) for look, n in counted.items()],
        acts=acts,
    )


def _count(site: Site, figures: PromiseFigures, look: ChangeLook, count: int) -> Count:
    words = format_change_count(look, count)
    if look == "gone":
        words = Text(f"{count} tas bort", f"{count} removed")
    if look == "same":
        same = _same(site, figures.loaded)
        words = Text(f"{count} {same.sv.lower()}", f"{count} {same.en.lower()}")
    return Count(sign_of(look), words[site.lang])


def _same(site: Site, loaded: LoadedDocument) -> Text:
    """”Som 2026”."""
    then = then_of(year_of(site.before[loaded.id].document), year_of(loaded.document))
    return Text(f"Som {then.sv}", f"As {then.en}")


def draft_rows(site: Site, figures: PromiseFigures) -> dict[str, Row]:
    """Each proposed commitment with how it differs from the one before, by id."""
    comparison = site.comparison(figures.id)
    changes = {key: change for change in (comparison.changes if comparison else ()) for key in change.new}
    return {
        unit.commitment.id: _row(site, figures, unit.commitment.id, changes.get(unit.commitment.id))
        for unit in figures.units
    }


def _row(site: Site, figures: PromiseFigures, key: str, change: Change | None) -> Row:
    commitment = next(c for c in figures.promise.commitments if c.id == key)
    row = Row(
        "none",
        commitment.text,
        key,
        by=format_promisers(commitment, figures.promise.parties)[site.lang],
        facts=commitment_facts(commitment, figures.promise),
    )
    if change is None:
        return row
    look = look_of_change(change)
    sign = sign_of(look)
    label = _same(site, figures.loaded) if look == "same" else CHANGE_WORDS[look].label
    then = then_of(year_of(site.before[figures.id].document), year_of(figures.promise))
    former = site.before[figures.id]
    shown = [*texts(former).values(), commitment.text]
    against = "" if look in ("like", "new") else change_summary(change, site.lang, then, shown)
    return row._replace(look=sign, label=label[site.lang], against=against, result_look=sign)


def removed_rows(site: Site, loaded: LoadedDocument) -> Iterator[Row]:
    """What the promise before has and the draft leaves out, with how it went."""
    former, comparison = site.before.get(loaded.id), site.comparison(loaded.id)
    if former is None or comparison is None:
        return
    went, words = outcomes(site, former.id), texts(former)
    for change in comparison.changes:
        for key in change.old if look_of_change(change) == "gone" else ():
            row = Row("gone", words[key])
            yield row._replace(**went[key]._asdict()) if key in went else row


class Area(NamedTuple):
    """Commitments under one heading."""

    title: str
    rows: Sequence[Row]
    share: str = ""
    link: str = ""
    own: bool = True


def pages(site: Site) -> Iterator[Page]:
    """One page for each promise."""
    for loaded, promise in site.workspace.of_kind(Promise):
        former, successor = site.before.get(loaded.id), site.after.get(loaded.id)
        sources = [
            loaded.id,
            *(source.id for source, _ in site.follow_ups(loaded.id)),
            *filter(None, (promise.part_of, promise.predecessor)),
            *(other.id for other in (former, successor) if other),
            *(row.document for row in promise.evidence if row.document),
            *goal_sources(site, loaded, promise),
        ]
        if former and promise.is_draft:
            sources += [source.id for source, _ in site.follow_ups(former.id)]
        yield Page(
            address=address_of(loaded.id),
            template="promise",
            title=promise.title,
            sources=tuple(dict.fromkeys(sources)),
            make=partial(_data, site, loaded, promise),
            about=f"{promise.title}: {' '.join(promise_answer(site, site.figures[loaded.id]))}.",
            subjects=(loaded.id,),
            owners=tuple(party.name for party in promise.parties),
            section="places",
        )


def _plan_facts(site: Site, figures: PromiseFigures) -> Iterator[Fact]:
    """The plan, with the next day that is left of it; of a promise that is over nothing is next."""
    plan, history = figures.promise.follow_up_plan, site.follow_ups(figures.id)
    if plan is None:
        return
    first = fact_of(plan, declared(FollowUpPlan)["next_due"], figures.promise)
    ahead = None if has_ended(site, figures) else next_follow_up(figures.promise, history)
    for fact in facts_of(plan, figures.promise):
        if fact != first or (plan.next_due and ahead == plan.next_due.last):
            yield fact
        elif ahead:
            yield fact._replace(values=(Value(Text(format_date(ahead, "sv"), format_date(ahead, "en"))),))
        else:
            yield fact._replace(label=PLANNED)


PLANNED: Final = Text("Planerad uppföljning", "Planned follow-up")


def _data(site: Site, loaded: LoadedDocument, promise: Promise) -> dict[str, Any]:
    figures, history = site.figures[loaded.id], site.follow_ups(loaded.id)
    is_draft = promise.is_draft
    rows = draft_rows(site, figures) if is_draft else commitment_rows(site, figures)
    return {
        "promise": promise,
        "facts_line": facts_line(site, promise),
        "verdict": draft_verdict(site, figures) if is_draft else promise_verdict(site, figures),
        "areas": list(areas(site, figures, rows)),
        "removed": list(removed_rows(site, loaded)) if is_draft else [],
        "plan_facts": list(_plan_facts(site, figures)),
        "agreement": site.titled(promise.part_of),
        "relation": RELATION_LABELS[promise.relation] if promise.relation else Text("Ingår i", "Part of"),
        "outside_agreement": promise.agreement if promise.part_of is None else None,
        "predecessor": site.titled(promise.predecessor),
        "successor": site.titled(site.after[loaded.id].id) if loaded.id in site.after else None,
        "follow_ups": [(site.link(source.id), document) for source, document in history],
        "goals": goal_views(site, promise.outcome_goals, history, promise),
        "described": [area for area in promise.focus_areas if area.description or facts_of(area, promise)],
        "titled": site.titled,
        "crumbs": crumbs(site, promise),
        "structured": promise_block(site, loaded.id, promise, latest_reports(promise, history)),
    }


PROPOSED: Final = Text("Föreslås av", "Proposed by")
PROMISED: Final = Text("Lovas av", "Promised by")


def facts_line(site: Site, promise: Promise) -> Sentence:
    """”Gäller hela 2026. Lovas av Exempelby kommun och Lokalpolisområde Mittdalen.”"""
    names = [one[site.lang] for one in parties_in_words(promise)]
    runs = [
        Run(format_validity(promise.period, draft=promise.is_draft)[site.lang] + " "),
        Run(f"{site.say(PROPOSED if promise.is_draft else PROMISED)} "),
        Run(enumerated(names)[site.lang], own=True),
        Run("."),
    ]
    if promise.status == "upphävt":
        runs.append(Run(Text(" Löftet är upphävt.", " The promise has been revoked.")[site.lang]))
    return runs


def areas(site: Site, figures: PromiseFigures, rows: dict[str, Row]) -> Iterator[Area]:
    """Commitments by focus area, each once; without focus areas by party."""
    promise = figures.promise
    if not promise.focus_areas:
        for group in by_party(promise):
            names = enumerated(group.names)[site.lang]
            heading = f"{names} {site.say(group.verb)}".strip()
            under = [rows[one.id] for one in group.commitments]
            if group.names:  # the heading says who promises
                under = [row._replace(by="") for row in under]
            yield Area(heading, under, own=False)
        return
    first = {c.id: c.focus[0] if c.focus else "" for c in promise.commitments}
    for area in (*promise.focus_areas, None):
        key = area.id if area else ""
        units = [unit for unit in figures.units if first[unit.commitment.id] == key]
        if not units and area is None:
            continue
        statuses = counted(units)
        reported = any(unit.report for unit in figures.units)
        share = format_done(statuses.get("genomfört", 0), len(units))[site.lang] if reported and units else ""
        title = area.title if area else Text("Övriga åtaganden", "Other commitments")[site.lang]
        yield Area(
            title, [rows[unit.commitment.id] for unit in units], share, theme_link(area), own=area is not None
        )


def theme_link(area: FocusArea | None) -> str:
    """Address of the page of an area's category."""
    return f"{focus_address(area.category)}.html" if area and area.category else ""
