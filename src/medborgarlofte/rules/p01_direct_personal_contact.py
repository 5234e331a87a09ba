"""P01: personal phone number or address."""

import re
from collections.abc import Iterator

from medborgarlofte.model.kinds import KINDS
from medborgarlofte.model.record import Contact
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, at_all_stages

_MOBILE = re.compile(r"(?:0(?<![\d-]0)|\+(?<![\d-]\+)46\s?\(?0?\)?\s?)7[02369][\s-]*\d(?:[\s-]*\d){6}(?!\d)")
_PERSONAL = re.compile(r"^[a-zåäö]+(?:-[a-zåäö]+)?[._][a-zåäö]+(?:-[a-zåäö]+)?@", re.IGNORECASE)
_FUNCTION_BOX = re.compile(
    r"^(info|kontakt|kommun|trygg|polis|medborgar|press|registrator|kund|brott|saker|lokal|post|server|social|kommunstyrelse)",
    re.IGNORECASE,
)


def check(context: RuleContext) -> Findings:
    for index, contact in enumerate(context.document.contacts):
        for key, what in _contact(contact):
            yield Finding(
                RULE,
                ("kontakter", index, key),
                {"message": what},
                severity="error" if key == "endast_press" and contact.phone else None,
            )
    for field in context.texts("prose", "commitment", "area", "line", "comment", "purpose"):
        for match in _MOBILE.finditer(field.text):
            yield Finding(RULE, field.route, {"message": _NUMBER}, match.span())


def _contact(contact: Contact) -> Iterator[tuple[str, Text]]:
    if contact.press_only and contact.public:
        yield (
            "endast_press",
            Text(
                "Kontakten är bara för pressen, men uppgifterna publiceras ändå.",
                "The contact is for the press only, but the details are published anyway.",
            ),
        )
        return
    if not contact.public:
        return
    if contact.phone and _MOBILE.search(contact.phone):
        yield "telefon", _NUMBER
    if contact.email and _PERSONAL.match(contact.email) and not _FUNCTION_BOX.match(contact.email):
        yield "epost", Text("E-postadressen ser ut att vara personlig.", "The e-mail address looks personal.")
    if contact.function is None and (contact.phone or contact.email):
        yield (
            "telefon" if contact.phone else "epost",
            Text("Kontakten saknar funktion.", "The contact has no function."),
        )


_NUMBER = Text("Telefonnumret är ett mobilnummer.", "The phone number is a mobile number.")

RULE = Rule(
    code="P01",
    name="direct-personal-contact",
    scope=KINDS,
    stages=at_all_stages("warning", archive="warning"),
    message=Text(
        "En kontakt är personlig i stället för en funktion.",
        "A contact is personal rather than a function.",
    ),
    why=Text(
        "Personliga uppgifter behövs sällan och blir inaktuella när någon byter jobb. En funktion räcker och gäller längre.",
        "Personal details are rarely needed and become outdated when somebody changes jobs. A function is enough and lasts longer.",
    ),
    help=Text(
        "Skriv funktion, funktionsadress och växelnummer. Om uppgiften inte ska publiceras: skriv publik: nej.",
        "Give a function, its address and the switchboard number. If the details should not be published: write publik: nej.",
    ),
    source="SKR-PUL, SFS 2023:196 12 §",
    bad="kontakter:\n  - {funktion: trygghetssamordnare, organisation: Exempelby kommun, telefon: +46 70-174 06 05}\n",
    good="kontakter:\n  - {funktion: trygghetssamordnare, organisation: Exempelby kommun, telefon: 0980-31 92 00}\n",
    check=check,
)
