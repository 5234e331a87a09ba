"""Theme pages: commitments of a category by place."""

import itertools
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import STANDING_LABELS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.site.chart import chart
from medborgarlofte.site.listing import Listed, listed
from medborgarlofte.site.page import Page, Site
from medborgarlofte.stats import counted
from medborgarlofte.swedish import sort_key


def focus_address(slug: str) -> str:
    """Address of a category's page, without suffix."""
    return f"amne/{slug}"


MANY = 1000
"""Limit of commitments on a page; beyond it only counts are shown."""


class Group(NamedTuple):
    """The commitments of a place."""

    place: str
    number: int
    rows: list[Listed]


def pages(site: Site) -> Iterator[Page]:
    """One page for each category in use."""
    for slug, category in categories().items():
        sources = [
            loaded.id
            for loaded, promise in site.workspace.of_kind(Promise)
            if any(slug in (area.category, *area.categories) for area in promise.focus_areas)
        ]
        if sources:
            follow_ups = [source.id for key in sources for source, _ in site.follow_ups(key)]
            yield Page(
                address=focus_address(slug),
                template="focus_area",
                title=site.say(category.label),
                sources=(*sources, *follow_ups),
                make=partial(_data, site, slug, sources),
                about=site.say(
                    Text(
                        f"Vad som lovas om {category.label.sv.lower()}.",
                        f"What is promised about {category.label.en.lower()}.",
                    )
                ),
            )


def _data(site: Site, slug: str, sources: list[str]) -> dict[str, Any]:
    rows = [row for key in sources for row in listed(site, site.figures[key], slug)]
    rows.sort(key=lambda row: (sort_key(row.place), row.title))
    units = [unit for key in sources for unit in site.figures[key].units if slug in unit.focus]
    without = [
        site.titled(key) for key in sources if not any(slug in unit.focus for unit in site.figures[key].units)
    ]
    return {
        "groups": [
            Group(place, len(found), found if len(rows) <= MANY else [])
            for place, group in itertools.groupby(rows, key=lambda row: row.place)
            if (found := list(group))
        ],
        "without": without,
        "chart": chart(counted(units)) if any(unit.report for unit in units) else None,
        "status_labels": STANDING_LABELS,
    }
