"""U01: no follow-up plan."""

from collections.abc import Collection
from typing import Final

from medborgarlofte.language import word_lists
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import FollowUpPlan
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, when_live
from medborgarlofte.source.positions import Route


def check(context: RuleContext) -> Findings:
    document = context.document
    if isinstance(document, Agreement):
        yield from _agreement(document)
    elif document.follow_up_plan is None:
        yield Finding(RULE, ("uppföljningsplan",), {"message": _NONE})
    else:
        yield from _promise(document, document.follow_up_plan, context.loaded.unread)


def _promise(promise: Promise, plan: FollowUpPlan, unread: Collection[Route]) -> Findings:
    values = {
        "takt": plan.cadence,
        "sammankallande": plan.convenor,
        "nästa": plan.next_due,
        "redovisas_för": plan.reported_to,
    }
    lacking = [
        _LACKING[key]
        for key, value in values.items()
        if value is None and ("uppföljningsplan", key) not in unread
    ]
    if lacking:
        listed = _listed([t.sv for t in lacking], "eller"), _listed([t.en for t in lacking], "or")
        what = Text(
            f"Uppföljningsplanen säger inte {listed[0]}.", f"The follow-up plan does not say {listed[1]}."
        )
        yield Finding(RULE, ("uppföljningsplan",), {"message": what}, on_key=True)
    elif plan.cadence == "perioden" and _months(promise) > word_lists.threshold("interim_months"):
        yield Finding(RULE, ("uppföljningsplan", "takt"), {"message": _ONCE})


def _listed(parts: list[str], last: str) -> str:
    return " ".join([", ".join(parts[:-1]), last, parts[-1]]) if len(parts) > 1 else parts[0]


def _agreement(agreement: Agreement) -> Findings:
    plan = agreement.follow_up
    if plan is None or plan.when is None or not plan.by:
        yield Finding(RULE, ("uppföljning",), {"message": _AGREEMENT}, on_key=True)
    elif agreement.period.last_date and _months(agreement) > word_lists.threshold("interim_months"):
        only_at_end = plan.when.last >= agreement.period.last_date.last
        if only_at_end and not (
            plan.text and any(word in plan.text.lower() for word in ("varje", "årlig", "halvår"))
        ):
            yield Finding(RULE, ("uppföljning", "när"), {"message": _ONCE})


def _months(document: Promise | Agreement) -> float:
    period = document.period
    if period.start is None or period.last_date is None:
        return 0.0
    return (period.last_date.last - period.start.first).days / 30.4375


_LACKING: Final = {
    "takt": Text("hur ofta (takt)", "how often (takt)"),
    "sammankallande": Text("vem som kallar till mötena (sammankallande)", "who convenes (sammankallande)"),
    "nästa": Text("när nästa uppföljning är (nästa)", "when the next one is (nästa)"),
    "redovisas_för": Text(
        "vem som får redovisningen (redovisas_för)", "who receives the report (redovisas_för)"
    ),
}
_NONE = Text("Löftet har ingen plan för uppföljning.", "The promise has no follow-up plan.")
_AGREEMENT = Text(
    "Överenskommelsen säger inte när och av vem den följs upp.",
    "The agreement does not say when and by whom it is followed up.",
)
_ONCE = Text(
    "Perioden är lång, men den första uppföljningen kommer när den redan är slut.",
    "The period is long, but the first follow-up comes only when it is over.",
)

RULE = Rule(
    code="U01",
    name="no-follow-up-plan",
    scope=(Promise, Agreement),
    stages=when_live("error"),
    message=Text(
        "Det framgår inte när och av vem löftet följs upp.",
        "It does not say when and by whom the promise is followed up.",
    ),
    why=Text(
        "Utvärderingar visar att återkopplingen är den svagaste länken. Utan datum och ansvarig blir den inte av. Enligt "
        "13 § ska styrelsen också löpande rapportera till fullmäktige.",
        "Evaluations show that feedback is the weakest link. Without a date and somebody responsible it does not happen. "
        "Under section 13 the board must also report regularly to the council.",
    ),
    help=Text(
        "Ange under ”uppföljningsplan” hur ofta ni följer upp (takt), när nästa gång är (nästa), vem som kallar till mötena "
        "(sammankallande) och vem som får redovisningen (redovisas_för). I en överenskommelse: skriv när och av vem under "
        "”uppföljning”. Om perioden är lång: lägg in en uppföljning halvvägs.",
        "Say under “uppföljningsplan” how often you follow up (takt), when next (nästa), who convenes (sammankallande) and who "
        "receives the report (redovisas_för). In an agreement: say when and by whom under “uppföljning”. If the period is "
        "long: add a follow-up midway.",
    ),
    source="SFS 2023:196 13 §, BRA-UTV, BRA-SOK",
    bad="uppföljningsplan:\n  nästa:\n  sammankallande:\n",
    good="uppföljningsplan:\n  takt: halvår\n  nästa: 2024-06-30\n  sammankallande: kommunpolisen\n  redovisas_för: kommunstyrelsen\n",
    check=check,
    concerns_missing=True,
)
