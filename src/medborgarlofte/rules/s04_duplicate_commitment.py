"""S04: duplicate commitment."""

import difflib

from medborgarlofte.language.fields import WORD
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    least = LEXICON.threshold("duplicate")
    worded = [[w[0].lower() for w in WORD.finditer(c.text)] for c in context.document.commitments]
    sets = [frozenset(words) for words in worded]
    numbers = [_numbers(c.text) for c in context.document.commitments]
    for later, words in enumerate(worded):
        for earlier in range(later):
            if (
                numbers[earlier] == numbers[later]
                and _may_match(sets[earlier], sets[later], least)
                and _alike(worded[earlier], words) >= least
            ):
                ids = context.document.commitments[earlier].id, context.document.commitments[later].id
                yield Finding(RULE, ("åtaganden", later, "text"), {"first": ids[0], "second": ids[1]})
                break


def _may_match(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Cheap upper bound of the similarity."""
    return 2 * len(one & other) >= (least - 0.1) * (len(one) + len(other))


def _alike(one: list[str], other: list[str]) -> float:
    return difflib.SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio()


def _numbers(text: str) -> list[str]:
    if not any(map(str.isdigit, text)):
        return []
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
