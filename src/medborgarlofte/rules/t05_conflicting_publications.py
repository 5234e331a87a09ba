"""T05: conflicting publications."""

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live
from medborgarlofte.swedish import slug


def check(context: RuleContext) -> Findings:
    rows = context.document.publications
    for key, name, label in (
        ("period", "period", Text("perioder", "the period")),
        ("titel", "title", Text("titlar", "the title")),
        ("fokusområden", "focus_areas", Text("fokusområden", "the focus areas")),
    ):
        printed = [(index, getattr(row, name)) for index, row in enumerate(rows) if getattr(row, name)]
        for index, value in printed[1:]:
            first = printed[0][1]
            if _normal(value) != _normal(first):
                values = {"what": label, "one": _shown(first), "other": _shown(value)}
                yield Finding(RULE, ("publicerat", index, key), values)


def _normal(value: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset(slug(text) for text in ((value,) if isinstance(value, str) else value))


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


RULE = Rule(
    code="T05",
    name="conflicting-publications",
    scope=(Promise, Agreement),
    stages={**when_live("error"), "arkiv": "warning"},
    message=Text(
        "Två publiceringar anger olika {what}: ”{one}” och ”{other}”.",
        "Two publications give different versions of {what}: “{one}” and “{other}”.",
    ),
    why=Text(
        "Polisen och kommunen publicerar var för sig. Om de säger olika saker vet ingen vad som gäller.",
        "The police and the municipality publish separately. If they differ, nobody knows what applies.",
    ),
    help=Text(
        "Rätta först sidan som är fel, och sedan här.", "Correct the page that is wrong first, and then here."
    ),
    source="KARLSTAD-P",
    bad="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte', datum: 2023-12-20, format: html, period: 1 januari–30 juni 2024}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/lofte', datum: 2023-12-20, format: html, period: 1 januari–31 december 2024}\n",
    good="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte', datum: 2023-12-20, format: html, period: 1 januari–31 december 2024}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/lofte', datum: 2023-12-20, format: html, period: 1 januari – 31 december 2024}\n",
    check=check,
)
