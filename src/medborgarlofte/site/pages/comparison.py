"""Comparison with the predecessor.

Only confirmed and identical pairs are shown as facts.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from medborgarlofte.diff.model import Comparison
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.places import called
from medborgarlofte.site.commitments import outcomes
from medborgarlofte.site.comparison import view
from medborgarlofte.site.page import Page, Site, comparison_address, title_of
from medborgarlofte.site.places import crumbs, promise_crumb
from medborgarlofte.site.views import Run, Sentence
from medborgarlofte.stats import year_of


def pages(site: Site) -> Iterator[Page]:
    """One page per promise with a predecessor."""
    for old, new in site.chain:
        heading = _heading(site, old, new)
        yield Page(
            address=comparison_address(new.id),
            template="comparison",
            title=f"{heading}: {title_of(new)}" if title_of(new) not in heading else heading,
            sources=(old.id, new.id, *(source.id for source, _ in site.follow_ups(old.id))),
            make=partial(_data, site, old, new, heading),
            about=site.say(
                Text(
                    f"{title_of(new)} jämfört med {title_of(old)}, åtagande för åtagande.",
                    f"{title_of(new)} compared with {title_of(old)}, commitment by commitment.",
                )
            ),
            subjects=(old.id, new.id),
            owners=tuple(party.name for party in new.document.parties),
            section="places",
        )


def _years(old: LoadedDocument, new: LoadedDocument) -> tuple[str, str] | None:
    years = year_of(old.document), year_of(new.document)
    return years if all(years) and years[0] != years[1] else None


def _heading(site: Site, old: LoadedDocument, new: LoadedDocument) -> str:
    """”Löftet för 2026 jämfört med 2025”."""
    if years := _years(old, new):
        return Text(
            f"Löftet för {years[1]} jämfört med {years[0]}",
            f"The promise for {years[1]} compared with {years[0]}",
        )[site.lang]
    title = title_of(new)
    return Text(f"Vad som ändrats: {title}", f"What has changed: {title}")[site.lang]


def _line(site: Site, old: LoadedDocument, new: LoadedDocument) -> Sentence:
    """”Exempelby, åtagande för åtagande. Läs hela löftet för 2026 eller löftet för 2025.”"""
    places = ", ".join(map(called, site.places(new.id)))
    years = _years(old, new)
    names = [
        Text(f"löftet för {year}", f"the promise for {year}")[site.lang] if years else title_of(one)
        for one, year in zip((new, old), reversed(years or ("", "")), strict=True)
    ]
    own = years is None
    return [
        Run(places, own=True),
        Run(
            Text(", åtagande för åtagande. Läs hela ", ", commitment by commitment. Read all of ")[site.lang]
        ),
        Run(names[0], site.link(new.id), own=own),
        Run(Text(" eller ", " or ")[site.lang]),
        Run(names[1], site.link(old.id), own=own),
        Run("."),
    ]


def _data(site: Site, old: LoadedDocument, new: LoadedDocument, heading: str) -> dict[str, Any]:
    comparison = site.comparison(new.id) or Comparison(old.id, new.id)
    return {
        **view(
            comparison,
            old,
            new,
            site.lang,
            title_of=lambda key: (site.titled(key) or (key,))[0],
            outcomes=outcomes(site, old.id),
        ),
        "heading": heading,
        "heading_is_own": _years(old, new) is None,
        "about_line": _line(site, old, new),
        "crumbs": [*crumbs(site, new.document), promise_crumb(site, new.id)],
    }
