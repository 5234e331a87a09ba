"""M05: ”insatser” without where, for whom or how many."""

import itertools
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.measurable import commitment_passages
from medborgarlofte.language.quantities import quantities
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    promise = context.document
    for index, field in commitment_passages(promise, context.text_fields).items():
        commitment = promise.commitments[index]
        found = LEXICON.pattern("efforts").search(field.plain)
        if not found or commitment.place or commitment.target_group:
            continue
        if commitment.targets or commitment.schedule or quantities(field.plain):
            continue
        if LEXICON.pattern("target_groups").search(field.plain) or _names_place(field.plain):
            continue
        values = {"id": commitment.id, "said": " ".join(found[0].split()), "text": excerpt(commitment.text)}
        yield Finding(RULE, field.route, values, found.span())


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
    stages=when_live("info"),
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
