"""Page of a promise."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.follow_up.goals import DIRECTION_LABELS, standing_of
from medborgarlofte.follow_up.reports import latest_reports, tally
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_commitments, format_period
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.agreement_reference import RELATION_LABELS
from medborgarlofte.model.promise import Commitment, FocusArea, Promise
from medborgarlofte.model.statuses import NOT_REPORTED, STANDING_LABELS
from medborgarlofte.site.chart import chart
from medborgarlofte.site.json_ld import promise_block
from medborgarlofte.site.listing import crumbs, goal_sources
from medborgarlofte.site.page import Page, Site, comparison_address
from medborgarlofte.site.pages.focus_area import focus_address
from medborgarlofte.site.promised import by_party


def pages(site: Site) -> Iterator[Page]:
    """One page for each promise."""
    for loaded, promise in site.workspace.of_kind(Promise):
        neighbours = (site.before.get(loaded.id), site.after.get(loaded.id))
        sources = [
            loaded.id,
            *(source.id for source, _ in site.follow_ups(loaded.id)),
            *filter(None, (promise.part_of, promise.predecessor)),
            *(other.id for other in neighbours if other),
            *(row.document for row in promise.evidence if row.document),
            *goal_sources(site, loaded, promise),
        ]
        yield Page(
            address=site.link(loaded.id).removesuffix(".html"),
            template="promise",
            title=promise.title,
            sources=tuple(dict.fromkeys(sources)),
            make=partial(_data, site, loaded, promise),
            about=site.say(_about(promise)),
            subjects=(loaded.id,),
            owners=tuple(party.name for party in promise.parties),
        )


def _about(promise: Promise) -> Text:
    names = ", ".join(party.name for party in promise.parties)
    count = format_commitments(len(promise.commitments))
    return Text(
        f"{names}: {count.sv}, {format_period(promise.period, 'sv')}.",
        f"{names}: {count.en}, {format_period(promise.period, 'en')}.",
    )


def _data(site: Site, loaded: LoadedDocument, promise: Promise) -> dict[str, Any]:
    history = site.follow_ups(loaded.id)
    reports = latest_reports(promise, history)
    return {
        "promise": promise,
        "by_party": list(by_party(promise)),
        "by_focus": list(by_focus(promise)),
        "loose": [c for c in promise.commitments if not c.focus] if promise.focus_areas else [],
        "themes": {
            area.id: f"{focus_address(area.category)}.html" for area in promise.focus_areas if area.category
        },
        "agreement": site.titled(promise.part_of),
        "relation": RELATION_LABELS[promise.relation] if promise.relation else Text("Ingår i", "Part of"),
        "outside_agreement": promise.agreement if promise.part_of is None else None,
        "predecessor": site.titled(promise.predecessor),
        "successor": site.titled(site.after[loaded.id].id) if loaded.id in site.after else None,
        "comparison": f"{comparison_address(loaded.id)}.html" if loaded.id in site.before else None,
        "follow_ups": [(site.link(source.id), document) for source, document in history],
        "reports": reports,
        "no_word": NOT_REPORTED,
        "statuses": tally(promise, reports),
        "chart": chart(tally(promise, reports)) if reports else None,
        "goals": [standing_of(goal, history, site.workspace) for goal in promise.outcome_goals],
        "directions": DIRECTION_LABELS,
        "titled": site.titled,
        "status_labels": STANDING_LABELS,
        "crumbs": crumbs(site, promise),
        "structured": promise_block(
            site, loaded.id, promise, reports, site.link(loaded.id).removesuffix(".html")
        ),
    }


def by_focus(promise: Promise) -> Iterator[tuple[FocusArea, list[Commitment]]]:
    """Focus areas with their commitments."""
    for area in promise.focus_areas:
        yield area, [c for c in promise.commitments if area.id in c.focus]
