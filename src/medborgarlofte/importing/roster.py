"""Parties known while reading."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from medborgarlofte.importing.agents import (
    OTHER,
    TOGETHER,
    Mention,
    is_collective,
    mentions,
    promisor,
)
from medborgarlofte.importing.found import FoundParty, free_name
from medborgarlofte.importing.people import is_role
from medborgarlofte.importing.private import without_private
from medborgarlofte.importing.sentences import COLLECTIVE, verb_form
from medborgarlofte.suggestions import closest_match
from medborgarlofte.swedish import fold, slug

CAPITAL: Final = r"[A-ZÅÄÖÉ][\wåäöé-]+"
LIST: Final = re.compile(r"\s*(?:,|/|\+|&| och )\s*")
"""What stands between the parties of a tag."""
_WE_ACT: Final = re.compile(r"\b(?:vi|(?<!varje )våra?|vårt)\b", re.IGNORECASE)
_WE_VOW: Final = re.compile(r"\b(?:lovar|åtar) vi\b")
_EVERY_TOWN: Final = re.compile(
    r"(?:(?:alla|samtliga|båda|de)(?: (?:två|tre|fyra|fem|sex))? )?kommuner(?:na)?", re.IGNORECASE
)
_KINDS: Final = (
    ("bostadsbolag", r"bostad|hyresvärd|fastighet|bostäder|hyreshus"),
    ("förening", r"förening|förbund|handlare|handlarna|köpmän|företagare|byalag|nattvandr|jour|församling|kyrka"),
    ("region", r"\bregion"),
    ("myndighet", r"räddning|trafikverk|länsstyrelse|tullverk|kustbevak|kriminalvård|myndighet"),
    ("företag", r"\bab\b|bolag|tåg|buss|trafik|väktar|butik|galleri|köpcentrum|handel|krog"),
)  # fmt: skip


_NEARLY: Final = 0.85
"""How alike a name is that is misspelt; ”Kommunal” is another party."""


def kind_of(name: str) -> str:
    """Kind of a third party, by name."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name, re.IGNORECASE)), "annan")


