"""W01: in force without publication."""

from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Severity, Text, when_live
from medborgarlofte.swedish import fold
from medborgarlofte.timeline import stage_of


def check(context: RuleContext) -> Findings:
    document = context.document
    if stage_of(context.workspace, context.loaded, context.today) != "gäller":
        return
    severity: Severity | None = "info" if isinstance(document, Agreement) else None
    rows = document.publications
    if not any(row.link for row in rows):
        yield Finding(RULE, ("publicerat",), {"message": _NOWHERE}, severity=severity, on_key=True)
    elif not any(row.link and row.date for row in rows):
        yield Finding(RULE, ("publicerat",), {"message": _UNDATED}, severity=severity, on_key=True)
    elif isinstance(document, Promise) and not document.police_only:
        kinds = {word: party.kind for party in document.parties for word in (party.id, fold(party.name))}
        publishers = {
            kinds.get(row.publisher or "", kinds.get(fold(row.publisher or ""), "")) for row in rows
        }
        publishers |= {"polis" for row in rows if "polis" in fold(row.publisher or "")}
        publishers |= {"kommun" for row in rows if "kommun" in fold(row.publisher or "")}
        for kind, what in (("polis", _NOT_POLICE), ("kommun", _NOT_MUNICIPALITY)):
            if (
                any(party.kind == kind for party in document.parties)
                and kind not in publishers
                and all(r.publisher for r in rows)
            ):
                yield Finding(RULE, ("publicerat",), {"message": what}, on_key=True)


_NOWHERE = Text(
    "Det framgår inte var dokumentet är publicerat.", "It does not say where the document has been published."
)
_UNDATED = Text(
    "Det framgår inte när dokumentet publicerades.", "It does not say when the document was published."
)
_NOT_POLICE = Text(
    "Det framgår inte att polisen har publicerat löftet.",
    "It does not say that the police have published the promise.",
)
_NOT_MUNICIPALITY = Text(
    "Det framgår inte att kommunen har publicerat löftet.",
    "It does not say that the municipality has published the promise.",
)

RULE = Rule(
    code="W01",
    name="not-public",
    scope=(Promise, Agreement),
    stages=when_live("warning"),
    message=Text(
        "Det framgår inte var och när dokumentet är publicerat.",
        "It does not say where and when the document has been published.",
    ),
    why=Text(
        "Invånarna ska kunna hitta löftet hos både kommunen och polisen (12 § 3).",
        "Residents should be able to find the promise with both the municipality and the police (section 12, item 3).",
    ),
    help=Text(
        "Skriv utgivare, länk och datum under ”publicerat” när sidan är publicerad.",
        "Give the publisher, link and date under “publicerat” once the page is published.",
    ),
    source="SFS 2023:196 12 §, SKR-ML, BRA-FML",
    bad="publicerat:\n",
    good="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte', datum: 2023-12-20, format: html}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/lofte', datum: 2023-12-20, format: html}\n",
    check=check,
    concerns_missing=True,
)
