"""M03: number lost or lowered since the predecessor."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding
from medborgarlofte.timeline import predecessor_of

if TYPE_CHECKING:
    from medborgarlofte.diff.model import Change

LEAST = 0.6
"""How alike two commitments must be when nobody has stated that one continues the other."""


def check(context: RuleContext) -> Iterator[Finding]:
    before = predecessor_of(context.workspace, context.loaded, context.document)
    if before is not None:
        # Remembered by itself: it follows from two documents, and takes longer than all other rules together.
        yield from _lost(before, context)


def _lost(before: LoadedDocument, context: RuleContext) -> Iterator[Finding]:
    """Numbers of the predecessor missing here."""
    from medborgarlofte.diff.document import commitment_changes  # noqa: PLC0415 - most runs remember, and start faster without
    from medborgarlofte.diff.measures import measures, period_days  # noqa: PLC0415

    older, promise = before.document, context.document
    if not isinstance(older, Promise) or not any(
        measures(commitment, period_days(older.period)) for commitment in older.commitments
    ):
        return
    order = {commitment.id: index for index, commitment in enumerate(promise.commitments)}
    old_texts = {commitment.id: commitment.text for commitment in older.commitments}
    for change in commitment_changes(before.id, older, promise):
        if len(change.old) != 1 or len(change.new) != 1 or (change.is_guess and (change.score or 0) < LEAST):
            continue
        for gone in (
            piece for piece in change.evidence if piece.field == "mål" and piece.effect == "weakened"
        ):
            values = {
                "id": change.new[0],
                "former": excerpt(old_texts[change.old[0]]),
                "document": before.id,
                "what": _GONE if gone.new is None else _LOWER,
            }
            if promise.commitments[order[change.new[0]]].no_target:
                continue
            mild = gone.new is not None or context.source_is_partial or older.is_partial
            yield Finding(RULE, _route(change, order), values, severity="info" if mild else None)


def _route(change: "Change", order: dict[str, int]) -> tuple[str | int, ...]:
    return ("åtaganden", order[change.new[0]], "text")


_GONE = Text("har inte längre något tal", "no longer has a number")
_LOWER = Text("har ett lägre tal", "has a lower number")

RULE = Rule(
    code="M03",
    name="lost-quantity",
    scope=(Promise,),
    stages=when_live("warning"),
    message=Text(
        "{id} {what}. I ”{document}” stod det: ”{former}”.",
        "{id} {what}. “{document}” had: “{former}”.",
    ),
    why=Text(
        "Få märker när tal försvinner från ett år till nästa. Invånarna tror att löftet är detsamma.",
        "Few people notice when numbers disappear from one year to the next. Residents believe that the promise is the same.",
    ),
    help=Text(
        "Behåll talet, eller skriv varför det är borta under ”mål_saknas”: till exempel att antalet nu styrs av lägesbilden.",
        "Keep the number, or say why it is gone under “mål_saknas”: for example that the situation picture now decides the number.",
    ),
    source="SOLV-18→SOLV-P, VING-19→VING-22, STENUNG, KARLSHAMN-P",
    bad="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute på kvällar.\n    mål:\n    tid: kvällstid\n",
    good="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute minst 80 kvällar.\n    mål: {minst: 80, enhet: kvällar, per: perioden}\n",
    check=check,
)
