"""Parts common to all drafts."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.draft import Part
from medborgarlofte.importing.found import Found, FoundParty
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.people import NAME, ROLE
from medborgarlofte.importing.plans import misread
from medborgarlofte.importing.private import emails, private_in
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.swedish import slug

_NEWS: Final = re.compile(r"\b(?:nyhet(?:er)?|pressmeddelande)\b", re.IGNORECASE)

_PREFIX: Final = {
    "medborgarlöfte": "lofte",
    "samverkansöverenskommelse": "overenskommelse",
    "uppföljning": "uppfoljning",
}


def name(found: Found, kind: str) -> str:
    towns = [party.name for party in found.parties if party.kind == "kommun"]
    place = "-".join(slug(re.sub(r"s?\s+(?:kommun|stad)$", "", town)) for town in towns[:2])
    if not place:
        word = re.search(r"\b(?:för|i)\s+([A-ZÅÄÖ][\w-]+)", found.title)
        place = slug(word[1]) if word else ""
    year = str(found.period.start.year) if found.period and found.period.start else ""
    return "-".join(part for part in (_PREFIX[kind], place, year) if part)


# ---------------------------------------------------------------- parts that every kind has


def period(found: Found) -> dict[str, Any]:
    period = found.period
    if period is None:
        return {}
    made: dict[str, Any] = {}
    is_reversed = period.start and period.end and period.end.last < period.start.first
    if not (period.impossible or is_reversed):
        if period.start:
            made["från"] = str(period.start)
        if period.end:
            made["till"] = str(period.end)
        if period.until_further_notice:
            made["tills_vidare"] = "ja"
    made["text"] = period.text
    return made


def _party(party: FoundParty) -> dict[str, Any]:
    made: dict[str, Any] = {"id": party.id, "typ": party.kind, "namn": party.name}
    if party.kind == "kommun" and (known := by_name(party.name)):
        made["kommunkod"] = known.code
    return made


def parties(found: Found) -> list[dict[str, Any]]:
    return [_party(party) for party in found.parties] or [
        {"id": "part", "typ": "annan", "namn": found.title or "?"}
    ]


def prose(found: Found, key: str, blocks: Sequence[int]) -> Iterator[Part]:
    if kept := first_run(found, blocks):
        yield Part(key, found.text(kept), [kept])


def first_run(found: Found, blocks: Sequence[int]) -> list[int]:
    """The blocks that stand in unbroken order from the first on; headings and page furniture may lie between."""
    made: list[int] = []
    for index in sorted(set(blocks)):
        between = found.blocks[made[-1] + 1 : index] if made else ()
        if any(block.kind not in ("heading", "furniture") for block in between):
            break
        made.append(index)
    return made


def shared(found: Found, source: Source) -> Iterator[Part]:
    """Registration number, decisions, signatures, contacts, source."""
    if found.registration_no:
        blocks = [i for i, block in enumerate(found.blocks) if found.registration_no in block.written][:1]
        yield Part("diarienummer", found.registration_no, [blocks])
    if found.decisions:
        yield Part(
            "beslut", [one["value"] for one in found.decisions], [[one["block"]] for one in found.decisions]
        )
    if found.signatures:
        yield Part(
            "undertecknat",
            [_signature(found, n) for n in range(len(found.signatures))],
            [list(p.blocks) for p in found.signatures],
        )
    contacts = [(index, made) for index in found.contacts if (made := _contact(found.blocks[index].text))]
    if contacts:
        yield Part("kontakter", [made for _, made in contacts], [[index] for index, _ in contacts])
    yield Part("källa", _provenance(found, source))


def _signature(found: Found, number: int) -> dict[str, Any]:
    person = found.signatures[number]
    made: dict[str, Any] = {"namn": person.name, "roll": person.role}
    if person.organisation:
        made["part"] = person.organisation
    if found.signed:
        made["datum"] = found.signed
    return made


def _contact(text: str) -> dict[str, Any]:
    """Function, organisation and address.

    Names and private numbers are left out.
    """
    made: dict[str, Any] = {}
    name = None if ROLE.match(text) else NAME.search(text)
    rest = text[name.end() :] if name and name.start() < 3 else text
    role = ROLE.search(rest)
    if role:
        made["funktion"] = role[0].strip(" ,")
    elif not name:
        made["funktion"] = re.split(r"[,:]", text)[0].strip()[:80]
    if found := emails(text):
        made["epost"] = found[0]
    if phone := re.search(r"(?<!\d)(?:0(?!7[02369])\d{1,3}[- ]\d[\d ]{3,9}\d|114 ?14|112)(?!\d)", text):
        made["telefon"] = phone[0]
    return made if "funktion" in made else {}


def _provenance(found: Found, source: Source) -> dict[str, Any]:
    top = " ".join(block.text for block in found.blocks[:6])
    quoted = any(block.quoted for block in found.blocks)
    kind = "original"
    if source.format == "html":
        kind = "webbsida"
    if _NEWS.search(top) or (quoted and found.kind == "medborgarlöfte"):
        kind = "pressmeddelande" if re.search("pressmeddelande", top, re.IGNORECASE) else "nyhet"
    return {"typ": kind, "fullständighet": "fullständig", "fil": source.name}


# ---------------------------------------------------------------- the promise


def first_day(found: Found) -> dt.date | None:
    """First day of the period.

    Used for dates without a year.
    """
    return found.period.start.first if found.period and found.period.start else None


def doubts(found: Found) -> Iterator[tuple[int, Text]]:
    for number, sv, en in found.doubts:
        yield number, Text(sv, en)
    for one in found.commitments:
        if one.doubt:
            yield one.blocks[0], Text(one.doubt, _IN_ENGLISH.get(one.doubt, one.doubt))
        if not one.parties:
            yield one.blocks[0], Text("texten säger inte vem som lovar", "the text does not say who promises")
        for date in measures(one.text, first_day(found)).doubts:
            yield one.blocks[0], Text(f"”{date}” finns inte i kalendern", f"”{date}” is not in the calendar")
    if found.period and found.period.impossible:
        yield (
            found.period.block,
            Text("perioden har en dag som inte finns", "the period has a day that does not exist"),
        )
    for index, block in enumerate(found.blocks):
        if block.kind != "furniture" and (slip := misread(block.text)):
            yield index, Text(f"kan vara felläst: ”{slip}”", f"may be misread: ”{slip}”")
        if (private := private_in(block.written)) is not None:
            yield index, private


_IN_ENGLISH: Final = {
    "avsnittet säger inte att punkterna är löften": "the part does not say that its items are promises",
    "meningen står i löpande text och har inget ”ska” eller ”lovar”": "the sentence is running text without ”ska” or ”lovar”",
    "åtagandet är taget ur ett citat": "the commitment is taken from a quotation",
}


# ---------------------------------------------------------------- the follow-up
