"""Drafts composed from findings."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing import parts
from medborgarlofte.importing.blocks import UNFINISHED, Source
from medborgarlofte.importing.contacts import contacts_of
from medborgarlofte.importing.draft import Draft, Paired, Part
from medborgarlofte.importing.found import Found, FoundCommitment, free_name
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.people import is_role
from medborgarlofte.importing.periods import MONTH, point
from medborgarlofte.importing.pictures import picture
from medborgarlofte.importing.plans import action_plan
from medborgarlofte.importing.private import private_in
from medborgarlofte.importing.sections import Valued, aims, area_of, listed, prose
from medborgarlofte.swedish import PartialDate


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
    kind = "medborgarlöfte" if found.kind == "uppföljning" else found.kind
    title = parts.promise_title(found.title) if found.kind == "uppföljning" else found.title
    whole = [*_head(found, title or source.name), *_OWN_PARTS[kind](found), *_shared(found, source)]
    document = Draft(parts.name_of(found, kind, by_place=by_place), kind, whole, list(_doubts(found)))
    own = Paired(document.name, {one.id: one.id for one in found.commitments})
    if found.kind != "uppföljning":
        return [document]
    return [document, _follow_up(found, source, today, own, follow_up)]


# ---------------------------------------------------------------- parts of every kind


def _head(found: Found, title: str) -> Iterator[Part]:
    yield Part("titel", title, [found.title_blocks])
    yield Part("status", "utkast")
    if found.kind != "lägesbild":  # whose years are those of its figures
        yield Part("period", parts.period_of(found), [[found.period.block] if found.period else []])
    if found.parties or found.kind != "åtgärdsplan":
        yield Part("parter", parts.parties_of(found))


def _shared(found: Found, source: Source) -> Iterator[Part]:
    """Registration number, decisions, signatures, contacts, source."""
    if found.registration_no:
        blocks = [i for i, block in enumerate(found.blocks) if found.registration_no in block.written][:1]
        yield Part("diarienummer", found.registration_no, [blocks])
    yield from listed("beslut", [(value, [block]) for value, block in found.decisions])
    signed = {"datum": found.signed} if found.signed else {}
    people = [
        (
            {"namn": p.name, "roll": p.role} | ({"part": p.organisation} if p.organisation else {}) | signed,
            [*p.blocks],
        )
        for p in found.signatures
    ]
    yield from listed("undertecknat", people)
    yield from listed("kontakter", contacts_of(found))
    yield Part("källa", parts.provenance_of(found, source))


_ENDS_OPEN: Final = Text(
    "åtagandet verkar sluta mitt i en mening: ”{text}”",
    "the commitment seems to end in mid-sentence: ”{text}”",
)


def _doubts(found: Found) -> Iterator[tuple[int, Text]]:
    yield from found.doubts
    for one in found.commitments:
        if one.doubt:
            yield one.blocks[0], one.doubt
        if not one.parties and found.kind != "åtgärdsplan":
            yield one.blocks[0], Text("texten säger inte vem som lovar", "the text does not say who promises")
        for date in measures(one.text, parts.first_day(found)).doubts:
            yield one.blocks[0], Text(f"”{date}” finns inte i kalendern", f"”{date}” is not in the calendar")
    cuts = ((one.blocks[0], cut[0]) for one in found.commitments if (cut := UNFINISHED.search(one.text)))
    yield from ((at, _ENDS_OPEN.format({"text": f"… {cut}"})) for at, cut in cuts)
    if (undated := _UNDATED.get(found.kind)) and not (found.decisions or found.signed):
        yield 0, undated
    if found.period and found.period.impossible:
        reason = Text("perioden går inte att läsa som datum", "the period cannot be read as dates")
        yield found.period.block, reason
    for index, block in enumerate(found.blocks):
        if block.kind != "furniture" and (slip := parts.misread(block.text)):
            yield index, Text(f"kan vara felläst: ”{slip}”", f"may be misread: ”{slip}”")
        if (private := private_in(block.written)) is not None:
            yield index, private


_UNDATED: Final[Mapping[str, Text]] = {
    "åtgärdsplan": Text(
        "källan säger inte när planen beslutades, så datumet är periodens början",
        "the source does not say when the plan was adopted, so the date is the beginning of the period",
    ),
    "lägesbild": Text(
        "källan säger inte vilken dag lägesbilden blev klar",
        "the source does not say on which day the picture was completed",
    ),
}


# ---------------------------------------------------------------- promise


def _promise(found: Found) -> Iterator[Part]:
    if district := parts.district_of(found.title, [block.text for block in found.blocks]):
        yield Part("område", district)
    if found.police_only:
        yield Part("endast_polisen", "ja")
    alone = found.kind == "medborgarlöfte"
    if alone:
        yield from prose(found, "inledning", "introduction")
        yield from prose(found, "lägesbild", "situation")
        yield from listed("underlag", parts.evidence_of(found))
    yield from listed("problemområden", [(area_of(one), one.blocks) for one in found.problems])
    yield from aims(found)
    yield from listed("åtaganden", _commitments(found))
    if alone and (plan := found.sections["follow-up"]):
        yield Part("uppföljningsplan", parts.plan_of(found.text(plan)), [plan])
    if alone:
        channels = found.sections["feedback"]
        yield from listed("återkoppling", [(parts.channel_of(found.blocks[n].text), [n]) for n in channels])


def _commitments(found: Found) -> Valued:
    for one in found.commitments:
        yield _commitment(found, one), one.blocks[:1] if one.verdict or one.result else one.blocks


def _responsible(written: str) -> dict[str, str] | None:
    """Who is in charge; the unit apart from the function: “Gatukontoret, driftchef”."""
    unit, comma, role = written.rpartition(", ")
    if comma and is_role(role) and not is_role(unit):
        return {"enhet": unit, "funktion": role}
    return {"funktion": written} if written else None


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
        "mål": _single(measures(one.target).targets or read.targets),
        "tid": told[0] if told else read.schedule,
        "senast": read.due,
        "ansvarig": _responsible(one.responsible),
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
    yield from prose(found, "inledning", "introduction")
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
    yield from listed("områden", areas)
    yield from listed("åtaganden", _commitments(found))
    for name, members in parts.groups_of(found):
        functions, blocks = [one for one, _ in members], [block for _, block in members]
        council = _COUNCIL.search(name)
        if "styrgrupp" in name.lower():
            yield Part("styrgrupp", functions, [blocks])
        elif council:
            group = {"namn": council[0], "ledamöter": functions}
            yield Part("råd", {"namn": council[0], "grupper": [group]}, [blocks])
    yield from prose(found, "handlingsplan", "action-plan")
    if plan := found.sections["follow-up"]:
        yield Part("uppföljning", {"text": found.text(plan)}, [plan])


_OWN_PARTS: Final[Mapping[str, Callable[[Found], Iterator[Part]]]] = {
    "medborgarlöfte": _promise,
    "samverkansöverenskommelse": _agreement,
    "åtgärdsplan": action_plan,
    "lägesbild": picture,
}


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
        *list(_head(found, found.title or source.name))[:2],
        Part("löfte", paired.promise),
        Part("datum", str(date), [[block] if block >= 0 else []]),
    ]
    if reported := parts.reported_period(found.title):
        made.append(Part("avser", reported, [found.title_blocks]))
    reports = [one for one in found.commitments if one.status or one.result or one.verdict]
    posts = [(_post(found, one, paired.ids[one.id]), one.blocks) for one in reports if one.id in paired.ids]
    made += listed("poster", posts)
    made += listed("övriga_resultat", [({"text": text}, [at]) for text, at in found.other_results])
    made += prose(found, "sammanfattning", "introduction", "summary")
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
    if found.signed:
        day = (n for n, block in enumerate(found.blocks) if found.signed in block.text)
        return point(found.signed), next(day, found.title_blocks[0] if found.title_blocks else 0)
    return today, -1
