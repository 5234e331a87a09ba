"""S04: duplicate commitment."""

import difflib

from medborgarlofte.language.fields import WORD
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    least = LEXICON.threshold("duplicate")
    seen: list[tuple[Commitment, frozenset[str]]] = []
    for later, field in context.commitment_texts:
        words = frozenset(field.analysis.vocabulary)
        for earlier, others in seen:
            if (
                _may_match(others, words, least)
                and _numbers(earlier.text) == _numbers(later.text)
                and _alike(earlier.text, later.text) >= least
            ):
                yield Finding(RULE, field.route, {"first": earlier.id, "second": later.id})
                break
        seen.append((later, words))


def _may_match(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Cheap upper bound of the similarity."""
    return 2 * len(one & other) >= (least - 0.1) * (len(one) + len(other))


def _alike(one: str, other: str) -> float:
    first, second = (" ".join(WORD.findall(text.lower())) for text in (one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def _numbers(text: str) -> list[str]:
    return sorted(token for token in text.split() if any(map(str.isdigit, token)))


RULE = Rule(
    code="S04",
    name="duplicate-commitment",
    stages=when_live("warning"),
    message=Text(
        "Åtagande {second} säger samma sak som {first}.",
        "Commitment {second} says the same thing as {first}.",
    ),
    why=Text(
        "Då följs samma sak upp två gånger, och det blir oklart vem som ska göra den.",
        "Then the same thing is followed up twice, and it is unclear who should do it.",
    ),
    help=Text(
        "Slå ihop dem till ett. Låt den ena parten leda och skriv den andra under ”medverkande”.",
        "Merge them into one. Let one party lead and list the other under “medverkande”.",
    ),
    source="BRA-ATG",
    bad="åtaganden:\n  - id: P1\n    text: Fältgruppen är ute minst 100 kvällar.\n",
    good="åtaganden:\n  - id: P1\n    text: Polisen är ute minst två kvällar i veckan.\n",
    check=check,
)
