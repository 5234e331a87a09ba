"""M05: ”insatser” without where, for whom or how many."""

import itertools
from collections.abc import Iterator

from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Case, Hit, Rule, excerpt, live
from medborgarlofte.text import Text
from medborgarlofte.wording.lexicon import LEXICON
from medborgarlofte.wording.measured import commitment_passages
from medborgarlofte.wording.quantities import quantities


def check(case: Case) -> Iterator[Hit]:
    promise = case.document
    for index, passage in commitment_passages(promise, case.passages).items():
        commitment = promise.commitments[index]
        found = LEXICON.pattern("efforts").search(passage.plain)
        if not found or commitment.place or commitment.target_group:
            continue
        if commitment.targets or commitment.schedule or quantities(passage.plain):
            continue
        if LEXICON.pattern("target_groups").search(passage.plain) or _names_place(passage.plain):
            continue
        values = {"id": commitment.id, "said": " ".join(found[0].split()), "text": excerpt(commitment.text)}
        yield Hit(passage.route, values, found.span())


def _names_place(text: str) -> bool:
    """A place by its kind, or by a name: a capital letter inside a sentence."""
    if LEXICON.pattern("places").search(text):
        return True
    words = text.split()
    return any(
        word[:1].isupper() and word[1:2].islower() and not before.endswith((".", "!", "?", ":", "–", "-"))
        for before, word in itertools.pairwise(words)
        if word.strip(".,;:") not in ("Polisen", "Kommunen", "Vi")
    )


RULE = Rule(
    code="M05",
    name="unscoped-effort",
    scope=(Promise,),
    stages=live("info"),
    message=Text(
        "{id} lovar ”{said}” utan att säga var, för vem eller hur många.",
        "{id} promises “{said}” without saying where, for whom or how many.",
    ),
    why=Text(
        "En insats som inte är avgränsad går alltid att säga att man gjort.",
        "An effort without bounds can always be said to have been made.",
    ),
    help=Text(
        "Lägg till plats, målgrupp eller antal, i texten eller under ”plats”, ”målgrupp” och ”mål”.",
        "Add a place, a target group or a number, in the text or under “plats”, “målgrupp” and “mål”.",
    ),
    source="BRA-ATG, STRANGNAS",
    bad="åtaganden:\n  - id: K2\n    text: Riktade insatser mot nedskräpning.\n    mål:\n    senast:\n    mål_saknas: Antalet styrs av lägesbilden.\n",
    good="åtaganden:\n  - id: K2\n    text: Fyra kvällsinsatser mot nedskräpning vid Hamnparken, mars–juni.\n    mål: {exakt: 4, enhet: kvällsinsatser}\n",
    check=check,
)
