"""W05: adopted without registration number and decision."""

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    document = context.document
    if document.status != "utkast" and document.registration_no is None and not document.decisions:
        yield Finding(RULE, ("diarienummer",))


RULE = Rule(
    code="W05",
    name="no-registration",
    scope=(Promise, Agreement),
    stages=when_live("info"),
    message=Text(
        "Dokumentet har varken diarienummer eller beslut.",
        "The document has neither a registration number nor a decision.",
    ),
    why=Text(
        "Den som vill begära ut handlingarna behöver veta vad man ska fråga efter.",
        "Those who want to request the records need to know what to ask for.",
    ),
    help=Text(
        "Skriv ”diarienummer”, eller organ, datum och paragraf under ”beslut”.",
        "Give “diarienummer”, or body, date and paragraph under “beslut”.",
    ),
    source="MJOLBY",
    bad="diarienummer:\nbeslut:\n",
    good="diarienummer: KS 2023/0123\nbeslut:\n",
    check=check,
    concerns_missing=True,
)
