"""M01: a commitment that says neither how much, how often nor by when."""

from collections.abc import Iterator

from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Case, Hit, Rule, excerpt, live
from medborgarlofte.text import Text
from medborgarlofte.wording.measured import commitment_passages, is_measured


def check(case: Case) -> Iterator[Hit]:
    promise = case.document
    for index, passage in commitment_passages(promise, case.passages).items():
        commitment = promise.commitments[index]
        if not commitment.no_target and not is_measured(promise, commitment, passage):
            yield Hit(passage.route, {"id": commitment.id, "said": excerpt(commitment.text)})


RULE = Rule(
    code="M01",
    name="no-measure",
    scope=(Promise,),
    stages=live("warning"),
    message=Text(
        "{id} (”{said}”) säger varken hur mycket, hur ofta eller till när.",
        "{id} (“{said}”) says neither how much, how often nor by when.",
    ),
    why=Text(
        "Då kan ingen säga om det blev gjort, varken ni eller invånarna.",
        "Then nobody can say whether it was done, neither you nor the residents.",
    ),
    help=Text(
        "Lägg till ”mål” (antal, takt), ”tid” (ett schema) eller ”senast” (en dag). Är det ett val att inte ange "
        "något tal, skriv varför under ”mål_saknas”.",
        "Add “mål” (a number or rate), “tid” (a schedule) or “senast” (a day). If leaving out a number is a choice, "
        "say why under “mål_saknas”.",
    ),
    source="BRA-ATG, LULEA",
    bad="åtaganden:\n  - id: K2\n    text: Vi byter lampor i Stadsparken.\n    mål:\n    senast:\n",
    good="åtaganden:\n  - id: K2\n    text: Vi byter 40 lampor i Stadsparken.\n    mål: {exakt: 40, enhet: lampor}\n",
    check=check,
)
