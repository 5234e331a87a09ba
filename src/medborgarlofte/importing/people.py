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
    rf"(?:,? (?-i:för|i|vid|på|inom|[Ll]okalpolisområde|LPO|polisen|kommunpolis)(?: (?-i:(?!och {_WORD} {_WORD},)(?:och|den|det|för|i|område|lokalpolisområdet?|polisområdet?|kommunen|[A-ZÅÄÖ][\wåäö-]+|[a-zåäö]+(?:nämnden|styrelsen|rådet|förvaltningen|fullmäktige|föreningen|avdelningen|enheten|kontoret|bolaget|dalen|slätten|skogen|trakten|bygden|bältet|området|landet))))*)?",
    re.IGNORECASE,
)
SIGNS: Final = re.compile(
    r"\b(?:underteckna[drt]\w*|skrev\b[^.]{0,120}?\b(?:under|på)|skriv(?:it|its|s) (?:under|på)|skrevs\b[^.]{0,80}?\bunder|signerad\w*|signerat|hälsning(?:ar)?)\b",
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
    return bool(rest) and is_role(re.split(r",| och ", rest)[0])


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
    bare = _FOR.sub("", text)
    return is_name(bare) or is_role(bare) or is_person(bare) or is_dotted(text) or any(segments(text))


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
            r",\s*((?:lokalpolisområde |[A-ZÅÄÖ])[^,.;]{2,50}?)(?=[,.;]|$| och )",
            rest[role.end() + written.end() :],
        )
        yield Person(found[0], written[0].strip(), organisation[1].strip() if organisation else "")


def reversed_pairs(text: str) -> Iterator[Person]:
    """Roles before names: ”lokalpolisområdeschef Ola Ek”."""
    for name in NAME.finditer(text):
        first, _, rest = name[0].partition(" ")
        if ROLE.fullmatch(first):  # ”Kommunalråd Ola Ek”
            if NAME.fullmatch(rest):
                yield Person(rest, first)
            continue
        before = text[: name.start()].rstrip(" ,")
        role = next((found for found in ROLE.finditer(before) if found.end() == len(before)), None)
        comma = "," in text[len(before) : name.start()]
        if role and not (comma and not before[: role.start()].endswith("och ")):
            yield Person(name[0], role[0].strip())


def named_with_roles(text: str) -> list[Person]:
    """The people of a sentence, with their roles behind or before their names."""
    most, fewer = sorted(([*reversed_pairs(text)], [*pairs(text)]), key=len, reverse=True)
    taken = {part for one in most for part in (one.name, one.role)}
    found = most + [one for one in fewer if not taken & {one.name, one.role}]
    return [one for one in found if not any(one.name in other.role for other in found)]


_FOR: Final = re.compile(
    r"^(?:(?:för|på uppdrag av|å)\s+|(?=[^:]*(?:kommun|stad|polis)))(?P<org>[^:]{3,60}):\s*|^(?:För|På uppdrag av) (?P<named>[^,:]{3,50}?(?:kommun|stad|[Pp]olisen|[Pp]olismyndigheten)) (?=[A-ZÅÄÖ])|^Vid pennan\s+|^[.…_\s]{4,}",
    re.IGNORECASE,
)
"""What stands before a signature: whom it is for, or dots."""


def segments(text: str) -> tuple[list[str], list[str]]:
    """Names and roles that fill a line, as many of each if possible; empty when something else stands there."""
    words = text.rstrip(" /").split()
    if len(words) > 16:
        return [], []
    if _is_office(text.strip()):
        return [], [text.strip()]
    filled: list[dict[tuple[int, int], tuple[list[str], list[str]]]] = [{(0, 0): ([], [])}]
    for end in range(1, len(words) + 1):
        filled.append({})
        for start in range(end):
            part = " ".join(words[start:end])
            name, role = end - start <= 3 and is_name(part), is_role(part)
            for (names, roles), (people, offices) in filled[start].items():
                if name:
                    filled[end].setdefault((names + 1, roles), ([*people, part], offices))
                if role and (not offices or part[0].isupper()):
                    filled[end].setdefault((names, roles + 1), (people, [*offices, part]))
    return max(
        filled[-1].values(),
        key=lambda made: (len(made[0]) == len(made[1]), len(made[0]), len(made[1])),
        default=([], []),
    )


_CHIEF_OF: Final = re.compile(r"(?:lokalpolisområdet?|LPO)(?: [A-ZÅÄÖ][\wåäö-]+){1,2}$", re.IGNORECASE)
"""How a role ends that names its area, which could be taken for a person."""


def _is_office(text: str) -> bool:
    return _CHIEF_OF.search(text) is not None and ROLE.fullmatch(text) is not None


def people_in(text: str) -> list[Person]:
    """People named with their roles in a sentence or line."""
    if _is_office(text.strip()):
        return []
    label = _FOR.match(text)
    organisation = (label["org"] or label["named"] or "") if label else ""
    bare = text[label.end() :] if label else text
    found = named_with_roles(bare)
    if not found:
        names, roles = segments(bare)
        pairs = zip(names, roles, strict=True) if len(names) == len(roles) else ()
        found = [Person(name, role) for name, role in pairs]
    return [replace(person, organisation=person.organisation or organisation) for person in found]


def signatures(lines: Sequence[tuple[int, tuple[str, ...]]]) -> list[Person]:
    """People of lines that each have one or several columns; names and roles pair up."""
    made: list[Person] = []
    waiting: list[Person] = []
    roles_first: list[Person] = []
    for number, cells in lines:
        people = [replace(person, blocks=(number,)) for cell in cells for person in people_in(cell)]
        parts = [segments(cell) for cell in cells]
        names, roles = ([one for part in parts for one in part[kind]] for kind in (0, 1))
        if waiting and all(ROLE.match(cell.strip()) for cell in cells if cell):
            people, names = [], []  # “…chef, Ekby Norr”
            roles = [cell.strip(" /") for cell in cells if cell]
        if people:
            made += waiting + people
            waiting = []
        elif names and not roles and len(names) == len(roles_first):
            made += [
                replace(p, name=n, blocks=(*p.blocks, number))
                for p, n in zip(roles_first, names, strict=True)
            ]
            roles_first = []
        elif names and not roles:
            made += waiting
            waiting = [Person(name, blocks=(number,)) for name in names]
        elif roles and waiting:
            made += [
                replace(person, role=role, blocks=(*person.blocks, number))
                for person, role in zip(waiting, roles, strict=False)
            ]
            waiting = waiting[len(roles) :]
        elif roles:
            roles_first = [Person("", role, blocks=(number,)) for role in roles]
    return [*made, *waiting]
