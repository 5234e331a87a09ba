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
    document = context.document
    own = {municipality for party in document.parties if (municipality := by_name(party.name))}
    own |= {
        municipalities()[code] for p in document.parties if (code := p.municipality_code) in municipalities()
    }
    own |= set(_of_the_area(document))
    own |= {
        municipality
        for name in getattr(document, "mentioned_municipalities", ())
        if (municipality := by_name(name))
    }
    for field in context.texts("prose", "commitment", "area", "purpose", "goal", "heading"):
        if not _may_name(field, own):
            continue
        for municipality, start, end in _named(field.plain):
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


def _of_the_area(document: Promise | Agreement) -> Iterator[Municipality]:
    """Municipalities of the area or parties."""
    area = document.area.model_dump(by_alias=True) if document.area else {}
    for code in (str(value) for value in area.values() if value):
        if known := municipalities().get(code) or by_name(code):
            yield known
    for text in (*map(str, area.values()), *(party.name for party in document.parties)):
        yield from (municipality for municipality, _, _ in _named(text))


def _may_name(field: TextField, own: set[Municipality]) -> bool:
    """Cheap test before the full search."""
    if _first_words_or_of_them().isdisjoint(field.vocabulary):
        return False
    for match in field.words:
        word = match[0]
        if word[0].isupper():
            begun = _first_words().get(word.casefold(), ()) or _first_words().get(
                word.casefold().removesuffix("s"), ()
            )
            if any(municipality not in own for municipality in begun):
                return True
    return False


@lru_cache(maxsize=1)
def _first_words() -> Mapping[str, Sequence[Municipality]]:
    """Municipalities by first word of their name."""
    by_word: dict[str, list[Municipality]] = {}
    for municipality in municipalities().values():
        for first in WORD.findall(municipality.name)[:1]:
            by_word.setdefault(first.casefold(), []).append(municipality)
    return {**by_word, "falu": by_word["falun"]}


@lru_cache(maxsize=1)
def _first_words_or_of_them() -> frozenset[str]:
    """First words with and without genitive s."""
    return frozenset(word + s for word in _first_words() for s in ("", "s"))


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
    message=Text(
        "Texten nämner {name}, som inte är part i löftet.", "The text names {name}, which is not a party."
    ),
    why=Text(
        "Text som kopierats från en grannkommun gör löftet till någon annans. Invånarna ser det direkt.",
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
