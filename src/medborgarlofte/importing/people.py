"""Names and roles of people, and the signatures that they form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

_WORD: Final = r"[A-ZÅÄÖÉÜ][a-zåäöéüèøæ]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéüèøæ]+)*"
NAME: Final = re.compile(
    rf"{_WORD}(?: (?:[A-ZÅÄÖ]\.|af|von|de|{_WORD})){{0,2}} {_WORD}(?: ?\((?:[A-ZÅÄÖ]{{1,3}}|[A-Z][a-z]{{1,2}})\))?"
)
_STEMS: Final = (
    r"(?:lokalpolisområdes?t?chef|polisområdeschef|kommundirektör|stadsdirektör|kommunchef|stadsdelsdirektör|kommunalråd|borgarråd|regionråd|oppositionsråd|borgmästare"
    r"|kommunpolis|områdespolis|polismästare|polischef|kommissarie|gruppchef|sektionschef|enhetschef|förvaltningschef|socialchef|skolchef|säkerhetschef|trygghetschef|räddningschef|chef|ordförande|direktör"
    r"|samordnare|strateg|handläggare|sekreterare|koordinator|rektor|rådgivare|utvecklare|verkställande direktör|vd|förbundschef|distriktschef|affärsområdeschef|föreståndare|talesperson|ombud|ledamot|nämndordförande|politiker|landshövding|verksamhetsansvarig|kommunfullmäktige|gruppledare|ledare|förvaltare)"
)
_BEFORE: Final = r"(?:(?:tf\.?|t\.?f\.?|tillförordnad|tillträdande|biträdande|bitr\.?|vice|v\.|förste|1:e|2:e|andre|ställföreträdande|stf\.?|lokal|lokala|kommunens|polisens)\s+)*"
ROLE: Final = re.compile(
    rf"\b{_BEFORE}(?:[\wåäö-]+s\s+)?(?:[\wåäö]+- och )?[\wåäö-]*{_STEMS}(?:et|en|n)?\b"
    r"(?: (?-i:för|i|vid|på|inom|lokalpolisområde|LPO|polisen|kommunpolis)(?: (?-i:och|den|det|för|i|område|lokalpolisområdet?|polisområdet?|kommunen|[A-ZÅÄÖ][\wåäö-]+|[a-zåäö]+(?:nämnden|styrelsen|rådet|förvaltningen|fullmäktige|föreningen|avdelningen|enheten|kontoret|bolaget|dalen|slätten|skogen|trakten|bygden|bältet|området|landet)))*)?",
    re.IGNORECASE,
)
SIGNS: Final = re.compile(
    r"\b(?:undertecknad\w*|undertecknat|skrev\b[^.]{0,120}?\b(?:under|på)|skriv(?:it|its|s) (?:under|på)|skrevs under|signerad\w*|signerat|hälsning(?:ar)?)\b",
    re.IGNORECASE,
)
_DOTTED: Final = re.compile(r"^[.…_\-–—\s\[\]xX]*$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named with a role."""

    name: str
    role: str = ""
    organisation: str = ""
    blocks: tuple[int, ...] = ()


def is_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    return bool(NAME.fullmatch(text.strip())) and not is_role(text) and not _PLACE_WORDS.search(text)


_PLACE_WORDS: Final = re.compile(
    r"\b(?:kommun|stad|polisen|lokalpolisområde|medborgarlöfte|löfte|område|region|gatan|vägen|torget|skolan|underskrift\w*|undertecknat|bakgrund|fokusområde|barn|unga|trygg\w*|våld|narkotika|trafik\w*)\b",
    re.IGNORECASE,
)


def is_person(text: str) -> bool:
    """Whether a line is a name with its role behind it: ”Malin Ek, kommunchef”."""
    found = NAME.match(text.strip())
    if found is None or len(text.split()) > 14:
        return False
    rest = re.sub(r"^[\s,–(-]+", "", text.strip()[found.end() :])
    return bool(rest) and is_role(rest.split(",")[0])


