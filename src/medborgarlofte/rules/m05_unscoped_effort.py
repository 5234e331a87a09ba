"""M05: “insatser” without place, group or number."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Count, Effort, Referent, Schedule, Share
from medborgarlofte.language.measurable import commitment_texts
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Efforts without Referent, Count, Share or Schedule."""
    promise = context.document
    for index, field in commitment_texts(promise, context.text_fields).items():
        commitment = promise.commitments[index]
        scoped = commitment.place or commitment.target_group or commitment.targets or commitment.schedule
        if scoped or field.analysis.of(Referent, Count, Share, Schedule):
            continue
        for effort in field.analysis.of(Effort)[:1]:
            values = {"id": commitment.id, "quote": field.words_at(effort), "text": excerpt(commitment.text)}
            yield Finding(RULE, field.route, values, (effort.start, effort.end))


RULE = Rule(
    code="M05",
    name="unscoped-effort",
    scope=(Promise,),
    stages=when_live("info"),
    message=Text(
        "{id} lovar ”{quote}” utan att säga var, för vem eller hur många.",
        "{id} promises “{quote}” without saying where, for whom or how many.",
    ),
    why=Text(
        "Är insatsen inte avgränsad går det alltid att säga att den är gjord.",
        "If an effort has no limits, you can always say that it has been made.",
    ),
    help=Text(
        "Lägg till plats, målgrupp eller antal, i texten eller under ”plats”, ”målgrupp” eller ”mål”.",
        "Add a place, a target group or a number, in the text or under “plats”, “målgrupp” or “mål”.",
    ),
    source="BRA-ATG, STRANGNAS",
    bad="åtaganden:\n  - id: K2\n    text: Riktade insatser mot nedskräpning.\n    mål:\n    senast:\n    mål_saknas: Antalet styrs av lägesbilden.\n",
    good="åtaganden:\n  - id: K2\n    text: Fyra kvällsinsatser mot nedskräpning vid Hamnparken, mars–juni.\n    mål: {exakt: 4, enhet: kvällsinsatser}\n",
    check=check,
)
