"""Areas that have a page, and what their rows say."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.follow_up.reports import is_final
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_commitments, format_done
from medborgarlofte.model.places import called
from medborgarlofte.regional import Area, Place, PlacePromise, Region, State, Timing, areas
from medborgarlofte.site.page import Site
from medborgarlofte.site.views import Count, Run, Square, Verdict, mini_squares, strip_text
from medborgarlofte.stats import counted, year_of
from medborgarlofte.swedish import format_date, slug


def areas_of(site: Site) -> list[Area]:
    """Areas of several municipalities in the collection."""
    return areas(list(site.figures.values()), site.workspace.config.regions)


def area_address(area: Area) -> str:
    """Address of an area's page, without suffix."""
    return f"omrade/{slug(area.name.sv)[:60].strip('-') or area.kind}"


# ---------------------------------------------------------------- verdict


class _Words(NamedTuple):
    """Sign of a count, and its words after 1 and after other numbers."""

    look: str
    one: Text
    many: Text | None = None
    """As after 1, where there is none."""
    named: bool = True
    """Whether the municipalities are listed."""


_IN_FORCE: Final[dict[Timing, _Words]] = {
    "on-time": _Words("done", Text("är uppföljd i tid", "followed up on time"), Text("är uppföljda i tid", "followed up on time"), False),
    "reported": _Words("done", Text("är uppföljd, utan plan", "followed up, without a plan"), Text("är uppföljda, utan plan", "followed up, without a plan"), False),
    "late": _Words("half", Text("är uppföljd för sent", "followed up late"), Text("är uppföljda för sent", "followed up late")),
    "missing": _Words("no", Text("saknar uppföljning", "lacks its follow-up"), Text("saknar uppföljning", "lack their follow-up")),
    "not-due": _Words("go", Text("har inget att följa upp ännu", "with nothing due yet"), Text("har inget att följa upp ännu", "with nothing due yet")),
    "unplanned": _Words("unk", Text("har ingen plan för uppföljning", "with no follow-up planned"), Text("har ingen plan för uppföljning", "with no follow-up planned")),
}  # fmt: skip
_OTHERS: Final[dict[State, _Words]] = {
    "coming": _Words("idle", Text("har ett löfte som inte börjat gälla", "with a promise that has not begun")),
    "draft": _Words("idle", Text("har ett utkast", "with a draft")),
    "ended": _Words("out", Text("har inget löfte i kraft", "without a promise in force")),
    "none": _Words("none", Text("har inget löfte här", "without any promise here")),
}  # fmt: skip
FEW_NAMES: Final = 6
"""Municipalities that are named in the legend."""


def region_verdict(site: Site, region: Region) -> Verdict:
    """”4 av 6 kommuner har ett löfte som gäller”."""
    lang, count, day = site.lang, len(region.places), format_date(region.today, site.lang)
    return Verdict(
        Text("Har alla kommuner ett löfte?", "Do all municipalities have a promise?")[lang],
        Text(f"{region.in_force} av {count}", f"{region.in_force} of {count}")[lang],
        Text("kommuner har ett löfte som gäller", "municipalities have a promise in force")[lang],
        counts=list(_counts(site, region)),
        below=[[Run(Text(f"Läget den {day}.", f"As of {day}.")[lang])]],
    )


def _counts(site: Site, region: Region) -> Iterator[Count]:
    found: list[tuple[_Words, list[str]]] = [
        (words, region.timings.get(timing, [])) for timing, words in _IN_FORCE.items()
    ]
    found += [
        (words, [p.name for p in region.places if p.state == state]) for state, words in _OTHERS.items()
    ]
    for words, names in found:
        if names:
            said = (words.many if words.many and len(names) > 1 else words.one)[site.lang]
            shown = f": {', '.join(map(called, names))}" if words.named and len(names) <= FEW_NAMES else ""
            yield Count(words.look, f"{len(names)} {said}{shown}")


# ---------------------------------------------------------------- rows


