"""Pages of lägesbild, åtgärdsplan, trygghetsmätning and medborgardialog."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.load import address_of
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.model.survey import Survey
from medborgarlofte.site.page import Page, Site, title_of
from medborgarlofte.site.places import crumbs
from medborgarlofte.site.progress import goal_views

SHOWN = (SituationPicture, ActionPlan, Survey, ResidentDialogue)


def pages(site: Site) -> Iterator[Page]:
    """One page per document of these kinds."""
    for loaded in site.workspace.documents.values():
        document = loaded.document
        if not isinstance(document, SHOWN):
            continue
        users = [
            other.id
            for other, promise in site.workspace.of_kind(Promise)
            if any(row.document == loaded.id for row in promise.evidence)
            or any((goal.indicator or "").startswith(f"{loaded.id}#") for goal in promise.outcome_goals)
        ]
        named = [getattr(document, "picture", None), getattr(document, "replaces", None)]
        named += [row.document for row in getattr(document, "evidence", ())]
        yield Page(
            address=address_of(loaded.id),
            template="document",
            title=title_of(loaded),
            sources=(loaded.id, *users, *filter(None, named)),
            make=partial(_data, site, document, users),
            subjects=(loaded.id,),
            owners=tuple(party.name for party in document.parties),
        )


def _data(site: Site, document: Any, users: list[str]) -> dict[str, Any]:
    return {
        "document": document,
        "goals": goal_views(site, getattr(document, "outcome_goals", ()), [], document),
        "users": [site.titled(user) for user in users],
        "titled": site.titled,
        "crumbs": crumbs(site, document),
    }
