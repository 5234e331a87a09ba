"""Headings and tags that name promisors."""

import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.importing.agents import Mention, is_collective, mentions
from medborgarlofte.importing.roster import LIST, Roster, named_in
from medborgarlofte.importing.tables import is_party

_GLUE: Final = frozenset((
    "ska", "skall", "lovar", "lovat", "att", "åtar", "sig", "kommer", "förbinder", "ansvarar", "för",
    "bidrar", "med", "gör", "göra", "gjort", "det", "här", "detta", "så", "vi", "vad", "del", "delen",
    "delar", "punkter", "punkt", "åtaganden", "åtagande", "löften", "löfte", "medborgarlöften", "medborgarlöfte", "medborgarlöftet", "insatser", "insats", "ansvar",
    "åtgärder", "aktiviteter", "arbete", "uppdrag", "i", "och", "samt", "från", "den", "de", "lokala",
    "lokal", "åstadkomma", "under", "perioden", "alla", "två", "fyra", "tre", "fem", "båda", "parter",
    "parterna", "aktörerna", "medborgarna", "invånarna", "tar", "dessutom", "även", "också", "våra", "vår", "gemensam", "gemensamt", "gemensamma",
    "tillsammans", "ihop", "samverkan", "samarbete", "åt", "av", "som", "lovas", "åtgärd", "aktivitet", "utlovar", "på", "sin",
    "sida", "del:", "egna", "eget", "löftena", "åtagandena", "hos", "polis", "kommun", "gemensam:",
    "samtliga", "nedan", "hur", "vem", "när", "vill", "arbetar", "genom", "fortsätter", "är", "har",
    "följande", "står", "ansvarig", "ansvariga", "bland", "annat", "året", "åren", "löftesperioden",
    "tiden", "lovade", "egen", "varje", "parternas", "prioriterar",
))  # fmt: skip

ENDS_IN_VERB: Final = re.compile(
    r"\b(?:ska|skall|lovar(?: att)?|åtar sig(?: att)?|kommer(?: \w+)?(?: att)?|(?:lovar|kommer) (?:[\w-]+ ){1,4}att|förbinder sig(?: att)?|ansvarar för(?: att)?|bidrar med|utlovar|tillsammans ska vi|ska vi|ska även|ska också)(?: göra)?(?: följande)?\s*:?$",
    re.IGNORECASE,
)


