"""R05: text names another municipality."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from medborgarlofte.language.fields import WORD
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.municipalities import Municipality, by_name, municipalities
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, TextField, when_live


def check(context: RuleContext) -> Findings:
    own = set(_own(context.document))
    for field in context.texts("prose", "commitment", "area", "purpose", "goal", "heading"):
        if not _may_name(field, own):
            continue
        for municipality, start, end in _named(field.analysis.plain):
            if municipality not in own:
                yield Finding(RULE, field.route, {"name": municipality.name}, (start, end))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[tuple[Municipality, int, int], ...]:
    """Municipalities named as such, with their places."""
    return tuple(
        (municipality, mention.start(group) + name.start(), mention.end())
        for mention in _mentions().finditer(text)
        if (group := "names" if mention["names"] else "after")
        for name in re.finditer(_names(), mention[group])
        if (municipality := by_name(name[0]) or by_name(name[0].removesuffix("s").removesuffix("S")))
    )


def _own(document: Promise | Agreement) -> Iterator[Municipality]:
    """Municipalities of the parties and the area, and those said to be mentioned."""
    area = document.area.model_dump(by_alias=True).values() if document.area else ()
    codes = (party.municipality_code for party in document.parties)
    yield from (municipalities()[code] for code in codes if code in municipalities())
    for text in (*(str(value) for value in area if value), *(party.name for party in document.parties)):
        if known := municipalities().get(text) or by_name(text):
            yield known
        elif any(map(text.casefold().__contains__, ("kommun", "stad"))):
            yield from (municipality for municipality, _, _ in _named(text))
    yield from filter(None, map(by_name, document.mentioned_municipalities))


def _may_name(field: TextField, own: set[Municipality]) -> bool:
    """Cheap test before the full search."""
    if _first_words().keys().isdisjoint(field.analysis.vocabulary):
        return False
    names = {word.casefold() for word in WORD.findall(field.text) if word[0].isupper()}
    return any(
        municipality not in own
        for word in names & _first_words().keys()
        for municipality in _first_words()[word]
    )


@lru_cache(maxsize=1)
def _first_words() -> Mapping[str, Sequence[Municipality]]:
    """Municipalities by first word of their name, with and without genitive s."""
    by_word: dict[str, list[Municipality]] = {}
    for municipality in municipalities().values():
        for first in WORD.findall(municipality.name.casefold())[:1]:
            by_word.setdefault(first, []).append(municipality)
            by_word.setdefault(f"{first}s", []).append(municipality)
    return {**by_word, "falu": by_word["falun"], "falus": by_word["falun"]}


@lru_cache(maxsize=1)
def _names() -> str:
    """Pattern of all names in their usual capitalisations.

    Spelled out, since IGNORECASE takes ten times as long, and ”vara kommun” and ”mora” are words.
    """
    names = [*(municipality.name for municipality in municipalities().values()), "Falu"]
    spellings = {spelled for name in names for spelled in (name, name.upper(), name.capitalize())}
    longest_first = sorted(spellings, key=lambda name: (-len(name), name))
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})[sS]?(?![\w-])"


@lru_cache(maxsize=1)
def _mentions() -> re.Pattern[str]:
    """Pattern of names followed by kommun."""
    names = rf"{_names()}(?:(?:,|\s+(?i:och|samt))\s+{_names()}){{0,20}}"
    return re.compile(
        rf"(?i:(?:grann)?kommun(?:en|erna|ens|ernas))\s+(?P<after>{names})|"
        rf"(?P<names>{names})\s+(?i:kommun(?:s|er|ers)?|stads?)(?![\w-])"
    )


RULE = Rule(
    code="R05",
    name="foreign-municipality",
    scope=(Promise, Agreement),
    stages=when_live("error"),
    message=Text("Texten nämner {name}, som inte är part.", "The text names {name}, which is not a party."),
    why=Text(
        "Text som kopierats från en grannkommun handlar om någon annan. Invånarna ser det direkt.",
        "Text copied from a neighbouring municipality makes the promise somebody else's. Residents notice at once.",
    ),
    help=Text(
        "Rätta namnet. Om kommunen nämns med avsikt: skriv den under ”nämner_kommuner”.",
        "Correct the name. If the municipality is named on purpose: list it under “nämner_kommuner”.",
    ),
    source="HAMMARO",
    bad="inledning: Problemen i Karlstads kommun finns vid stationen.\n",
    good="inledning: Problemen i Exempelby kommun finns vid stationen.\n",
    check=check,
)
