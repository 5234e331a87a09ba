"""Parties: municipalities, police, others."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from medborgarlofte.importing.found import FoundParty, free_name
from medborgarlofte.importing.private import without_private
from medborgarlofte.importing.roster import CAPITAL
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.swedish import fold, slug

_MUNICIPALITY: Final = re.compile(rf"\b(?P<name>{CAPITAL}(?: {CAPITAL})?) (?P<kind>kommun|stad)s?\b")

_LABELLED: Final = re.compile(rf"Kommun(?:en)?\s*:\s*(?P<name>{CAPITAL}(?: {CAPITAL})?)")

_SHOUTED: Final = re.compile(r"\b(?P<name>[A-ZÅÄÖ]{3,}(?: [A-ZÅÄÖ]{3,})?) (?P<kind>KOMMUN|STAD)S?\b")

_ADJECTIVE: Final = (
    r"(?:Norra|Södra|Östra|Västra|Nedre|Övre|Mellersta|Stora|Lilla|Inre|Yttre|Centrala|Nya|Gamla)"
)

_POLICE_AREA: Final = re.compile(
    rf"\b(?P<label>[Ll]okal-?polisområdet?|LPO|[Pp]olisområdet?)s? (?P<name>(?i:{_ADJECTIVE}) (?!och\b|i\b|har\b|som\b|lovar\b|ska\b)[\wåäö-]+|{CAPITAL}(?:[ /-](?!Polis|Kommun){CAPITAL})*(?: (?:nord|syd|norr|söder|väst|öst|älvdal)\w*)?)"
)

_POLICE_IN: Final = re.compile(
    rf"\b(?P<whole>(?:Lokalpolisen|Polisen)(?: i)? (?P<name>{_ADJECTIVE} [\wåäö-]+|Region {CAPITAL}|{CAPITAL}))"
)

_NOT_PARTY: Final = re.compile(
    r"\b(?:inte part|har ett eget löfte|eget medborgarlöfte|ingår inte|omfattas inte|är inte med|grannkommun\w*|till skillnad från|liksom i|jämfört med|lovar ingenting|lovar inget)\b",
    re.IGNORECASE,
)

_OWN_HAND: Final = re.compile(
    r"polisen (?:har )?(?:skrivit |tagit fram |lämna\w* )?(?:\w+ ){0,6}på egen hand|(?:kommun|stad)\w*[^.]{0,80}lovar ingenting|\bkommunen är inte part|polisen ensam|polis\w*[^.,]{0,60} (?:ger|gett|avger|lämnar|tagit fram) ett eget (?:medborgar|trygghets)?löfte|\bkommunen [^.]{0,40}(?:inte (?:vara |är )?med\b|stå(?:r)? utanför|avstå\w*|tackat nej)|enbart polisen|bara polisen lovar|polisens eget löfte|\bpolisiärt åtagande|löfte\w* (?:gäller |är )?från polis(?:en)? till medborgar",
    re.IGNORECASE,
)
_IS_POLICE: Final = re.compile(
    r"(?:(?:Det här|Detta) är )?[Pp]olisens (?:medborgar|trygghets)?löfte\b|(?:Under|För) [^.]*\bär polisens (?:medborgar|trygghets)?löfte(?:n|na)?\b"
)
_MUNICIPAL: Final = re.compile(
    r"kommun(?!ikation|icera)|förvaltning|socialtjänst|\bstad(?:en|s|sdelen)?\b|nämnd|gemensam|parterna",
    re.IGNORECASE,
)
"""Words without which a text on the police is about the police alone."""
_NO_OWN: Final = re.compile(
    r"\b(?:[A-ZÅÄÖ]\w+ )?[Kk]ommun(?:en)?\b[^.]{0,80}\b(?:ger|lämnar|avger|har) inget (?:eget )?(?:medborgar|trygghets)?löfte\b"
)
_MUNICIPALITY_PROMISES: Final = re.compile(
    r"\b[Kk]ommun(?:en)? (?:lovar|åtar|förbinder|och (?:\w+ )?(?:lokal)?polis)|\b[Pp]olisen och (?:\w+ )?kommun"
    r"|^(?:(?:Det|Detta|Så|Vad) .{0,20})?[Kk]ommunen(?:s \w+| ska| gör)?:?$",
    re.MULTILINE,
)
"""A sentence or heading by which the municipality is a party all the same, and a neighbour is not."""

_NO_NAMES: Final = frozenset((
    "kommun", "stad", "er", "din", "var", "egen", "en", "ingen", "denna", "annan", "trygg", "samverkan"
))  # fmt: skip

_DISTRICT_BOARD: Final = re.compile(r"\bstadsdels(?:förvaltningen|nämnden)\b", re.IGNORECASE)

_INSTITUTION: Final = re.compile(
    r"polis[^.:;\n]*?\bkommun(?:en)?\b(?:, \w+)*(?:,| och) (?P<name>(?:folkhög|hög|gymnasie)?skolan|gymnasiet|biblioteket)(?:(?:,| och) \w+)* (?:lovar|åtar sig|ger|står bakom)\b",
    re.IGNORECASE,
)
"""A school or library that promises beside the municipality: ”Polisen, Ekby kommun och gymnasiet lovar”."""


def municipality_name(found: re.Match[str]) -> str:
    """”Karlshamns kommun” as written, capitals reduced."""
    name, kind = found["name"], found["kind"].lower()
    if name.isupper():
        name = " ".join(part.capitalize() for part in name.split())
    return f"{name} {kind}"


def find_parties(texts: Sequence[str], headings: Sequence[str]) -> tuple[list[FoundParty], bool]:
    """Municipalities and police; true if police only."""
    whole = "\n".join(texts)
    alone = any(
        re.search(r"\b[Pp]olisens (?:\w+ )?(?:medborgar|trygghets)?löfte\b", text) for text in headings[:2]
    ) or any(_IS_POLICE.match(text) for text in texts[:6])
    police_only = (
        bool(_OWN_HAND.search(whole))
        or (bool(_NO_OWN.search(whole)) and not _MUNICIPALITY_PROMISES.search(whole))
        or (
            alone
            and not re.search(r"\b(?:[Kk]ommun(?:en)?|stadsdels\w+) (?:ska|lovar|åtar|kommer att)\b", whole)
        )
        or (len(re.findall(r"\b[Pp]olisen\b", whole)) > 1 and not _MUNICIPAL.search(whole))
    )
    municipalities = [] if police_only else _municipalities(texts, headings)
    parties: list[FoundParty] = []
    for name in municipalities:
        made = slug(without_private(re.sub(r"\s+(kommun|stad)$", "", name)))[:40] or "kommun"
        own = "kommunen" if len(municipalities) == 1 else free_name(made, [party.id for party in parties])
        parties.append(FoundParty(own, "kommun", name, aliases=(name,)))
    if not municipalities and not police_only and re.search(r"\b[Kk]ommunen\b|\b[Kk]ommunens\b", whole):
        parties.append(FoundParty("kommunen", "kommun", "Kommunen", aliases=("Kommunen",)))
    elif not municipalities and not police_only and (board := _DISTRICT_BOARD.search(whole)):
        parties.append(FoundParty("stadsdelen", "stadsdel", board[0].capitalize(), aliases=(board[0],)))
    police = _police(texts, whole)
    if police:
        parties.append(police)
    if (found := _INSTITUTION.search(whole)) and not police_only:
        name = found["name"].capitalize()
        parties.append(FoundParty(slug(name), "annan", name, aliases=(name,)))
    return parties, police_only


def _municipalities(texts: Sequence[str], headings: Sequence[str]) -> list[str]:
    count: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text):
            if _NOT_PARTY.search(sentence):
                continue
            for found in [*_MUNICIPALITY.finditer(sentence), *_SHOUTED.finditer(sentence)]:
                name = re.sub(
                    r"^(?:I|Till|För|Mellan|Från|Så|När|Om|Och|Att|Även|Kommunstyrelsen|Medborgarlöfte\w*|Löfte\w*|Uppföljning|Överenskommelse|Varje|Din|Vår|Både|Hos|På|Av|Med|Vi|Nu|Alla) ",
                    "",
                    municipality_name(found),
                )
                key = fold(re.sub(r"\s+(kommun|stad)$", "", name)).removesuffix("s")
                if not key or key in _NO_NAMES:
                    continue
                count[key] += 1
                if key not in spelled or spelled[key].split()[0].isupper():
                    spelled[key] = name
    titled = "\n".join(headings)
    if not count:
        labelled = [one["name"] for text in texts if (one := _LABELLED.fullmatch(text.strip()))]
        return labelled or _from_title(headings, texts)
    for key in [key for key in count if " " in key]:
        last = key.rsplit(" ", 1)[1]
        if last in count:
            count[last] += count.pop(key)
    top = count.most_common(1)[0][1]
    chosen = [
        key for key in count if count[key] == top or fold(titled).find(key) >= 0 or count[key] * 3 >= top
    ]
    ordered = sorted(chosen, key=lambda key: list(count).index(key))
    return [spelled[key] for key in ordered][:6]


_IN_TITLE: Final = re.compile(
    rf"\b(?:[Mm]edborgarlöfte\w*|[Ll]öfte\w*|[Öö]verenskommelse\w*|MEDBORGARLÖFTE\w*)\b(?:.*?\b(?:för|i|mellan|FÖR|I)\s+|\s+(?:20\d\d\s+)?)(?P<name>{CAPITAL}(?: {CAPITAL})?)(?:\s+och\s+(?P<second>{CAPITAL}))?"
)

_BOARD_IN: Final = re.compile(rf"\b[Kk]ommun(?:en|styrelsen|fullmäktige) i (?P<name>{CAPITAL})")


def _from_title(headings: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Municipality named only by a title."""
    for text in [*headings, *texts[:6]]:
        found = _IN_TITLE.search(text)
        if found and not re.match(r"(?:Polis|Kommunen|Lokalpolis|Fokus|Trygg|POLIS|KORTHET)", found["name"]):
            return [_cased(name) for name in (found["name"], found["second"]) if name]
    for text in headings:
        found = re.search(
            rf"\b(?:Trygg\w*|Säker\w*) i (?P<name>{CAPITAL})|(?P<before>{CAPITAL})(?:, {CAPITAL}(?: {CAPITAL})?)?\s*[–-]\s*medborgarlöft",
            text,
        )
        if found:
            return [found["name"] or found["before"]]
    for text in texts:
        if found := _BOARD_IN.search(text):
            return [found["name"]]
    for text in texts:
        known = next((word for word in re.findall(CAPITAL, text) if by_name(word)), None)
        if known:
            return [known]
    return []


def _cased(name: str) -> str:
    """A name in capitals with small letters."""
    return " ".join(part.capitalize() for part in name.split()) if name.isupper() else name


def _police(texts: Sequence[str], whole: str) -> FoundParty | None:
    areas = Counter(
        re.sub(r"s$", "", found["name"]) if found["label"].endswith("s") else found["name"]
        for text in texts
        for found in _POLICE_AREA.finditer(text)
    )
    if areas:
        area = areas.most_common(1)[0][0]
        written = next(
            found[0]
            for text in texts
            for found in _POLICE_AREA.finditer(text)
            if found["name"].startswith(area)
        )
        label = f"{written[0].upper()}{written[1:]}"
        return FoundParty("polisen", "polis", label, aliases=("polisen", written))
    if found := _POLICE_IN.search(whole):
        return FoundParty("polisen", "polis", found["whole"], aliases=("polisen",))
    if re.search(r"\bpo[lI]is", whole, re.IGNORECASE):
        return FoundParty(
            "polisen",
            "polis",
            next(
                (name for name in ("polisen", "polismyndigheten") if name in whole.lower()), "polis"
            ).capitalize(),
            aliases=("polisen",),
        )
    return None
