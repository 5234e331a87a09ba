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
    says_we,
    sides,
)
from medborgarlofte.importing.found import FoundParty
from medborgarlofte.importing.people import is_role
from medborgarlofte.swedish import fold, slug

CAPITAL: Final = r"[A-ZÅÄÖÉ][\wåäöé-]+"

_KINDS: Final = (
    ("bostadsbolag", r"bostad|hyresvärd|fastighet|bostäder|hyreshus"),
    ("förening", r"förening|förbund|handlare|handlarna|köpmän|företagare|byalag|nattvandr|jour|församling|kyrka"),
    ("region", r"\bregion"),
    ("myndighet", r"räddning|trafikverk|länsstyrelse|tullverk|kustbevak|kriminalvård|myndighet"),
    ("företag", r"\bab\b|bolag|tåg|buss|trafik|väktar|butik|galleri|köpcentrum|handel|krog"),
)  # fmt: skip


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

    @property
    def municipalities(self) -> list[FoundParty]:
        """The parties that are municipalities."""
        return [party for party in self.parties if party.kind == "kommun"]

    @property
    def others(self) -> list[str]:
        """The names of third parties."""
        return [
            alias
            for party in self.parties
            if party.kind not in ("kommun", "polis")
            for alias in party.aliases
        ]

    def joint(self) -> tuple[str, ...]:
        """Promisor of joint commitments."""
        return ("polisen",) if self.police_only else (TOGETHER,)

    def third(self, name: str) -> str:
        """Id of a third party, added if new."""
        for party in self.parties:
            if any(fold(name) == fold(alias) for alias in (party.name, *party.aliases)):
                return party.id
        bare = name.strip(" .,:")
        words = bare.split()
        own = words[-1] if len(words) == 2 and OTHER.fullmatch(words[0]) and words[-1][0].isupper() else ""
        taken = {party.id for party in self.parties}
        full = slug(own or bare)
        wanted = full if len(full) <= 24 else full[:24].rpartition("-")[0] or full[:24] or "part"
        made = next(name for name in (wanted, *(f"{wanted}-{n}" for n in range(2, 500))) if name not in taken)
        self.parties.append(
            FoundParty(
                made, kind_of(bare), bare, aliases=tuple(dict.fromkeys(part for part in (bare, own) if part))
            )
        )
        return made

    def ids(self, found: Sequence[Mention], text: str, *, add: bool = False) -> tuple[str, ...]:
        """Ids of mentions, ``tillsammans`` for both."""
        kinds = sides(found)
        if "alla" in kinds:
            return self.joint()
        made: list[str] = []
        for mention in found:
            made += [one for one in self._of(mention, text, add=add) if one not in made]
        towns = [party.id for party in self.municipalities]
        if "polisen" in made and towns and set(towns) & set(made) and not (set(made) - {"polisen", *towns}):
            return (TOGETHER,)
        return tuple(made)

    def _of(self, mention: Mention, text: str, *, add: bool) -> list[str]:
        if mention.side == "polis":
            return ["polisen"]
        if mention.side == "kommun":
            return self._municipality(mention.text, text)
        name = _whole_name(text, mention)
        known = {alias.lower() for alias in self.others}
        return [self.third(name)] if add or name.lower() in known or mention.text.lower() in known else []

    def _municipality(self, written: str, text: str) -> list[str]:
        towns = self.municipalities
        if not towns:
            return []
        for party in towns:
            bare = fold(re.sub(r"\s+(kommun|stad)$", "", party.name))
            if fold(written).startswith(bare.removesuffix("s")):
                return [party.id]
        if len(towns) > 1 and re.search(r"\b(?:kommunerna|båda kommunerna)\b", text, re.IGNORECASE):
            return [party.id for party in towns]
        return [towns[0].id] if len(towns) == 1 else []


def _whole_name(text: str, mention: Mention) -> str:
    """Full name around a mention: ”Tågbolaget Vidspår”."""
    after = re.match(rf"(?: {CAPITAL})+", text[mention.end :])
    before = re.search(rf"(?:{CAPITAL} )+$", text[: mention.start])
    start = before[0] if before and (before[0].strip().endswith("s") or before.start() == 0) else ""
    return f"{start}{text[mention.start : mention.end]}{after[0] if after else ''}".strip()


def who(text: str, roster: Roster, *, add: bool = False) -> tuple[str, ...]:
    """Promisor named by a sentence, if any."""
    found = promisor(text, roster.others)
    if found:
        ids = roster.ids(found, text, add=add)
        if ids and is_collective(" ".join(text.split()[:8])) and says_we(text) and len(ids) == 1:
            return roster.joint()
        if ids:
            return ids
        if found[0].side == "annan":
            return (roster.third(_whole_name(text, found[0])),) if add else ()
    head = " ".join(text.split()[:10])
    if re.match(r"(?:Parterna|(?:Alla|Samtliga) (?:parter|två|tre|fyra|fem)|Båda)\b", head) or (
        says_we(head) and _we_act(head)
    ):
        return roster.joint()
    return ()


def _we_act(head: str) -> bool:
    return bool(re.search(r"\b(?:vi|våra?|vårt)\b", head, re.IGNORECASE))


def named_in(text: str, roster: Roster) -> tuple[str, ...]:
    """Parties of a cell: ”Polisen”, ”Alla tre”, ”P, K”."""
    bare = text.strip(" .:()[]")
    letters = [part for part in re.split(r"\s*(?:,|/|\+|&| och )\s*", bare) if part]
    if letters and all(part in roster.tags for part in letters):
        ids = {one for part in letters for one in roster.tags[part]}
        return _together(ids, roster)
    if is_collective(bare) or re.fullmatch(r"(?:alla|båda|samtliga)(?: \w+)?", bare, re.IGNORECASE):
        return roster.joint()
    found = mentions(bare, roster.others)
    if not found and re.fullmatch(rf"{CAPITAL}(?: {CAPITAL})+", bare) and not is_role(bare):
        return (roster.third(bare),)
    return roster.ids(found, bare, add=True)


def _together(ids: set[str], roster: Roster) -> tuple[str, ...]:
    towns = {party.id for party in roster.municipalities}
    if TOGETHER in ids or ("polisen" in ids and ids & towns and not ids - towns - {"polisen"}):
        return (TOGETHER,)
    return tuple(sorted(ids))
