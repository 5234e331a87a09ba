"""U06: promise reworded after a follow-up."""

from medborgarlofte.follow_up.reports import fingerprint
from medborgarlofte.rules.reported import reported
from medborgarlofte.rules.rule import Finding, Findings, FollowUp, Rule, RuleContext, Text, also_archived


def check(context: RuleContext) -> Findings:
    for index, item, commitment in reported(context):
        now = fingerprint(commitment.text)
        if item.wording and item.wording != now and not _is_told(context):
            values = {"id": commitment.id, "promise": context.document.promise, "now": now}
            yield Finding(RULE, ("poster", index, "ordalydelse"), values)


def _is_told(context: RuleContext) -> bool:
    """True where the promise tells of a change since the follow-up."""
    changes = context.followed.period.amendments if context.followed else ()
    return any(change.date and change.date.last >= context.document.date.first for change in changes)


RULE = Rule(
    code="U06",
    name="reworded-since-report",
    scope=(FollowUp,),
    stages=also_archived("warning"),
    message=Text(
        "{id} i ”{promise}” har fått en annan ordalydelse sedan det följdes upp.",
        "The wording of {id} in “{promise}” has changed since it was followed up.",
    ),
    why=Text(
        "Då handlar uppföljningen om något annat än det som nu står i löftet.",
        "Then the follow-up is about something other than what the promise now says.",
    ),
    help=Text(
        "Ett undertecknat löfte ska inte ändras. Återställ den gamla texten, eller skriv ändringen i ”ändringar” under "
        "”period”. Om bedömningen stämmer även med de nya orden: skriv ”ordalydelse: {now}”.",
        "A signed promise should not change. Restore the old text, or write the change in “ändringar” under “period”. "
        "If the assessment also fits the new words: write “ordalydelse: {now}”.",
    ),
    source="lofte; KARLSHAMN-P, VING-22 visar hur löften skrivs över",
    bad="poster:\n  - {åtagande: K1, status: genomfört, utfall: 86, ordalydelse: 0000aaaa}\n",
    good="poster:\n  - {åtagande: K1, status: genomfört, utfall: 86, ordalydelse: 7095b577}\n",
    check=check,
)
