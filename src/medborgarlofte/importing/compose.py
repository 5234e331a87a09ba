"""Drafts composed from findings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing import parts
from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.contacts import contacts_of
from medborgarlofte.importing.draft import Draft, Paired, Part
from medborgarlofte.importing.found import Found, FoundArea, FoundCommitment, free_name
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.periods import MONTH, point
from medborgarlofte.importing.private import private_in
from medborgarlofte.swedish import PartialDate

_Valued = Iterable[tuple[Any, list[int]]]
"""Values with the blocks behind them."""


def compose(
    found: Found,
    source: Source,
    today: PartialDate,
    *,
    by_place: bool = False,
    paired: Paired | None = None,
) -> list[Draft]:
    """Drafts of a source, their files in a folder of the municipality if `by_place`.

    One document, or a promise and its follow-up; the follow-up alone when its promise is known.
    """
    found.number()
    follow_up = parts.name_of(found, "uppföljning", by_place=by_place)
    if paired:
        folder, slash, _ = paired.promise.rpartition("/")
        name = f"{folder}{slash}{follow_up.rpartition('/')[2]}"
        return [_follow_up(found, source, today, paired, name)]
    own_parts, kind = _promise, "medborgarlöfte"
    if found.kind == "samverkansöverenskommelse":
        own_parts, kind = _agreement, found.kind
    whole = [*_head(found, source), *own_parts(found), *_shared(found, source)]
    document = Draft(parts.name_of(found, kind, by_place=by_place), kind, whole, list(_doubts(found)))
    own = Paired(document.name, {one.id: one.id for one in found.commitments})
    if found.kind != "uppföljning":
        return [document]
    return [document, _follow_up(found, source, today, own, follow_up)]


# ---------------------------------------------------------------- parts of every kind


def _listed(key: str, items: _Valued) -> Iterator[Part]:
    """List part with each item's blocks, if any."""
    if made := list(items):
        yield Part(key, [value for value, _ in made], [blocks for _, blocks in made])


def _head(found: Found, source: Source) -> Iterator[Part]:
    yield Part("titel", found.title or source.name, [found.title_blocks])
    yield Part("status", "utkast")
    yield Part("period", parts.period_of(found), [[found.period.block] if found.period else []])
    yield Part("parter", parts.parties_of(found))


def _prose(found: Found, key: str, *sections: str) -> Iterator[Part]:
    """The blocks in unbroken order; headings and furniture may lie between."""
    kept: list[int] = []
    for index in sorted({index for section in sections for index in found.sections[section]}):
        between = found.blocks[kept[-1] + 1 : index] if kept else ()
        if any(block.kind not in ("heading", "furniture") for block in between):
            break
        kept.append(index)
    if kept:
        yield Part(key, found.text(kept), [kept])


def _shared(found: Found, source: Source) -> Iterator[Part]:
    """Registration number, decisions, signatures, contacts, source."""
    if found.registration_no:
        blocks = [i for i, block in enumerate(found.blocks) if found.registration_no in block.written][:1]
        yield Part("diarienummer", found.registration_no, [blocks])
    yield from _listed("beslut", [(value, [block]) for value, block in found.decisions])
    signed = {"datum": found.signed} if found.signed else {}
    people = [
        (
            {"namn": p.name, "roll": p.role} | ({"part": p.organisation} if p.organisation else {}) | signed,
            [*p.blocks],
        )
        for p in found.signatures
    ]
    yield from _listed("undertecknat", people)
    yield from _listed("kontakter", contacts_of(found))
    yield Part("källa", parts.provenance_of(found, source))


