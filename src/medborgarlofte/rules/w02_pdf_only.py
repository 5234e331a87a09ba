"""W02: published only as PDF."""

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    rows = context.document.publications
    formats = [row.format or ("pdf" if (row.link or "").lower().endswith(".pdf") else None) for row in rows]
    if formats and all(name == "pdf" for name in formats):
        yield Finding(RULE, ("publicerat",), on_key=True)


RULE = Rule(
    code="W02",
    name="pdf-only",
    scope=(Promise, Agreement),
    stages=when_live("warning"),
    message=Text("Dokumentet är bara publicerat som PDF.", "The document is published only as a PDF."),
    why=Text(
        "En webbsida är lättare att läsa i telefonen och med skärmläsare än en PDF. Kraven på tillgänglighet gäller båda "
        "men är svårare att uppfylla i en PDF.",
        "A web page is easier to read on a phone and with a screen reader than a PDF. The accessibility requirements apply "
        "to both but are harder to meet in a PDF.",
    ),
    help=Text(
        "Publicera dokumentet som webbsida i första hand, med PDF som komplement.",
        "Publish the document primarily as a web page, with a PDF as a complement.",
    ),
    source="SFS 2018:1937 10 §, DIGG7",
    bad="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte.pdf', datum: 2023-12-20, format: pdf}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/lofte.pdf', datum: 2023-12-20, format: pdf}\n",
    good="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte', datum: 2023-12-20, format: html}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/lofte.pdf', datum: 2023-12-20, format: pdf}\n",
    check=check,
)
