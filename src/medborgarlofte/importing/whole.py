"""What is looked for in the whole document: period, decisions, registration number, signatures, contacts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from medborgarlofte.importing.found import Found
from medborgarlofte.importing.furniture import REGISTRATION, is_dated
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.people import (
    SIGNS,
    Person,
    is_dotted,
    named_with_roles,
    people_in,
    segments,
    signatures,
)
from medborgarlofte.importing.periods import MONTH, FoundPeriod, extension, find_periods, point
from medborgarlofte.importing.roster import Roster, bare_names
from medborgarlofte.swedish import ImpossibleDateError

_RETOLD: Final = re.compile(
    r"(?:(?<!gäller )\b(?:[Uu]nder|[Ii]|[Hh]östen|[Vv]åren) (?:\w+ )?|^)20\d\d (?:har|[a-zåäö]+[dt]es?)\b|\b(?:fanns|var|[a-zåäö]+[dt](?:e|es|s)) (?:under|i) (?:\w+ )?20\d\d(?: och 20\d\d)?"
    r"|överenskommelse(?:r|n|rna)?\b(?: [^\s.]+){0,4} 20\d\d\s*[–-]\s*20\d\d"
)
"""Years of something else than the promise: ”Under 2016 har vi lyssnat”, ”överenskommelsen 2016–2019”."""
_FILE: Final = re.compile(r"\.(?:pdf|docx?)\b", re.IGNORECASE)
_HELD: Final = re.compile(r"överenskommelsen gäller", re.IGNORECASE)
"""The period of the agreement, where the promise has none of its own."""
_BODY: Final = r"(?P<organ>(?:[Kk]ommunstyrelsen|[Kk]ommunfullmäktige|[Ff]ullmäktige|[Rr]egionfullmäktige|[A-ZÅÄÖa-zåäö]+nämnden|[Ss]tadsdelsnämnden|[Ss]tyrgruppen)(?: i [A-ZÅÄÖ][\wåäö]+)?)"
_DATE: Final = rf"(?P<date>\d{{4}}-\d\d-\d\d|\d{{1,2}}(?::?[ae])?\s+(?:{MONTH})\s+\d{{4}})"
_PARAGRAPH: Final = r"(?P<paragraph>§\s?\d+)"
_DECISION: Final = re.compile(
    rf"{_BODY}(?P<between>[^.;]{{0,60}}?)\b(?:den\s+)?{_DATE}(?:[,\s]+{_PARAGRAPH})?"
)
_DECIDES: Final = re.compile(
    r"\b(?:beslut\w*|antog\w*|antagen|antaget|anta|godkän\w+|fastställ\w*|§)\b|§", re.IGNORECASE
)
_SIGNED: Final = re.compile(
    rf"\b(?:undertecknad\w*|undertecknat|skrevs under|underskriv\w+|signera\w+)\b[^.;]{{0,120}}?\b(?:den\s+)?{_DATE}",
    re.IGNORECASE,
)
_PLACE_DATE: Final = re.compile(
    rf"^(?!Uppföljning|Uppdatera|Publicera|Revidera|Antage|Beslut|Datum|Senast|Före|Innan|Från|Till|Klar)[A-ZÅÄÖ][\wåäö-]+,?\s+(?:den\s+)?{_DATE}$"
)


def find_whole(found: Found, roster: Roster) -> None:
    """Fill in what stands anywhere in the document."""
    found.period = _period(found)
    extended = extension(block.text for block in found.blocks if not block.quoted)
    if found.period and found.period.end and extended and extended.last > found.period.end.last:
        found.period = replace(found.period, extended_to=extended)
    _registration(found)
    _decisions(found)
    _signed(found, roster)


def _period(found: Found) -> FoundPeriod | None:
    seen = [
        (
            index,
            _RETOLD.sub("", block.text) if found.kind == "medborgarlöfte" else block.text,
            block.kind == "heading" or index in found.title_blocks,
        )
        for index, block in enumerate(found.blocks)
        if block.text
        and not block.quoted
        and block.kind != "furniture"
        and not is_dated(block.text)
        and not _FILE.search(block.text)
    ]
    agreed = [
        (index, found.blocks[index].text, heading)
        for index, _, heading in seen
        if _HELD.search(found.blocks[index].text)
    ]
    candidates = find_periods(seen) or (find_periods(agreed) if found.kind == "medborgarlöfte" else [])
    if found.kind == "uppföljning":
        candidates.sort(key=lambda one: one.block not in found.title_blocks)
    placed = found.placed
    candidates = [c for c in candidates if c.block not in placed or c.score > 60]
    if not candidates:
        return None
    best = candidates[0]
    if best.impossible or (best.start and best.end) or best.until_further_notice:
        return best
    for other in candidates[1:]:
        if other.start and other.end and not other.impossible and other.text != str(best.end):
            if best.start and other.end.last >= best.start.first and other.start.year <= best.start.year:
                return replace(best, end=other.end) if other.end.last > best.start.first else best
            if best.end and other.start.first <= best.end.last and other.end.year == best.end.year:
                return replace(best, start=other.start)
    return best


def _registration(found: Found) -> None:
    for block in found.blocks:
        match = REGISTRATION.search(block.written)
        if match:
            found.registration_no = match["number"].strip(" .,;")
            return


def _decisions(found: Found) -> None:
    seen: set[tuple[str, str]] = set()
    for index, block in enumerate(found.blocks):
        if block.quoted or not _DECIDES.search(block.text):
            continue
        for match in _DECISION.finditer(block.text):
            date = _date(match["date"])
            key = (match["organ"].lower(), date)
            if (
                not date
                or key in seen
                or re.search(r"\b(?:redovis|rapport|uppdrag)|\bfrån\b", match["between"])
            ):
                continue
            seen.add(key)
            made: dict[str, Any] = {"organ": match["organ"], "datum": date}
            if match["paragraph"]:
                made["paragraf"] = match["paragraph"]
            found.decisions.append((made, index))


def _date(text: str) -> str:
    try:
        return str(point(text))
    except (ValueError, ImpossibleDateError):
        return ""


def _signed(found: Found, roster: Roster) -> None:
    """The signatures: lines at the end, a sentence that says who signed, or a label before them."""
    placed = found.placed
    for index, block in enumerate(found.blocks):
        for text in (block.cells if index not in placed else ()) or (block.text,):
            match = None if is_dated(text) else _SIGNED.search(text) or _PLACE_DATE.match(text.strip())
            if match and not found.signed:
                found.signed = _date(match["date"])
    people = _lines(found) or _sentence(found)
    signed = {person.name: person for person in reversed(people) if person.role}
    found.signatures = [
        replace(person, organisation=_party_of(person, roster)) for person in reversed(signed.values())
    ]


def _sentence(found: Found) -> list[Person]:
    """The people of the first sentence that says who signed, and of the lines below it with the same label."""
    signed: list[Person] = []
    label = ""
    for index, block in enumerate(found.blocks):
        if block.kind not in ("paragraph", "item") or not SIGNS.search(block.text) or block.quoted:
            continue
        if signed and not (label and block.text.startswith(label)):
            break
        people = named_with_roles(block.text)
        signed += [replace(person, blocks=(index,)) for person in people]
        label = found_label[0] if (found_label := re.match(r"\w+:", block.text)) else ""
    return signed


def _lines(found: Found) -> list[Person]:
    """People in short lines, each with a role, that stand under one another; contacts and quotations are none."""
    lines: list[tuple[int, tuple[str, ...]]] = []
    placed = found.placed
    role = None
    texts = (n for n, block in enumerate(found.blocks) if block.kind == "paragraph" and len(block.text) > 120)
    first = min(next(texts, 0), *placed, len(found.blocks))
    for index, block in enumerate(found.blocks):
        if block.kind == "heading" or (len(block.text.split()) <= 4 and role_of(block.text) == "signatures"):
            role = role_of(block.text)
        if (
            block.kind == "furniture"
            or block.quoted
            or role in ("contacts", "links")
            or _CONTACT.match(block.text)
            or (index < first and role != "signatures")  # a caption
            or index in found.title_blocks
            or index in placed
        ):
            continue
        cells = tuple(map(_unlabelled, block.cells or (block.text,)))
        if role == "signatures":
            cells = tuple(_DATED.sub("", _REACHED.sub("", cell)).replace(", part: ", ", ") for cell in cells)
        if (block.kind != "item" or role == "signatures") and _is_line(cells):
            lines.append((index, cells))
    return [person for person in signatures(lines) if person.name and person.role]


_CONTACT: Final = re.compile(r"(?:Kontakt\w*|Frågor|Har du frågor|(?:För )?[Mm]er information)\b")
"""How a line begins that names whom to ask, not who signs."""


def _unlabelled(cell: str) -> str:
    """A cell without the label in front of a name: ”Namnförtydligande: …”."""
    return re.sub(r"^(?:Namnförtydligande|Namn|Underskrift|Undertecknat|Signatur)\s*:\s*", "", cell)


_DATED: Final = re.compile(rf",\s*(?:den\s+)?{_DATE}$".replace("?P<date>", "?:"))
"""The day behind a signature."""
_REACHED: Final = re.compile(
    r"(?:[,;]?\s+(?:(?:tfn|tel(?:efon)?|mobil)\.?:?\s*)?(?:(?:\+46|0)\d[\d -]{5,}\d|[\w.-]+@[\w.-]+))+$",
    re.IGNORECASE,
)
"""Telephone and address behind a name and role: they do not make a closing line a contact."""


def _is_line(cells: Sequence[str]) -> bool:
    if any(len(cell.split()) > 14 for cell in cells):
        return False
    return any(is_dotted(cell) or any(segments(cell)) or _is_person(cell) for cell in cells)


def _is_person(cell: str) -> bool:
    """True for a cell of people with roles and hardly anything else."""
    people = people_in(cell)
    return sum(len(one.name) + len(one.role) + len(one.organisation) for one in people) > 0.5 * len(cell)


def _party_of(person: Person, roster: Roster) -> str:
    """The id of the party that a signature is for, empty when it does not show."""
    for text in (person.organisation, person.role):
        lowered = text.lower()
        if re.search(r"polis|\blpo\b", lowered):
            return "polisen"
        for party in roster.parties:
            names = (party.name, *party.aliases, *(bare_names(party.name) if party.kind == "kommun" else ()))
            if any(name and name.lower() in lowered for name in names):
                return party.id
    towns = roster.municipalities
    if (
        len(towns) == 1
        and re.search(r"kommun|stad|nämnd|social|skol|trygghet|säkerhet", person.role.lower())
        and (not person.organisation or re.fullmatch("kommunen|staden", person.organisation.lower()))
    ):
        return towns[0].id
    return ""
