"""A02: commitment without a responsible function."""

import re

from medborgarlofte.language import word_lists
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    for index, commitment in enumerate(context.document.commitments):
        lacking = _lacking(commitment)
        if lacking:
            quote = excerpt(commitment.text)
            message = Text(
                f"{commitment.id} (”{quote}”) har {lacking.sv}.",
                f"{commitment.id} (“{quote}”) has {lacking.en}.",
            )
            key = "ansvarig" if commitment.responsible else "id"
            yield Finding(RULE, ("åtaganden", index, key), {"message": message})


def _lacking(commitment: Commitment) -> Text | None:
    responsible = commitment.responsible
    if responsible is None:
        return Text("ingen ansvarig funktion", "no responsible function")
    if responsible.function is None:
        return Text("en ansvarig enhet men ingen funktion", "a responsible unit but no function")
    if responsible.unit is None:
        return Text("en ansvarig funktion men ingen enhet", "a responsible function but no unit")
    if _is_person(responsible.function):
        return Text("en person i stället för en funktion", "a person instead of a function")
    return None


def _is_person(function: str) -> bool:
    """True for a personal name: ”Kim Exempelsson”."""
    named = re.fullmatch(r"(?:[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäö]+)?\s?){2,3}", function)
    return named is not None and not word_lists.pattern("person_words").search(function)


RULE = Rule(
    code="A02",
    name="no-responsible-function",
    stages=when_live("warning"),
    message=Text(
        "Åtagandet säger inte vilken funktion som ansvarar.",
        "The commitment does not say which function is responsible.",
    ),
    why=Text(
        "Någon måste kunna svara på hur det går. En funktion finns kvar även när personen byter jobb.",
        "Somebody has to be able to say how it is going. A function remains even when the person changes jobs.",
    ),
    help=Text(
        "Skriv både enhet och funktion under ”ansvarig”, men inget namn: {{enhet: Socialförvaltningen, funktion: enhetschef fält}}.",
        "Give both the unit and the function under “ansvarig”, but no name: {{enhet: Socialförvaltningen, funktion: enhetschef fält}}.",
    ),
    source="BRA-ATG, SKR-PUL",
    bad="åtaganden:\n  - id: K1\n    ansvarig:\n",
    good="åtaganden:\n  - id: K1\n    ansvarig: {enhet: Kultur- och fritidsförvaltningen, funktion: enhetschef}\n",
    check=check,
    concerns_missing=True,
)
