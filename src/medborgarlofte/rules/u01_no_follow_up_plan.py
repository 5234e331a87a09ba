"""U01: no plan for telling how it went."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import FollowUpPlan, Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    document = context.document
    if isinstance(document, Agreement):
        yield from _agreement(document)
    elif document.follow_up_plan is None:
        yield Finding(RULE, ("uppföljningsplan",), {"what": _NONE})
    else:
        yield from _promise(document, document.follow_up_plan)


def _promise(promise: Promise, plan: FollowUpPlan) -> Iterator[Finding]:
    lacking = [
        word
        for value, word in (
            (plan.cadence, Text("takt", "takt (how often)")),
            (plan.convenor, Text("sammankallande", "sammankallande (who convenes)")),
            (plan.next_due, Text("nästa", "nästa (when next)")),
            (plan.reported_to, Text("redovisas_för", "redovisas_för (reported to)")),
        )
        if value is None
    ]
    if lacking:
        listed = ", ".join(t.sv for t in lacking), ", ".join(t.en for t in lacking)
        what = Text(f"Uppföljningsplanen saknar {listed[0]}.", f"The follow-up plan lacks {listed[1]}.")
        yield Finding(RULE, ("uppföljningsplan",), {"what": what}, on_key=True)
    elif plan.cadence == "perioden" and _months(promise) > LEXICON.threshold("interim_months"):
        yield Finding(RULE, ("uppföljningsplan", "takt"), {"what": _ONCE})


def _agreement(agreement: Agreement) -> Iterator[Finding]:
    plan = agreement.follow_up
    if plan is None or plan.when is None or not plan.by:
        yield Finding(RULE, ("uppföljning",), {"what": _AGREEMENT}, on_key=True)
    elif agreement.period.last_date and _months(agreement) > LEXICON.threshold("interim_months"):
        only_at_end = plan.when.last >= agreement.period.last_date.last
        if only_at_end and not (
            plan.text and any(word in plan.text.lower() for word in ("varje", "årlig", "halvår"))
        ):
            yield Finding(RULE, ("uppföljning", "när"), {"what": _ONCE})


def _months(document: Promise | Agreement) -> float:
    period = document.period
    if period.start is None or period.last_date is None:
        return 0.0
    return (period.last_date.last - period.start.first).days / 30.4375


_NONE = Text("Löftet har ingen plan för uppföljning.", "The promise has no plan for follow-up.")
_AGREEMENT = Text(
    "Överenskommelsen säger inte när och av vem den följs upp.",
    "The agreement does not say when and by whom it is followed up.",
)
_ONCE = Text(
    "Perioden är lång, men uppföljningen kommer först när den är slut.",
    "The period is long, but the follow-up comes only when it is over.",
)

RULE = Rule(
    code="U01",
    name="no-follow-up-plan",
    scope=(Promise, Agreement),
    stages=when_live("error"),
    message=Text("{what}", "{what}"),
    why=Text(
        "Återkopplingen är den svagaste länken i alla utvärderingar. Utan datum och ansvarig blir den inte av. Styrelsen "
        "ska också löpande rapportera till fullmäktige (13 §).",
        "Feedback is the weakest link in every evaluation. Without a date and somebody responsible it does not happen. "
        "The board should also report continuously to the assembly (13 §).",
    ),
    help=Text(
        "Löfte: fyll i takt, nästa, sammankallande och redovisas_för under ”uppföljningsplan”. Överenskommelse: när och av "
        "under ”uppföljning”. Längre perioder behöver ett datum mitt i.",
        "Promise: fill in takt, nästa, sammankallande and redovisas_för under “uppföljningsplan”. Agreement: när and av "
        "under “uppföljning”. Longer periods need a date midway.",
    ),
    source="SFS 2023:196 13 §, BRA-UTV, BRA-SOK",
    bad="uppföljningsplan:\n  nästa:\n  sammankallande:\n",
    good="uppföljningsplan:\n  takt: halvår\n  nästa: 2024-06-30\n  sammankallande: kommunpolisen\n  redovisas_för: kommunstyrelsen\n",
    check=check,
    concerns_missing=True,
)
