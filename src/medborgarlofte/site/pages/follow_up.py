"""Follow-up pages: status and evidence per commitment."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.follow_up.goals import DIRECTION_LABELS, standing_of
from medborgarlofte.follow_up.reports import has_content, latest_reports, reported_in, tally
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.follow_up import EFFECT_LABELS, FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import NEEDS_REASON, STANDING_LABELS
from medborgarlofte.site.chart import chart
from medborgarlofte.site.listing import crumbs, goal_sources
from medborgarlofte.site.page import Page, Site
from medborgarlofte.swedish import format_date


def pages(site: Site) -> Iterator[Page]:
    """One page for each follow-up."""
    promises = {loaded.id: (loaded, promise) for loaded, promise in site.workspace.of_kind(Promise)}
    for loaded, follow_up in site.workspace.of_kind(FollowUp):
        about, promise = promises.get(follow_up.promise, (None, None))
        if promise is None and follow_up.promise:  # the promise has errors, and is not published
            continue
        yield Page(
            address=site.link(loaded.id).removesuffix(".html"),
            template="follow_up",
            title=follow_up.title or site.say(_title(follow_up, promise)),
            sources=(
                loaded.id,
                *filter(None, [follow_up.promise]),
                *(source.id for source, _ in site.follow_ups(follow_up.promise)),
                *(goal_sources(site, about, promise) if about and promise else ()),
            ),
            make=partial(_data, site, loaded, follow_up, promise),
            about=site.say(_about(follow_up, promise)),
            subjects=(loaded.id, follow_up.promise),
            owners=tuple(party.name for party in promise.parties) if promise else (),
        )


def _title(follow_up: FollowUp, promise: Promise | None) -> Text:
    if promise:
        return Text(f"Så gick det: {promise.title}", f"How it went: {promise.title}")
    dates = (format_date(follow_up.date, lang) for lang in LANGUAGES)
    return Text(
        *(f"{label}, {date}" for label, date in zip(("Så gick det", "How it went"), dates, strict=True))
    )


def _about(follow_up: FollowUp, promise: Promise | None) -> Text:
    sv, en = (format_date(follow_up.date, lang) for lang in LANGUAGES)
    if promise is None:
        return Text(f"Uppföljning {sv}.", f"Follow-up {en}.")
    return Text(f"Uppföljning {sv} av {promise.title}.", f"Follow-up {en} of {promise.title}.")


def _data(site: Site, loaded: LoadedDocument, follow_up: FollowUp, promise: Promise | None) -> dict[str, Any]:
    every = site.follow_ups(follow_up.promise) if promise else [(loaded, follow_up)]
    place = next(n for n, (source, _) in enumerate(every) if source.id == loaded.id)
    items = [i for i in follow_up.items if i.status or i.actuals or i.effect or i.comment or i.proofs]
    reported = {item.commitment for item in items if has_content(item)}
    commitments = promise.commitments if promise else ()
    reports = latest_reports(promise, every[: place + 1]) if promise else {}
    statuses = tally(promise, reported_in(follow_up, reports)) if promise else {}
    goals = promise.outcome_goals if promise else ()
    return {
        "follow_up": follow_up,
        "promise": promise,
        "promise_link": site.link(follow_up.promise),
        "commitments": {commitment.id: commitment for commitment in commitments},
        "items": items,
        "reports": reports,
        "short": [item for item in items if item.status in NEEDS_REASON],
        "unreported": [c for c in commitments if c.id not in reported],
        "statuses": statuses,
        "chart": chart(statuses) if reported and promise else None,
        "earlier": _neighbour(site, every, place - 1),
        "later": _neighbour(site, every, place + 1),
        "goals": [standing_of(goal, every[: place + 1], site.workspace) for goal in goals],
        "directions": DIRECTION_LABELS,
        "titled": site.titled,
        "status_labels": STANDING_LABELS,
        "effect_labels": EFFECT_LABELS,
        "crumbs": crumbs(site, promise) if promise else [],
    }


def _neighbour(
    site: Site, every: list[tuple[LoadedDocument, FollowUp]], place: int
) -> tuple[str, FollowUp] | None:
    """Address and title of an adjacent follow-up."""
    if not 0 <= place < len(every):
        return None
    loaded, follow_up = every[place]
    return site.link(loaded.id), follow_up
