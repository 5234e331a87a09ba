"""A06: the text or the responsible unit of a commitment is another party's."""

import re
from typing import Final

from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived

_OPENING: Final = re.compile(
    r"(?P<words>(?:lokal|kommun|områdes?|ungdoms)?polisen|lokalpolisområdet|kommunen)\s+(?!(?:och|samt|eller|tillsammans|ihop|i sam\w+)\b)",
    re.IGNORECASE,
)
"""A party as the first word of a text, and alone."""
_MARKS: Final = {
    "polis": re.compile(r"polis", re.IGNORECASE),
    "kommun": re.compile(r"kommun(?!polis)|förvaltning|kontoret|nämnd", re.IGNORECASE),
}
"""Words that belong to one kind of party."""


def check(context: RuleContext) -> Findings:
    kinds = {party.id: party.kind for party in context.document.parties}
    for index, commitment in enumerate(context.document.commitments):
        own = {kinds.get(party) for party in commitment.parties}
        mark = _MARKS.get(next(iter(own)) or "") if len(own) == 1 else None
        other = next((words for words in _named(commitment) if mark and not mark.search(words)), None)
        if other is not None:
            values = {"id": commitment.id, "part": ", ".join(commitment.parties), "words": other}
            yield Finding(RULE, ("åtaganden", index, "part"), values)


def _named(commitment: Commitment) -> list[str]:
    """What names the municipality or the police as the one who does it."""
    opening = _OPENING.match(commitment.text)
    unit = commitment.responsible.unit if commitment.responsible else None
    named = [opening["words"]] if opening else []
    return [*named, unit] if unit and any(mark.search(unit) for mark in _MARKS.values()) else named


RULE = Rule(
    code="A06",
    name="other-party-in-text",
    stages=also_archived("warning"),
    message=Text(
        "{id} lovas av ”{part}”, men där står ”{words}”.",
        "{id} is promised by “{part}”, but it says “{words}”.",
    ),
    why=Text(
        "Åtagandet visas och räknas hos den som står under ”part”. Är det fel part vet ingen vem som ska svara för det.",
        "The commitment is shown and counted under the party in “part”. If that is wrong, nobody knows who answers for it.",
    ),
    help=Text(
        "Rätta ”part”, eller enheten under ”ansvarig”. Om båda lovar: skriv tillsammans.",
        "Correct “part”, or the unit under “ansvarig”. If both promise: write tillsammans (together).",
    ),
    bad="åtaganden:\n  - {id: P1, part: kommunen}\n",
    good="åtaganden:\n  - {id: P1, part: polisen}\n",
    check=check,
)
