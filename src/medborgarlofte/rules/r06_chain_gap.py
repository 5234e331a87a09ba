"""R06: gap between promises, or predecessor never followed up."""

from medborgarlofte.language import word_lists
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live
from medborgarlofte.timeline import end_of, is_followed_up, predecessor_of


def check(context: RuleContext) -> Findings:
    promise, workspace = context.document, context.workspace
    before = predecessor_of(workspace, context.loaded, promise)
    if before is None or not isinstance(before.document, Promise):
        return
    end, start = end_of(workspace, before, before.document), promise.period.start
    if end and start and (gap := (start.first - end).days - 1) > word_lists.threshold("gap_days"):
        what = Text(
            f"Mellan förra löftet och det här gick det {gap} dagar ({end} till {start.first}).",
            f"{gap} days passed between the previous promise and this one ({end} to {start.first}).",
        )
        yield Finding(RULE, ("period", "från"), {"message": what})
    if promise.predecessor and not is_followed_up(workspace, before.id):
        what = Text(
            f"Det förra löftet (”{before.id}”) har ingen uppföljning.",
            f"The previous promise (“{before.id}”) has no follow-up.",
        )
        yield Finding(RULE, ("föregångare",), {"message": what})


RULE = Rule(
    code="R06",
    name="chain-gap",
    stages=when_live("info"),
    message=Text(
        "Det saknas något mellan förra löftet och det här.",
        "Something is missing between the previous promise and this one.",
    ),
    why=Text(
        "Invånarna ska kunna följa löftena från år till år och få veta hur det gick med det förra.",
        "Residents should be able to follow the promises from year to year and learn how the last one went.",
    ),
    help=Text(
        "Publicera det som saknas. Om det inte fanns något löfte då behöver du inte göra något.",
        "Publish what is missing. If there was no promise then, there is nothing to do.",
    ),
    source="BRA-UTV, HARJE",
    bad="period: {från: 2024-04-01, till: 2024-12-31}\nundertecknat:\n  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2024-03-18}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2024-03-18}\n",
    good="period: {från: 2024-01-01, till: 2024-12-31}\n",
    check=check,
)
