"""U05: status contradicts the figure."""

from medborgarlofte.follow_up.assessment import assess, contradicts
from medborgarlofte.follow_up.reports import days_of, is_final, is_premature
from medborgarlofte.model.statuses import UNFINISHED
from medborgarlofte.rules.reported import reported, total
from medborgarlofte.rules.rule import Finding, Findings, FollowUp, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    follow_up, promise = context.document, context.followed
    for index, item, commitment in reported(context):
        figures = total(context, commitment)
        if promise is None or item.status is None or figures.is_partial:
            continue
        days = days_of(promise, follow_up)
        final = is_final(promise, follow_up) and not is_premature(promise, follow_up)  # which U10 reports
        judged = assess(commitment.targets, figures.actuals, promised=days, final=final)
        left_open = final and follow_up.final and item.status in UNFINISHED
        if judged and (left_open or contradicts(item.status, judged)):
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