def is_role(text: str) -> bool:
    """Whether a line is a role, perhaps with its organisation, and nothing else."""
    bare = text.strip()
    found = ROLE.match(bare)
    if not found or len(bare.split()) > 9 or re.search(r"[.!?:]$", bare):
        return False
    rest = bare[found.end() :].strip()
    if re.search(r"\b(?:ska|skall|kommer|har|är|lovar|som|och att|att)\b", bare.lower()):
        return False
    return not rest or rest[0] in ",(" or len(rest.split()) <= 4


def is_dotted(text: str) -> bool:
    """Whether a line is only dots or dashes to sign on."""
    return len(text.strip()) > 3 and bool(_DOTTED.match(text.strip()))


def is_signature_line(text: str) -> bool:
    """True for a name, a role, both, or dots to sign on."""
    return is_name(text) or is_role(text) or is_person(text) or is_dotted(text) or bool(merged_people(text))


def pairs(text: str) -> Iterator[Person]:
    """The people that a sentence names with their roles behind them: ”Malin Ek, kommunchef, och …”."""
    for found in NAME.finditer(text):
        rest = text[found.end() :]
        role = re.match(r"\s*[,(–-]\s*", rest)
        if not role:
            continue
        written = ROLE.match(rest[role.end() :])
        if written is None:
            continue
        organisation = re.match(
            r",\s*([A-ZÅÄÖ][^,.;]{2,50}?)(?=[,.;]|$| och )", rest[role.end() + written.end() :]
        )
        yield Person(found[0], written[0].strip(), organisation[1].strip() if organisation else "")


def reversed_pairs(text: str) -> Iterator[Person]:
    """Roles before names: ”lokalpolisområdeschef Ola Ek”."""
    for name in NAME.finditer(text):
        before = text[: name.start()].rstrip()
        roles = [found for found in ROLE.finditer(before) if found.end() == len(before)]
        roles = (
            roles
            or [
                found
                for start in (m.start() for m in re.finditer(r"\b\w", before))
                if (found := ROLE.match(before, start)) and found.end() == len(before)
            ][:1]
        )
        if roles:
            yield Person(name[0], roles[0][0].strip())


def named_with_roles(text: str) -> list[Person]:
    """The people of a sentence, with their roles behind or before their names."""
    return max([*pairs(text)], [*reversed_pairs(text)], key=len)


def names_of(text: str) -> list[str]:
    """The names side by side on a line: two of two words where four stand in a row."""
    words = text.split()
    if 4 <= len(words) <= 8 and all(
        re.fullmatch(rf"{_WORD}|\([A-Z]{{1,3}}\)|[A-Z]\.", word) for word in words
    ):
        half = len(words) // 2
        first, second = " ".join(words[:half]), " ".join(words[half:])
        if len(words) in (4, 6) and NAME.fullmatch(first) and NAME.fullmatch(second):
            return [first, second]
    return [text.strip()] if NAME.fullmatch(text.strip()) else []


def roles_of(text: str) -> list[str]:
    """The roles side by side on a line, each with a capital letter."""
    starts = [found.start() for found in ROLE.finditer(text)]
    capitals = [m.start() for m in re.finditer(r"(?:(?<=\s)|^)(?=[A-ZÅÄÖ])", text)]
    cuts = [
        start for start in capitals if start and ROLE.match(text[start:]) and any(s < start for s in starts)
    ]
    if len(cuts) == 1 and is_role(text[: cuts[0]]) and is_role(text[cuts[0] :]):
        return [text[: cuts[0]].strip(), text[cuts[0] :].strip()]
    return [text.strip()] if is_role(text) else []