def _doubts(found: Found) -> Iterator[tuple[int, Text]]:
    yield from found.doubts
    for one in found.commitments:
        if one.doubt:
            yield one.blocks[0], one.doubt
        if not one.parties:
            yield one.blocks[0], Text("texten säger inte vem som lovar", "the text does not say who promises")
        for date in measures(one.text, parts.first_day(found)).doubts:
            yield one.blocks[0], Text(f"”{date}” finns inte i kalendern", f"”{date}” is not in the calendar")
    if found.period and found.period.impossible:
        reason = Text("perioden går inte att läsa som datum", "the period cannot be read as dates")
        yield found.period.block, reason
    for index, block in enumerate(found.blocks):
        if block.kind != "furniture" and (slip := parts.misread(block.text)):
            yield index, Text(f"kan vara felläst: ”{slip}”", f"may be misread: ”{slip}”")
        if (private := private_in(block.written)) is not None:
            yield index, private


# ---------------------------------------------------------------- promise


def _promise(found: Found) -> Iterator[Part]:
    if district := parts.district_of(found.title, [block.text for block in found.blocks]):
        yield Part("område", district)
    if found.police_only:
        yield Part("endast_polisen", "ja")
    alone = found.kind == "medborgarlöfte"
    if alone:
        yield from _prose(found, "inledning", "introduction")
        yield from _prose(found, "lägesbild", "situation")
        yield from _listed("underlag", parts.evidence_of(found))
    yield from _listed("problemområden", [(_area(one), one.blocks) for one in found.problems])
    areas = [
        (_area(one, beskrivning=found.text(one.description)), [*one.blocks, *one.description])
        for one in found.focus_areas
    ]
    yield from _listed("fokusområden", areas)
    goals = [
        ({"id": one.id} | ({"fokus": [one.focus]} if one.focus else {}) | {"text": one.text}, [one.block])
        for one in found.goals
    ]
    yield from _listed("effektmål", goals)
    yield from _listed("åtaganden", _commitments(found))
    if alone and (plan := found.sections["follow-up"]):
        yield Part("uppföljningsplan", parts.plan_of(found.text(plan)), [plan])
    if alone:
        channels = found.sections["feedback"]
        yield from _listed("återkoppling", [(parts.channel_of(found.blocks[n].text), [n]) for n in channels])


def _area(area: FoundArea, **texts: str) -> dict[str, Any]:
    category = parts.category_of(area.title)
    made = {"id": area.id, "rubrik": area.title} | ({"kategori": category} if category else {})
    return made | {key: text for key, text in texts.items() if text}


def _commitments(found: Found) -> _Valued:
    for one in found.commitments:
        yield _commitment(found, one), one.blocks[:1] if one.verdict or one.result else one.blocks


def _commitment(found: Found, one: FoundCommitment) -> dict[str, Any]:
    read = measures(f"{one.text.rstrip('.')}. {one.timed}" if one.timed else one.text, parts.first_day(found))
    told = [cell for cell in one.when if len(one.when) == 1 or not _is_measured(cell)]
    made: dict[str, Any] = {
        "id": one.id,
        "part": _single(one.parties),
        "fokus": [one.focus] if one.focus else None,
        "mål_för": [one.goal] if one.goal else None,
        "text": one.text,
        "syfte": one.purpose,
        "mål": _single(read.targets),
        "tid": told[0] if told else read.schedule,
        "senast": read.due,
        "ansvarig": {"funktion": one.responsible} if one.responsible else None,
        "förbehåll": one.reservation or read.reservation,
    }
    return {key: value for key, value in made.items() if value}


def _single(values: Sequence[Any]) -> Any:
    """The only value, or all as a list."""
    return values[0] if len(values) == 1 else list(values)


