"""U08: total lower than the one before."""

from medborgarlofte.language.phrases import format_actual, format_actuals
from medborgarlofte.rules.reported import problems
from medborgarlofte.rules.rule import Finding, Findings, FollowUp, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    for index, commitment, problem in problems(context, "lowered"):
        before = format_actual(problem.before) if problem.before else Text("", "")
        values = {"id": commitment.id, "now": format_actuals(problem.item.actuals), "before": before}
        yield Finding(RULE, ("poster", index, "utfall"), values)


RULE = Rule(
    code="U08",
    name="figure-lowered",
    scope=(FollowUp,),
    stages=also_archived("warning"),
    message=Text(
        "Utfallet för {id} är {now} hittills, men i förra uppföljningen var det {before}.",
        "The outcome of {id} is {now} so far, but it was {before} in the last follow-up.",
    ),
    why=Text(
        "Det som är gjort kan inte bli mindre. Ett av talen är fel, eller så räknar det nya bara en del av tiden.",
        "What has been done cannot become less. Either one of the figures is wrong, or the new one covers only part of the time.",
    ),
    help=Text(
        "Rätta talet. Om det bara räknar tiden sedan förra uppföljningen: skriv ”räknat: sedan förra”.",
        "Correct the figure. If it counts only the time since the last follow-up: write “räknat: sedan förra”.",
    ),
    bad="räknat: hittills\nlöfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 40}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    good="räknat: hittills\nlöfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 90}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    check=check,
)