class Cell(NamedTuple):
    """Words with a sign, and smaller ones below."""

    text: str
    look: str = ""
    small: str = ""
    strong: bool = False
    link: str = ""


class RegionRow(NamedTuple):
    """A promise of a municipality, or that it has none."""

    place: str
    link: str
    """Page of the municipality; empty without one."""
    promise: Cell
    draft: bool = False
    follow_up: Cell = Cell("")
    result: str = ""
    squares: Sequence[Square] = ()
    text: str = ""


def region_rows(site: Site, place: Place) -> Iterator[RegionRow]:
    """The promises of a municipality that its region shows."""
    address = site.place_addresses.get(place.name)
    name, link = called(place.name), f"{address}.html" if address else ""
    if not place.shown:
        yield RegionRow(name, link, Cell(Text("Inget löfte här", "No promise here")[site.lang], "none"))
    for row in place.shown:
        yield _row(site, name, link, row)


def _row(site: Site, name: str, link: str, row: PlacePromise) -> RegionRow:
    figures, lang = row.figures, site.lang
    statuses, count = counted(figures.units), format_commitments(len(figures.units))
    if row.state == "draft":
        result = Text(f"{count.sv} föreslås", f"{count.en} proposed")
    elif any(unit.report for unit in figures.units):
        result = format_done(statuses.get("genomfört", 0), len(figures.units))
    else:
        result = Text(f"Ingen uppgift om {count.sv}", f"No report on {count.en}")
    is_draft = row.state == "draft"
    return RegionRow(
        name,
        link,
        _promise_cell(site, row),
        is_draft,
        _follow_up_cell(site, row),
        result[lang],
        () if is_draft else mini_squares(statuses),
        strip_text(statuses, lang),
    )


def _promise_cell(site: Site, row: PlacePromise) -> Cell:
    promise, lang = row.figures.promise, site.lang
    name, link = year_of(promise) or promise.title, site.link(row.figures.id)
    until = format_date(row.until, lang) if row.until else ""
    if row.state == "ended":
        ended = Text(f"Gick ut den {until}", f"Ended on {until}")
        small = ended if until else Text("Gäller inte längre", "No longer in force")
        return Cell(name, "out", small[lang], link=link)
    if row.state == "in-force":
        small = Text(f"Gäller till den {until}", f"In force until {until}")
        if not until:
            small = Text("Gäller tills vidare", "In force until further notice")
        return Cell(name, small=small[lang], link=link)
    start = promise.period.start
    begins = format_date(start.first, lang) if start else ""
    words = Text(f"Ska gälla från den {begins}", f"To apply from {begins}")
    return Cell(name, "" if row.state == "draft" else "idle", words[lang] if begins else "", link=link)


def _follow_up_cell(site: Site, row: PlacePromise) -> Cell:
    """”31 augusti 2026”; ”Saknas” with when it should have come."""
    lang, (timing, due, latest) = site.lang, row.follow_up
    day = format_date(due, lang) if due else ""
    planned = Text(f"Planerad till den {day}", f"Planned for {day}")[lang] if due else ""
    if row.state in ("draft", "coming") or timing == "not-due":
        return Cell(
            Text("Inget att följa upp ännu", "Nothing to follow up yet")[lang],
            small=planned if timing == "not-due" else "",
        )
    if timing == "missing":
        last = format_date(latest.date, lang) if latest else ""
        small = Text(f"Skulle ha kommit den {day}", f"Was due on {day}")[lang]
        before = Text(f". Den senaste är från {last}", f". The latest is of {last}")[lang] if last else ""
        return Cell(Text("Saknas", "Missing")[lang], "no", small + before, strong=True)
    if latest is None:
        return Cell(Text("Ingen planerad", "None planned")[lang], "unk")
    final = Text(", slutlig", ", final")[lang] if is_final(row.figures.promise, latest) else ""
    source = next((loaded for loaded, one in row.figures.history if one is latest), None)
    return Cell(
        format_date(latest.date, lang) + final,
        _IN_FORCE[timing].look,
        planned if timing == "late" else "",
        link=site.link(source.id) if source else "",
    )
