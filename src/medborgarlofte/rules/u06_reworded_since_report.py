"""U06: promise reworded after a follow-up."""

from collections.abc import Iterator

from medborgarlofte.follow_up.reports import fingerprint
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
    now = {commitment.id: fingerprint(commitment.text) for commitment in loaded.document.commitments}
    for index, item in enumerate(follow_up.items):
        if item.wording and item.wording != now.get(item.commitment, item.wording):
            yield Finding(
                RULE,
                ("poster", index, "ordalydelse"),
                {"id": item.commitment, "promise": loaded.id, "now": now[item.commitment]},
            )


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
