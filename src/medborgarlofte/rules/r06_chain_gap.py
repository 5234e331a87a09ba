"""R06: a stretch without a promise, or a predecessor that was never followed up."""

from collections.abc import Iterator

from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Case, Hit, Rule, live
from medborgarlofte.text import Text
from medborgarlofte.wording.lexicon import LEXICON


def check(case: Case) -> Iterator[Hit]:
    promise = case.document
    start = promise.period.start
    if start:
        before = [
            other.period.last_date.last
            for loaded, other in case.workspace.of_kind(Promise)
            if loaded.id != case.loaded.id
            and other.period.start
            and other.period.last_date
            and other.period.start.first < start.first
            and _places(other) & _places(promise)
        ]
        if before and (gap := (start.first - max(before)).days - 1) > LEXICON.threshold("gap_days"):
            what = Text(
                f"Det gick {gap} dagar utan löfte före det här, från {max(before)}.",
                f"There were {gap} days without a promise before this one, from {max(before)}.",
            )
            yield Hit(("period", "från"), {"what": what})
    if promise.predecessor in case.workspace.valid and not _is_followed_up(case, promise.predecessor):
        what = Text(
            f"Det förra löftet (”{promise.predecessor}”) har ingen uppföljning.",
            f"The former promise (“{promise.predecessor}”) has no follow-up.",
        )
        yield Hit(("föregångare",), {"what": what})


def _is_followed_up(case: Case, promise_id: str) -> bool:
    return any(follow_up.promise == promise_id for _, follow_up in case.workspace.of_kind(FollowUp))


def _places(promise: Promise) -> set[str]:
    """The municipalities it concerns, by code; a name that is no municipality's stands for itself."""
    found = set()
    for party in promise.parties:
        if party.kind in ("kommun", "stadsdel"):
            known = by_name(party.name)
            found.add(known.code if known else party.name)
    return found


RULE = Rule(
    code="R06",
    name="chain-gap",
    scope=(Promise,),
    stages=live("info"),
    message=Text("{what}", "{what}"),
    why=Text(
        "Invånarna ska kunna följa löftet från år till år och få veta hur det förra gick.",
        "Residents should be able to follow the promise from year to year and hear how the last one went.",
    ),
    help=Text(
        "Publicera det som saknas. Fanns det inget löfte då, behöver du inte göra något.",
        "Publish what is missing. If there was no promise then, there is nothing to do.",
    ),
    source="BRA-UTV, HARJE",
    bad="period: {från: 2024-04-01, till: 2024-12-31}\nundertecknat:\n  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2024-03-18}\n  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2024-03-18}\n",
    good="period: {från: 2024-01-01, till: 2024-12-31}\n",
    check=check,
)
