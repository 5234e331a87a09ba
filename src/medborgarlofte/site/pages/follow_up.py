"""Follow-up pages: what was not done, what is on its way, what is done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from medborgarlofte.follow_up.figures import format_actual_of
from medborgarlofte.follow_up.reports import FollowUps, Report, has_content, is_final, latest_reports, tally
from medborgarlofte.follow_up.totals import counting_of, total_of
from medborgarlofte.i18n import Text
from medborgarlofte.language.facts import Fact, Value, facts_of
from medborgarlofte.language.phrases import format_of, format_when
from medborgarlofte.load import LoadedDocument, address_of
from medborgarlofte.model.follow_up import FollowUp, FollowUpItem
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import Period
from medborgarlofte.model.statuses import NOT_REPORTED
from medborgarlofte.site.commitments import report_row, report_text, result_facts
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.places import crumbs, goal_sources, promise_crumb
from medborgarlofte.site.progress import HOW_IT_GOES, WAS_IT_KEPT, goal_views, next_follow_up, single_year
from medborgarlofte.site.views import (
    Row,
    Run,
    Sentence,
    Verdict,
    answer,
    linked_squares,
    mini_squares,
    strip_text,
    verdict_of,
)

GROUPS: Final[Mapping[str, tuple[Text, tuple[str, ...]]]] = {
    "inte": (
        Text("Inte gjort, eller oklart", "Not done, or unclear"),
        ("ej genomfört", "utgått", "går ej att bedöma", NOT_REPORTED),
    ),
    "pa-vag": (Text("På väg", "On its way"), ("delvis genomfört", "pågår", "ej påbörjat")),
    "klart": (Text("Klart", "Done"), ("genomfört",)),
}
"""Headings with the statuses under them, bad news first."""
ENDED_GROUPS: Final[Mapping[str, tuple[Text, tuple[str, ...]]]] = {
    "inte": (GROUPS["inte"][0], ("ej påbörjat", *GROUPS["inte"][1])),
    "delvis": (Text("Delvis genomfört", "Partly done"), ("delvis genomfört",)),
    "pa-gang": (Text("Pågår fortfarande", "Still going on"), ("pågår",)),
    "klart": GROUPS["klart"],
}
"""The same in a final follow-up, after which nothing is on its way."""


def pages(site: Site) -> Iterator[Page]:
    """One page for each follow-up."""
    promises = {loaded.id: (loaded, promise) for loaded, promise in site.workspace.of_kind(Promise)}
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        about, promise = promises.get(follow_up.promise, (None, None))
        if promise is None and follow_up.promise:  # the promise has errors, and is not published
            continue
        heading = _heading(site, follow_up, promise)
        yield Page(
            address=address_of(loaded.id),
            template="follow_up",
            title=f"{heading}, {promise.title}" if promise and promise.title not in heading else heading,
            sources=(
                loaded.id,
                *filter(None, [follow_up.promise]),
                *(source.id for source, _ in site.follow_ups(follow_up.promise)),
                *(goal_sources(site, about, promise) if about and promise else ()),
            ),
            make=partial(_data, site, loaded, follow_up, promise, heading),
            about=_about(site, follow_up, promise),
            subjects=(loaded.id, follow_up.promise),
            owners=tuple(party.name for party in promise.parties) if promise else (),
            section="places",
        )


def _heading(site: Site, follow_up: FollowUp, promise: Promise | None) -> str:
    """”Så går det: uppföljning den 31 augusti 2026”."""
    if follow_up.title:
        return follow_up.title
    final = promise is not None and is_final(promise, follow_up)
    begin = Text("Så gick det", "How it went") if final else Text("Så går det", "How it goes")
    when = "".join(format_when(follow_up.date, site.lang))
    return Text(f"{begin.sv}: uppföljning {when}", f"{begin.en}: follow-up {when}")[site.lang]


def _about(site: Site, follow_up: FollowUp, promise: Promise | None) -> str:
    when = "".join(format_when(follow_up.date, site.lang))
    of = Text(f" av {promise.title}", f" of {promise.title}") if promise else Text("", "")
    return Text(f"Uppföljning {when}{of.sv}.", f"Follow-up {when}{of.en}.")[site.lang]


def _data(
    site: Site, loaded: LoadedDocument, follow_up: FollowUp, promise: Promise | None, heading: str
) -> dict[str, Any]:
    every = site.follow_ups(follow_up.promise) if promise else [(loaded, follow_up)]
    place = next(n for n, (source, _) in enumerate(every) if source.id == loaded.id)
    until, before = every[: place + 1], every[:place]
    rows = dict(_rows(site, loaded, follow_up, promise, until, before))
    goals = promise.outcome_goals if promise else ()
    statuses = {key: status for key, (status, _) in rows.items()}
    ended = follow_up.final or (promise is not None and is_final(promise, follow_up))
    return {
        "heading": heading,
        "follow_up": follow_up,
        "about": list(_line(site, follow_up, promise, place, len(every))),
        "verdict": _verdict(site, promise, every, place, rows),
        "groups": [
            (name, heading[site.lang], found)
            for name, (heading, wanted) in (ENDED_GROUPS if ended else GROUPS).items()
            if (found := [row for key, (_, row) in rows.items() if statuses[key] in wanted])
        ],
        "goals": goal_views(site, goals, until, promise or follow_up),
        "others": [(site.link(source.id), row) for source, row in every if source.id != loaded.id],
        "facts_rows": facts_of(follow_up, follow_up),
        "crumbs": [*crumbs(site, promise), promise_crumb(site, follow_up.promise)] if promise else [],
    }


_ORDINALS: Final = (
    Text("Första", "First"), Text("Andra", "Second"), Text("Tredje", "Third"), Text("Fjärde", "Fourth"),
    Text("Femte", "Fifth"), Text("Sjätte", "Sixth"), Text("Sjunde", "Seventh"), Text("Åttonde", "Eighth"),
    Text("Nionde", "Ninth"),
)  # fmt: skip


def _line(site: Site, follow_up: FollowUp, promise: Promise | None, place: int, total: int) -> Iterator[Run]:
    """”Andra uppföljningen av Medborgarlöfte för Exempelby 2026.”"""
    if promise is None:
        yield Run(follow_up.no_promise or "", own=True)
        return
    several = total > 1 and place < len(_ORDINALS)
    nth = _ORDINALS[min(place, len(_ORDINALS) - 1)]
    yield Run(
        Text(
            f"{nth.sv} uppföljningen av " if several else "Uppföljning av ",
            f"{nth.en} follow-up of " if several else "Follow-up of ",
        )[site.lang]
    )
    yield Run(promise.title, site.link(follow_up.promise), own=True)
    yield Run(".")
    if follow_up.final:
        yield Run(Text(" Det är den sista.", " It is the last one.")[site.lang])


def _verdict(
    site: Site, promise: Promise | None, every: FollowUps, place: int, rows: Mapping[str, tuple[str, Row]]
) -> Verdict:
    statuses = Counter(status for status, _ in rows.values())
    follow_up = every[place][1]
    ended = promise is not None and is_final(promise, follow_up)
    named = [(status, row.id, row.words) for status, row in rows.values()]
    squares = linked_squares(named, site.lang, linked=all(key for _, key, _ in named))
    question = site.say(WAS_IT_KEPT if ended else HOW_IT_GOES)
    verdict = verdict_of(question, answer(statuses, site.lang, ended=ended), statuses, squares, site.lang)
    return _beside(site, promise, every, place, verdict) if promise else verdict


def _beside(site: Site, promise: Promise, every: FollowUps, place: int, verdict: Verdict) -> Verdict:
    """The time before, and the next time."""
    notes: list[Sentence] = []
    year, lang = single_year(promise), site.lang
    if place:
        source, before = every[place - 1]
        then = tally(promise, latest_reports(promise, every[:place]))
        verdict = verdict._replace(before=mini_squares(then), before_text=strip_text(then, lang))
        date = format_when(before.date, lang, year)[1]
        share = format_of(then.get("genomfört", 0), sum(then.values()))[lang]
        label = Text("Förra gången, ", "The time before, ")[lang]
        notes.append([Run(label), Run(date, site.link(source.id)), Run(": "), Run(share, strong=True)])
    if place + 1 < len(every):
        source, later = every[place + 1]
        label = Text("Nästa uppföljning: ", "Next follow-up: ")[lang]
        date = format_when(later.date, lang, year)[1]
        notes.append([Run(label), Run(date, site.link(source.id)), Run(".")])
    elif not is_final(promise, every[place][1]) and (following := next_follow_up(promise, every)):
        when = "".join(format_when(following, lang, year))
        notes.append([Run(Text(f"Nästa uppföljning är {when}.", f"The next follow-up is {when}.")[lang])])
    return verdict._replace(notes=notes)


def _rows(
    site: Site,
    loaded: LoadedDocument,
    follow_up: FollowUp,
    promise: Promise | None,
    until: FollowUps,
    before: FollowUps,
) -> Iterator[tuple[str, tuple[str, Row]]]:
    """Status and row of each commitment, then of what was reported without one."""
    promise = promise or Promise.model_construct(commitments=(), parties=(), period=Period())
    reports, earlier = latest_reports(promise, until), latest_reports(promise, before)
    for commitment in promise.commitments:
        report = reports.get(commitment.id)
        facts = list(_facts(commitment, report, follow_up, promise))
        row = report_row(site, promise, commitment, report, facts=facts)
        if then := earlier.get(commitment.id):
            said = report_text(promise, commitment, then)[site.lang]
            row = row._replace(by=f"{row.by} {said}".strip())
        yield commitment.id, ((report.item.status if report else None) or NOT_REPORTED, row)
    known = {commitment.id for commitment in promise.commitments}
    for number, item in enumerate(follow_up.items):
        if item.commitment not in known and (item.text or has_content(item)):
            yield f"#{number}", (item.status or NOT_REPORTED, _apart(site, loaded, follow_up, promise, item))


def _apart(
    site: Site, loaded: LoadedDocument, follow_up: FollowUp, promise: Promise, item: FollowUpItem
) -> Row:
    """What was reported about something that the collection has no commitment for."""
    commitment = Commitment.model_construct(id="", text=item.text or item.commitment)
    report = Report(item, follow_up, loaded, total_of(commitment, [(follow_up, item)]))
    return report_row(site, promise, commitment, report, facts=list(result_facts(report, promise)))


def _facts(
    commitment: Commitment, report: Report | None, follow_up: FollowUp, promise: Promise
) -> Iterator[Fact]:
    if report is None or report.follow_up is not follow_up:
        return
    item = report.item
    if item.actuals and item.actuals != report.actuals and counting_of(follow_up, item) == "sedan förra":
        since = tuple(Value(format_actual_of(commitment, one)) for one in item.actuals)
        yield Fact(Text("Sedan förra uppföljningen", "Since the last follow-up"), since, "; ", False)
    if item.text:
        written = Value(Text(item.text, item.text), own=True, markup="prose")
        yield Fact(Text("Som det står", "As it is written"), (written,), "; ", False)
    yield from result_facts(report, promise)
