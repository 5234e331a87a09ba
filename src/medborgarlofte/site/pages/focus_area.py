"""Theme pages: commitments of a category by place, never years mixed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.site.commitments import commitment_rows
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.places import Crumb
from medborgarlofte.site.progress import answer_of, drift_notes, follow_up_notes, has_ended
from medborgarlofte.site.views import (
    Row,
    Square,
    Verdict,
    linked_squares,
    strip_text,
    tile,
    verdict_of,
)
from medborgarlofte.stats import PromiseFigures, Unit, counted, year_of
from medborgarlofte.swedish import sort_key


def focus_address(slug: str) -> str:
    """Address of a category's page, without suffix."""
    return f"amne/{slug}"


MANY: Final = 1000
"""Limit of commitments on a page; beyond it only counts are shown."""


class Group(NamedTuple):
    """What one promise says about the theme."""

    name: str
    """”Lovat 2026”, with the place where there are several."""
    own: bool
    link: str
    title: str
    rows: Sequence[Row]
    squares: Sequence[Square]
    text: str
    share: str


def themes(site: Site) -> list[tuple[str, str, dict[str, int]]]:
    """Label, address and statuses of each category in the latest promises, in the order of the taxonomy."""
    counted_in: dict[str, Counter[str]] = {}
    for one in site.latest.values():
        for unit in one.units:
            for slug in unit.focus:
                counted_in.setdefault(slug, Counter())[unit.status] += 1
    used = _sources(site)
    return [
        (site.say(category.label), f"{focus_address(slug)}.html", dict(counted_in.get(slug, {})))
        for slug, category in categories().items()
        if slug in used
    ]


def _sources(site: Site) -> Mapping[str, list[str]]:
    """Ids of the promises that take up each category."""
    found: dict[str, list[str]] = {}
    for loaded, promise in site.workspace.of_kind(Promise):
        slugs = dict.fromkeys(
            s for area in promise.focus_areas for s in (area.category, *area.categories) if s
        )
        for slug in slugs:
            found.setdefault(slug, []).append(loaded.id)
    return found


def pages(site: Site) -> Iterator[Page]:
    """One page for each category in use."""
    used = _sources(site)
    for slug, category in categories().items():
        sources = used.get(slug)
        if not sources or all(site.workspace.documents[key].document.is_draft for key in sources):
            continue
        follow_ups = [source.id for key in sources for source, _ in site.follow_ups(key)]
        before = [site.before[key].id for key in sources if key in site.before]
        label = category.label
        yield Page(
            address=focus_address(slug),
            template="focus_area",
            title=site.say(label),
            sources=tuple(dict.fromkeys((*sources, *follow_ups, *before))),
            make=partial(_data, site, slug, sources),
            about=site.say(
                Text(
                    f"Vad som har lovats om {label.sv.lower()}, och hur det går.",
                    f"What has been promised about {label.en.lower()}, and how it is going.",
                )
            ),
            section="themes",
        )


def _data(site: Site, slug: str, sources: list[str]) -> dict[str, Any]:
    figures = [one for key in sources if not (one := site.figures[key]).promise.is_draft]
    figures.sort(key=lambda one: ([sort_key(place) for place in one.places], one.year))
    latest = [one for one in figures if one.id in site.latest]
    earlier = [one for one in reversed(figures) if one.id not in site.latest]
    many = sum(slug in unit.focus for one in figures for unit in one.units) > MANY
    several = len({one.places for one in figures}) > 1
    label = site.say(categories()[slug].label)
    return {
        "verdict": _verdict(site, slug, latest, several=several),
        "groups": [
            group for one in latest if (group := _group(site, one, slug, several=several, many=many)).text
        ],
        "earlier": [
            group
            for one in earlier
            if (group := _group(site, one, slug, several=several, many=many, folded=False)).text
        ],
        "without": [site.titled(one.id) for one in figures if not _units(one, slug)],
        "others": [(name, link) for name, link, _ in themes(site) if name != label],
        "crumbs": [Crumb(site.say(Text("Ämnen", "Themes")), "index.html#avsnitt:amnen", own=False)],
    }


def _units(figures: PromiseFigures, slug: str) -> list[Unit]:
    return [unit for unit in figures.units if slug in unit.focus]


def _anchor(figures: PromiseFigures, commitment: str) -> str:
    return f"{figures.id.replace('/', ':')}:{commitment}"


def _verdict(site: Site, slug: str, latest: list[PromiseFigures], *, several: bool) -> Verdict | None:
    rows = [(one, unit) for one in latest for unit in _units(one, slug)]
    if not rows:
        return None
    statuses, lang = counted(unit for _, unit in rows), site.lang
    ended = all(has_ended(site, one) for one in latest)
    said = answer_of(site, [unit for _, unit in rows], ended=ended)
    year = f" {year_of(latest[0].promise)}".rstrip() if len(latest) == 1 else ""
    question = Text(f"Hur går det{year}?", f"How is it going{year}?")
    if ended:
        question = Text(f"Hur gick det{year}?", f"How did it go{year and f' in{year}'}?")
    squares = linked_squares(
        ((unit.status, _anchor(one, unit.commitment.id), unit.commitment.text) for one, unit in rows), lang
    )
    notes = (
        [*follow_up_notes(site, latest[0]), *drift_notes(site, latest[0].loaded, slug)]
        if not several and len(latest) == 1
        else []
    )
    return verdict_of(question[lang], said, statuses, squares, lang)._replace(notes=notes)


def _group(
    site: Site, figures: PromiseFigures, slug: str, *, several: bool, many: bool, folded: bool = True
) -> Group:
    units = _units(figures, slug)
    statuses = counted(units)
    rows = commitment_rows(site, figures, folded=folded) if not many else {}
    year = year_of(figures.promise)
    places = ", ".join(figures.places)
    name = year or figures.promise.title
    if several:
        name = f"{places} {year}".strip()
    elif folded and year:
        name = Text(f"Lovat {year}", f"Promised {year}")[site.lang]
    summary = tile("", statuses, site.lang)
    return Group(
        name,
        several or not year,
        site.link(figures.id),
        site.title(figures.loaded),
        [
            rows[u.commitment.id]._replace(id=_anchor(figures, u.commitment.id))
            for u in units
            if u.commitment.id in rows
        ],
        summary.squares,
        strip_text(statuses, site.lang),
        f"{summary.share} {summary.share_of}".strip(),
    )
