"""S02: too many focus areas or commitments."""

from medborgarlofte.language import word_lists
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    for key, threshold, items, what in (
        ("fokusområden", "focus_areas", context.document.focus_areas, Text("fokusområden", "focus areas")),
        ("åtaganden", "commitments", context.document.commitments, Text("åtaganden", "commitments")),
    ):
        most = int(word_lists.threshold(threshold))
        if len(items) > most:
            yield Finding(RULE, (key,), {"count": len(items), "most": most, "what": what}, on_key=True)


_MANY = "\n".join(f"  - {{id: f{n}, rubrik: Område {n}, kategori: ovrigt}}" for n in range(1, 5))

RULE = Rule(
    code="S02",
    name="too-broad",
    stages=when_live("warning"),
    message=Text(
        "Löftet har {count} {what}. Det är fler än {most}.",
        "The promise has {count} {what}, which is more than {most}.",
    ),
    why=Text(
        "Ett löfte är ett urval av det viktigaste. Med så många punkter minns ingen vad som har lovats, och "
        "uppföljningen blir tung.",
        "A promise is a selection of what matters most. With this many points nobody remembers what was "
        "promised, and the follow-up becomes a burden.",
    ),
    help=Text(
        "Behåll de viktigaste i löftet och flytta resten till åtgärdsplanen.",
        "Keep the most important ones in the promise and move the rest to the action plan.",
    ),
    source="BRA-FML, SKR-ML; gränsen är lofte",
    bad=f"fokusområden:\n{_MANY}\nåtaganden:\n  - {{id: K1, fokus: [unga, f1, f2, f3, f4]}}\n",
    good="fokusområden:\n  - {id: unga, rubrik: Barn och unga i risk}\n",
    check=check,
)
