"""U03: overdue follow-up."""

import datetime as dt

from medborgarlofte.follow_up.reports import follow_ups
from medborgarlofte.follow_up.schedule import first_unmet, lacks_final
from medborgarlofte.language import word_lists
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live
from medborgarlofte.timeline import end_of


def check(context: RuleContext) -> Findings:
    promise = context.document
    if promise.status == "utkast":
        return
    history = follow_ups(context.workspace, context.loaded.id, drafts=False)
    late = dt.timedelta(days=word_lists.threshold("follow_up_days"))
    long_ago = dt.timedelta(days=word_lists.threshold("ended_days"))
    due = first_unmet(promise, history, today=context.today, until=context.today - late)
    ended = end_of(context.workspace, context.loaded, promise)
    start = promise.period.start
    is_misdated = start is not None and any(row.date.last < start.first for _, row in history)
    if due and context.today > due + late and not is_misdated:  # else U10 says so
        what = Text(f"Uppföljningen skulle ha varit klar {due}.", f"The follow-up was due on {due}.")
        yield Finding(RULE, ("uppföljningsplan", "nästa"), {"message": what})
    elif ended and context.today > ended + long_ago and lacks_final(ended, history, context.today):
        what = Text(
            f"Löftet tog slut {ended}, men det finns ingen slutlig uppföljning.",
            f"The promise ended on {ended}, but there is no final follow-up.",
        )
        yield Finding(
            RULE, ("period", "förlängd_till" if promise.period.extended_to else "till"), {"message": what}
        )


RULE = Rule(
    code="U03",
    name="follow-up-overdue",
    stages=when_live("warning", publishing="error"),
    message=Text(
        "Uppföljningen är försenad.",
        "The follow-up is overdue.",
    ),
    why=Text(
        "Invånarna har fått ett löfte men inte fått veta hur det gick.",
        "Residents were given a promise but have not learned how it went.",
    ),
    help=Text(
        "Skriv en uppföljning i en egen fil: lofte follow-up hjälper dig. Finns den redan: lägg filen bredvid löftet, i mappen promises.",
        "Write a follow-up in a file of its own: lofte follow-up helps you. If it exists: put the file beside the promise, in the folder promises.",
    ),
    source="BRA-UTV, STRANGNAS; gränserna är lofte",
    bad="uppföljningsplan:\n  nästa: 2024-03-31\n",
    good="uppföljningsplan:\n  nästa: 2024-06-30\n",
    check=check,
)