_TITLE: Final = re.compile(r"(?:Medborgar|Trygghets)löfte(?:t|n|na)?\b(?! (?:av|från)\b)")
"""How the title of a promise begins: ”Medborgarlöfte Ekby kommun 2026”."""
_PLACE: Final = re.compile(
    r"\b(?:i|på|vid|kring|runt|till|mot|hos|utanför|om|mellan|inom|under|ur|nära|bakom|efter)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(r"(?:en|et|na|n|ens|ets|nas|s)$")
"""How the name of a third party ends that is spoken of as known: ”Handlarna”, not ”Butiker”."""
_OPENS: Final = re.compile(r"(?:Det här|Detta|Det|Så|Vad|Här|Vi)\b")
_WE_AFTER: Final = re.compile(r"\b(?:lovar|ska|kommer|åtar) vi\b", re.IGNORECASE)
"""What stands behind an adverbial, not behind a name: ”Därutöver lovar vi att”."""


def party_heading(text: str, roster: Roster) -> tuple[str, ...]:
    """The parties that a heading gives what follows to: ”Polisen ska”, ”Kommunens del”, ”Tillsammans”."""
    text = text.capitalize() if text.isupper() and " " in text.strip() else text  # each word would be a name
    bare = re.sub(r"^Polisiär[at]?\b", "Polisens", text.strip().rstrip(":").strip())
    first, slash, _ = bare.partition(" / ")
    if slash and (parties := party_heading(first, roster)):
        return parties  # ”Polisen / The police”
    if len(bare.split()) > 14 or bare.endswith(".") or _TITLE.match(bare):
        return ()
    seen = mentions(bare, roster.others)
    found = [one for one in seen if not (_PLACE.search(bare[: one.start]) or _is_described(bare, one))]
    if any(
        one.side == "annan"
        and one.text == text.strip()
        and one.text not in roster.others
        and not _KNOWN.search(one.text)
        for one in found
    ):
        return ()
    collective = is_collective(bare) or bool(re.search(r"(?:^|\bvi )(?:alla|båda)\b", bare, re.IGNORECASE))
    words = _other_words(bare, found)
    verb = bool(ENDS_IN_VERB.search(bare))
    names = _are_names(words, bare)
    if found and (not words or names):
        ids = roster.ids(found, bare, add=True)
        return roster.joint() if collective and not ids else ids
    if not words:
        return roster.joint() if collective else ()
    if (
        names
        and not found
        and not _WE_AFTER.search(bare)
        and (verb or (_OPENS.match(bare) and len(words) <= 3))
    ):
        return _named_only(bare, words, roster)
    if verb and (found or collective) and len(words) <= 3:
        return roster.ids(found, bare, add=True) or roster.joint()
    return ()


def _is_described(bare: str, one: Mention) -> bool:
    """Whether a heading is about one of a kind: ”Ny kommunpolis i Ekby”."""
    before = bare[: one.start].rstrip().lower()
    return one.side == "polis" and one.text.islower() and before.isalpha() and before not in _GLUE


def _other_words(bare: str, found: Sequence[Mention]) -> list[str]:
    """Unexpected words besides parties."""
    rest = bare
    for mention in reversed(found):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    return [
        word
        for word in re.findall(r"[\wåäö&-]+", rest)
        if word.lower() not in _GLUE and not re.fullmatch(r"20\d\d|\d+", word)
    ]


def _are_names(words: Sequence[str], bare: str) -> bool:
    """True if all words may be names."""
    if all(word[0].isupper() for word in words):
        return True
    in_area = re.search(r"lokalpolisområde|LPO", bare)
    return bool(in_area) and all(
        word[0].isupper() or re.match(r"[a-zåäö]+(?:en|et|na)$", word) for word in words
    )


def _named_only(bare: str, words: Sequence[str], roster: Roster) -> tuple[str, ...]:
    """A party known only from the heading: ”Hemvist ska”, ”Det här står Hemvist för”."""
    subject = " ".join(words) if _OPENS.match(bare) else ENDS_IN_VERB.sub("", bare).strip()
    known = any(subject == alias for party in roster.parties for alias in party.aliases)
    return (roster.third(subject),) if subject and (known or len(subject.split()) <= 5) else ()


# ---------------------------------------------------------------- tags

TAG: Final = re.compile(
    r"\s*[(\[](?P<tag>[^()\[\]]{1,60})[)\]]\s*(?P<stop>\.?)$|\s+[–—-]\s*(?P<dash>[A-ZÅÄÖ][^.–—]{2,50})$|[.;,]?\s+(?:Ansvarig(?:a|t)?|Ansvar|Vem|Utförare|Aktör|Part|Lovar)\s*:\s*(?P<label>[^.]{2,80})\.?$"
    r"|(?<=[.!?])\s+(?P<bare>(?:[A-ZÅÄÖ][\wåäö-]+ ){0,2}AB(?: [A-ZÅÄÖ][\wåäö-]+){0,2}|[A-ZÅÄÖ][\wåäö]+(?:(?:, | och |/| \+ )[\wåäö]+){0,2})$"
)
_PLAIN: Final = re.compile(
    r"(?:polis(?:en)?|kommun(?:en)?|båda|gemensamt|alla|tillsammans)(?:(?:, | och |/| \+ |\+| & )(?:polis(?:en)?|kommun(?:en)?|[a-zåäö]{5,}(?:na|en|et|iv)))*",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(r"^(?P<who>[A-ZÅÄÖ][^:.]{0,60}?)\s*:\s+(?P<rest>\S.*)$")


def untagged(text: str, roster: Roster) -> tuple[str, tuple[str, ...]]:
    """A commitment without the tag that says whose it is, and the parties of the tag."""
    found = TAG.search(text)
    if found:
        tag = (found["tag"] or found["dash"] or found["label"] or found["bare"] or "").strip()
        names = re.sub(r"^(?:ansvarig(?:a|t)?|ansvar|av|vem|lovar)\s*:?\s+", "", tag, flags=re.IGNORECASE)
        plain = not names[:1].islower() or bool(_PLAIN.fullmatch(names))
        if _is_defined(text[: found.start()], tag, roster):
            return text, ()
        if _is_letters(tag, roster) or (plain and is_party(names, roster.others)):
            parties = named_in(names, roster)
            if parties:
                return text[: found.start()].rstrip() + (found["stop"] or ""), parties
    if is_prefixed(text, roster) and (prefix := _PREFIX.match(text)):
        return prefix["rest"], named_in(prefix["who"], roster)
    return text, ()


def is_prefixed(text: str, roster: Roster) -> bool:
    """True for a text that begins with who promises it, and a colon."""
    prefix = _PREFIX.match(text)
    return prefix is not None and (
        _is_letters(prefix["who"], roster) or is_party(prefix["who"], roster.others)
    )


def _is_defined(before: str, tag: str, roster: Roster) -> bool:
    """True for letters behind the name that they stand for: “lokalpolisområde Ekby (LPO)”."""
    ids = roster.tags.get(tag, ())
    names = [name for party in roster.parties if party.id in ids for name in (party.name, *party.aliases)]
    return any(before.rstrip().casefold().endswith(name.casefold()) for name in names)


def _is_letters(tag: str, roster: Roster) -> bool:
    """True for letters that stand for parties: “P”, “LPO och LK”."""
    letters = [part for part in LIST.split(tag) if part]
    return bool(letters) and all(part in roster.tags for part in letters)
