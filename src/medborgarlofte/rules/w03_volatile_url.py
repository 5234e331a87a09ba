"""W03: volatile link without an archived copy."""

from urllib.parse import urlsplit

from medborgarlofte.language import word_lists
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    hosts = word_lists.table()["volatile"]["hosts"]
    for index, row in enumerate(context.document.publications):
        host = (urlsplit(row.link or "").hostname or "").lower()
        if row.archived is None and any(host == name or host.endswith(f".{name}") for name in hosts):
            yield Finding(RULE, ("publicerat", index, "länk"), {"host": host})


RULE = Rule(
    code="W03",
    name="volatile-url",
    scope=(Promise, Agreement),
    stages=when_live("info"),
    message=Text(
        "Adresser på {host} skrivs över från år till år.",
        "Addresses at {host} are overwritten from year to year.",
    ),
    why=Text(
        "När nästa löfte publiceras på samma adress går det här inte längre att läsa.",
        "Once the next promise is published at the same address, this one can no longer be read.",
    ),
    help=Text(
        "Spara en kopia av sidan och ange under ”arkiverad” var den finns.",
        "Keep a copy of the page and say under “arkiverad” where it is.",
    ),
    source="KARLSHAMN-P, KUNGSOR-23/24",
    bad="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte', datum: 2023-12-20, format: html}\n  - {utgivare: polisen, länk: 'https://polisen.se/exempelby/', datum: 2023-12-20, format: html}\n",
    good="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/lofte', datum: 2023-12-20, format: html}\n  - {utgivare: polisen, länk: 'https://polisen.se/exempelby/', datum: 2023-12-20, format: html, arkiverad: arkiv/polisen-2024.html}\n",
    check=check,
)
