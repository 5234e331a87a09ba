"""K05: heavy, archaic or nominalised wording."""

import re
from functools import lru_cache

from medborgarlofte.language import word_lists
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    for field in context.texts("prose", "commitment", "area", "purpose", "heading"):
        for start, end, word, instead in _heavy(field.analysis.plain):
            if instead is _A_VERB and field.route == ("titel",):
                continue  # a title has no verb: “Uppföljning av medborgarlöfte”
            yield Finding(RULE, field.route, {"word": word, "instead": instead}, (start, end))


@lru_cache(maxsize=4096)
def _heavy(text: str) -> tuple[tuple[int, int, str, Text], ...]:
    """Each heavy word once, and every nominalisation, with what to write instead."""
    heavy, instead = word_lists.replacements("heavy")
    found: dict[str, tuple[int, int, str, Text]] = {}
    for match in heavy.finditer(text):
        if not _is_fine(text, match):
            better = _choices(instead[(match.lastindex or 1) - 1])
            found.setdefault(match[0].lower(), (*match.span(), match[0], better))
    nominal = (
        (*match.span(), match[0], _A_VERB)
        for match in _nominalisation().finditer(text)
        if not _only_looks_like_one(match["noun"]) and not _is_offence(match[0])
    )
    return (*found.values(), *nominal)


_A_VERB = Text("med ett verb", "a verb")


def _is_fine(text: str, match: re.Match[str]) -> bool:
    if match[0].lower().startswith("avseende"):
        return (
            re.search(
                r"\b(i|stort|särskilt|ett|inget|något|det|detta|alla|vissa|många|dessa|varje)\s+(\w+\s+)?$",
                text[: match.start()],
                re.IGNORECASE,
            )
            is not None
        )
    return False


def _choices(better: str) -> Text:
    """Alternatives: ”om” eller ”för”."""
    words = better.split(", ")
    return Text(" eller ".join(f"”{word}”" for word in words), " or ".join(f"“{word}”" for word in words))


def _is_offence(phrase: str) -> bool:
    """True for legal terms, which have no verb."""
    return word_lists.pattern("offence").search(phrase) is not None


def _only_looks_like_one(noun: str) -> bool:
    words = tuple(word_lists.table()["nominalisation"]["not_words"])
    stems = (noun.lower().removesuffix(ending) for ending in ("", "t", "n", "en", "et", "ar", "arna"))
    return any(stem.endswith(words) for stem in stems)


@lru_cache(maxsize=1)
def _nominalisation() -> re.Pattern[str]:
    suffix = word_lists.table()["nominalisation"]["suffix"]
    return re.compile(
        rf"(?<![\w-])(?P<noun>\w{{2,}}{suffix}(?:t|en|et|n|ar|arna)?)\s+av\s+(?!(?:alla åldrar|olika slag))(?:både\s+)?\w+",
        re.IGNORECASE,
    )


RULE = Rule(
    code="K05",
    name="heavy-or-archaic",
    scope=(Promise, Agreement),
    stages=when_live("info"),
    message=Text("”{word}” är tungt. Skriv hellre {instead}.", "“{word}” is heavy. Prefer {instead}."),
    why=Text(
        "Vardagliga ord och verb går snabbare att läsa än gammaldags ord och långa substantiv.",
        "Everyday words and verbs are quicker to read than old-fashioned words and long nouns.",
    ),
    help=Text(
        "Byt ut ordet, om texten inte redan är beslutad.",
        "Replace the word, unless the text has already been adopted.",
    ),
    source="TVV, MALMO-KS, LIX-K",
    bad="inledning: Kommunen skall följa löftet under 2024.\n",
    good="inledning: Kommunen ska följa löftet under 2024.\n",
    check=check,
)
