"""U10: follow-up dated in the future, or before its promise."""

from medborgarlofte.follow_up.reports import is_dated_ahead, is_premature
from medborgarlofte.rules.rule import Finding, Findings, FollowUp, Rule, RuleContext, Text, at_all_stages


def check(context: RuleContext) -> Findings:
    follow_up = context.document
    if is_dated_ahead(follow_up, context.today):
        what = Text(f"i dag är det {context.today}", f"today is {context.today}")
        yield Finding(RULE, ("datum",), {"date": str(follow_up.date), "what": what})
    start = context.followed.period.start if context.followed else None
    if start and follow_up.date.last < start.first:
        what = Text(f"löftet gäller från {start}", f"the promise starts on {start}")
        yield Finding(RULE, ("datum",), {"date": str(follow_up.date), "what": what}, severity="warning")
    if context.followed and is_premature(context.followed, follow_up):
        end = context.followed.period.last_date
        what = Text(
            f"löftet gäller till {end}, så den kan inte vara slutlig än",
            f"the promise applies until {end}, so it cannot be the final one yet",
        )
        yield Finding(RULE, ("slutlig",), {"date": str(follow_up.date), "what": what}, severity="warning")


RULE = Rule(
    code="U10",
    name="dated-ahead",
    scope=(FollowUp,),
    stages=at_all_stages("error", archive="error"),
    message=Text(
        "Uppföljningen är daterad {date}, men {what}.",
        "The follow-up is dated {date}, but {what}.",
    ),
    why=Text(
        "Det som inte har hänt än går inte att redovisa, och siffrorna skulle räknas på en sida men inte på en annan.",
        "What has not happened yet cannot be reported, and the figures would be counted on one page but not on another.",
    ),
    help=Text(
        "Skriv dagen då uppföljningen gjordes. Om den inte är gjord än: lämna posterna tomma tills den är det. Om en senare uppföljning ska komma: ta bort ”slutlig”.",
        "Give the day the follow-up was made. If it has not been made yet: leave the items empty until it has. If a later one is to come: remove “slutlig”.",
    ),
    bad="datum: 2031-12-31\n",
    good="datum: 2023-12-31\n",
    check=check,
)
