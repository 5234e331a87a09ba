"""U08: total lower than the one before."""

from collections.abc import Iterator

from medborgarlofte.follow_up.reports import follow_ups, reports_up_to
from medborgarlofte.follow_up.totals import items_of, total_of
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_actual, format_actuals
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, also_archived
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    follow_up = context.document
    loaded = context.workspace.valid.get(follow_up.promise)
    if loaded is None or not isinstance(loaded.document, Promise):
        return
    until = reports_up_to(follow_ups(context.workspace, loaded.id), follow_up)
    for commitment in loaded.document.commitments:
        for problem in total_of(commitment, list(items_of(until, commitment.id))).problems:
            if problem.kind == "lowered" and problem.follow_up is follow_up:
                index = follow_up.items.index(problem.item)
                before = format_actual(problem.before) if problem.before else Text("", "")
                now = format_actuals(problem.item.actuals)
                values = {"id": commitment.id, "now": now, "before": before}
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
    source="lofte",
    bad="räknat: hittills\nlöfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 40}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    good="räknat: hittills\nlöfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 90}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    check=check,
)
