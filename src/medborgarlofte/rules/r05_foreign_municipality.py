"""R05: the text names a municipality that is no party, as happens when text is copied from a neighbour."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.municipalities import Municipality, by_name, municipalities
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Case, Hit, Rule, live
from medborgarlofte.text import Text
from medborgarlofte.wording.passages import WORD, Passage


def check(case: Case) -> Iterator[Hit]:
    document = case.document
    own = {found for party in document.parties if (found := by_name(party.name))}
    own |= {
        municipalities()[code] for p in document.parties if (code := p.municipality_code) in municipalities()
    }
    own |= {found for name in getattr(document, "mentioned_municipalities", ()) if (found := by_name(name))}
    for passage in case.texts("prose", "commitment", "area", "purpose", "goal", "heading"):
        if not _may_name(passage, own):
            continue
        for mention in _mentions().finditer(passage.plain):
            group = "names" if mention["names"] else "after"
            for name in re.finditer(_names(), mention[group], re.IGNORECASE):
                if _is_lower(name[0]):
                    continue  # ”vara kommun”, ”mora” as words
                found = by_name(name[0]) or by_name(name[0].removesuffix("s"))
                if found and found not in own:
                    start = mention.start(group) + name.start()
                    yield Hit(passage.route, {"name": found.name}, (start, mention.end()))


def _may_name(passage: Passage, own: set[Municipality]) -> bool:
    """Whether a word with a capital begins the name of another municipality: asked first, since few texts have one."""
    for found in passage.words:
        word = found[0]
        if word[0].isupper():
            begun = _first_words().get(word.casefold(), ()) or _first_words().get(
                word.casefold().removesuffix("s"), ()
            )
            if any(municipality not in own for municipality in begun):
                return True
    return False


@lru_cache(maxsize=1)
def _first_words() -> Mapping[str, Sequence[Municipality]]:
    """The municipalities by the first word of their name."""
    found: dict[str, list[Municipality]] = {}
    for municipality in municipalities().values():
        for first in WORD.findall(municipality.name)[:1]:
            found.setdefault(first.casefold(), []).append(municipality)
    return {**found, "falu": found["falun"]}


def _is_lower(name: str) -> bool:
    return name[:1].islower()


@lru_cache(maxsize=1)
def _names() -> str:
    names = sorted((m.name for m in municipalities().values()), key=len, reverse=True)
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))}|Falu)s?(?![\w-])"


@lru_cache(maxsize=1)
def _mentions() -> re.Pattern[str]:
    """One or several names followed by kommun: ”Karlstads kommun”, ”Kils och Munkedals kommuner”, ”Borås stad”."""
    name = _names()
    return re.compile(
        rf"(?:(?:grann)?kommun(?:en|erna|ens|ernas)\s+(?P<after>{name}(?:(?:,|\s+och|\s+samt)\s+{name}){{0,20}}))|"
        rf"(?P<names>{name}(?:(?:,|\s+och|\s+samt)\s+{name}){{0,20}})\s+(?:kommun(?:s|er|ers)?|stads?)(?![\w-])",
        re.IGNORECASE,
    )


RULE = Rule(
    code="R05",
    name="foreign-municipality",
    scope=(Promise, Agreement),
    stages=live("error"),
    message=Text("Texten nämner {name}, som inte är part.", "The text names {name}, which is no party."),
    why=Text(
        "Text som kopierats från en granne gör löftet till någon annans. Invånarna ser det direkt.",
        "Text copied from a neighbour makes the promise somebody else's. Residents see it at once.",
    ),
    help=Text(
        "Rätta namnet. Är det avsiktligt, skriv kommunen under ”nämner_kommuner”.",
        "Mend the name. If it is meant, write the municipality under “nämner_kommuner”.",
    ),
    source="HAMMARO",
    bad="inledning: Problemen i Karlstads kommun finns vid stationen.\n",
    good="inledning: Problemen i Exempelby kommun finns vid stationen.\n",
    check=check,
)
