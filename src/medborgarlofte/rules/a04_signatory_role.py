"""A04: unusual signatory role, or missing signatory."""

import re
from functools import lru_cache

from medborgarlofte.language import word_lists
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.record import Signature
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    document = context.document
    if not document.signatures or document.status == "utkast":
        return
    for index, signature in enumerate(document.signatures):
        role = (signature.role or "").strip()
        if not role:
            yield Finding(RULE, ("undertecknat", index), {"message": _NO_ROLE})
        elif _is(role, "assemblies"):
            what = Text(
                f"”{role}” är ett beslutande organ, inte en person som kan skriva under.",
                f"“{role}” is a decision-making body, not a person who can sign.",
            )
            yield Finding(RULE, ("undertecknat", index, "roll"), {"message": what})
        elif not (_is(role, "police") or _is(role, "municipal")) and not _other_party(context, signature):
            what = Text(
                f"”{role}” är inte en vanlig roll för den som skriver under.",
                f"“{role}” is not a usual role for a signatory.",
            )
            yield Finding(RULE, ("undertecknat", index, "roll"), {"message": what}, severity="warning")
    yield from _absent(context)
    yield from _of_other_party(context)


def _of_other_party(context: RuleContext) -> Findings:
    """The first signature whose role is one of the other party's; where two have changed places that says it for both."""
    kinds = {party.id: party.kind for party in context.document.parties}
    for index, signature in enumerate(context.document.signatures):
        role, kind = signature.role or "", kinds.get(signature.party or "")
        other = {"polis": "kommun", "kommun": "polis", "stadsdel": "polis"}.get(kind or "")
        if other and _is(role, f"only_{other}") and not _is(role, "assemblies"):
            what = Text(
                f"”{role}” skriver under för ”{signature.party}”, men rollen är den andra partens.",
                f"“{role}” signs for “{signature.party}”, but the role is the other party's.",
            )
            yield Finding(RULE, ("undertecknat", index, "part"), {"message": what}, severity="warning")
            return


def _absent(context: RuleContext) -> Findings:
    """Missing signatures of police chief and municipalities."""
    signatures = context.document.signatures
    parties = context.document.parties
    police = [party.id for party in parties if party.kind == "polis"]
    ours = [s.role or "" for s in signatures if s.party in police]
    reported = any(_is(role, "assemblies") for role in ours)  # a body that stands in the place of the chief
    nameless = any(not s.role and s.party in (None, *police) for s in signatures)  # which is reported
    if police and not reported and not nameless and not any(_is(s.role or "", "chief") for s in signatures):
        yield Finding(RULE, ("undertecknat",), {"message": _NO_CHIEF}, on_key=True)
    if getattr(context.document, "police_only", False):
        return
    municipal = [p for p in parties if p.kind in ("kommun", "stadsdel")]
    unnamed = sum(s.party is None and not _is(s.role or "", "police") for s in signatures)
    for party in municipal:
        if any(s.party == party.id for s in signatures):
            continue
        if unnamed:
            unnamed -= 1
            continue
        what = Text(
            f"Det framgår inte att någon från {party.name} har skrivit under.",
            f"It does not say that anyone from {party.name} has signed.",
        )
        yield Finding(RULE, ("undertecknat",), {"message": what}, on_key=True)


def _other_party(context: RuleContext, signature: Signature) -> bool:
    """True for other parties, which have their own roles."""
    kinds = {party.id: party.kind for party in context.document.parties}
    return kinds.get(signature.party or "") not in (None, "kommun", "polis")


def _is(role: str, name: str) -> bool:
    return _pattern(name).fullmatch(role.strip()) is not None


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    table = word_lists.table()["signatory_roles"]
    prefixes = "|".join(table["prefixes"])
    roles = "|".join(table[name])
    before = "" if name == "assemblies" else rf"(?:(?:{prefixes})\s+)*"
    return re.compile(rf"{before}(?:{roles})(?:\s*\(\w+\))?", re.IGNORECASE)


_NO_CHIEF = Text(
    "Det framgår inte att lokalpolisområdeschefen har skrivit under.",
    "It does not say that the chief of the local police area has signed.",
)
_NO_ROLE = Text("Underskriften saknar roll.", "The signature has no role.")

RULE = Rule(
    code="A04",
    name="signatory-role",
    scope=(Promise, Agreement),
    stages=when_live("error"),
    message=Text(
        "Det framgår inte att rätt personer har skrivit under.",
        "It does not say that the right people have signed.",
    ),
    why=Text(
        "Den som skriver under tar ansvar för innehållet. Vanligen är det lokalpolisområdeschefen och kommunstyrelsens ordförande.",
        "Whoever signs takes responsibility for the content. Usually that is the chief of the local police area and the chair of the municipal board.",
    ),
    help=Text(
        "Skriv uppdraget under ”roll”: kommunstyrelsens ordförande, lokalpolisområdeschef, och under ”part” den som det gäller. Om bara polisen lovar: skriv endast_polisen: ja.",
        "Give the office under “roll”: kommunstyrelsens ordförande, lokalpolisområdeschef, and under “part” the one it is for. If only the police make the promise: write endast_polisen: ja.",
    ),
    source="BRA-SOK, STENUNG, VING-22, HEBY",
    bad="undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunfullmäktige, part: kommunen, datum: 2023-12-18}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2023-12-18}\n",
    good="undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunfullmäktiges ordförande, part: kommunen, datum: 2023-12-18}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2023-12-18}\n",
    check=check,
    concerns_missing=True,
)