def signatures(lines: Sequence[tuple[int, tuple[str, ...]]]) -> list[Person]:
    """The people of a part of the document, line by line; each line has one or several columns. Names and roles pair up."""
    made: list[Person] = []
    waiting: list[Person] = []
    roles_first: list[Person] = []
    for number, cells in lines:
        if all(is_dotted(cell) for cell in cells):
            continue
        people = _named_at_once(number, cells)
        if people:
            made += waiting + people
            waiting = []
            continue
        names = [name for cell in cells for name in names_of(cell)]
        roles = [role for cell in cells for role in roles_of(cell)]
        if names and not roles:
            if roles_first and len(names) == len(roles_first):
                made += [
                    replace(p, name=n, blocks=(*p.blocks, number))
                    for p, n in zip(roles_first, names, strict=True)
                ]
                roles_first = []
                continue
            made += waiting
            waiting = [Person(name, blocks=(number,)) for name in names]
        elif roles and waiting:
            made += [
                replace(person, role=role, blocks=(*person.blocks, number))
                for person, role in zip(waiting, [*roles, *[""] * len(waiting)], strict=False)
            ]
            waiting = []
        elif roles:
            roles_first = [Person("", role, blocks=(number,)) for role in roles]
    return [person for person in [*made, *waiting] if person.role or person.name]


_LABEL: Final = re.compile(r"^(?:för|på uppdrag av|å)\s+(?P<org>[^:]{3,60}):\s*(?P<rest>.*)$", re.IGNORECASE)


def _named_at_once(number: int, cells: Sequence[str]) -> list[Person]:
    """People named with their roles on one line."""
    made = []
    for cell in cells:
        label = _LABEL.match(cell)
        text = label["rest"] if label else cell
        found = named_with_roles(text) or merged_people(text)
        made += [
            replace(
                person, organisation=person.organisation or (label["org"] if label else ""), blocks=(number,)
            )
            for person in found
        ]
    return made


def merged_people(text: str) -> list[Person]:
    """”Åsa Myrvik Chef för lokalpolisområde Nordflod”: a name and a role that stood on lines of their own."""
    bare = re.sub(r"^[.…_\s]{4,}", "", text)
    label = re.match(
        r"^(?:För|På uppdrag av) (?P<org>[^,:]{3,50}?(?:kommun|stad|[Pp]olisen|[Pp]olismyndigheten)) (?=[A-ZÅÄÖ])",
        bare,
    )
    organisation = label["org"] if label else ""
    bare = bare[label.end() :] if label else re.sub(r"^Vid pennan\s+", "", bare)
    if len(bare.split()) > 16:
        return []
    cuts = [m.start() for m in re.finditer(r"(?<=\s)(?=\S)", bare)]
    for start in cuts:
        first, second = bare[:start].strip(), bare[start:].strip()
        if NAME.fullmatch(first) and is_role(second):
            return [Person(first, second, organisation)]
        if is_role(first) and NAME.fullmatch(second) and not is_role(second):
            return [Person(second, first, organisation)]
    return _rows_merged(bare, cuts)


def _rows_merged(text: str, cuts: Sequence[int]) -> list[Person]:
    """Names in a row and then as many roles, or roles and then names: lines of columns that ran together."""
    for start in cuts:
        for names, roles in ((text[:start], text[start:]), (text[start:], text[:start])):
            words = names.split()
            if (
                len(words) % 2
                or not 4 <= len(words) <= 8
                or not all(re.fullmatch(_WORD, word) for word in words)
            ):
                continue
            people = [" ".join(words[n : n + 2]) for n in range(0, len(words), 2)]
            if any(ROLE.search(person) for person in people):
                continue
            split = _roles_split(roles.strip(), len(people))
            if split:
                return [Person(name, role) for name, role in zip(people, split, strict=True)]
    return []


def _roles_split(text: str, count: int) -> list[str]:
    """A row of roles, each with a capital letter, cut into so many; nothing when it cannot be."""
    starts = [0, *(m.start() for m in re.finditer(r"(?<=\s)(?=[A-ZÅÄÖ])", text))]
    if len(starts) != count:
        return []
    ends = [*starts[1:], len(text)]
    made = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return made if all(is_role(role) for role in made) else []
