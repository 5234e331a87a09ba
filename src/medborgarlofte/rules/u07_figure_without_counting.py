"""U07: ambiguous figure: total or increment."""

from collections.abc import Iterator

from medborgarlofte.follow_up.reports import follow_ups, reports_up_to
from medborgarlofte.follow_up.totals import items_of, total_of
from medborgarlofte.i18n import Text
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
            if problem.kind == "uncounted" and problem.follow_up is follow_up:
                index = follow_up.items.index(problem.item)
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
    source="lofte",
    bad="löfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 40}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    good="räknat: sedan förra\nlöfte: exempelby/lofte-2024\ndatum: 2024-10-31\navser: {från: 2024-07-01, till: 2024-10-31}\nslutlig:\nposter:\n  - {åtagande: K1, status: pågår, utfall: 40}\n  - {åtagande: K2, status: pågår, utfall: 20}\n  - {åtagande: P1, status: pågår, utfall: 60, kommentar: }\n",
    check=check,
)