def _is_measured(cell: str) -> bool:
    """Whether targets and deadlines hold all that a cell says."""
    read = measures(cell)
    return bool(read.targets or read.due or re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", cell))


# ---------------------------------------------------------------- agreement


_COUNCIL: Final = re.compile(r"(?:[Ll]okala )?[Bb]rottsförebyggande råd(?:et)?|\w*råd(?:et)?\b|\b[Bb]rå\b")


def _agreement(found: Found) -> Iterator[Part]:
    yield from _prose(found, "inledning", "introduction")
    if purposes := found.sections["purpose"]:
        yield Part("syften", [found.blocks[index].text for index in purposes], [purposes])
    taken: list[str] = []
    areas = []
    for area in found.areas:
        taken.append(free_name(area.id, taken))  # a number or letter may be used twice
        category = parts.category_of(area.title)
        made: dict[str, Any] = {"id": taken[-1], "rubrik": area.title}
        made |= {"kategorier": [category]} if category else {}
        made |= {"text": found.text(area.description)} if area.description else {}
        areas.append((made, [*area.blocks, *area.description]))
    yield from _listed("områden", areas)
    yield from _listed("åtaganden", _commitments(found))
    for name, members in parts.groups_of(found):
        functions, blocks = [one for one, _ in members], [block for _, block in members]
        council = _COUNCIL.search(name)
        if "styrgrupp" in name.lower():
            yield Part("styrgrupp", functions, [blocks])
        elif council:
            group = {"namn": council[0], "ledamöter": functions}
            yield Part("råd", {"namn": council[0], "grupper": [group]}, [blocks])
    yield from _prose(found, "handlingsplan", "action-plan")
    if plan := found.sections["follow-up"]:
        yield Part("uppföljning", {"text": found.text(plan)}, [plan])


# ---------------------------------------------------------------- follow-up

_WHEN: Final = re.compile(
    rf"\b(?:Publicera[dt]|Uppdatera[dt]|Sammanställ\w*|Senast uppdaterad|Datum|Upprättad\w*)\b\D{{0,20}}((?:\d{{1,2}} )?(?:{MONTH}) \d{{4}}|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
_NO_RESULT: Final = Text("det framgår inte hur det gick", "how it went does not show")
_UNKNOWN: Final = Text(
    "inget åtagande i {promise} liknar det här", "no commitment of {promise} is like this one"
)
_NO_DATE: Final = Text(
    "källan säger inte när uppföljningen gjordes", "the source does not say when the follow-up was made"
)


def _follow_up(found: Found, source: Source, today: PartialDate, paired: Paired, name: str) -> Draft:
    date, block = _date(found, today)
    made = [
        *list(_head(found, source))[:2],
        Part("löfte", paired.promise),
        Part("datum", str(date), [[block] if block >= 0 else []]),
    ]
    if reported := parts.reported_period(found.title):
        made.append(Part("avser", reported, [found.title_blocks]))
    reports = [one for one in found.commitments if one.status or one.result or one.verdict]
    posts = [(_post(found, one, paired.ids[one.id]), one.blocks) for one in reports if one.id in paired.ids]
    made += _listed("poster", posts)
    made += _listed("övriga_resultat", [({"text": text}, [at]) for text, at in found.other_results])
    made += _prose(found, "sammanfattning", "introduction", "summary")
    made += _shared(found, source)
    doubts = [(one.blocks[0], _NO_RESULT) for one in found.commitments if not one.status]
    doubts += [(one.blocks[-1], one.result_doubt) for one in reports if one.result_doubt]
    unknown = _UNKNOWN.format({"promise": paired.promise})
    doubts += [(one.blocks[0], unknown) for one in reports if one.id not in paired.ids]
    if block < 0:
        doubts.append((found.title_blocks[0] if found.title_blocks else 0, _NO_DATE))
    return Draft(name, "uppföljning", made, doubts)


def _post(found: Found, one: FoundCommitment, own: str) -> dict[str, Any]:
    units = [str(target.get("enhet", "")) for target in measures(one.text, parts.first_day(found)).targets]
    only = re.fullmatch(r"\d{1,3}(?: \d{3})*|\d+", one.result)
    made = {
        "åtagande": own,
        "status": one.status,
        "utfall": one.result if only else parts.figure_in(one.result, units),
        "kommentar": "" if only else one.result,
    }
    return {key: value for key, value in made.items() if value}


def _date(found: Found, today: PartialDate) -> tuple[PartialDate, int]:
    """Date of the follow-up and its block; today and -1 if none."""
    for index, block in enumerate(found.blocks):
        if match := _WHEN.search(block.text):
            try:
                return point(match[1]), index
            except ValueError:
                continue
    return today, -1
