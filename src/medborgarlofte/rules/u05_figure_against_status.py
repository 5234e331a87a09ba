"""U05: status contradicts the figure."""

from collections.abc import Iterator

from medborgarlofte.follow_up.assessment import assess, contradicts
from medborgarlofte.follow_up.reports import days_of, follow_ups, is_final, reports_up_to
from medborgarlofte.follow_up.totals import items_of, total_of
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    follow_up = context.document
    loaded = context.workspace.valid.get(follow_up.promise)
    if loaded is None or not isinstance(loaded.document, Promise):
        return
    promise = loaded.document
    commitments = {commitment.id: commitment for commitment in promise.commitments}
    until = reports_up_to(follow_ups(context.workspace, loaded.id), follow_up)
    final = is_final(promise, follow_up)
    for index, item in enumerate(follow_up.items):
        commitment = commitments.get(item.commitment)
        if item.status is None or commitment is None:
            continue
        total = total_of(commitment, list(items_of(until, commitment.id)))
        if total.is_partial:
            continue
        judged = assess(commitment.targets, total.actuals, promised=days_of(promise, follow_up), final=final)
        if judged and contradicts(item.status, judged):
            values = {"id": item.commitment, "status": item.status, "why": judged.why, "meant": judged.status}
            yield Finding(RULE, ("poster", index, "status"), values)


RULE = Rule(
    code="U05",
    name="figure-against-status",
    scope=(FollowUp,),
    stages=when_live("warning"),
    message=Text(
        "{id} sägs vara ”{status}”, men siffrorna säger ”{meant}”. {why}",
        "{id} is reported as “{status}”, but the figures give “{meant}”. {why}",
    ),
    why=Text(
        "Den som läser ser talen och slutar lita på uppföljningen.",
        "Readers see the figures and stop trusting the follow-up.",
    ),
    help=Text(
        "Rätta status eller utfall. Om utfallet är en takt: skriv den som ”2 per vecka”. Om det finns ett skäl: skriv det "
        "som kommentar och gör ett undantag.",
        "Correct the status or the outcome. If the outcome is a rate: write it as “2 per vecka”. If there is a reason: "
        "give it as a comment and add a waiver.",
    ),
    source="STRANGNAS, LULEA; jämförelsen är lofte",
    bad="poster:\n  - {åtagande: K1, status: delvis genomfört, utfall: 86, kommentar: Vi nådde inte ända fram.}\n",
    good="poster:\n  - {åtagande: K1, status: delvis genomfört, utfall: 66, kommentar: Vi nådde inte ända fram.}\n",
    check=check,
)
