"""R03: promise without evidence."""

from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    evidence = context.document.evidence
    if not evidence:
        yield Finding(RULE, ("underlag",), {"message": _NOTHING})
    elif not any(row.date or row.link or row.document for row in evidence):
        yield Finding(RULE, ("underlag",), {"message": _UNDATED}, severity="info", on_key=True)


_NOTHING = Text(
    "Löftet säger inte vilket underlag det bygger på.",
    "The promise does not say what evidence it is based on.",
)
_UNDATED = Text("Underlaget har varken datum eller länk.", "The evidence has neither a date nor a link.")

RULE = Rule(
    code="R03",
    name="no-evidence",
    stages=when_live("warning"),
    message=Text(
        "Löftet säger inte vilket underlag det bygger på, eller när underlaget är från.",
        "The promise does not say what evidence it is based on, or when that is from.",
    ),
    why=Text(
        "Åtgärder ska bygga på kunskap om hur det ser ut (3–4 §§ lagen om kommuners ansvar för brottsförebyggande arbete), och invånarna vill veta vilka ni har lyssnat på.",
        "Measures must build on knowledge of the situation (sections 3–4 of the act on municipalities' responsibility for crime prevention), and residents want to know whom you have listened to.",
    ),
    help=Text(
        "Lägg till lägesbild, trygghetsmätning, medborgardialog eller statistik under ”underlag”, med datum och länk.",
        "Add a situation picture, survey, dialogue or statistics under “underlag”, with a date and a link.",
    ),
    source="SFS 2023:196 3–4 §§, POL-ML",
    bad="underlag:\n",
    good="underlag:\n  - {typ: lägesbild, datum: 2023-10-15, rubrik: Lägesbild för Exempelby 2023}\n",
    check=check,
    concerns_missing=True,
)
