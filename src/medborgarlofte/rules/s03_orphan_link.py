"""S03: unconnected focus area or commitment."""

from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    promise = context.document
    if not promise.focus_areas or not promise.commitments:
        return  # S01 reports the part that is missing
    goals = {goal.id: goal.focus for goal in promise.outcome_goals}
    used = {focus for c in promise.commitments for focus in c.focus}
    used |= {focus for c in promise.commitments for goal in c.goals for focus in goals.get(goal, ())}
    unused = [index for index, area in enumerate(promise.focus_areas) if area.id not in used]
    without = [
        index
        for index, one in enumerate(promise.commitments)
        if not one.focus and not any(goals.get(goal) for goal in one.goals)
    ]
    if len(unused) > len(without):  # else it is theirs that the commitments lack
        for index in unused:
            area = promise.focus_areas[index]
            what = Text(
                f"Inget åtagande hör till fokusområdet ”{area.title}”.",
                f"No commitment belongs to the focus area “{area.title}”.",
            )
            yield Finding(RULE, ("fokusområden", index, "id"), {"message": what})
    for index in without:
        commitment = promise.commitments[index]
        quote = excerpt(commitment.text)
        what = Text(
            f"Åtagandet {commitment.id} (”{quote}”) hör inte till något fokusområde.",
            f"The commitment {commitment.id} (“{quote}”) does not belong to any focus area.",
        )
        yield Finding(RULE, ("åtaganden", index, "id"), {"message": what})


RULE = Rule(
    code="S03",
    name="orphan-link",
    stages=when_live("warning"),
    message=Text(
        "Ett fokusområde och ett åtagande hör inte ihop med något.",
        "A focus area or a commitment belongs to nothing.",
    ),
    why=Text(
        "Invånarna ska kunna se varför ni gör det ni gör. Ett åtagande utan problem och ett problem utan åtgärd "
        "går inte att förklara.",
        "Residents should be able to see why you do what you do. A commitment without a problem and a problem without "
        "a measure cannot be explained.",
    ),
    help=Text(
        "Skriv fokusområdets id under ”fokus” i åtagandet, lägg till ett åtagande, eller ta bort det som inte hör hit.",
        "Write the id of the focus area under “fokus” in the commitment, add a commitment, or remove what does not belong here.",
    ),
    source="BRA-ATG, BRA-LAG",
    bad="åtaganden:\n  - id: K2\n    fokus:\n    mål_för:\n",
    good="åtaganden:\n  - id: K2\n    fokus: [platser]\n",
    check=check,
    concerns_missing=True,
)