class Roster:
    """Growing list of parties."""

    def __init__(self, parties: Iterable[FoundParty], *, police_only: bool) -> None:
        self.parties = list(parties)
        self.police_only = police_only
        self.tags: dict[str, tuple[str, ...]] = {}
        """Letters that stand for parties: ”P” and ”K”."""
        self.default: tuple[str, ...] = ()
        """Who promises in items that name nobody: both, where the text calls the promise joint."""

    @property
    def municipalities(self) -> list[FoundParty]:
        """The parties that are municipalities, or the district of one."""
        return [party for party in self.parties if party.kind in ("kommun", "stadsdel")]

    @property
    def others(self) -> list[str]:
        """The names of third parties."""
        third = [party for party in self.parties if party.kind not in ("kommun", "polis")]
        return [alias for party in third for alias in party.aliases]

    @property
    def names(self) -> list[str]:
        """The names of all parties."""
        return [party.name for party in self.parties] + self.others

    def joint(self) -> tuple[str, ...]:
        """Promisor of joint commitments."""
        return ("polisen",) if self.police_only else (TOGETHER,)

    def third(self, name: str) -> str:
        """Id of a third party, added if new."""
        for party in self.parties:
            if any(fold(name) == fold(alias) for alias in (party.name, *party.aliases)):
                return party.id
        bare = name.strip(" .,:")
        if misspelt := self._misspelt(bare):
            return misspelt
        words = bare.removesuffix(" AB").split()
        own = words[-1] if len(words) == 2 and OTHER.fullmatch(words[0]) and words[-1][0].isupper() else ""
        full = slug(without_private(own or bare.removesuffix(" AB")))
        wanted = full if len(full) <= 24 else full[:24].rpartition("-")[0] or full[:24] or "part"
        made = free_name(wanted, [party.id for party in self.parties])
        aliases = tuple(dict.fromkeys(part for part in (bare, own, bare.removesuffix(" AB")) if part))
        self.parties.append(FoundParty(made, kind_of(bare), bare, aliases=aliases))
        return made

    def _misspelt(self, name: str) -> str | None:
        """Id of the police or the only municipality, where a name is theirs but for a letter: ”Pollisen”."""
        meant = closest_match(name, ("polisen", "kommunen"), cutoff=_NEARLY)
        towns = [party.id for party in self.municipalities]
        ids = {"polisen": ["polisen"], "kommunen": towns}.get(meant or "", [])
        return ids[0] if len(ids) == 1 and any(party.id == ids[0] for party in self.parties) else None

    def ids(self, found: Sequence[Mention], text: str, *, add: bool = False) -> tuple[str, ...]:
        """Ids of mentions, ``tillsammans`` for both."""
        return self.combined([one for mention in found for one in self._of(mention, text, add=add)])

    def combined(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Distinct ids; police and municipality alone are ``tillsammans``."""
        made, towns = tuple(dict.fromkeys(ids)), {party.id for party in self.municipalities}
        both = "polisen" in made and towns and {*made} == towns | {"polisen"}
        return (TOGETHER,) if both or TOGETHER in made else made

    def _of(self, mention: Mention, text: str, *, add: bool) -> list[str]:
        if mention.side == "polis":
            return ["polisen"]
        if mention.side == "kommun":
            return self._municipality(mention.text, text)
        name = _whole_name(text, mention)
        known = {alias.lower() for alias in self.others} & {name.lower(), mention.text.lower()}
        return [self.third(name)] if add or known else []

    def _municipality(self, written: str, text: str) -> list[str]:
        towns = self.municipalities
        bare = {party.id: _bare(party.name) for party in towns}
        if single := [one for one, name in bare.items() if fold(written).startswith(name)]:
            return single[:1]
        if named := [
            one for one, name in bare.items() if re.search(rf"\b{name}s?\b.*\bkommuner\b", fold(text))
        ]:
            return named
        every = len(towns) == 1 or re.search(
            r"\bkommunerna\b|\b(?:varje|var och en av) kommun", text, re.IGNORECASE
        )
        return [party.id for party in towns] if every else []


def bare_names(name: str) -> tuple[str, str]:
    """Name of a municipality without “kommun”, and without the genitive: “Ekås”, “Ekå”."""
    written = re.sub(r"\s+(kommun|stad)$", "", name)
    return written, written.removesuffix("s")


def _bare(name: str) -> str:
    return fold(bare_names(name)[1])


def _whole_name(text: str, mention: Mention) -> str:
    """Full name around a mention: ”Tågbolaget Vidspår”."""
    after = re.match(rf"(?: {CAPITAL})+", text[mention.end :])
    before = re.search(rf"(?:{CAPITAL} )+$", text[: mention.start])
    start = before[0] if before and (before[0].strip().endswith("s") or before.start() == 0) else ""
    return f"{start}{text[mention.start : mention.end]}{after[0] if after else ''}".strip()


def who(text: str, roster: Roster, *, add: bool = False) -> tuple[str, ...]:
    """Promisor named by a sentence, if any."""
    found = promisor(text, roster.others)
    if found and found[0].side == "annan" and not verb_form(text, found):
        found = ()  # ”Samtal om dagligvaruhandel”
    if ids := roster.ids(found, text, add=add):
        return ids
    head = " ".join(text.split()[:10])
    return roster.joint() if COLLECTIVE.match(head) or _WE_ACT.search(head) or _WE_VOW.search(text) else ()


def named_in(text: str, roster: Roster) -> tuple[str, ...]:
    """Parties of a cell: ”Polisen”, ”Alla tre”, ”P, K”."""
    bare = text.strip(" .:()[]")
    letters = [part for part in LIST.split(bare) if part]
    if letters and all(part in roster.tags for part in letters):
        return roster.combined(sorted({one for part in letters for one in roster.tags[part]}))
    if len(roster.municipalities) > 1 and _EVERY_TOWN.fullmatch(bare):
        return tuple(town.id for town in roster.municipalities)
    if is_collective(bare) or re.fullmatch(r"(?:alla|båda|samtliga)(?: \w+)?", bare, re.IGNORECASE):
        return roster.joint()
    found = mentions(bare, roster.others)
    if not found and re.fullmatch(rf"{CAPITAL}(?: {CAPITAL})+", bare) and not is_role(bare):
        return (roster.third(bare),)
    ids = roster.ids(found, bare, add=True)
    if {mention.side for mention in found} != {"annan"}:
        return ids
    unknown = [part for part in letters if re.fullmatch(CAPITAL, part) and not mentions(part, roster.others)]
    return (*ids, *map(roster.third, unknown))
