"""U07: ambiguous figure: total or increment."""

from medborgarlofte.rules.reported import problems
from medborgarlofte.rules.rule import Finding, Findings, FollowUp, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    for index, commitment, _ in problems(context, "uncounted"):
        yield Finding(RULE, ("poster", index, "utfall"), {"id": commitment.id})


RULE = Rule(
    code="U07",
    name="figure-without-counting",
    scope=(FollowUp,),
    stages=also_archived("error", archive="warning"),
    message=Text(
        "Det framgår inte vad utfallet för {id} räknar: hela löftet hittills, eller bara tiden sedan förra uppföljningen.",
        "It does not say what the outcome of {id} counts: the promise so far, or only the time since the last follow-up.",
    ),
    why=Text(
        "Ett tidigare tal finns redan. Läggs talen ihop fast det nya räknar allt, blir summan för hög.",
        "There is an earlier figure. If they are added although the new one counts everything, the total is too high.",
    ),
    help=Text(
        "Skriv ”räknat: hittills” eller ”räknat: sedan förra” i uppföljningen, eller på posten om den skiljer sig.",
        "Write “räknat: hittills” (so far) or “räknat: sedan förra” (since the last) in the follow-up, or on the item where it differs.",
    ),
    bad="löfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 40}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    good="räknat: sedan förra\nlöfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 40}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    check=check,
)
