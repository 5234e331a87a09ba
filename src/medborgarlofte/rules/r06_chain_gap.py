"""R06: a stretch without a promise, or a predecessor that was never followed up."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from medborgarlofte.diff.timeline import is_followed_up
from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.load import Workspace
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    promise = context.document
    start = promise.period.start
    if start:
        periods = _periods(context.workspace)
        before = [
            last
            for place in _places(promise)
            for document_id, first, last in periods.get(place, ())
            if document_id != context.loaded.id and first < start.first
        ]
        if before and (gap := (start.first - max(before)).days - 1) > LEXICON.threshold("gap_days"):
            what = Text(
                f"Det gick {gap} dagar utan löfte före det här, från {max(before)}.",
                f"There were {gap} days without a promise before this one, from {max(before)}.",
            )
            yield Finding(RULE, ("period", "från"), {"what": what})
    if promise.predecessor in context.workspace.valid and not is_followed_up(
        context.workspace, promise.predecessor
    ):
        what = Text(
            f"Det förra löftet (”{promise.predecessor}”) har ingen uppföljning.",
            f"The former promise (“{promise.predecessor}”) has no follow-up.",
        )
        yield Finding(RULE, ("föregångare",), {"what": what})


@lru_cache(maxsize=1)
def _periods(workspace: Workspace) -> Mapping[str, list[tuple[str, dt.date, dt.date]]]:
    """The id, first and last day of each promise of each place, found once for a workspace."""
    found: dict[str, list[tuple[str, dt.date, dt.date]]] = {}
    for loaded, promise in workspace.of_kind(Promise):
        if promise.period.start and promise.period.last_date:
            for place in _places(promise):
                row = (loaded.id, promise.period.start.first, promise.period.last_date.last)
                found.setdefault(place, []).append(row)
    return found


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
    stages=when_live("info"),
    message=Text("{what}", "{what}"),
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
