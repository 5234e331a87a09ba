"""M03: number lost or lowered since the predecessor."""

from medborgarlofte.diff.measures import measures, period_days
from medborgarlofte.diff.model import Change
from medborgarlofte.follow_up.reports import follow_ups, latest_reports
from medborgarlofte.language.expressions import MEASURING
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Severity, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    before, promise = context.before, context.document
    if before is None or not isinstance(older := before.document, Promise):
        return
    days = period_days(older.period)
    if not any(measures(commitment, days) for commitment in older.commitments):
        return
    partial = context.source_is_partial or older.is_partial
    done = _done_once(context, before.id, older)
    for change in context.figure_changes:
        if change.kind == "dropped" and change.is_weakened and change.old[0] not in done:
            yield _dropped(change, older, before.id)
        elif len(change.old) == len(change.new) == 1:
            yield from _pair(change, older, promise, before.id, partial=partial)


def _pair(change: Change, older: Promise, promise: Promise, document: str, *, partial: bool) -> Findings:
    """Each number that is gone or lower in a pair, also in one that is only suggested."""
    index = next(n for n, commitment in enumerate(promise.commitments) if commitment.id == change.new[0])
    if promise.commitments[index].no_target:
        return
    for piece in change.evidence:
        if piece.field == "mål" and piece.effect == "weakened":
            lower = piece.new is not None
            said = (_LIKE_LOWER if lower else _LIKE_GONE) if change.is_guess else _LOWER if lower else _GONE
            values = {"message": _filled(said, change.new[0], document, _former(change, older))}
            severity: Severity | None = "info" if lower or partial else None
            yield Finding(RULE, ("åtaganden", index, "text"), values, severity=severity)


def _dropped(change: Change, older: Promise, document: str) -> Finding:
    values = {"message": _filled(_DROPPED, change.old[0], document, _former(change, older))}
    return Finding(RULE, ("åtaganden",), values, severity="info")


def _former(change: Change, older: Promise) -> str:
    return excerpt(next(c.text for c in older.commitments if c.id == change.old[0])).rstrip(".")


def _filled(said: Text, item: str, document: str, former: str) -> Text:
    return Text(*(words.format(id=item, document=document, former=former) for words in (said.sv, said.en)))


def _done_once(context: RuleContext, document: str, older: Promise) -> frozenset[str]:
    """Commitments to do something once, without a rate, that are reported as done."""
    reports = latest_reports(older, follow_ups(context.workspace, document))
    return frozenset(
        commitment.id
        for commitment in older.commitments
        if (report := reports.get(commitment.id))
        and report.item.status == "genomfört"
        and _is_once(commitment)
    )


def _is_once(commitment: Commitment) -> bool:
    return all(measure.per is None for measure in measures(commitment, None))


_GONE = Text(
    "{id} har inte längre något tal. I ”{document}” stod det: ”{former}”.",
    "{id} no longer has a number. “{document}” had: “{former}”.",
)
_LOWER = Text(
    "{id} har ett lägre tal. I ”{document}” stod det: ”{former}”.",
    "{id} has a lower number. “{document}” had: “{former}”.",
)
_LIKE_GONE = Text(
    "{id} har inget tal, men liknar ett åtagande som hade ett. I ”{document}” stod det: ”{former}”.",
    "{id} has no number, but is like a commitment that had one. “{document}” had: “{former}”.",
)
_LIKE_LOWER = Text(
    "{id} har ett lägre tal än ett åtagande som det liknar. I ”{document}” stod det: ”{former}”.",
    "{id} has a lower number than a commitment that it is like. “{document}” had: “{former}”.",
)
_DROPPED = Text(
    "Inget åtagande motsvarar {id} i ”{document}”, som hade ett tal: ”{former}”.",
    "No commitment corresponds to {id} in “{document}”, which had a number: “{former}”.",
)

RULE = Rule(
    code="M03",
    name="lost-quantity",
    stages=when_live("warning"),
    message=Text(
        "Ett tal i förra löftet är borta eller lägre.",
        "A number in the previous promise is gone or lower.",
    ),
    why=Text(
        "Få märker när tal försvinner från ett år till nästa. Invånarna tror att löftet är detsamma.",
        "Few people notice when numbers disappear from one year to the next. Residents believe that the promise is the same.",
    ),
    help=Text(
        "Behåll talet, eller skriv varför det är borta under ”mål_saknas”: till exempel att antalet nu styrs av lägesbilden. "
        "Om hela åtagandet är borta med avsikt: gör ett undantag med skäl.",
        "Keep the number, or say why it is gone under “mål_saknas”: for example that the situation picture now decides the "
        "number. If the whole commitment is gone on purpose: add a waiver with a reason.",
    ),
    source="SOLV-18→SOLV-P, VING-19→VING-22, STENUNG, KARLSHAMN-P",
    bad="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute på kvällar.\n    mål:\n    tid: kvällstid\n",
    good="åtaganden:\n  - id: K1\n    text: Fältgruppen är ute minst 80 kvällar.\n    mål: {minst: 80, enhet: kvällar, per: perioden}\n",
    check=check,
    looks_for=(*MEASURING,),
)
