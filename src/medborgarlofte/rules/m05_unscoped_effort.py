"""M05: “insatser” without place, group or number."""

from medborgarlofte.language.expressions import Count, Effort, Referent, Schedule, Share
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    """Efforts without Referent, Count, Share or Schedule."""
    for commitment, field in context.commitment_texts:
        scoped = commitment.place or commitment.target_group or commitment.targets or commitment.schedule
        if scoped or field.analysis.of(Referent, Count, Share, Schedule):
            continue
        for effort in field.analysis.of(Effort)[:1]:
            values = {"id": commitment.id, "quote": field.words_at(effort), "text": excerpt(commitment.text)}
            yield Finding(RULE, field.route, values, (effort.start, effort.end))


RULE = Rule(
    code="M05",
    name="unscoped-effort",
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
    looks_for=(Count, Share, Schedule, Effort, Referent),
)
